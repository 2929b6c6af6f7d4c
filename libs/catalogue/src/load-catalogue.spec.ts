import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dataPath, StartError } from '@app/kernel';
import { loadCatalogue } from './load-catalogue.js';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'procedures-')), 'procedures');
  cpSync(dataPath('libs/procedures'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes the parsed procedure.json of birth registration in the copy. */
function change(edit: (procedure: Record<string, unknown>) => void, file = 'procedure.json'): string {
  const path = join(folder, '1.001193-birth-registration', file);
  const content = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  edit(content);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

function startError(): string {
  try {
    loadCatalogue({ folder });
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  return 'no fault';
}

describe('the catalogue of the files', () => {
  test('holds the complete procedures and every active one as a skeleton', () => {
    const { procedures, skeletons } = loadCatalogue();
    expect(procedures.map(({ code }) => code)).toEqual(expect.arrayContaining(['1.001193', '1.004873', '1.012786']));
    expect(skeletons).toHaveLength(549);
    expect(new Set(skeletons.map(({ code }) => code)).size).toBe(549);
  });

  test('carries the form inside the procedure and the assumed values in their places', () => {
    const land = loadCatalogue().procedures.find(({ code }) => code === '1.012786')!;
    expect(land.declaration.title).toContain('Đơn đăng ký biến động đất đai');
    expect(land.process.steps.find(({ kind }) => kind === 'notice')).toMatchObject({ posting: { value: 15, unit: 'calendar-days' }, clock: 'paused' });
    expect(land.fee.lines[0]!.amount).toBe(50000);
  });

  test('takes a configured value before the assumed one, and says so in the list of assumptions', () => {
    const { procedures } = loadCatalogue({ assumed: { '1.012786/posting-days': 20 } });
    const land = procedures.find(({ code }) => code === '1.012786')!;
    expect(land.process.steps.find(({ kind }) => kind === 'notice')).toMatchObject({ posting: { value: 20 } });
    expect(land.assumptions.find(({ key }) => key === 'posting-days')!.value).toBe(20);
  });

  test('refuses to start without the folder, without a procedure in it, or without skeletons', () => {
    rmSync(folder, { recursive: true });
    expect(startError()).toBe(`The folder of the procedures is missing: ${folder}. Restore it.`);
    mkdirSync(folder);
    expect(startError()).toBe(`The catalogue is empty: ${folder} holds no procedure. Restore its folders.`);
    const skeletonFile = join(folder, 'none.json');
    writeFileSync(skeletonFile, '[]');
    expect(() => loadCatalogue({ skeletonFile })).toThrow(`The catalogue is empty: ${skeletonFile} lists no procedure. Restore the file.`);
  });

  test('names file, place and cure of each fault in one go', () => {
    const file = change((procedure) => {
      delete procedure['timeLimit'];
      procedure['handledBy'] = 'the-moon';
    });
    expect(startError().split('\n')).toEqual([
      `${file}: The part "time limit" (timeLimit) is missing. Add it.`,
      `${file}: The item /handledBy must be one of: peoples-committee, provincial-department, land-registration-office, police, social-insurance, treasury, court, port-authority.`,
    ]);
  });

  test('names a file that is missing or is no JSON', () => {
    const file = join(folder, '1.001193-birth-registration', 'declaration.schema.json');
    writeFileSync(file, '{');
    expect(startError()).toMatch(new RegExp(`^${file} is not JSON \\(.+\\)\\. Correct it\\.$`));
    rmSync(file);
    expect(startError()).toBe(`The file ${file} is missing. Restore it.`);
  });

  test('refuses a folder named after another code, the same version twice, and an assumption nobody made', () => {
    cpSync(join(folder, '1.001193-birth-registration'), join(folder, '1.001193-again'), { recursive: true });
    expect(startError()).toBe(`${join(folder, '1.001193-birth-registration', 'procedure.json')}: version 1 of 1.001193 exists twice. Raise "version" in one of the two.`);
    rmSync(join(folder, '1.001193-again'), { recursive: true });
    cpSync(join(folder, '1.001193-birth-registration'), join(folder, '9-elsewhere'), { recursive: true });
    expect(startError()).toBe(`${join(folder, '9-elsewhere', 'procedure.json')}: the folder must be called 1.001193-<name>. Rename it.`);
    rmSync(join(folder, '9-elsewhere'), { recursive: true });
    const file = change((procedure) => void (procedure['assumptions'] = []));
    expect(startError().split('\n')).toEqual([
      `${file}: {"$assume": "late-registration-fee"} names no assumption with a value. Add it to "assumptions".`,
      `${file}: The item /fee/lines/0/amount must be of type integer.`,
    ]);
  });
});
