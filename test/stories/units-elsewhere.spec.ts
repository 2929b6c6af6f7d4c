import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { ExchangeRunner, verifyJournal } from '@app/dossiers';
import { newId } from '@app/kernel';
import { grant } from '../../apps/desk/src/stand-in-agencies/answering.js';
import { NO_FAULTS } from '../../apps/desk/src/stand-in-agencies/faults.js';
import { startStandInAgencies, type StandInAgencies } from '../../apps/desk/src/stand-in-agencies/start-stand-in-agencies.js';
import type { UnitChangePreviewDto } from '../../apps/desk/src/admin/unit-changes.dto.js';
import type { FiledDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { LinkedGroupDto } from '../../apps/desk/src/dossiers/linked.dto.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { DAUGHTER, LINKED_BIRTH, LINKED_DEATH, MOTHER, birthDeclaration, deathDeclaration } from '../support/linked.js';
import { BUILDING_PERMIT, GUEST_HOUSE, HEALTH_CARD, RESIDENCE, act, cast, go, read, receiveAtCounter } from '../support/steps.js';
import { UNIT_CHANGES, decideUnitChange, followUnitChanges } from '../support/unit-changes.js';

jest.setTimeout(120_000);

const TRANG_BOM = 'c26248';
const DINH_QUAN = 'c26206';
const BIEN_HOA = 'c26068';
const NOTED = { meets: true, note: 'Đủ điều kiện' };

describe('what waits for others while its commune merges', () => {
  let desk: TestDesk;
  let agencies: StandInAgencies;
  let here: ReturnType<typeof cast>;
  let there: ReturnType<typeof cast>;
  let beside: ReturnType<typeof cast>;
  let mother: ReturnType<TestDesk['citizen']>;
  const ids: Record<'residence' | 'health' | 'birth' | 'group' | 'consulted' | 'merger', string> = { residence: '', health: '', birth: '', group: '', consulted: '', merger: '' };

  const rows = <T>(sql: string, params: unknown[] = []): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, params));
  const placeOf = async (id: string) => (await rows<Record<string, string>>('select commune, receiving_unit, holder_unit, status from dossier where id = $1', [id]))[0];
  const membersOf = async (citizen = mother, group = ids.group) => (await citizen.get<LinkedGroupDto>(`/api/citizen/groups/${group}`)).body.members;
  /** Effects into the outbox, one round of the agencies, and what follows from it. */
  const round = async (): Promise<void> => {
    await desk.drain();
    await desk.app.get(ExchangeRunner).round({ ignoreBackOff: true });
    await desk.drain();
  };
  const takesUp = async (system: string, id: string): Promise<void> => {
    agencies.get(system).agency.tell(id, 'acknowledged');
    await round();
  };
  const grants = async (system: string, id: string): Promise<void> => {
    const { agency, kind } = agencies.get(system);
    await grant(agency, kind, agency.find(id)!, desk.clock.now().toString());
    await round();
  };

  beforeAll(async () => {
    agencies = await startStandInAgencies({ host: '127.0.0.1', port: 0, now: () => desk.clock.now().toString() });
    desk = await startTestDesk('2026-11-30T09:00', { agencies: agencies.connections });
    [here, there, beside] = [cast(desk, 'trangbom'), cast(desk, 'dinhquan'), cast(desk)];
    mother = desk.citizen(MOTHER.personalId);
    ids.residence = (await receiveAtCounter(here.clerk, RESIDENCE)).dossierId;
    await round();
    await takesUp('residence', ids.residence);
    agencies.get('social-insurance').faults = { ...NO_FAULTS, isDown: true };
    ids.health = (await receiveAtCounter(here.clerk, HEALTH_CARD)).dossierId;
    await round();
    const { status, body } = await mother.post<FiledDto>('/api/citizen/dossiers', {
      commandId: newId(), dossierId: newId(), procedureCode: LINKED_BIRTH, communeId: TRANG_BOM, declaration: birthDeclaration(), delivery: 'electronic', offers: [], components: [],
    });
    expect([status, body.centre.id]).toEqual([201, `${TRANG_BOM}.centre`]);
    [ids.birth, ids.group] = [body.dossierId, body.groupId!];
    await go(ids.birth, [[here.clerk, 'receive', { components: [{ key: 'birth-proof', state: 'passed', kind: 'original' }] }], [here.clerk, 'handOver'], [here.registrar, 'acknowledge']]);
    ids.consulted = (await receiveAtCounter(beside.clerk, BUILDING_PERMIT, {}, GUEST_HOUSE)).dossierId;
    await go(ids.consulted, [
      [beside.clerk, 'handOver'], [beside.landOfficer, 'acknowledge'], [beside.landOfficer, 'examine', NOTED], [beside.landOfficer, 'examine', NOTED],
      [beside.landOfficer, 'requestConsultation', { consult: [{ body: 'planning' }] }],
    ]);
    ids.merger = await decideUnitChange(desk, { body: { kind: 'merge', units: [TRANG_BOM], successor: DINH_QUAN }, effectiveOn: '2026-12-01' });
  });
  afterAll(async () => {
    await desk?.stop();
    await agencies?.close();
  });

  test('the preview tells the linked filing of which procedures have not begun, and the opinion asked of a department that ends', async () => {
    const department = await decideUnitChange(desk, { body: { kind: 'merge', units: ['p75.construction'], successor: 'p75.agriculture' }, effectiveOn: '2026-12-01' });
    const seen = async (id: string) => (await desk.officer('quantri').get<UnitChangePreviewDto>(`${UNIT_CHANGES}/${id}`)).body;
    expect(await seen(ids.merger)).toMatchObject({ total: 3, consultations: 0, waitingGroups: 1 });
    expect(await seen(department)).toMatchObject({ total: 1, consultations: 1, waitingGroups: 0 });
    await desk.moveTo('2026-12-01T07:30');
    expect(await followUnitChanges(desk)).toBe(2);
    expect(await placeOf(ids.residence)).toEqual({ commune: DINH_QUAN, receiving_unit: `${DINH_QUAN}.centre`, holder_unit: `${DINH_QUAN}.police`, status: 4 });
    expect(await placeOf(ids.health)).toMatchObject({ commune: DINH_QUAN, receiving_unit: `${DINH_QUAN}.centre` });
  });

  test('the opinion is asked of the department that followed, which answers it', async () => {
    expect(await rows('select unit_id, outcome from consultation where dossier_id = $1', [ids.consulted])).toEqual([{ unit_id: 'p75.agriculture', outcome: null }]);
    expect((await read(beside.landOfficer, ids.consulted)).holder.id).toBe('c26068.economy');
    await act(beside.planner, ids.consulted, 'answerConsultation', { meets: true, note: 'Phù hợp quy hoạch' });
    expect((await act(beside.landOfficer, ids.consulted, 'submitForApproval', { draft: {} })).holder.id).toBe('c26068');
  });

  test('the answer of the police comes to the centre that followed, which returns it', async () => {
    await desk.moveTo('2026-12-01T09:00');
    await grants('residence', ids.residence);
    expect(await placeOf(ids.residence)).toMatchObject({ commune: DINH_QUAN, holder_unit: `${DINH_QUAN}.centre`, status: 9 });
    expect(await go(ids.residence, [[there.clerk, 'returnResult', { recipient: 'Chính chủ' }]])).toMatchObject({ status: 10, outcome: 'granted' });
  });

  test('what could not be sent before is sent once, and comes back the same way', async () => {
    agencies.get('social-insurance').faults = NO_FAULTS;
    await round();
    expect(agencies.get('social-insurance').agency.cases.map(({ id }) => id)).toEqual([ids.health]);
    await takesUp('social-insurance', ids.health);
    await grants('social-insurance', ids.health);
    expect(await placeOf(ids.health)).toMatchObject({ commune: DINH_QUAN, holder_unit: `${DINH_QUAN}.centre`, status: 9 });
    expect(await go(ids.health, [[here.clerk, 'returnResult', { recipient: 'Chính chủ' }]])).toMatchObject({ status: 10 });
  });

  test('the procedures of a linked filing that begin afterwards begin at the unit that followed', async () => {
    await go(ids.birth, [[here.registrar, 'examine', NOTED], [here.registrar, 'submitForApproval', { draft: {} }]]);
    await desk.drain();
    await mother.post(`/api/citizen/dossiers/${ids.birth}/acts`, { commandId: newId(), expectedVersion: (await read(there.clerk, ids.birth)).version, event: 'confirmDraft' });
    await go(ids.birth, [
      [there.chairman, 'approve'], [there.records, 'number'], [here.records, 'handOver'], [there.clerk, 'acknowledge'], [here.clerk, 'resultReady'], [there.clerk, 'returnResult', { recipient: MOTHER.name }],
    ]);
    await desk.drain();
    const later = (await membersOf()).filter(({ key }) => key !== 'birth');
    expect(later.map(({ key }) => key)).toEqual(['residence', 'health', 'card']);
    for (const { dossierId } of later) expect(await placeOf(dossierId!)).toEqual({ commune: DINH_QUAN, receiving_unit: `${DINH_QUAN}.centre`, holder_unit: `${DINH_QUAN}.centre`, status: 1 });
    const [residence] = later;
    await go(residence!.dossierId!, [[there.clerk, 'receive']]);
    await round();
    await takesUp('residence', residence!.dossierId!);
    expect(await placeOf(residence!.dossierId!)).toMatchObject({ holder_unit: `${DINH_QUAN}.police` });
    await grants('residence', residence!.dossierId!);
    expect(await placeOf(residence!.dossierId!)).toMatchObject({ holder_unit: `${DINH_QUAN}.centre`, status: 9 });
  });

  test('after a split they begin with the part their people live in, like what had begun; the others stay', async () => {
    const daughter = desk.citizen(DAUGHTER.personalId);
    const { body: { dossierId, groupId } } = await daughter.post<FiledDto>('/api/citizen/dossiers', {
      commandId: newId(), dossierId: newId(), procedureCode: LINKED_DEATH, communeId: DINH_QUAN, declaration: deathDeclaration(), delivery: 'electronic', offers: [], components: [],
    });
    await act(there.clerk, dossierId, 'receive', { components: [{ key: 'death-notice', state: 'passed', kind: 'original' }] });
    const [owner] = await rows<{ address: string }>("select address from dossier_person where dossier_id = $1 and role = 'owner'", [dossierId]);
    await decideUnitChange(desk, { body: { kind: 'split', units: [DINH_QUAN], parts: [{ to: BIEN_HOA, places: [owner!.address.split(',')[0]], posts: [] }] }, effectiveOn: '2026-12-01' });
    expect(await followUnitChanges(desk)).toBe(1);
    expect(await placeOf(dossierId)).toMatchObject({ commune: BIEN_HOA, holder_unit: `${BIEN_HOA}.centre` });
    await go(dossierId, [
      [beside.clerk, 'handOver'], [beside.registrar, 'acknowledge'], [beside.registrar, 'examine', NOTED], [beside.registrar, 'submitForApproval', { draft: {} }], [beside.chairman, 'approve'], [beside.records, 'number'],
    ]);
    await desk.drain();
    const later = (await membersOf(daughter, groupId)).filter(({ key }) => key !== 'death');
    expect(later.map(({ key }) => key)).toEqual(['removal', 'funeral']);
    for (const member of later) expect(await placeOf(member.dossierId!)).toMatchObject({ commune: BIEN_HOA, receiving_unit: `${BIEN_HOA}.centre`, status: 1 });
    for (const { dossierId: stays } of (await membersOf()).filter(({ key }) => key === 'health' || key === 'card')) expect(await placeOf(stays!)).toMatchObject({ commune: DINH_QUAN });
  });

  test('every journal is sound and gives its dossier', async () => {
    await desk.drain();
    expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
  });
});
