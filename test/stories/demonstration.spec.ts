import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDataSource, createScratch, Database, SYSTEM, type ScratchDatabase } from '@app/database';
import { dossierIdOf, PLANNED_DOSSIERS, PLANNED_GROUPS, seedDemonstration } from '@app/demonstration';
import { judgePaper } from '@app/documents';
import { verifyJournal } from '@app/dossiers';
import { ALARMS } from '@app/workflow';
import type { DataSource } from 'typeorm';

interface Stage {
  readonly status: number;
  readonly step: string | null;
  readonly holder: string;
  readonly addressee: string | null;
}

/** Where each dossier of the demonstration must be found. */
const STAGES: Readonly<Record<string, Stage>> = {
  'filed-online': { status: 1, step: null, holder: 'c26068.centre', addressee: null },
  'awaiting-correction': { status: 5, step: null, holder: 'c26068.centre', addressee: null },
  'received-this-morning': { status: 2, step: 'transfer', holder: 'c26248.centre', addressee: null },
  'handed-over': { status: 2, step: 'transfer', holder: 'c26206.centre', addressee: 'c26206.office' },
  'under-examination': { status: 4, step: 'examine', holder: 'c25405.office', addressee: null },
  'awaiting-supplement': { status: 5, step: 'examine', holder: 'c26068.office', addressee: null },
  'before-the-chairman': { status: 4, step: 'approve', holder: 'c26248', addressee: null },
  'land-under-review': { status: 4, step: 'examine', holder: 'p75.land-registration', addressee: null },
  'land-handed-down': { status: 4, step: 'toPosting', holder: 'p75.land-registration', addressee: 'c26206.economy' },
  'land-posted': { status: 4, step: 'posting', holder: 'c26248.economy', addressee: null },
  'land-back-at-review': { status: 4, step: 'draft', holder: 'p75.land-registration', addressee: null },
  'land-before-the-director': { status: 4, step: 'approve', holder: 'p75.land-registration', addressee: null },
  'waiting-to-be-collected': { status: 9, step: null, holder: 'c26068.centre', addressee: null },
  'returned': { status: 10, step: null, holder: 'c25405.centre', addressee: null },
  'birth-returned': { status: 10, step: null, holder: 'c26206.centre', addressee: null },
  'receipt-refused': { status: 3, step: null, holder: 'c26206.centre', addressee: null },
  'refused': { status: 4, step: 'number', holder: 'c26248.office', addressee: null },
  'copy-before-the-chairman': { status: 4, step: 'approve', holder: 'c26068', addressee: null },
  'copy-returned': { status: 10, step: null, holder: 'c26248.centre', addressee: null },
  'copies-before-the-chairman': { status: 4, step: 'sign', holder: 'c26068', addressee: null },
  'copies-returned': { status: 10, step: null, holder: 'c26248.centre', addressee: null },
  'allowance-under-verification': { status: 4, step: 'examine', holder: 'c26068.culture', addressee: null },
  'allowance-to-be-collected': { status: 9, step: null, holder: 'c26248.centre', addressee: null },
  'allowance-refused': { status: 4, step: 'number', holder: 'c26206.office', addressee: null },
  'permit-consulting': { status: 4, step: 'consult', holder: 'c26068.economy', addressee: null },
  'permit-awaiting-drawings': { status: 5, step: 'examine', holder: 'c26248.economy', addressee: null },
  'permit-returned': { status: 10, step: null, holder: 'c26206.centre', addressee: null },
  'household-posted': { status: 4, step: 'posting', holder: 'c26248.culture', addressee: null },
  'worship-at-the-department': { status: 4, step: 'appraise', holder: 'p75.home-affairs', addressee: null },
  'first-certificate-to-be-paid': { status: 6, step: 'draft', holder: 'c26248.economy', addressee: null },
  'first-certificate-ready': { status: 9, step: null, holder: 'c26206.centre', addressee: null },
  'household-recognised': { status: 9, step: null, holder: 'c25405.centre', addressee: null },
};

