import { DomainError } from '@app/kernel';
import { hashPassword, verifyPassword } from '@app/organisation';
import type { OfficerDirectory } from './officer-directory.js';
import type { OpenedSession, SessionStore } from './session-store.js';
import { SIGN_IN_ADDRESS_RULE, SIGN_IN_RULE, type Throttle } from './throttle.js';

/** What an officer typed, and from where. */
export interface OfficerSignIn {
  readonly login: string;
  readonly password: string;
  /** The client's address; used for counting misses only, stored as a digest. */
  readonly address: string;
  readonly userAgent: string;
}

/**
 * Signs officers in with account and password.
 *
 * Says nothing about which of the two was wrong, and takes as long for an account that does not exist, so that
 * nobody can learn which accounts do.
 */
export class SignInOfficer {
  private decoy: Promise<string> | undefined;

  constructor(
    private readonly directory: OfficerDirectory,
    private readonly sessions: SessionStore,
    private readonly throttle: Throttle,
  ) {}

  /** Throws `sign-in.wrong`, or `request.too-many` after too many misses. */
  async signIn(attempt: OfficerSignIn): Promise<OpenedSession> {
    const subject = `${attempt.login.trim().toLowerCase()}\n${attempt.address}`;
    await this.throttle.take(SIGN_IN_ADDRESS_RULE, attempt.address);
    await this.throttle.take(SIGN_IN_RULE, subject);
    const account = await this.directory.findAccount(attempt.login);
    const matches = await verifyPassword(account?.passwordHash ?? (await this.decoyHash()), attempt.password);
    if (!account?.passwordHash || !matches) throw new DomainError('sign-in.wrong');
    await this.throttle.forgive(SIGN_IN_RULE, subject);
    await this.throttle.giveBack(SIGN_IN_ADDRESS_RULE, attempt.address);
    this.directory.forget(account.id);
    return this.sessions.open({ kind: 'officer', officerId: account.id }, attempt.userAgent);
  }

  /** A hash of nothing anyone can type, of the same cost as a real one. */
  private decoyHash(): Promise<string> {
    return (this.decoy ??= hashPassword(crypto.randomUUID()));
  }
}
