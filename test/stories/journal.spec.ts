import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { toDatabasePrincipal } from '@app/access';
import { createDataSource, Database, SYSTEM, type DatabasePrincipal } from '@app/database';
import { verifyJournal } from '@app/dossiers';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { prepare, toApproval, toReturn, type Preparation } from '../support/prepare.js';
import { BIRTH, PEOPLE, act, cast, read } from '../support/steps.js';

jest.setTimeout(60_000);

let desk: TestDesk;
let preparation: Preparation;
/** The application's own role, which row security binds. */
let application: Database;
let closed: string;
let open: string;

beforeAll(async () => {
  desk = await startTestDesk();
  preparation = await prepare(desk, BIRTH);
  application = new Database(await createDataSource({ url: desk.scratch.applicationUrl, role: 'application' }).initialize());
  closed = await preparation.receive();
  await preparation.go(closed, [...toApproval(), ['chutich.bienhoa', 'approve'], ...toReturn()]);
  open = await preparation.receive();
  const { clerk, registrar } = cast(desk);
  await act(clerk, open, 'handOver', { note: 'Kèm bản giấy' });
  await act(registrar, open, 'acknowledge');
  await act(registrar, open, 'requestSupplement', { items: [{ target: 'field', key: '/childName', reason: 'wrong-information', note: 'Sai dấu' }] });
  await desk.drain();
});
afterAll(async () => {
  await application?.dataSource.destroy();
  await desk?.stop();
});

describe('the journal', () => {
  test('of real stories verifies, read by the application itself', async () => {
    expect(await verifyJournal(application)).toEqual({ dossiers: 2, rows: 15, faults: [] });
  });

  test('holds no name, number or word a person gave', async () => {
    const bodies = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ body: string }>('select body from journal'));
    const text = bodies.map(({ body }) => body).join('\n');
    expect(['Trần Thị Mỹ Duyên', PEOPLE.mother.personalId, 'Sai dấu', 'Kèm bản giấy'].filter((each) => text.includes(each))).toEqual([]);
  });

  type Tampering = readonly [what: string, sql: string, seq: number, fault: string];
  const LINK = 'the link to the row before does not fit';
  const HASH = 'the text does not give the stored hash';
  const COLUMNS = 'the columns differ from the sealed text';
  test.each<Tampering>([
    ['one letter of the text', `update journal set body = overlay(body placing 'X' from 30 for 1)`, 3, HASH],
    ['the hash', `update journal set hash = overlay(hash placing (case left(hash, 1) when '0' then '1' else '0' end) from 1 for 1)`, 3, HASH],
    ['the link', `update journal set previous_hash = repeat('0', 64)`, 3, LINK],
    ['the time beside the text', `update journal set at = at - interval '1 minute'`, 3, COLUMNS],
    ['the act beside the text', `update journal set event = 'approve'`, 3, COLUMNS],
    ['what was said with the act', `update act_detail set data = jsonb_set(data, '{note}', '"Khác"')`, 4, 'the detail differs from its sealed digest'],
    ['the salt of it', `update act_detail set salt = reverse(salt)`, 4, 'the detail differs from its sealed digest'],
  ])('%s, changed, is found', async (_what, sql, seq, fault) => {
    const { faults } = await tampered(`${sql} where dossier_id = '${closed}' and seq = ${seq}`);
    expect(faults).toContainEqual({ dossier: closed, seq, fault });
    expect(new Set(faults.map(({ dossier }) => dossier))).toEqual(new Set([closed]));
  });

  test('a text changed together with its own hash breaks the link of the next row', async () => {
    const { faults } = await tampered(
      `update journal set body = replace(body, '"approve"', '"refuse"'), event = 'refuse',
         hash = encode(sha256(convert_to(previous_hash || E'\\n' || replace(body, '"approve"', '"refuse"'), 'UTF8')), 'hex')
       where dossier_id = '${closed}' and event = 'approve'`);
    expect(faults).toEqual([{ dossier: closed, seq: 7, fault: LINK }]);
  });

  test('a row taken out of the middle is found', async () => {
    const { faults } = await tampered(`delete from act_detail where dossier_id = '${closed}' and seq = 5; delete from journal where dossier_id = '${closed}' and seq = 5`);
    expect(faults).toEqual([{ dossier: closed, seq: 6, fault: 'the row before is missing: expected number 5' }, { dossier: closed, seq: 6, fault: LINK }]);
  });

  test('a tail that was cut is found, and so is a journal that is gone', async () => {
    const cut = await tampered(`delete from act_detail where dossier_id = '${open}' and seq = 4; delete from journal where dossier_id = '${open}' and seq = 4`);
    expect(cut.faults).toEqual([{ dossier: open, seq: 4, fault: 'the tail is cut: the dossier is at version 4' }]);
    const gone = await tampered(`delete from act_detail where dossier_id = '${open}'; delete from journal where dossier_id = '${open}'`);
    expect(gone.faults).toEqual([{ dossier: open, seq: 1, fault: 'the tail is cut: the dossier is at version 4' }]);
  });

  test('what the law erases does not break the chain', async () => {
    expect((await tampered(`delete from act_detail where dossier_id = '${open}'`)).faults).toEqual([]);
  });
});

