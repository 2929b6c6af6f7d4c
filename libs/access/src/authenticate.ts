import type { CitizenRoles } from './citizen-roles.js';
import type { OfficerDirectory } from './officer-directory.js';
import type { CitizenPrincipal, OfficerPrincipal } from './principal.js';
import type { Session } from './session.js';
import type { FoundSession, SessionStore } from './session-store.js';

/** A request's session with the principal it stands for. */
export interface SignedIn {
  readonly session: Session;
  readonly principal: OfficerPrincipal | CitizenPrincipal;
}

/** Turns the cookie of a request into whoever acts. */
export class Authenticate {
  constructor(
    private readonly sessions: SessionStore,
    private readonly officers: OfficerDirectory,
    private readonly roles: CitizenRoles,
  ) {}

  /** Nothing when there is no living session, or its owner is no longer known here. */
  async find(token: string | undefined, userAgent: string): Promise<SignedIn | undefined> {
    if (token === undefined || token === '') return undefined;
    const session = await this.sessions.find(token, userAgent);
    if (!session) return undefined;
    const principal = await this.principalOf(session);
    if (principal) return { session, principal };
    await this.sessions.close(session.id);
    return undefined;
  }

  private async principalOf({ owner, officeVersion }: FoundSession): Promise<OfficerPrincipal | CitizenPrincipal | undefined> {
    if (owner.kind === 'officer') return this.officers.findPrincipal(owner.officerId, officeVersion);
    return { kind: 'citizen', personId: owner.personId, name: owner.name, actsFor: await this.roles.of(owner.personId) };
  }
}
