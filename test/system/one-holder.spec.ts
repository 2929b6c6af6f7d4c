import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { OfficerPrincipal, Principal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { SYSTEM } from '@app/database';
import { Acts, DossierWorld, ExchangeRunner, FileDossier, verifyJournal, type DossierRow } from '@app/dossiers';
import { DomainError, newId } from '@app/kernel';
import { rolesFulfilling } from '@app/organisation';
import { describe, possible, ruleOf, type EventType, type Stored } from '@app/workflow';
import { grant } from '../../apps/desk/src/stand-in-agencies/answering.js';
import { startStandInAgencies, type StandInAgencies } from '../../apps/desk/src/stand-in-agencies/start-stand-in-agencies.js';
import { WEIGHTS, dataFor } from '../simulation/act-data.js';
import { randomFrom } from '../simulation/random.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { findActsBeyondRight, findHolderFaults, findOwnDecisions } from '../support/one-holder.js';
import { prepare } from '../support/prepare.js';
import { nextVersion, publishVersion } from '../support/second-version.js';
import { BUILDING_PERMIT, LOST_LAND, MARITAL_STATUS, MATTERS, RESIDENCE } from '../support/steps.js';
import { WalkingOffice } from '../support/walking-office.js';

/**
 * A walk at random through the acts of real dossiers, with people who fall ill, stand in and sign for each other. Another walk:
 * `WALK_SEED=7`. The number of steps bounds the time, so that a seed always goes the same way.
 */
const SEED = Number(process.env['WALK_SEED'] ?? 1);
const STEPS = Number(process.env['WALK_STEPS'] ?? 260);
jest.setTimeout(180_000);

let desk: TestDesk;
let agencies: StandInAgencies;
const random = randomFrom(SEED);
const filed: string[] = [];

beforeAll(async () => {
  agencies = await startStandInAgencies({ host: '127.0.0.1', port: 0, now: () => desk.clock.now().toString() });
  desk = await startTestDesk('2026-11-23T08:00', { agencies: agencies.connections });
});
afterAll(async () => {
  await desk?.stop();
  await agencies?.close();
});

/** Rare acts come up more often than in life, endings less: it is the way between people that is looked at. */
const RARER: Partial<Record<EventType, number>> = {
  returnHandover: 5, recall: 4, returnToCommune: 6, reroute: 4, requestSupplement: 2, proposeExtension: 1.5, sendBack: 4, stop: 0.05, refuseReceipt: 0, assign: 1.5, askWithdrawal: 0.3,
};
const ANYBODY = ['receiving-clerk', 'case-officer', 'reviewer', 'records-clerk'];

type WalkedRow = DossierRow & { readonly owner: string };
const rowOf = (id: string): Promise<WalkedRow> => desk.asOwner.transaction(SYSTEM, (tx) => tx.one<WalkedRow>(
  `select d.*, p.person_id as owner from dossier d join dossier_person p on p.dossier_id = d.id and p.role = 'owner' where d.id = $1`, [id]));

async function fileAll(): Promise<void> {
  for (const [code, communes] of [[MARITAL_STATUS, ['bienhoa', 'bienhoa', 'trangbom']], [LOST_LAND, ['bienhoa', 'trangbom', 'dinhquan']], [BUILDING_PERMIT, ['bienhoa']], [RESIDENCE, ['bienhoa', 'bienhoa']]] as const) {
    const preparation = await prepare(desk, code);
    for (const commune of communes) filed.push(await preparation.receive(commune));
    if (code !== MARITAL_STATUS) continue;
    // One for another commune than the one that receives it, and one that comes online.
    const elsewhere = { ...preparation.filing('bienhoa'), competentCommuneId: 'c26248' };
    await desk.app.get(FileDossier).file(elsewhere, await preparation.principal('tiepnhan.bienhoa'));
    const online = { ...preparation.filing('bienhoa'), channel: 'online' as const, event: 'file' as const };
    await desk.app.get(FileDossier).file(online, { kind: 'citizen', personId: online.owner.personId, name: online.owner.fullName });
    filed.push(elsewhere.dossierId, online.dossierId);
  }
}

/** Whoever the rule of an act names; now and then somebody else, who must then be refused. */
async function actorOf(office: WalkingOffice, event: EventType, row: WalkedRow, role: string): Promise<Principal | undefined> {
  const leaders = rolesFulfilling('leader');
  const at = (unit: string | undefined, roles: readonly string[]): Promise<OfficerPrincipal | undefined> => (unit === undefined ? Promise.resolve(undefined) : office.somebody(unit, roles));
  switch (ruleOf(event).audience) {
    case 'citizen': return row.channel === 'online' ? { kind: 'citizen', personId: row.owner, name: 'Người nộp' } : at(row.receiving_unit, ['receiving-clerk']);
    case 'addressee': return at(row.addressee_unit ?? row.holder_unit, ANYBODY);
    case 'sender':
    case 'viewer': return at(row.holder_unit, ANYBODY);
    case 'head': return at(row.head_unit, leaders);
    case 'consulted': return at(row.consulted_units[0], [...ANYBODY, 'division-head', ...leaders]);
    case 'holder': return event === 'moveVersion' ? at(row.competent_commune, ['chairman']) : at(row.holder_unit, rolesFulfilling(role));
    default: return undefined;
  }
}

/** The agencies' own systems: what waits goes out, something is told of a case, what was told comes in. */
async function agencyRound(): Promise<void> {
  await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('delete from lane where dossier_id in (select id from dossier where procedure_code <> $1)', [RESIDENCE]));
  await desk.drain();
  await desk.app.get(ExchangeRunner).round({ ignoreBackOff: true });
  const police = agencies.get('residence');
  const cases = police.agency.cases.filter(({ status }) => !['granted', 'refused', 'stopped', 'withdrawn'].includes(status));
  if (cases.length > 0) {
    const one = random.one(cases);
    const told = random.one(['acknowledged', 'supplement-asked', 'granted'] as const);
    if (told === 'granted' && one.status !== 'new') await grant(police.agency, police.kind, one, desk.clock.now().toString());
    else if (told === 'supplement-asked' && one.status !== 'new') police.agency.tell(one.id, told, { items: [{ target: 'field', key: 'homeAddress', reason: 'wrong-information', note: 'Ghi rõ số nhà.' }] });
    else if (one.status === 'new') police.agency.tell(one.id, 'acknowledged');
  }
  await desk.app.get(ExchangeRunner).round({ ignoreBackOff: true });
}

