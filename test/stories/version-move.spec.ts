import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CatalogueService, type Procedure } from '@app/catalogue';
import { verifyJournal } from '@app/dossiers';
import { newId } from '@app/kernel';
import type { BatchResultDto } from '../../apps/desk/src/dossiers/batch.dto.js';
import type { DossierDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import type { EarlierCountDto, EarlierVersionDto, VersionMoveDto } from '../../apps/desk/src/dossiers/version.dto.js';
import { eventsOf, ledgerOf, rowOf } from '../support/behind.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { prepare, toApproval, toReturn, type Preparation } from '../support/prepare.js';
import { migration, nextVersion, publishVersion } from '../support/second-version.js';
import { MARITAL_STATUS, act, read, tryAct, type Problem } from '../support/steps.js';

jest.setTimeout(120_000);

let desk: TestDesk;
let preparation: Preparation;
let first: Procedure;
let clerk: Visitor;
let registrar: Visitor;
let chairman: Visitor;
let admin: Visitor;

const WHY = 'Quy định mới có lợi hơn cho người dân';
const moveTo = (toVersion: number): { toVersion: number; note: string } => ({ toVersion, note: WHY });
const preview = (id: string, to: number): ReturnType<typeof chairman.get<VersionMoveDto>> => chairman.get<VersionMoveDto>(`/api/dossiers/${id}/version-move?to=${to}`);

beforeAll(async () => {
  desk = await startTestDesk();
  preparation = await prepare(desk, MARITAL_STATUS);
  [clerk, registrar, chairman, admin] = ['tiepnhan.bienhoa', 'hotich.bienhoa', 'chutich.bienhoa', 'quantri'].map((login) => desk.officer(login)) as [Visitor, Visitor, Visitor, Visitor];
  first = await desk.app.get(CatalogueService).getVersion(MARITAL_STATUS, 1);
});
afterAll(() => desk?.stop());

describe('a version is published while dossiers run', () => {
  let examined: string;
  let sent: string;
  let later: string;
  let staying: string;

  beforeAll(async () => {
    [staying, examined, sent, later] = [await preparation.receive(), await preparation.receive(), await preparation.receive(), await preparation.receive()];
    await preparation.go(staying, toApproval().slice(0, 2));
    await preparation.go(examined, toApproval().slice(0, 2));
    await preparation.go(sent, toApproval().slice(0, 1));
    await preparation.go(later, toApproval());
  });

  test('not while a state of the old machine has no place, nor while something waited for would lose its way out', async () => {
    const { states, ...others } = migration(first);
    await expect(publishVersion(desk, nextVersion(first, (next) => { next.migrations = [{ ...others }]; }))).rejects.toMatchObject({
      code: 'procedure.faulty', details: { fields: expect.arrayContaining([expect.objectContaining({
        pointer: '/migrations/0/states/processing.examine.working', en: 'The state "processing.examine.working" has no place in the new version. Name the one that answers to it, or null.',
      })]) as unknown },
    });
    const wrong = { ...states, 'processing.examine.awaitingSupplement': 'processing.verify.working' };
    await expect(publishVersion(desk, nextVersion(first, (next) => { next.migrations = [{ ...others, states: wrong }]; }))).rejects.toMatchObject({
      details: { fields: [{ pointer: '/migrations/0/states/processing.examine.awaitingSupplement', en: 'The state "processing.examine.awaitingSupplement" cannot become "processing.verify.working": the clock runs in one and stands in the other.' }] },
    });
    const elsewhere = { ...states, 'processing.examine.working': 'handedBack' };
    await expect(publishVersion(desk, nextVersion(first, (next) => { next.migrations = [{ ...others, states: elsewhere }]; }))).rejects.toMatchObject({
      details: { fields: [{ en: 'The state "processing.examine.working" cannot become "handedBack": it lies in another part of the life cycle.' }] },
    });
    await expect(publishVersion(desk, nextVersion(first, (next) => { next.migrations = [{ ...others, states: states!, declaration: { set: { copies: 1 } } }]; }))).rejects.toMatchObject({
      details: { fields: [{ pointer: '/migrations/0/declaration', en: 'The new version no longer asks "personEthnicity". Rename it or remove the answer explicitly.' }] },
    });
  });

  test('they stay on theirs, what comes now follows the new one', async () => {
    await publishVersion(desk, nextVersion(first));
    expect((await rowOf(desk, examined)).procedure_version).toBe(1);
    const seen = await read(registrar, examined);
    expect(seen.laterVersions).toEqual([{ version: 2, effectiveFrom: '2026-11-23' }]);
    expect(seen.steps.map(({ id }) => id)).toContain('examine');
    expect((await act(registrar, staying, 'examine', { meets: true, note: 'Đủ' })).procedureVersion).toBe(1);
    // The new form asks how many copies, and calls the ethnicity otherwise.
    await expect(preparation.receive()).rejects.toMatchObject({ code: 'declaration.invalid', details: { fields: [{ pointer: '/copies' }, { pointer: '/personEthnicity' }] } });
  });

  test('who may move it sees it before and after; the promise stays', async () => {
    const { status, body } = await preview(examined, 2);
    expect(status).toBe(200);
    const before = await rowOf(desk, examined);
    expect(body).toMatchObject({
      before: { version: 1, state: { en: 'Examination' } }, after: { version: 2, state: { en: 'Examination' } }, dueAt: before.due_at,
      components: [{ label: { en: 'Written commitment' }, after: { en: 'Required' } }],
    });
    expect(body.answers.map(({ label, before: old, after }) => [label.en, old?.vi, after?.vi])).toEqual([['Ethnicity', 'Kinh', 'Kinh'], ['Copies', undefined, '1']]);
    expect(body.after.steps.filter(({ now }) => now)).toHaveLength(1);
    expect((await rowOf(desk, examined)).version).toBe(before.version);
  });

  test('it is an act with actor and reason, and nobody without the permission does it', async () => {
    const { version } = await read(registrar, examined);
    expect((await tryAct(registrar, examined, version, 'moveVersion', moveTo(2))).body).toMatchObject({ code: 'permission.missing' });
    expect((await read(registrar, examined)).acts.map(({ event }) => event)).not.toContain('moveVersion');
    expect((await read(chairman, examined)).acts.map(({ event }) => event)).toContain('moveVersion');
    expect((await tryAct(chairman, examined, version, 'moveVersion', { toVersion: 2 })).body).toMatchObject({ code: 'request.invalid' });
    expect((await tryAct(chairman, examined, version - 1, 'moveVersion', moveTo(2))).body).toMatchObject({ code: 'act.stale' });

    const before = await rowOf(desk, examined);
    const ledger = await ledgerOf(desk, examined);
    const moved = await act(chairman, examined, 'moveVersion', moveTo(2));
    const after = await rowOf(desk, examined);
    expect(moved).toMatchObject({ procedureVersion: 2, code: before.code, laterVersions: [] });
    expect(moved.history.at(-1)).toMatchObject({ event: 'moveVersion', note: WHY });
    expect([after.value, after.step_id, after.due_at, after.step_due_at === null, after.holder_unit, after.time_limit]).toEqual([
      { processing: { verify: 'working' } }, 'verify', before.due_at, false, before.holder_unit, before.time_limit,
    ]);
    expect(await ledgerOf(desk, examined)).toEqual(ledger);
    expect(moved.components.filter(({ required }) => required).map(({ key }) => key)).toEqual(['commitment']);
    expect(moved.components.map(({ key }) => key)).toContain('residence-paper');
  });

  test('a repeated move is refused, since it follows the new version already', async () => {
    const { version } = await read(chairman, examined);
    expect((await tryAct(chairman, examined, version, 'moveVersion', moveTo(2))).body).toMatchObject({ code: 'version.not-later', status: 422 });
    expect((await tryAct(chairman, examined, version, 'moveVersion', moveTo(1))).body).toMatchObject({ code: 'version.not-later' });
  });

  test('it goes on to its end by the new machine', async () => {
    await preparation.go(examined, [...toApproval().slice(2), ['chutich.bienhoa', 'approve'], ...toReturn()]);
    expect((await rowOf(desk, examined)).status).toBe(10);
    expect((await eventsOf(desk, examined)).filter((event) => event === 'moveVersion')).toHaveLength(1);
  });

  test('the papers of before are laid out by the version of before', async () => {
    await desk.drain();
    const receipt = await clerk.bytes(`/api/dossiers/${examined}/papers/form/receipt.pdf`);
    expect([receipt.status, receipt.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  test('many are moved at once where the versions of the procedure stand, each with its outcome', async () => {
    const { status, body: [earlier] } = await admin.get<EarlierVersionDto[]>(`/api/admin/procedures/${MARITAL_STATUS}/earlier-dossiers`);
    expect([status, earlier?.version, earlier?.total, earlier?.later]).toEqual([200, 1, 3, [{ version: 2, effectiveFrom: '2026-11-23' }]]);
    const counts = (await admin.get<EarlierCountDto[]>('/api/admin/earlier-dossiers')).body;
    expect(counts.map(({ code, version, total, states }) => [code, version, total, states.reduce((sum, { count }) => sum + count, 0)])).toEqual([[MARITAL_STATUS, 1, 3, 3]]);
    expect((await clerk.get<Problem>('/api/admin/earlier-dossiers')).body.code).toBe('permission.missing');
    const items = earlier!.dossiers.map(({ id, version }) => ({ dossierId: id, commandId: newId(), expectedVersion: version }));
    const batch = { event: 'moveVersion', items, ...moveTo(2) };
    const { body } = await admin.post<BatchResultDto>('/api/dossiers/batch', batch);
    expect([body.done, body.failed]).toEqual([3, 0]);
    expect((await admin.post<BatchResultDto>('/api/dossiers/batch', batch)).body).toEqual(body);
    expect((await admin.get<EarlierVersionDto[]>(`/api/admin/procedures/${MARITAL_STATUS}/earlier-dossiers`)).body).toEqual([]);
    await preparation.go(sent, [...toApproval().slice(1), ['chutich.bienhoa', 'approve'], ...toReturn()]);
    await preparation.go(later, [['chutich.bienhoa', 'approve'], ...toReturn()]);
    expect([(await rowOf(desk, sent)).status, (await rowOf(desk, later)).status]).toEqual([10, 10]);
  });

  test('every journal replays through both versions', async () => {
    expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
  });
});

describe('a version the law keeps old dossiers from', () => {
  let id: string;
  const offered = ({ acts }: DossierDto): boolean => acts.some(({ event }) => event === 'moveVersion');

  beforeAll(async () => {
    const second = nextVersion(first);
    const { set: _, ...declaration } = migration(first).declaration!;
    await publishVersion(desk, { ...first, version: 3, effective: { from: '2026-11-23' } });
    id = await preparation.receive();
    await publishVersion(desk, { ...second, version: 4, migrations: [] });
    await publishVersion(desk, { ...second, version: 5, migrations: [], pinned: { basis: 'Luật Hộ tịch 2026, Điều 70' } });
    await publishVersion(desk, { ...second, version: 6, migrations: [{ ...migration(first), from: 3, declaration }], effective: { from: '2027-03-01' } });
  });

  test('cannot be moved to, nor one without a migration, nor one to come', async () => {
    const seen = await read(chairman, id);
    expect(seen.laterVersions.map(({ version, refusal }) => [version, refusal?.code])).toEqual([[5, 'version.pinned'], [4, 'version.no-migration']]);
    expect(offered(seen)).toBe(false);
    const codes = await Promise.all([4, 5, 6, 9].map(async (to) => (await tryAct(chairman, id, seen.version, 'moveVersion', moveTo(to))).body.code));
    expect(codes).toEqual(['version.no-migration', 'version.pinned', 'version.not-later', 'version.not-later']);
    const { body } = await chairman.get<Problem>(`/api/dossiers/${id}/version-move?to=5`);
    expect(body).toMatchObject({ code: 'version.pinned', detail: 'Theo Luật Hộ tịch 2026, Điều 70, hồ sơ tiếp nhận trước phiên bản 5 giải quyết theo quy định cũ. Hồ sơ giữ phiên bản của mình.' });
  });

  test('from its day the one to come may be', async () => {
    await desk.moveTo('2027-03-01T08:00');
    const seen = await read(chairman, id);
    expect(seen.laterVersions[0]).toEqual({ version: 6, effectiveFrom: '2027-03-01' });
    expect((await tryAct(chairman, id, seen.version, 'moveVersion', moveTo(6))).body).toMatchObject({ code: 'version.answers-missing', fields: [{ pointer: '/copies' }] });
  });
});
