/**
 * What things cost, measured on this machine: see docs/benchmarks.md.
 *
 *     npm run bench                       the whole measurement, some minutes
 *     npm run bench -- --only act         one part: act, http, receipt, routing, signing, persons, papers, registers or due (the last three need no database)
 *     npm run -s bench -- --quick --json  under a minute, one JSON object on standard output
 */
import { parseArgs } from 'node:util';
import { openBenchOffice } from './bench-office.js';
import { measureActs, type ActMeasurement } from './measure-acts.js';
import { measureDue, type DueFigures } from './measure-due.js';
import { measureHttp, type HttpFigures } from './measure-http.js';
import { measurePapers, type PapersFigures } from './measure-papers.js';
import { measurePersons, type PersonFigures } from './measure-persons.js';
import { measureRegisters, type RegisterFigures } from './measure-registers.js';
import { measureReceipt } from './measure-receipt.js';
import { measureSigning, type SigningFigures } from './measure-signing.js';
import { measureRouting, type RoutingFigures } from './measure-routing.js';
import { installRecorder } from './record-statements.js';

const SIZES = {
  quick: { acts: { pairs: 7, dossiers: 24, seconds: 14 }, http: { dossiers: 112, seconds: 6 }, receipts: 12, routes: 300, signed: 40, people: { people: 20_000, papersEach: 3, communes: 1 }, looks: 200, dueDates: 5_000, papers: 100, registerRows: 4_000, limitSeconds: 58 },
  full: { acts: { pairs: 11, dossiers: 64, seconds: 100 }, http: { dossiers: 640, seconds: 25 }, receipts: 100, routes: 5_000, signed: 500, people: { people: 1_000_000, papersEach: 3, communes: 40 }, looks: 2_000, dueDates: 50_000, papers: 400, registerRows: 20_000, limitSeconds: 1_200 },
} as const;

const { values: { quick, json, only } } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const size = quick ? SIZES.quick : SIZES.full;
const say = (line: string): void => void process.stderr.write(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
/** What is left for the last part, so that a slow machine gives fewer pairs and not none. */
const secondsLeft = (): number => Math.min(size.limitSeconds, 400) * 0.8 - performance.now() / 1000;
const wanted = (part: string): boolean => only === undefined || only === part;

const overtime = setTimeout(() => {
  say(`The measurement took longer than ${size.limitSeconds} s; it is ended.`);
  process.exit(1);
}, size.limitSeconds * 1000);

if (wanted('due')) say('One due date …');
const dueMs = wanted('due') ? measureDue(size.dueDates) : undefined;
// Chromium needs its time: in the short measurement only when asked for.
const wantsPapers = wanted('papers') && (!quick || only === 'papers');
if (wantsPapers) say('Papers, and the same printed by Chromium …');
const papers = wantsPapers ? await measurePapers(size.papers) : undefined;
if (wanted('registers')) say('A year’s register …');
const registers = wanted('registers') ? await measureRegisters(size.registerRows) : undefined;
if (only === 'due' || only === 'papers' || only === 'registers') tell({ dueMs, papers, registers });
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
    if (wanted('signing') && (!quick || only === 'signing')) say('Decisions signed and sealed together, a worker killed half-way …');
    const signing = wanted('signing') && (!quick || only === 'signing') ? await measureSigning(office, size.signed, say) : undefined;
    // Last: it fills the country with offices and rules.
    if (wanted('routing')) say('Routing one dossier in the whole country …');
    const routingMs = wanted('routing') ? await measureRouting(office, size.routes) : undefined;
    // A million people take minutes to invent: in the short measurement only when asked for.
    if (wanted('persons') && (!quick || only === 'persons')) say('Searches and offers among many people …');
    const persons = wanted('persons') && (!quick || only === 'persons') ? await measurePersons(office, size.people, size.looks, say) : undefined;
    tell({ acts, http, receiptMs, routingMs, signing, persons, dueMs, papers, registers });
  } finally {
    await office.stop();
  }
}

interface Figures {
  readonly acts?: ActMeasurement | undefined;
  readonly http?: HttpFigures | undefined;
  readonly receiptMs?: number | undefined;
  readonly routingMs?: RoutingFigures | undefined;
  readonly signing?: SigningFigures | undefined;
  readonly persons?: PersonFigures | undefined;
  readonly dueMs?: DueFigures | undefined;
  readonly papers?: PapersFigures | undefined;
  readonly registers?: RegisterFigures | undefined;
}

function tell(figures: Figures): void {
  say('Done.');
  process.stdout.write(json ? `${JSON.stringify(asJson(figures))}\n` : asText(figures));
}

function asJson({ acts, http, receiptMs, routingMs, signing, persons, dueMs, papers, registers }: Figures): object {
  const act = acts && { perSecond: acts.perSecond, rawPerSecond: acts.rawPerSecond, ratio: acts.ratio };
  return { act, http, receiptMs, routingMs, signing, persons, dueMs, papers, registers };
}

function asText({ acts, http, receiptMs, routingMs, signing, persons, dueMs, papers, registers }: Figures): string {
  return [
    ...(acts ? [
      `act() reaches ${Math.round(acts.ratio * 100)} % of its own statements: ${acts.perSecond} against ${acts.rawPerSecond} per second (pairs: ${acts.ratios.join(', ')})`,
      `  ${acts.statementsPerAct} statements in ${acts.waitsPerAct} waits per act, 8 side by side`,
    ] : []),
    ...(http ? [`HTTP, 32 connections: ${http.perSecond} acts per second, p50 ${http.p50} ms, p95 ${http.p95} ms, p99 ${http.p99} ms, ${http.errors} errors`] : []),
    ...(receiptMs === undefined ? [] : [`One receipt: ${receiptMs} ms`]),
    ...(routingMs ? [`Routing one dossier: ${routingMs.median} ms (p99 ${routingMs.p99} ms) among ${routingMs.communes} communes, ${routingMs.provinces} provinces and ${routingMs.rules} rules`] : []),
    ...(registers ? [`A register of ${registers.rows} dossiers: ${registers.pdfSeconds} s as a PDF of ${registers.pages} pages, ${registers.xlsxSeconds} s as XLSX`] : []),
    ...(signing ? [`${signing.genuine} of ${signing.papers} decisions genuine, none twice, with ${signing.kills} workers killed: ${signing.signedPerSecond} signed and ${signing.sealedPerSecond} sealed per second`] : []),
    ...(persons ? [
      `Among ${persons.people} people and ${persons.papers} papers: a search takes ${persons.searchMs.median} ms (p95 ${persons.searchMs.p95}, p99 ${persons.searchMs.p99}) and lists whom it meant in ${Math.round(persons.searchMs.found * 100)} % near by;`,
      `  what a form is offered is there in ${persons.offerMs.median} ms (p95 ${persons.offerMs.p95})`,
    ] : []),
    ...(dueMs ? [`One due date with its trace: ${dueMs.median} ms (p99 ${dueMs.p99} ms), ${dueMs.withSentences} ms with its sentences`] : []),
    ...(papers ? (['receipt', 'decision'] as const).map((kind) => {
      const { median, p95, perSecond, chromiumKept, chromiumTab } = papers[kind];
      const beside = chromiumKept && chromiumTab ? `; Chromium ${chromiumKept} (ours ${(perSecond / chromiumKept).toFixed(1)} times) with one tab kept, ${chromiumTab} (${(perSecond / chromiumTab).toFixed(0)} times) with a tab each` : '';
      return `One ${kind}: ${median} ms (p95 ${p95} ms), ${perSecond} per second${beside}; load ${papers.load}`;
    }) : []),
    '',
  ].join('\n');
}
