import { PapersService } from '@app/dossiers';
import type { BenchOffice } from './bench-office.js';
import { median, rounded } from './statistics.js';

const WARM_UP = 5;

/** Milliseconds for one receipt that nobody has laid out yet: its facts read, one page set, bytes ready. Median, warm. */
export async function measureReceipt(office: BenchOffice, receipts: number): Promise<number> {
  const papers = office.app.get(PapersService);
  const times: number[] = [];
  for (const { id, commune } of await office.prepare(WARM_UP + receipts)) {
    const begun = performance.now();
    const { bytes } = await papers.onRequest(office.officer(commune, 'clerk'), id, 'receipt');
    times.push(performance.now() - begun);
    if (Buffer.from(bytes.subarray(0, 5)).toString() !== '%PDF-') throw new Error('the receipt is no PDF');
  }
  return rounded(median(times.slice(WARM_UP)), 1);
}
