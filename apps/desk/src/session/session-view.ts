import { Inject, Injectable } from '@nestjs/common';
import { endOf, SessionStore, type OfficerPrincipal, type SignedIn } from '@app/access';
import { Configuration } from '@app/configuration';
import { OFFICER_ROLES, OrganisationService } from '@app/organisation';
import { ActingForDto, DemonstrationAccountDto, SessionDto, SessionPostDto } from './session.dto.js';

/** The accounts the sign-in page of a demonstration offers; empty in real use. */
export const DEMONSTRATION_ACCOUNT_LIST = Symbol('demonstration accounts');

/** Tells a browser who is signed in. */
@Injectable()
export class SessionView {
  constructor(
    private readonly configuration: Configuration,
    private readonly organisation: OrganisationService,
    private readonly sessions: SessionStore,
    @Inject(DEMONSTRATION_ACCOUNT_LIST) private readonly accounts: readonly DemonstrationAccountDto[],
  ) {}

  /** The session as the browser sees it. The list of demonstration accounts never leaves a desk in real use. */
  async of(signedIn: SignedIn | undefined): Promise<SessionDto> {
    const demonstration = this.configuration.mode === 'demonstration';
    const frame = {
      demonstration,
      citizenSignIn: this.configuration.oidcIssuer !== undefined,
      ...(demonstration && { demonstrationAccounts: [...this.accounts] }),
    };
    if (!signedIn) return { kind: 'anonymous', ...frame };
    const { principal, session } = signedIn;
    return {
      kind: principal.kind,
      name: principal.name,
      csrf: session.csrfToken,
      expiresAt: endOf(session, this.sessions.rules).toString({ smallestUnit: 'second' }),
      ...(principal.kind === 'officer' && { posts: await this.postsOf(principal), actingFor: await this.actingFor(principal), permissions: [...principal.permissions].sort() }),
      ...frame,
    };
  }

  private async postsOf(officer: OfficerPrincipal): Promise<SessionPostDto[]> {
    return Promise.all(
      officer.posts.filter((post) => post.for === undefined).map(async ({ unitId, role }) => ({
        unitId,
        unitName: await this.unitName(unitId),
        role,
        roleName: OFFICER_ROLES[role],
      })),
    );
  }

  private async actingFor(officer: OfficerPrincipal): Promise<ActingForDto[]> {
    const posts = officer.posts.flatMap((post) => (post.for === undefined ? [] : [{ ...post, for: post.for }]));
    return Promise.all(posts.map(async ({ unitId, role, reach, procedures, for: { officerName, basis, formula, document, until } }) => ({
      name: officerName, basis, until,
      post: `${OFFICER_ROLES[role].vi}, ${await this.unitName(unitId)}`,
      units: [...reach],
      procedures: [...(procedures ?? [])],
      ...(formula !== undefined && { formula }), ...(document !== undefined && { document }),
    })));
  }

  private async unitName(unitId: string): Promise<string> {
    return (await this.organisation.findUnit(unitId))?.shortName.vi ?? unitId;
  }
}
