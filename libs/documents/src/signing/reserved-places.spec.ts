import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PAPERS, renderPaper, type PaperForm } from '../papers.js';
import { ALL_SAMPLES, SAMPLE_TIME, sampleOf, type Sample } from '../samples/index.js';
import { fillNumber, judgePaper, keySigner, makeAuthority, makeCertificate, SEAL_RED, SIGNATURE_BLUE, signPaper, type CertifiedKey, type Signer } from './index.js';
import { RESERVED_FIELDS } from './reserved.js';

const at = Temporal.Instant.from(SAMPLE_TIME);
const validity = { from: at.subtract({ hours: 24 }), until: at.add({ hours: 24 * 365 }) };
/** Every form that is signed, numbered and sealed on the desk, with each sample of it. */
const samples = ALL_SAMPLES.filter(({ form }) => form.startsWith('result/') || form === 'refusal');
/** Set PAPERS_DIRECTORY to look at the papers: they are written there as they come out. */
const lookAt = process.env['PAPERS_DIRECTORY'];

/** As the desk renders a paper that is numbered later: no number, no date, the places instead. */
function reserved({ model }: Sample): Sample['model'] {
  const { number: _number, date: _date, ...head } = model.head;
  return { ...model, head: { ...head, reserved: { symbol: 'QĐ-UBND' } } };
}

describe('every result and the refusal has the places for signature, number, date and seal', () => {
  let authority: CertifiedKey;
  let officer: Signer;
  let agency: Signer;
  const folder = mkdtempSync(path.join(tmpdir(), 'places-'));
  const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
  const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined;

  beforeAll(async () => {
    authority = await makeAuthority({ name: 'Gốc thử nghiệm', organisation: 'Một Cửa' }, validity);
    const signerOf = async (name: string): Promise<Signer> => {
      const { key, certificate } = await makeCertificate(authority, { name, organisation: 'UBND xã Trảng Bom' }, validity);
      return keySigner(key, certificate.raw, [authority.certificate.raw]);
    };
    officer = await signerOf('Phạm Quốc Bảo');
    agency = await signerOf('UBND xã Trảng Bom');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('no form is forgotten', () => {
    const forms = (Object.keys(PAPERS) as PaperForm[]).filter((form) => form.startsWith('result/') || form === 'refusal');
    expect(new Set(samples.map(({ form }) => form))).toEqual(new Set(forms));
  });

  test.each(samples.map((sample) => [sample.name, sample] as const))('%s: signed, numbered and sealed it is genuine, and says its number and date', async (name, sample) => {
    const rendered = (await renderPaper(sample.form, reserved(sample) as never, { createdAt: at })).bytes;
    expect((await PDF.load(rendered)).getForm()!.getFields().map((field) => field.name).toSorted()).toEqual(RESERVED_FIELDS.toSorted());
    const signed = await signPaper(rendered, { field: 'signature', signer: officer, at, look: { lines: ['Phạm Quốc Bảo'], colour: SIGNATURE_BLUE, size: 11 } });
    const numbered = await fillNumber(signed, { number: '07', date: Temporal.PlainDate.from('2026-02-05') });
    const sealed = await signPaper(numbered, { field: 'seal', signer: agency, at: at.add({ minutes: 5 }), look: { lines: ['UBND XÃ', 'TRẢNG BOM'], colour: SEAL_RED, size: 8 } });
    expect((await judgePaper(sealed, [authority.certificate])).verdict).toBe('genuine');
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, sealed);
    if (lookAt) {
      await mkdir(lookAt, { recursive: true });
      await writeFile(path.join(lookAt, `${name}-sealed.pdf`), sealed);
    }
    // Debian: poppler-utils. It reads what stands in the places as part of the text.
    if (!hasPdftotext) return;
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    expect([text.match(/07 ?\/QĐ-UBND/g)?.length, text.match(/ngày 05 tháng 02 năm 2026/g)?.length]).toEqual([1, 1]);
  });

  test.each(['filer', 'both'] as const)('a receipt (%s) keeps one place, for the seal of the centre on the filer’s copy', async (copy) => {
    const model = { ...sampleOf('receipt', 'longest'), copy, isSealed: true } as const;
    const rendered = (await renderPaper('receipt', model, { createdAt: at })).bytes;
    expect((await PDF.load(rendered)).getForm()!.getFields().map((field) => field.name)).toEqual(['seal']);
    const sealed = await signPaper(rendered, { field: 'seal', signer: agency, at, look: { lines: ['UBND XÃ', 'TRẢNG BOM'], colour: SEAL_RED, size: 8 } });
    expect(await judgePaper(sealed, [authority.certificate])).toMatchObject({ verdict: 'genuine', signatures: [{ field: 'seal', later: 'none' }] });
    const file = path.join(folder, 'receipt.pdf');
    writeFileSync(file, sealed);
    if (lookAt) await writeFile(path.join(lookAt, `receipt-${copy}-sealed.pdf`), sealed);
    // Debian: poppler-utils.
    if (hasPdfsig) expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })).toContain('Signature is Valid');
  });

  test('a receipt that is not sealed has no form', async () => {
    expect((await PDF.load((await renderPaper('receipt', sampleOf('receipt', 'plain'), { createdAt: at })).bytes)).getForm()).toBeNull();
  });
});
