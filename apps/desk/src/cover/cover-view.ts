import { Inject, Injectable } from '@nestjs/common';
import { may, type OfficerPrincipal, type SigningPermission } from '@app/access';
import { AbsenceAdministration, CLOCK, DelegationAdministration, type Colleague, type EnteredAbsence } from '@app/dossiers';
import type { Clock } from '@app/kernel';
import { OFFICER_ROLES, OrganisationService, positionAt, type Absence, type Delegation, type LaneAlarm, type OfficerRole, type SingleSigner } from '@app/organisation';
import type { AbsenceDto, ColleagueDto, CoverPostDto, DelegationDto, EnteredAbsenceDto, LaneAlarmDto, SingleSignerDto } from './cover.dto.js';

/** Who is away and who signs for whom, in the words of a screen. */
@Injectable()
export class CoverView {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly absences: AbsenceAdministration,
    private readonly delegations: DelegationAdministration,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async absence(absence: Absence, principal: OfficerPrincipal): Promise<AbsenceDto> {
    const { id, officerId, officerName, postId, posts, standInId, standInName, procedures, reason, from, to, enteredByName, enteredAt, endedAt } = absence;
    const now = this.clock.now().epochMilliseconds;
    const state = endedAt !== null || Date.parse(to) <= now ? 'over' : Date.parse(from) > now ? 'coming' : 'now';
    return {
      id, officerId, officerName, onePost: postId !== null, posts: await this.posts(posts), standingIn: standInId === principal.officerId, procedures: [...procedures],
      reason, from, to, state, enteredBy: enteredByName, enteredAt, endable: state !== 'over' && this.absences.mayEnd(principal, absence),
      ...(standInName !== null && { standInName }), ...(endedAt !== null && { endedAt }),
    };
  }

  async entered({ absence, gaps }: EnteredAbsence, principal: OfficerPrincipal): Promise<EnteredAbsenceDto> {
    return {
      absence: await this.absence(absence, principal),
      gaps: await Promise.all(gaps.map(async ({ unitId, role, from, to }) => ({ unitName: await this.unitName(unitId), role, from, to }))),
    };
  }

  async colleague({ officerId, name, posts }: Colleague, principal: OfficerPrincipal): Promise<ColleagueDto> {
    const manageable = officerId === principal.officerId || posts.every(({ unitId }) => may(principal, 'absence.manage', { unitId }));
    return { officerId, name, posts: await this.posts(posts), manageable };
  }

  async delegation(delegation: Delegation, principal: OfficerPrincipal): Promise<DelegationDto> {
    const { id, formula, document, documentOn, procedures, permissions, from, to, state, proposedAt, decidedByName, decidedAt, endedAt } = delegation;
    const delegateUnit = await this.organisation.findUnit(delegation.delegateUnitId);
    const decides = this.delegations.mayDecide(principal, delegation);
    return {
      id, formula, document, documentOn, procedures: [...procedures], permissions: permissions as SigningPermission[], from, to, state, proposedAt,
      delegatorName: delegation.delegatorName, delegatorPost: OFFICER_ROLES[delegation.delegatorRole], unitName: await this.unitName(delegation.unitId),
      delegateName: delegation.delegateName, delegatePosition: positionAt(delegation.delegateRole, delegateUnit?.name.vi ?? delegation.delegateUnitId),
      proposedBy: delegation.proposedByName, own: delegation.proposedBy === principal.officerId,
      decidable: state === 'proposed' && decides,
      endable: state === 'approved' && endedAt === null && (decides || delegation.delegateId === principal.officerId),
      ...(decidedByName !== null && { decidedBy: decidedByName }), ...(decidedAt !== null && { decidedAt }),
    };
  }

  async singleSigner({ unitId, officerName, awayFrom, awayTo }: SingleSigner): Promise<SingleSignerDto> {
    return { unitId, unitName: await this.unitName(unitId), officerName, ...(awayFrom !== null && { awayFrom }), ...(awayTo !== null && { awayTo }) };
  }

  async laneAlarm({ unitId, role, raisedAt, ownerName, ownerUnitId, openDossiers }: LaneAlarm): Promise<LaneAlarmDto> {
    return {
      unitId, unitName: await this.unitName(unitId), role, raisedAt, openDossiers,
      ...(ownerName !== null && { ownerName }), ...(ownerUnitId !== null && { ownerUnitName: await this.unitName(ownerUnitId) }),
    };
  }

  private posts(posts: ReadonlyArray<{ readonly postId: string; readonly unitId: string; readonly role: OfficerRole }>): Promise<CoverPostDto[]> {
    return Promise.all(posts.map(async ({ postId, unitId, role }) => ({ postId, unitId, unitName: await this.unitName(unitId), role, roleName: OFFICER_ROLES[role] })));
  }

  private async unitName(unitId: string): Promise<string> {
    return (await this.organisation.findUnit(unitId))?.shortName.vi ?? unitId;
  }
}