/** How far each procedure of the linked filings has come; `null` waits for nobody yet. */
const MEMBERS: ReadonlyArray<readonly [group: string, member: string, status: number, step: string | null]> = [
  ['linked-birth', 'birth', 10, null], ['linked-birth', 'residence', 2, 'police'], ['linked-birth', 'health', 2, 'insurance'], ['linked-birth', 'card', 1, null],
  ['linked-death', 'death', 4, 'handBack'], ['linked-death', 'removal', 1, null], ['linked-death', 'funeral', 1, null],
];
/** Filed by the system when the first result was there. */
const BEGUN_BY_THEMSELVES = MEMBERS.length - PLANNED_GROUPS.length;

const ALL_ACTS = [...PLANNED_DOSSIERS, ...PLANNED_GROUPS].reduce((sum, { steps }) => sum + steps.length, 0);

describe('the demonstration begins with dossiers at every stage', () => {
  const now = Temporal.Instant.from('2026-11-23T03:30:00Z');
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-demonstration-'));
  let scratch: ScratchDatabase;
  let dataSource: DataSource;
  let asMigrator: Database;
  let interruptedAt = 0;
  const seed = (): Promise<void> => seedDemonstration({
    asMigrator, applicationUrl: scratch.applicationUrl, now, filesFolder: folder, keysFolder: path.join(folder, 'keys'), publicUrl: 'http://localhost:3000', hotline: '1900 0000', log: () => undefined,
  });
  const rows = <T>(sql: string): Promise<T[]> => asMigrator.transaction(SYSTEM, (tx) => tx.rows<T>(sql));

  beforeAll(async () => {
    scratch = await createScratch({ applicationUrl: process.env['TEST_DATABASE_URL'] ?? '', migratorUrl: process.env['TEST_DATABASE_MIGRATOR_URL'] ?? '' });
    dataSource = await createDataSource({ url: scratch.migratorUrl, role: 'migrator' }).initialize();
    asMigrator = new Database(dataSource);
    // The first seed dies half-way; the second goes on from there.
    await rows(`create function stop_the_seed() returns trigger language plpgsql as $$
        begin if new.event = 'approveAndSign' and new.dossier_id = '${dossierIdOf('waiting-to-be-collected')}' then raise 'the seed is interrupted'; end if; return new; end $$`);
    await rows('create trigger stop_the_seed before insert on journal for each row execute function stop_the_seed()');
    await expect(seed()).rejects.toThrow('the seed is interrupted');
    await rows('drop trigger stop_the_seed on journal');
    interruptedAt = (await rows<{ acts: number }>('select count(*) as acts from journal'))[0]!.acts;
    await seed();
  }, 180_000);
  afterAll(async () => {
    await dataSource?.destroy();
    await scratch?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('each dossier stands where its plan ends', async () => {
    const found = await rows<Stage & { id: string }>('select id, status, step_id as step, holder_unit as holder, addressee_unit as addressee from dossier');
    const byId = new Map(found.map(({ id, ...stage }) => [id, stage]));
    expect(Object.fromEntries(PLANNED_DOSSIERS.map(({ key }) => [key, byId.get(dossierIdOf(key))]))).toEqual(STAGES);
    expect(found).toHaveLength(PLANNED_DOSSIERS.length + MEMBERS.length);
  });

  test('of each linked group one is on its way: some results are returned, others begun with them', async () => {
    const found = await rows<{ group_id: string; key: string; status: number; step: string | null }>(
      'select m.group_id, m.key, d.status, d.step_id as step from linked_member m join dossier d on d.id = m.dossier_id order by m.group_id, m.position');
    const named = new Map(PLANNED_GROUPS.map(({ key }) => [dossierIdOf(key), key]));
    expect(found.map(({ group_id: id, key, status, step }) => [named.get(id), key, status, step]).toSorted(([one], [other]) => one!.toString().localeCompare(other!.toString()))).toEqual(MEMBERS);
    expect(await rows("select system from elsewhere_message where state = 'queued' order by system")).toEqual([{ system: 'residence' }, { system: 'social-insurance' }]);
  });

  test('a seed that was interrupted has gone on where it stopped', () => {
    expect(interruptedAt).toBeGreaterThan(0);
    expect(interruptedAt).toBeLessThan(ALL_ACTS);
  });

  test('every act has its officer, nothing lies in the future, and the chain verifies', async () => {
    const report = await verifyJournal(asMigrator);
    const [reminders] = await rows<{ acts: number }>(`select count(*)::int as acts from journal where event in (${[...ALARMS, 'signed', 'sealed'].map((event) => `'${event}'`).join(', ')})`);
    expect(report).toMatchObject({ dossiers: PLANNED_DOSSIERS.length + MEMBERS.length, rows: ALL_ACTS + BEGUN_BY_THEMSELVES + reminders!.acts, faults: [] });
    const [latest] = await rows<{ at: string }>('select max(at) as at from journal');
    expect(Temporal.Instant.compare(Temporal.Instant.from(latest!.at), now)).toBe(-1);
  });

  test('all effects are done, and the papers of the returned dossiers are there', async () => {
    expect(await rows('select 1 from effect where done_at is null')).toEqual([]);
    expect(await rows('select 1 from lane')).toEqual([]);
    const forms = await rows<{ form: string }>(`select distinct form from paper where dossier_id = '${dossierIdOf('birth-returned')}' order by form`);
    expect(forms.map(({ form }) => form)).toEqual(['control-slip', 'receipt', 'result']);
  });

  test('results are signed and sealed with the keys of those who decided, but for copies, which are signed by hand at the counter', async () => {
    const deeds = await rows<{ id: string; kinds: string }>(`select dossier_id as id, string_agg(kind, ' ' order by seq) as kinds from paper_revision group by dossier_id`);
    const numbered = await rows<{ id: string }>('select dossier_id as id from result where number is not null order by 1');
    expect(new Set(deeds.map(({ kinds }) => kinds))).toEqual(new Set(['signature number seal']));
    expect(numbered.map(({ id }) => id).filter((id) => !deeds.some((deed) => deed.id === id))).toEqual([dossierIdOf('copy-returned'), dossierIdOf('copies-returned')].toSorted());
    const [{ sha256 }] = (await rows<{ sha256: string }>(`select sha256 from paper where dossier_id = '${dossierIdOf('birth-returned')}' and form = 'result'`)) as [{ sha256: string }];
    const chains = await rows<{ certificate: Buffer }>('select distinct unnest(chain) as certificate from signing_key');
    const judged = await judgePaper(readFileSync(path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)), chains.map(({ certificate }) => new X509Certificate(certificate)));
    expect(judged).toMatchObject({ verdict: 'genuine', signatures: [{ field: 'signature', later: 'permitted' }, { field: 'seal', later: 'none' }] });
  });

  test('of three bodies asked about a guest house one has answered, the others have time', async () => {
    const asked = await rows<{ body: string; outcome: string | null }>(`select body_id as body, outcome from consultation where dossier_id = '${dossierIdOf('permit-consulting')}' order by body_id`);
    expect(asked).toEqual([{ body: 'fireSafety', outcome: null }, { body: 'heritage', outcome: null }, { body: 'planning', outcome: 'answered' }]);
  });

  test('the owner of the lost certificate in the README’s story begins with nothing', async () => {
    expect(await rows(`select 1 from dossier_person where personal_id in ('075068421489', '075171429408')`)).toEqual([]);
  });

  test('a second start changes nothing', async () => {
    const state = (): Promise<unknown[]> => rows('select id, version, updated_at, code from dossier order by id');
    const before = await state();
    const begun = performance.now();
    await seed();
    expect(performance.now() - begun).toBeLessThan(100);
    expect(await state()).toEqual(before);
  });
});
