import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import { EICAR, startStandInClamd, type StandInClamd } from './testing/stand-in-clamd.js';
import { VirusScanner } from './virus-scanner.js';

let clamd: StandInClamd;
let scanner: VirusScanner;

beforeEach(async () => {
  clamd = await startStandInClamd();
  scanner = new VirusScanner(clamd.address, 1000);
});
afterEach(() => clamd.stop());

const codeOf = (bytes: Uint8Array) => scanner.check(bytes).then(() => 'clean', (error: DomainError) => error.code);

describe('a scanner', () => {
  test('lets a clean file pass, of any size', async () => {
    expect([await codeOf(Buffer.from('clean')), await codeOf(Buffer.alloc(200_000)), await codeOf(new Uint8Array())]).toEqual(['clean', 'clean', 'clean']);
    expect(clamd.scanned).toEqual([5, 200_000, 0]);
  });

  test('refuses EICAR, also behind much else', async () => {
    expect([await codeOf(Buffer.from(EICAR)), await codeOf(Buffer.concat([Buffer.alloc(100_000), Buffer.from(EICAR)]))]).toEqual(['file.infected', 'file.infected']);
  });

  test.each(['dropping', 'hanging', 'too-large', 'nonsense'] as const)('without a verdict (%s) lets nothing pass', async (fault) => {
    clamd.fault = fault;
    expect(await codeOf(Buffer.from('clean'))).toBe('file.scanner-away');
    clamd.fault = 'none';
    expect(await codeOf(Buffer.from('clean'))).toBe('clean');
  });

  test('that is not there lets nothing pass', async () => {
    await clamd.stop();
    expect(await codeOf(Buffer.from('clean'))).toBe('file.scanner-away');
  });
});
