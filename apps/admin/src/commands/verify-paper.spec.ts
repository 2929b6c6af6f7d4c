import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { keySigner, makeAuthority, makeCertificate, renderResult, signPaper } from '@app/documents';
import { runCommand } from '../run-command.js';

describe('verify-paper', () => {
  let folder: string;
  let paper: string;
  const said: string[] = [];
  const at = Temporal.Instant.from('2026-11-23T02:05:00Z');
  const validity = { from: at.subtract({ hours: 1 }), until: at.add({ hours: 1 }) };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'verify-paper-'));
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const authority = await makeAuthority({ name: 'Gốc thử nghiệm', organisation: 'Một Cửa' }, validity);
    const { key, certificate } = await makeCertificate(authority, { name: 'Phạm Quốc Bảo', organisation: 'UBND xã Trảng Bom' }, validity);
    const head = { agency: 'Ủy ban nhân dân xã Trảng Bom', place: 'Trảng Bom', reserved: { symbol: 'QĐ-UBND' } };
    const model = { head, abstract: 'Về việc thử', grounds: ['Căn cứ Luật'], articles: [{ paragraphs: ['Một.'] }], recipients: ['Lưu: VT'], signature: { formula: 'none', position: 'Chủ tịch' } };
    const { bytes } = await renderResult('decision', model, { createdAt: at });
    paper = path.join(folder, 'paper.pdf');
    await writeFile(paper, await signPaper(bytes, { field: 'signature', signer: keySigner(key, certificate.raw), at, look: { lines: ['Phạm Quốc Bảo'], size: 10 } }));
    await writeFile(path.join(folder, 'root.pem'), authority.certificate.toString());
    await writeFile(path.join(folder, 'plain.pdf'), bytes);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });
  const run = async (...args: string[]): Promise<[number, string]> => {
    said.length = 0;
    const code = await runCommand(['verify-paper', ...args]);
    return [code, said.join('')];
  };

  test('calls a paper genuine whose signer leads to a trusted authority', async () => {
    const [code, text] = await run(paper, '--authorities', folder, '--json');
    expect([code, JSON.parse(text)]).toEqual([0, { verdict: 'genuine', signatures: [expect.objectContaining({ field: 'signature', signer: 'Phạm Quốc Bảo', claimedAt: '2026-11-23T02:05:00Z', later: 'none' })] }]);
  });

  test('says of others what they are, and ends with 1', async () => {
    expect(await run(paper)).toEqual([1, 'unknown-signer\n  signature: Phạm Quốc Bảo, 2026-11-23T02:05:00Z; holds, not known, changed since: none\n']);
    expect(await run(path.join(folder, 'plain.pdf'))).toEqual([1, 'unsigned\n']);
    expect(await run(path.join(folder, 'root.pem'))).toEqual([1, 'unreadable\n']);
  });

  test('refuses with a sentence what it cannot judge', async () => {
    expect(await run()).toEqual([1, 'Name one file: verify-paper FILE (--authorities FOLDER, --json).\n']);
    expect(await run(path.join(folder, 'nothing.pdf'))).toEqual([1, `${path.join(folder, 'nothing.pdf')} cannot be read.\n`]);
  });
});
