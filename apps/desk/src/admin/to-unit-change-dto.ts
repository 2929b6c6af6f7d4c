import type { OfficerPrincipal } from '@app/access';
import type { UnitChangePreview } from '@app/dossiers';
import { OFFICER_ROLES, type OrganisationService, type UnitChange } from '@app/organisation';
import { STATUS_NAMES, type NationalStatus } from '@app/workflow';
import type { UnitChangeDto, UnitChangePreviewDto } from './unit-changes.dto.js';

type Units = Pick<OrganisationService, 'findUnit'>;

/** A unit by its short name: as it is, or as the change will make it. */
async function shortName(units: Units, { body }: Pick<UnitChange, 'body'>, id: string): Promise<string> {
  return body.created?.find((each) => each.id === id)?.shortName.vi ?? (await units.findUnit(id))?.shortName.vi ?? id;
}

export async function changeDto(units: Units, change: UnitChange, principal: OfficerPrincipal): Promise<UnitChangeDto> {
  const { id, body, decision, basis, effectiveOn, state, proposedBy, proposedByName, proposedAt, decidedByName, decidedAt, rejectedReason, startedAt, finishedAt } = change;
  const named = [...body.units, ...(body.successor === undefined ? [] : [body.successor]), ...(body.parts ?? []).map(({ to }) => to)];
  const names = await Promise.all(named.map(async (unit) => [unit, await shortName(units, change, unit)] as const));
  return {
    id, body: structuredClone(body) as UnitChangeDto['body'], names: Object.fromEntries(names), decision, basis, effectiveOn, state, proposedBy: proposedByName, proposedAt,
    own: proposedBy === principal.officerId,
    ...(decidedByName !== null && { decidedBy: decidedByName }), ...(decidedAt !== null && { decidedAt }), ...(rejectedReason !== null && { rejectedReason }),
    ...(startedAt !== null && { startedAt }), ...(finishedAt !== null && { finishedAt }),
  };
}

export async function previewDto(units: Units, preview: UnitChangePreview, principal: OfficerPrincipal): Promise<UnitChangePreviewDto> {
  const { change, plan, dossiers, posts, unfilled, rules, total, handovers, consultations, deadlines, alarms, waitingGroups, progress } = preview;
  const made = new Map(plan.created.map((unit) => [unit.id, unit.name.vi]));
  const name = async (id: string): Promise<string> => made.get(id) ?? (await units.findUnit(id))?.name.vi ?? id;
  return {
    change: await changeDto(units, change, principal), total, handovers, consultations, deadlines, alarms, waitingGroups, progress,
    units: await Promise.all(plan.moves.flatMap(({ units: map }) => Object.entries(map)).map(async ([from, to]) => ({ from: await name(from), to: await name(to) }))),
    dossiers: await Promise.all(dossiers.map(async ({ unit, status, count }) => ({ unit: await name(unit), status: STATUS_NAMES[status as NationalStatus], count }))),
    posts: await Promise.all(posts.map(async ({ post, officerName, role, from, to }) => ({
      post, officer: officerName, role: OFFICER_ROLES[role], from: await name(from), ...(to !== undefined && { to: await name(to) }),
    }))),
    unfilled: await Promise.all(unfilled.map(async ({ unit, role }) => ({ unit: await name(unit), role: OFFICER_ROLES[role] }))),
    rules: await Promise.all(rules.map(async ({ kind, unit, what }) => ({ kind, what, unit: await name(unit) }))),
  };
}
