import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDF, PdfString } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { renderPaper } from '../papers.js';
import type { DecisionModel } from '../papers/decision.js';
import { SAMPLES, SAMPLE_TIME } from '../samples/samples.js';
import { fillNumber, judgePaper, keySigner, makeAuthority, makeCertificate, openPkcs12, SEAL_RED, SIGNATURE_BLUE, signPaper, writePkcs12, type CertifiedKey, type Signer } from './index.js';

const at = Temporal.Instant.from(SAMPLE_TIME);
const validity = { from: at.subtract({ hours: 24 }), until: at.add({ hours: 24 * 365 }) };
const sampleDecision = SAMPLES.find(({ form }) => form === 'result/decision')!.model as DecisionModel;

describe('a paper that is signed, numbered and sealed', () => {
  let authority: CertifiedKey;
  let officer: Signer;
  let agency: Signer;
  let rendered: Uint8Array;
  let signed: Uint8Array;
  let numbered: Uint8Array;
  let sealed: Uint8Array;
  const look = { lines: ['Phạm Quốc Bảo'], colour: SIGNATURE_BLUE, size: 11 };
  const stamp = { lines: ['UBND XÃ TRẢNG BOM'], colour: SEAL_RED, size: 8 };
  const judge = (bytes: Uint8Array, ...authorities: CertifiedKey[]): ReturnType<typeof judgePaper> => judgePaper(bytes, (authorities.length ? authorities : [authority]).map(({ certificate }) => certificate));

  beforeAll(async () => {
    authority = await makeAuthority({ name: 'Gốc thử nghiệm', organisation: 'Một Cửa' }, validity);
    const person = await makeCertificate(authority, { name: 'Phạm Quốc Bảo', organisation: 'UBND xã Trảng Bom' }, validity);
    const seal = await makeCertificate(authority, { name: 'UBND xã Trảng Bom', organisation: 'UBND xã Trảng Bom' }, validity);
    officer = await openPkcs12(await writePkcs12(person, [authority.certificate.raw], 'mật khẩu'), 'mật khẩu');
    agency = keySigner(seal.key, seal.certificate.raw, [authority.certificate.raw]);
    const { superior, agency: issuer, place } = sampleDecision.head;
    const model = { ...sampleDecision, head: { ...(superior && { superior }), agency: issuer, place, reserved: { symbol: 'QĐ-UBND' } } };
    rendered = (await renderPaper('result/decision', model, { createdAt: at })).bytes;
    signed = await signPaper(rendered, { field: 'signature', signer: officer, at, look });
    numbered = await fillNumber(signed, { number: '07', date: Temporal.PlainDate.from('2026-02-05') });
    sealed = await signPaper(numbered, { field: 'seal', signer: agency, at: at.add({ minutes: 5 }), look: stamp });
  }, 60_000);

  test('keeps every byte of the step before', () => {
    for (const [before, after] of [[rendered, signed], [signed, numbered], [numbered, sealed]] as const) {
      expect(Buffer.from(after.subarray(0, before.length)).equals(Buffer.from(before))).toBe(true);
    }
  });

  test('is genuine at each step, and says who signed when and what came after', async () => {
    expect((await judge(rendered)).verdict).toBe('unsigned');
    expect(await judge(signed)).toMatchObject({ verdict: 'genuine', signatures: [{ field: 'signature', signer: 'Phạm Quốc Bảo', later: 'none' }] });
    expect(await judge(numbered)).toMatchObject({ verdict: 'genuine', signatures: [{ field: 'signature', later: 'permitted' }] });
    expect(await judge(sealed)).toEqual({
      verdict: 'genuine',
      signatures: [
        { field: 'signature', signer: 'Phạm Quốc Bảo', organisation: 'UBND xã Trảng Bom', claimedAt: '2026-11-23T02:05:00Z', stampedAt: undefined, holds: true, isKnown: true, later: 'permitted' },
        { field: 'seal', signer: 'UBND xã Trảng Bom', organisation: 'UBND xã Trảng Bom', claimedAt: '2026-11-23T02:10:00Z', stampedAt: undefined, holds: true, isKnown: true, later: 'none' },
      ],
    });
  });

  test('number and date are read in their places, with the zeros of Decree 30/2020', async () => {
    const pdf = await PDF.load(sealed);
    const values = Object.fromEntries(pdf.getForm()!.getFields().filter(({ type }) => type === 'text').map((field) => [field.name, field.getValue()]));
    expect(values).toEqual({ number: '07', day: '05', month: '02', year: '2026' });
  });

  test('one flipped byte of what was signed is called altered', async () => {
    for (const place of [0.2, 0.5, 0.9]) {
      const flipped = Uint8Array.from(sealed);
      flipped[Math.floor(rendered.length * place)]! ^= 1;
      expect((await judge(flipped)).verdict).toMatch(/^(altered|unreadable)$/);
    }
  });

  test('a word put on the page afterwards is called altered, though both signatures still fit their bytes', async () => {
    const pdf = await PDF.load(sealed);
    pdf.getPage(0)!.drawText('và 10.000.000 đồng', { x: 100, y: 400 });
    const { verdict, signatures } = await judge(await pdf.save({ incremental: true }));
    expect([verdict, ...signatures.map(({ holds, later }) => [holds, later])]).toEqual(['altered', [true, 'forbidden'], [true, 'forbidden']]);
  });

  test('another number in place of the given one is called altered', async () => {
    await expect(fillNumber(numbered, { number: '08', date: Temporal.PlainDate.from('2026-02-05') })).rejects.toMatchObject({ fault: 'field-signed' });
    const pdf = await PDF.load(sealed);
    pdf.getForm()!.getTextField('number')!.getDict().set('V', PdfString.fromString('08'));
    expect((await judge(await pdf.save({ incremental: true }))).verdict).toBe('altered');
  });

  test('signatures of an authority nobody knows hold, but vouch for nobody', async () => {
    const other = await makeAuthority({ name: 'Gốc khác', organisation: 'Nơi khác' }, validity);
    expect((await judge(sealed, other)).verdict).toBe('unknown-signer');
  });

  test('a certificate that had ended by then vouches for nobody', async () => {
    const late = await signPaper(rendered, { field: 'signature', signer: officer, at: validity.until.add({ hours: 1 }), look });
    expect(await judge(late)).toMatchObject({ verdict: 'unknown-signer', signatures: [{ holds: true, isKnown: false }] });
  });

  test('a wrong password opens no key', async () => {
    const file = await writePkcs12(await makeCertificate(authority, { name: 'A', organisation: 'B' }, validity), [], 'đúng');
    await expect(openPkcs12(file, 'sai')).rejects.toMatchObject({ fault: 'key-refused' });
  });

  describe('in the eyes of programs that are not ours', () => {
    let folder: string;
    const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined;
    const file = (name: string, bytes: Uint8Array): string => {
      writeFileSync(path.join(folder, name), bytes);
      return path.join(folder, name);
    };
    beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'signing-')); });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    // Debian: poppler-utils, mupdf-tools, qpdf. Where they are missing, only our own judge above speaks.
    (has('pdfsig') ? test : test.skip)('poppler calls both signatures valid', () => {
      const said = execFileSync('pdfsig', ['-nocert', file('sealed.pdf', sealed)], { encoding: 'utf8' });
      expect(said.match(/Signature is Valid\./g)).toHaveLength(2);
      expect(said.match(/Signature Type: ETSI\.CAdES\.detached/g)).toHaveLength(2);
    });

    (has('mutool') ? test : test.skip)('mupdf finds every change permitted, and the word put on the page not', async () => {
      const script = file('history.js', Buffer.from('print(new Document(scriptArgs[0]).validateChangeHistory())'));
      const history = (name: string, bytes: Uint8Array): string => execFileSync('mutool', ['run', script, file(name, bytes)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
      const pdf = await PDF.load(sealed);
      pdf.getPage(0)!.drawText('và 10.000.000 đồng', { x: 100, y: 400 });
      expect([history('sealed.pdf', sealed), history('added.pdf', await pdf.save({ incremental: true }))]).toEqual(['0', '1']);
    });

    (has('qpdf') ? test : test.skip)('qpdf finds the file sound', () => {
      expect(spawnSync('qpdf', ['--check', file('sealed.pdf', sealed)], { encoding: 'utf8' }).status).toBe(0);
    });
  });
});
