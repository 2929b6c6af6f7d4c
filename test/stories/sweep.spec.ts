import { utimesSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database, SYSTEM } from '@app/database';
import { NAMING_COLUMNS, sweepContents } from '@app/dossiers';
import { newId } from '@app/kernel';
import { Contents } from '@app/storage';
import type { FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE, receiveAtCounter, smallPdf } from '../support/steps.js';

/** Digests of something else than a stored content. */
const OTHER_DIGESTS = [
  'elsewhere_case.sent_sha256', 'elsewhere_message.sha256', 'procedure_log.digest', 'procedure_proposal.digest', 'procedure_version.digest', 'session.user_agent_digest', 'source_query.answer_sha256',
];

describe('what nothing names any more', () => {
  let desk: TestDesk;
  let contents: Contents;
  let database: Database;
  const sweep = (look = false) => sweepContents(database, contents, { look });
  /** As if it had been stored two days ago. */
  const age = (sha256: string): void => {
    const then = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(path.join(desk.folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256), then, then);
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    [contents, database] = [desk.app.get(Contents), desk.app.get(Database)];
  });
  afterAll(() => desk?.stop());

  test('is judged by every column that holds a digest', async () => {
    const columns = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ name: string }>(
      `select c.table_name || '.' || c.column_name as name from information_schema.columns c
         join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
        where c.table_schema = 'public' and c.column_name ~ '(sha256|digest)'`));
    expect(columns.map(({ name }) => name).toSorted()).toEqual([...NAMING_COLUMNS, ...OTHER_DIGESTS].toSorted());
  });

  test('goes after a day; what a dossier, a draft or a paper names stays', async () => {
    const citizen = desk.citizen(PEOPLE.single.personalId);
    const draft = newId();
    await citizen.put(`/api/citizen/drafts/${draft}`, { procedureCode: MARITAL_STATUS, data: {} });
    const upload = async (text: string) => (await citizen.upload<FileDto>(`/api/citizen/files?draft=${draft}&component=residence-proof`, 'a.pdf', smallPdf(text))).body;
    const [kept, dropped] = [await upload('giữ'), await upload('bỏ')];
    await receiveAtCounter(desk.officer('tiepnhan.bienhoa'), MARITAL_STATUS);
    await desk.drain();
    const [orphan, fresh] = [await contents.keep(Buffer.from('never recorded')), await contents.keep(Buffer.from('about to be recorded'))];
    await citizen.delete(`/api/citizen/files/${dropped.id}`);
    for await (const sha256 of contents.list()) if (sha256 !== fresh) age(sha256);

    const look = await sweep(true);
    expect(look.orphans).toEqual([dropped.sha256, orphan].toSorted());
    expect(await contents.has(orphan)).toBe(true);

    expect(await sweep()).toEqual(look);
    const there = await Promise.all([orphan, dropped.sha256, fresh, kept.sha256].map((sha256) => contents.has(sha256)));
    expect(there).toEqual([false, false, true, true]);
    const named = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ sha256: string }>('select sha256 from paper union select sha256 from file'));
    expect(named.length).toBeGreaterThan(1);
    for (const { sha256 } of named) expect(await contents.isIntact(sha256)).toBe(true);
    expect(await sweep()).toEqual({ contents: look.contents - 2, orphans: [] });
  });
});