/** An hour passes, or a night. */
async function letTimePass(): Promise<void> {
  const at = desk.clock.now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').add({ minutes: 3 + Math.floor(random.next() * 25) });
  const next = at.hour >= 17 ? at.add({ days: 1 }).with({ hour: 7, minute: 30 }) : at;
  await desk.moveTo(next.toPlainDateTime().toString().slice(0, 16));
}

test(`a walk of ${STEPS} steps by the seed ${SEED}: one holder at every instant, four eyes, nobody acts beyond their right, no work without an owner`, async () => {
  const office = new WalkingOffice(desk, random);
  await office.open();
  await fileAll();
  const done = new Map<string, number>();
  const refused = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string): unknown => counts.set(name, (counts.get(name) ?? 0) + 1);
  const trail: string[] = [];
  const first = await desk.app.get(CatalogueService).getVersion(MARITAL_STATUS, 1);

  const published = Math.floor(STEPS / 4);
  const canMove = ({ procedure_code: code, procedure_version: version }: WalkedRow, step: number): boolean => code === MARITAL_STATUS && version === 1 && step > published;
  for (let step = 0; step < STEPS; step++) {
    if (step === published) await publishVersion(desk, nextVersion(first));
    if (random.next() < 0.3) await letTimePass();
    const refusal = await office.change();
    if (refusal !== undefined) count(refused, refusal);
    if (random.next() < 0.08) await agencyRound();

    const row = await rowOf(random.one(filed));
    const { procedure, machine } = await desk.asOwner.transaction(SYSTEM, (tx) => desk.app.get(DossierWorld).procedureOf(tx, row, desk.clock.now()));
    const stored = { value: row.value, context: row.context } as Stored;
    const event = random.weighted<EventType>(possible(machine, stored).map((each) => [each, each === 'moveVersion' && canMove(row, step) ? 8 : (RARER[each] ?? WEIGHTS[each] ?? 0)] as const));
    const principal = event === undefined ? undefined : await actorOf(office, event, row, describe(machine, stored).role);
    if (event !== undefined && principal !== undefined) {
      const { askAbout } = MATTERS[row.procedure_code]!;
      const answers = (await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ data: Record<string, unknown> }>('select data from dossier_declaration where dossier_id = $1 order by revision desc limit 1', [row.id]))).data;
      const data = event === 'moveVersion' ? { toVersion: 2, note: 'Quy định mới có lợi hơn' } : dataFor(event, {
        process: procedure.process, stepId: row.step_id ?? undefined, now: desk.clock.now(), field: askAbout, answer: answers[askAbout.slice(1)],
        actor: principal.kind === 'officer' ? principal.officerId : '', commune: random.one(['c26068', 'c26248', 'c26206']),
      });
      try {
        await desk.app.get(Acts).act({ id: newId(), dossierId: row.id, expectedVersion: row.version, event, data }, principal);
        count(done, event);
        trail.push(`${step}: ${event}`);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        count(refused, error.code);
        expect({ step, event, version: (await rowOf(row.id)).version }).toEqual({ step, event, version: row.version });
      }
    }
    const faults = {
      holders: await findHolderFaults(desk.asOwner, filed), lanes: await office.findLaneFaults(),
      beyond: await findActsBeyondRight(desk.asOwner, filed), own: await findOwnDecisions(desk.asOwner, filed),
    };
    expect({ seed: SEED, step, after: trail.slice(-8), ...faults }).toEqual({ seed: SEED, step, after: trail.slice(-8), holders: [], lanes: [], beyond: [], own: [] });
  }

  // The walk went through what it is about.
  const { others } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ others: number }>(`select count(*)::int as others from journal where body::jsonb -> 'actor' ? 'for'`));
  const acts = [...done.values()].reduce((sum, each) => sum + each, 0);
  expect({ acts: acts > STEPS / 4, others: others > 5, away: office.absences.length > 5, signing: office.delegations.length > 1, refused: (refused.get('permission.missing') ?? 0) > 0 })
    .toEqual({ acts: true, others: true, away: true, signing: true, refused: true });
  expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
  if (process.env['WALK_TELL'] !== undefined) process.stdout.write(`${JSON.stringify({ done: Object.fromEntries(done), refused: Object.fromEntries(refused), others, absences: office.absences.length, delegations: office.delegations.length })}\n`);
});