/** Tampers as the owner of the schema, verifies, and puts everything back. */
async function tampered(sql: string): Promise<Awaited<ReturnType<typeof verifyJournal>>> {
  let report: Awaited<ReturnType<typeof verifyJournal>> | undefined;
  const undo = new Error('undo');
  await desk.asOwner.transaction(SYSTEM, async (tx) => {
    for (const statement of sql.split('; ')) expect(await tx.execute(statement)).toBeGreaterThan(0);
    // The verifier reads inside this transaction, whose end then undoes the deed.
    const inside = { transaction: (_principal: DatabasePrincipal, work: (within: typeof tx) => Promise<unknown>) => work(tx) } as unknown as Database;
    report = await verifyJournal(inside);
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return report!;
}

describe('the application’s role', () => {
  const denied = async (sql: string): Promise<string> => {
    try {
      await application.transaction(SYSTEM, (tx) => tx.execute(sql));
      return 'allowed';
    } catch (error) {
      return (error as { code?: string; driverError?: { code?: string } }).driverError?.code ?? (error as { code?: string }).code ?? String(error);
    }
  };

  test.each(['journal', 'command', 'dossier_party', 'clock_entry', 'person_read_log', 'person_fact', 'paper_revocation', 'person_reception', 'outside_look', 'fact_correction', 'signing_key'])('can neither change nor delete nor empty %s', async (table) => {
    const column = { dossier_party: 'since = since', person_fact: 'as_of = as_of', paper_revocation: 'reason = reason', person_reception: 'basis = basis', outside_look: 'reason = reason', fact_correction: 'reason = reason', signing_key: 'sealed_secret = certificate' }[table] ?? 'at = at';
    expect([await denied(`update ${table} set ${column}`), await denied(`delete from ${table}`), await denied(`truncate ${table}`)]).toEqual(['42501', '42501', '42501']);
  });

  test.each(['dossier', 'person_doubt', 'quality_measurement', 'handover', 'paper', 'supplement', 'result', 'dossier_declaration', 'deadline', 'effect', 'notification'])('cannot delete from %s', async (table) => {
    expect(await denied(`delete from ${table}`)).toBe('42501');
  });

  test('is no superuser, owns nothing and cannot switch row security off', async () => {
    const [role] = await application.transaction(SYSTEM, (tx) => tx.rows<{ rolsuper: boolean; rolbypassrls: boolean; owned: number }>(
      `select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned from pg_roles where rolname = current_user`));
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 });
    expect(await denied('alter table dossier disable row level security')).toBe('42501');
  });
});

describe('row security', () => {
  let tables: Array<{ table: string; column: string }>;

  beforeAll(async () => {
    const columns = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ table: string; column: string }>(
      `select c.table_name as table, c.column_name as column from information_schema.columns c
         join information_schema.tables t using (table_schema, table_name)
        where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and (c.column_name = 'dossier_id' or (c.table_name = 'dossier' and c.column_name = 'id'))
        order by 1`));
    // Of what is on file about a person, household or organisation, and of the log of who looked, the person decides, not the dossier it came from.
    const onFile = ['paper_on_file', 'person', 'person_fact', 'paper_revocation', 'person_read_log', 'relation', 'subject_fact', 'household_member', 'organisation_role'];
    tables = columns.filter(({ table }) => !onFile.includes(table));
  });

  const visible = async (principal: DatabasePrincipal): Promise<string[]> => {
    const counts = await Promise.all(tables.map(async ({ table, column }) => ({
      table, ...(await application.transaction(principal, (tx) => tx.one<{ n: number }>(`select count(*)::int as n from "${table}" where ${column} = any ($1)`, [[open, closed]]))),
    })));
    return counts.filter(({ n }) => n > 0).map(({ table }) => table);
  };

  test('is on for every table that hangs on a dossier', async () => {
    const off = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows(
      'select relname from pg_class where relname = any ($1) and relnamespace = \'public\'::regnamespace and not relrowsecurity', [tables.map(({ table }) => table)]));
    expect([tables.length, off]).toEqual([37, []]);
  });

  test('shows the commune’s officers their dossiers', async () => {
    const seen = await visible(toDatabasePrincipal(await preparation.principal('tiepnhan.bienhoa')));
    expect(seen).toEqual(expect.arrayContaining(['dossier', 'dossier_person', 'dossier_declaration', 'journal', 'handover', 'paper', 'effect', 'supplement']));
  });

  test.each(['tiepnhan.trangbom', 'chutich.trangbom', 'giamdoc.vpdk', 'giamdoc.tuphap', 'tiepnhan.tinh', 'diachinh.bienhoa'])('shows %s, no party of them, not one row', async (login) => {
    expect(await visible(toDatabasePrincipal(await preparation.principal(login)))).toEqual([]);
  });

  test('shows another citizen nothing, and someone who has not signed in nothing', async () => {
    const other = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ id: string }>('select id from person where personal_id = $1', [PEOPLE.single.personalId]));
    expect(await visible({ kind: 'citizen', personId: other.id })).toEqual([]);
    expect(await visible({ kind: 'public' })).toEqual([]);
    expect(await visible({ kind: 'officer', units: [] })).toEqual([]);
  });

  test('lets no stranger write into a dossier', async () => {
    const stranger = toDatabasePrincipal(await preparation.principal('tiepnhan.trangbom'));
    const changed = await application.transaction(stranger, (tx) => tx.execute('update dossier set status = 10 where id = $1', [open]));
    expect(changed).toBe(0);
    await expect(application.transaction(stranger, (tx) => tx.execute(
      `insert into effect (id, dossier_id, seq, n, kind, params) values (gen_random_uuid(), $1, 99, 0, 'issuePaper', '{}')`, [open]))).rejects.toThrow('row-level security');
    expect((await read(desk.officer('tiepnhan.bienhoa'), open)).status).toBe(5);
  });

  test('lets no stranger make themselves a party', async () => {
    const stranger = toDatabasePrincipal(await preparation.principal('tiepnhan.trangbom'));
    await expect(application.transaction(stranger, (tx) => tx.execute(
      `insert into dossier_party (dossier_id, kind, party, role, since) values ($1, 'unit', 'c26248.centre', 'holder', now())`, [open]))).rejects.toThrow('row-level security');
  });
});
