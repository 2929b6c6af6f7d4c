import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { prepare } from '../support/prepare.js';
import { startProgram } from '../support/programs.js';
import { MARITAL_STATUS } from '../support/steps.js';

jest.setTimeout(120_000);

let desk: TestDesk;

const asOwner = (sql: string): Promise<number> => desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(sql));

beforeAll(async () => {
  desk = await startTestDesk();
  const preparation = await prepare(desk, MARITAL_STATUS);
  for (let n = 0; n < 3; n++) await preparation.receive();
});
afterAll(() => desk?.stop());

describe('a version that open dossiers follow is missing', () => {
  beforeAll(async () => {
    // As after a careless hand in the database: no program of ours can take a published version away.
    await asOwner(`update dossier set procedure_version = 7 where procedure_code = '${MARITAL_STATUS}'`);
  });

  const refusal = `The catalogue lacks version 7 of procedure ${MARITAL_STATUS}, which 3 open dossiers follow: restore the table procedure_version from a back-up, then start again.\n`;

  test('the desk does not start, and says so in one sentence', async () => {
    expect(await startProgram(desk, 'desk')).toEqual({ code: 1, errors: refusal });
  });

  test('neither does the worker', async () => {
    expect(await startProgram(desk, 'worker')).toEqual({ code: 1, errors: refusal });
  });

  test('with the version there again the worker starts', async () => {
    await asOwner(`update dossier set procedure_version = 1 where procedure_code = '${MARITAL_STATUS}'`);
    expect(await startProgram(desk, 'worker')).toBe('started');
  });
});
