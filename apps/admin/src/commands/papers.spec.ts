import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { PAPERS } from '@app/documents';
import { runCommand } from '../run-command.js';

describe('the templates, listed and written', () => {
  let folder: string;
  let said: string[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'papers-'));
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  });
  beforeEach(() => { said = []; });
  afterAll(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  test('papers tells of each template its name, version, sizes, title and legal source', async () => {
    expect(await runCommand(['papers', '--json'])).toBe(0);
    const listed = JSON.parse(said.join('')) as { name: string }[];
    expect(listed.map(({ name }) => name)).toEqual(Object.keys(PAPERS));
    expect(listed[0]).toEqual({
      name: 'receipt', titleVi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', titleEn: 'Receipt and appointment', version: PAPERS.receipt.templateVersion,
      source: 'Thông tư số 03/2025/TT-VPCP, Phụ lục I, Mẫu số 01', sizes: [12],
    });
  });

  test.each(['plain', 'longest', 'empty'])('paper writes the sample %s, the same bytes each time', async (kind) => {
    const file = path.join(folder, `${kind}.pdf`);
    expect(await runCommand(['paper', 'result/certified-copy', '--sample', kind, '--out', file])).toBe(0);
    const first = await readFile(file);
    expect(first.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await runCommand(['paper', 'result/certified-copy', '--sample', kind, '--out', file]);
    expect((await readFile(file)).equals(first)).toBe(true);
  });

  test.each([
    [['paper', 'result/nobody', '--out', 'x.pdf'], /There is no template result\/nobody/],
    [['paper', 'receipt', '--sample', 'short', '--out', 'x.pdf'], /usage: paper TEMPLATE --sample plain\|longest\|empty --out FILE/],
    [['paper', 'receipt'], /usage: paper/],
  ])('%j is refused with a sentence', async (args, sentence) => {
    expect([await runCommand(args), said.join('')]).toEqual([1, expect.stringMatching(sentence)]);
  });
});
