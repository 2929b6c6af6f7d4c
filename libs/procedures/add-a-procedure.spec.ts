import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Catalogue, loadCatalogue, requiredComponents, validateDeclaration, type LoadedCatalogue } from '@app/catalogue';
import { assessFee } from '@app/fees';
import { dataPath } from '@app/kernel';

const TODAY = '2026-11-23';
const CODE = '2.002516';

/** The two files the guide shows, word for word. */
function filesOfGuide(): Map<string, string> {
  const guide = readFileSync(dataPath('docs/add-a-procedure.md'), 'utf8');
  const blocks = guide.matchAll(/^`([a-z.]+\.json)`:\n\n```json\n([\s\S]*?)^```$/gm);
  return new Map(Array.from(blocks, ([, name, text]) => [name!, text!]));
}

describe('a procedure is added by one folder', () => {
  let folder: string;
  let before: LoadedCatalogue;
  let after: LoadedCatalogue;

  beforeAll(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'one-more-')), 'procedures');
    cpSync(dataPath('libs/procedures'), folder, { recursive: true });
    // Somebody may have added it in earnest.
    for (const name of readdirSync(folder)) if (name.startsWith(CODE)) rmSync(join(folder, name), { recursive: true });
    before = loadCatalogue({ folder });
    const added = join(folder, `${CODE}-civil-status-confirmation`);
    mkdirSync(added);
    for (const [name, text] of filesOfGuide()) writeFileSync(join(added, name), text);
    after = loadCatalogue({ folder });
  });
  afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  test('the guide shows exactly the two files that are needed', () => {
    expect([...filesOfGuide().keys()]).toEqual(['procedure.json', 'declaration.schema.json']);
  });

  test('without it the procedure is only guided', () => {
    const catalogue = new Catalogue(before.procedures, before.skeletons, TODAY);
    expect(catalogue.describe(CODE, TODAY)).toMatchObject({ state: 'skeleton', receivable: false });
  });

  test('with it the procedure is found and can be received, and no other one changed', () => {
    const catalogue = new Catalogue(after.procedures, after.skeletons, TODAY);
    expect(catalogue.search('xac nhan thong tin ho tich', { limit: 1 }).map(({ code }) => code)).toEqual([CODE]);
    expect(catalogue.describe(CODE, TODAY)).toMatchObject({ state: 'published', version: 1, receivable: true });
    expect(after.procedures.filter(({ code }) => code !== CODE)).toEqual(before.procedures);
  });

  test('its form, papers and fee work as the guide says', () => {
    const procedure = new Catalogue(after.procedures, after.skeletons, TODAY).getReceivable(CODE, TODAY);
    const { declaration, faults } = validateDeclaration(procedure, { requesterName: 'Lê Văn An', eventKind: 'birth', registeredName: 'Lê Văn An', copies: 3 }, TODAY);
    expect(faults).toEqual([]);
    expect(assessFee(procedure.fee, declaration, { channel: 'counter' }).total).toBe(24_000);
    const authorised = validateDeclaration(procedure, { ...declaration, isAuthorised: true }, TODAY).declaration;
    expect(requiredComponents(procedure, authorised).map(({ key, required }) => [key, required])).toEqual([['authorisation', true]]);
  });
});
