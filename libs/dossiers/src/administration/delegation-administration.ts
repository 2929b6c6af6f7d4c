import { Inject, Injectable } from '@nestjs/common';
import { may, requirePermission, rightsOf, SIGNING_PERMISSIONS, unitsWith, type OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { DomainError, newId, type Clock } from '@app/kernel';
import {
  approveDelegation, dayOf, delegationsIn, endDelegation, getDelegation, insertDelegation, isNotOver, lockProposedDelegation, OrganisationService, rejectDelegation, watchLanes,
  type Delegation, type NewDelegation, type OfficerRole,
} from '@app/organisation';
import { CLOCK } from '../clock-token.js';

/** Who heads an agency and so may pass a signature on, and who heads a part of one and so may be given it (Decree 30/2020, Art. 13.3–13.4). */
const DELEGATING: readonly OfficerRole[] = ['chairman', 'director'];
const DELEGATES: readonly OfficerRole[] = ['division-head', 'centre-director', 'director'];

interface PostRow {
  id: string; officer_id: string; unit_id: string; role: OfficerRole;
}

/** Signatures passed on by a document: proposed by one, approved by another, limited in time and content, never passed on further. */
@Injectable()
export class DelegationAdministration {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationService,
    private readonly catalogue: CatalogueService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that wait, are in force or will be, in the units somebody answers for. @throws DomainError permission.missing */
  list(principal: OfficerPrincipal): Promise<Delegation[]> {
    requirePermission(principal, 'delegation.propose');
    return this.database.transaction(SYSTEM, (tx) => delegationsIn(tx, unitsWith(principal, 'delegation.propose'), this.clock.now()));
  }

  /**
   * Puts a delegation on record; it gives nothing until a second person approves it.
   * @throws DomainError permission.missing, request.invalid, procedure.unknown, delegation.no-passing-on, delegation.not-held, delegation.not-eligible
   */
  async propose(principal: OfficerPrincipal, delegation: NewDelegation): Promise<Delegation> {
    const now = this.clock.now();
    if (Temporal.Instant.compare(delegation.to, delegation.from) <= 0 || Temporal.Instant.compare(delegation.to, now) <= 0) {
      throw new DomainError('request.invalid', { fields: [{ pointer: '/to', vi: 'Thời điểm kết thúc phải sau lúc bắt đầu và sau lúc này.', en: 'The end must be after the beginning, and not over.' }] });
    }
    for (const code of delegation.procedures) this.catalogue.catalogue.get(code);
    return this.database.transaction(SYSTEM, async (tx) => {
      const [from, to] = await Promise.all([getPost(tx, delegation.postId, now), getPost(tx, delegation.delegatePostId, now)]);
      await refusePassingOn(tx, principal, from, delegation.permissions, now);
      requirePermission(principal, 'delegation.propose', { unitId: from.unit_id });
      if (!DELEGATING.includes(from.role) || delegation.permissions.some((each) => !(SIGNING_PERMISSIONS as readonly string[]).includes(each))) throw new DomainError('delegation.not-held');
      if (!(await this.isEligible(from, to))) throw new DomainError('delegation.not-eligible');
      const id = newId();
      await insertDelegation(tx, id, delegation, principal.officerId, now);
      return getDelegation(tx, id);
    });
  }

  /**
   * From its beginning on the delegate signs. By the delegator, or another leader; never by who proposed it or the delegate.
   * @throws DomainError delegation.own-proposal, delegation.decided, permission.missing
   */
  approve(principal: OfficerPrincipal, id: string): Promise<Delegation> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const delegation = await lockProposedDelegation(tx, id);
      requireDeciding(principal, delegation);
      if (delegation.proposedBy === principal.officerId || delegation.delegateId === principal.officerId) throw new DomainError('delegation.own-proposal');
      await approveDelegation(tx, id, principal.officerId, this.clock.now());
      await watchLanes(tx, this.clock.now());
      return getDelegation(tx, id);
    });
  }

  /** Its proposer takes it back, or the second person does not approve it. @throws DomainError delegation.decided, permission.missing */
  reject(principal: OfficerPrincipal, id: string, reason: string): Promise<Delegation> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const delegation = await lockProposedDelegation(tx, id);
      if (delegation.proposedBy !== principal.officerId) requireDeciding(principal, delegation);
      await rejectDelegation(tx, id, principal.officerId, reason, this.clock.now());
      return getDelegation(tx, id);
    });
  }

  /** Ends it before its time: the delegator, another leader, or the delegate who gives it back. @throws DomainError delegation.over, permission.missing */
  end(principal: OfficerPrincipal, id: string): Promise<Delegation> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const delegation = await getDelegation(tx, id);
      if (delegation.delegateId !== principal.officerId) requireDeciding(principal, delegation);
      await endDelegation(tx, id, principal.officerId, this.clock.now());
      await watchLanes(tx, this.clock.now());
      return getDelegation(tx, id);
    });
  }

  /** Whether an officer may decide on it or end it. */
  mayDecide(principal: OfficerPrincipal, { delegatorId, delegateId, proposedBy, unitId, state }: Delegation): boolean {
    if (state === 'proposed' && (proposedBy === principal.officerId || delegateId === principal.officerId)) return false;
    return delegatorId === principal.officerId || may(principal, 'delegation.approve', { unitId });
  }

  /** The delegate heads a unit below the delegator's, or a division of the very unit. */
  private async isEligible(from: PostRow, to: PostRow): Promise<boolean> {
    if (from.officer_id === to.officer_id || !DELEGATES.includes(to.role)) return false;
    if (from.unit_id === to.unit_id) return to.role === 'division-head';
    const line = await this.organisation.lineOf(to.unit_id);
    return line.some(({ id }) => id === from.unit_id);
  }
}

function requireDeciding(principal: OfficerPrincipal, { delegatorId, unitId }: Delegation): void {
  if (delegatorId !== principal.officerId) requirePermission(principal, 'delegation.approve', { unitId });
}

/** @throws DomainError not-found for a post that is none or is over */
async function getPost(tx: Transaction, id: string, now: Temporal.Instant): Promise<PostRow> {
  const post = await tx.maybeOne<PostRow>(
    `select p.id, p.officer_id, p.unit_id, p.role from post p join officer o on o.id = p.officer_id and o.active
      where p.id = $1 and ${isNotOver('p', dayOf('$2'))}`, [id, now.toString()]);
  if (post === undefined) throw new DomainError('not-found');
  return post;
}

/**
 * Nobody passes on what is not their own: not the post they stand or sign in for (a deputy may propose what the head then
 * passes on), and from their own post not what they hold by another's document. @throws DomainError delegation.no-passing-on
 */
async function refusePassingOn(tx: Transaction, principal: OfficerPrincipal, from: PostRow, permissions: readonly string[], now: Temporal.Instant): Promise<void> {
  const [own = principal] = rightsOf(principal);
  const borrowed = principal.posts.some((post) => post.for !== undefined && post.postId === from.id) && !may(own, 'delegation.propose', { unitId: from.unit_id });
  const held = await tx.maybeOne(
    `select 1 from delegation where delegate_id = $1 and approved_at is not null and ended_at is null and to_at > $2 and permissions && $3::text[]`, [from.officer_id, now.toString(), permissions]);
  if (borrowed || (held !== undefined && !DELEGATING.includes(from.role))) throw new DomainError('delegation.no-passing-on');
}
