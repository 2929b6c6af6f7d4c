/**
 * What things cost, measured on this machine: see docs/benchmarks.md.
 *
 *     npm run bench                       the whole measurement, some minutes
 *     npm run bench -- --only act         one part: act, http, receipt, routing or due (due needs no database)
 *     npm run -s bench -- --quick --json  under a minute, one JSON object on standard output
 */
import { parseArgs } from 'node:util';
import { openBenchOffice } from './bench-office.js';
import { measureActs, type ActMeasurement } from './measure-acts.js';
import { measureDue, type DueFigures } from './measure-due.js';
import { measureHttp, type HttpFigures } from './measure-http.js';
import { measureReceipt } from './measure-receipt.js';
import { measureRouting, type RoutingFigures } from './measure-routing.js';
import { installRecorder } from './record-statements.js';

const SIZES = {
  quick: { acts: { pairs: 7, dossiers: 24, seconds: 14 }, http: { dossiers: 112, seconds: 6 }, receipts: 12, routes: 300, dueDates: 5_000, limitSeconds: 58 },
  full: { acts: { pairs: 11, dossiers: 64, seconds: 100 }, http: { dossiers: 640, seconds: 25 }, receipts: 100, routes: 5_000, dueDates: 50_000, limitSeconds: 400 },
} as const;

const { values: { quick, json, only } } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const size = quick ? SIZES.quick : SIZES.full;
const say = (line: string): void => void process.stderr.write(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
/** What is left for the last part, so that a slow machine gives fewer pairs and not none. */
const secondsLeft = (): number => size.limitSeconds * 0.8 - performance.now() / 1000;
const wanted = (part: string): boolean => only === undefined || only === part;

const overtime = setTimeout(() => {
  say(`The measurement took longer than ${size.limitSeconds} s; it is ended.`);
  process.exit(1);
}, size.limitSeconds * 1000);

if (wanted('due')) say('One due date …');
const dueMs = wanted('due') ? measureDue(size.dueDates) : undefined;
if (only === 'due') tell({ dueMs });
else await measureOffice();
clearTimeout(overtime);

/** What needs a whole office: database, units, procedures, officers, dossiers. */
async function measureOffice(): Promise<void> {
  installRecorder();
  const office = await openBenchOffice();
  const stop = (): void => void office.stop().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    if (wanted('http')) say('Acts over HTTP …');
    const http = wanted('http') ? await measureHttp(office, { ...size.http, seconds: Math.min(size.http.seconds, secondsLeft() / 6) }) : undefined;
    if (wanted('receipt')) say('One receipt …');
    const receiptMs = wanted('receipt') ? await measureReceipt(office, size.receipts) : undefined;
    if (wanted('act')) say('Acts against the same statements …');
    const acts = wanted('act') ? await measureActs(office, { ...size.acts, seconds: Math.min(size.acts.seconds, secondsLeft()) }) : undefined;
    // Last: it fills the country with offices and rules.
    if (wanted('routing')) say('Routing one dossier in the whole country …');
    const routingMs = wanted('routing') ? await measureRouting(office, size.routes) : undefined;
    tell({ acts, http, receiptMs, routingMs, dueMs });
  } finally {
    await office.stop();
  }
}

interface Figures {
  readonly acts?: ActMeasurement | undefined;
  readonly http?: HttpFigures | undefined;
  readonly receiptMs?: number | undefined;
  readonly routingMs?: RoutingFigures | undefined;
  readonly dueMs?: DueFigures | undefined;
}

function tell(figures: Figures): void {
  say('Done.');
  process.stdout.write(json ? `${JSON.stringify(asJson(figures))}\n` : asText(figures));
}

function asJson({ acts, http, receiptMs, routingMs, dueMs }: Figures): object {
  const act = acts && { perSecond: acts.perSecond, rawPerSecond: acts.rawPerSecond, ratio: acts.ratio };
  return { act, http, receiptMs, routingMs, dueMs };
}

function asText({ acts, http, receiptMs, routingMs, dueMs }: Figures): string {
  return [
    ...(acts ? [
      `act() reaches ${Math.round(acts.ratio * 100)} % of its own statements: ${acts.perSecond} against ${acts.rawPerSecond} per second (pairs: ${acts.ratios.join(', ')})`,
      `  ${acts.statementsPerAct} statements in ${acts.waitsPerAct} waits per act, 8 side by side`,
    ] : []),
    ...(http ? [`HTTP, 32 connections: ${http.perSecond} acts per second, p50 ${http.p50} ms, p95 ${http.p95} ms, p99 ${http.p99} ms, ${http.errors} errors`] : []),
    ...(receiptMs === undefined ? [] : [`One receipt: ${receiptMs} ms`]),
    ...(routingMs ? [`Routing one dossier: ${routingMs.median} ms (p99 ${routingMs.p99} ms) among ${routingMs.communes} communes, ${routingMs.provinces} provinces and ${routingMs.rules} rules`] : []),
    ...(dueMs ? [`One due date with its trace: ${dueMs.median} ms (p99 ${dueMs.p99} ms), ${dueMs.withSentences} ms with its sentences`] : []),
    '',
  ].join('\n');
}
