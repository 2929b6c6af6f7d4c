import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowDigest } from './row-digest.js';

async function digest(chunks: readonly string[]): Promise<{ rows: number; digest: string; passed: string }> {
  const rows = new RowDigest();
  let passed = '';
  const bytes = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  await pipeline(bytes, rows, async (through: AsyncIterable<Buffer>) => {
    for await (const chunk of through) passed += chunk.toString('latin1');
  });
  return { rows: rows.rows, digest: rows.digest(), passed };
}

const row = fc.string({ unit: fc.constantFrom('a', 'b', '\t', '\\', ',') });

test('the same rows in another order, cut into other chunks, have the same digest and pass unchanged', async () => {
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.array(fc.nat(40)), fc.nat(), async (rows, cuts, turn) => {
    const text = rows.map((each) => `${each}\n`).join('');
    const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).toSorted((a, b) => a - b), text.length];
    const chunks = at.slice(1).map((end, index) => text.slice(at[index], end)).filter((chunk) => chunk !== '');
    const turned = [...rows.slice(turn % (rows.length || 1)), ...rows.slice(0, turn % (rows.length || 1))].map((each) => `${each}\n`);
    const [whole, cut, other] = [await digest(text === '' ? [] : [text]), await digest(chunks), await digest(turned)];
    expect(cut).toEqual(whole);
    expect(whole.passed).toBe(text);
    expect([other.rows, other.digest]).toEqual([rows.length, whole.digest]);
  }));
});

test.each<[string, string[]]>([
  ['a changed row', ['a\tb\n', 'c\tx\n']],
  ['a missing row', ['a\tb\n']],
  ['a row that is there twice', ['a\tb\n', 'c\td\n', 'c\td\n']],
  ['another row twice', ['a\tb\n', 'a\tb\n']],
])('%s changes it', async (_what, rows) => {
  expect((await digest(rows)).digest).not.toBe((await digest(['a\tb\n', 'c\td\n'])).digest);
});
