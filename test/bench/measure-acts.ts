import pg from 'pg';
import { Acts } from '@app/dossiers';
import { newId } from '@app/kernel';
import type { BenchOffice, PreparedDossier } from './bench-office.js';
import { COMMUNES, LIFE } from './life.js';
import { recordStatements, type Batch } from './record-statements.js';
import { replay, toReplay, type ReplayLife } from './replay-statements.js';
import { median, rounded, runSideBySide } from './statistics.js';

const WIDTH = 8;
const FEWEST_PAIRS = 1;

export interface ActFigures {
  readonly perSecond: number;
  readonly rawPerSecond: number;
  readonly ratio: number;
}

export interface ActMeasurement extends ActFigures {
  /** The ratio of each pair. */
  readonly ratios: readonly number[];
  readonly statementsPerAct: number;
  readonly waitsPerAct: number;
}

/**
 * Acts per second through `Acts.act()` against the same statements issued raw, in turn: half a pair of dossiers lives
 * through acts, the other half through what such acts were seen to send.
 */
export async function measureActs(office: BenchOffice, { pairs, dossiers, seconds }: { pairs: number; dossiers: number; seconds: number }): Promise<ActMeasurement> {
  const lives = await recordLives(office);
  const clients = await openPlainClients(office.applicationUrl);
  try {
    const rates: Array<{ act: number; raw: number }> = [];
    const begun = performance.now();
    const isOver = (): boolean => rates.length >= FEWEST_PAIRS && performance.now() - begun > seconds * 1000;
    for (let pair = 0; pair <= pairs && !isOver(); pair += 1) {
      const [acted, replayed] = [await office.prepare(dossiers), await office.prepare(dossiers)];
      await office.analyse();
      const actRate = (): Promise<number> => rate(acted, (dossier) => liveThroughActs(office, dossier));
      const rawRate = (): Promise<number> => rate(replayed, (dossier, worker) => replay(clients[worker]!, lives.get(dossier.commune.id)!, dossier.id));
      // Whoever comes second finds the tables warm: they take turns.
      const rawFirst = pair % 2 === 1 ? await rawRate() : undefined;
      const act = await actRate();
      const raw = rawFirst ?? (await rawRate());
      await compareOutcome(office, acted, replayed);
      // The first pair warms both sides up.
      if (pair > 0) rates.push({ act, raw });
    }
    const statements = [...lives.values()].flatMap(({ acts }) => acts);
    return {
      perSecond: rounded(median(rates.map(({ act }) => act))),
      rawPerSecond: rounded(median(rates.map(({ raw }) => raw))),
      ratio: rounded(median(rates.map(({ act, raw }) => act / raw)), 2),
      ratios: rates.map(({ act, raw }) => rounded(act / raw, 2)),
      statementsPerAct: rounded(statements.reduce((sum, batches) => sum + batches.flat().length, 0) / statements.length, 1),
      waitsPerAct: rounded(statements.reduce((sum, batches) => sum + batches.length, 0) / statements.length, 1),
    };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function rate(dossiers: readonly PreparedDossier[], live: (dossier: PreparedDossier, worker: number) => Promise<void>): Promise<number> {
  return (dossiers.length * LIFE.length) / (await runSideBySide(dossiers, WIDTH, live));
}

async function liveThroughActs(office: BenchOffice, { id, commune }: PreparedDossier): Promise<void> {
  const acts = office.app.get(Acts);
  for (const [index, { event, by, data }] of LIFE.entries()) {
    await acts.act({ id: newId(), dossierId: id, expectedVersion: index + 1, event, data }, office.officer(commune, by));
  }
}

/** What the life of one dossier of each commune sends, act by act. */
async function recordLives(office: BenchOffice): Promise<Map<string, ReplayLife>> {
  const lives = new Map<string, ReplayLife>();
  const acts = office.app.get(Acts);
  // One life beforehand, so that nothing is recorded that only a first act sends.
  const [first, ...recorded] = await office.prepare(COMMUNES.length + 1);
  await liveThroughActs(office, first!);
  for (const { id, commune } of recorded) {
    const since = Date.now();
    const batches: Batch[][] = [];
    for (const [index, { event, by, data }] of LIFE.entries()) {
      batches.push(await recordStatements(id, () => acts.act({ id: newId(), dossierId: id, expectedVersion: index + 1, event, data }, office.officer(commune, by))));
    }
    lives.set(commune.id, toReplay(batches, id, since));
  }
  return lives;
}

async function openPlainClients(url: string): Promise<pg.Client[]> {
  return Promise.all(Array.from({ length: WIDTH }, async () => {
    const client = new pg.Client({ connectionString: url, pipeline: true, options: '-c timezone=UTC' });
    // A statement that fails says so itself; a server that ends must not end this program before its farewell.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }));
}

/** Both ways must leave the same rows behind, or they were not the same work. */
async function compareOutcome(office: BenchOffice, acted: readonly PreparedDossier[], replayed: readonly PreparedDossier[]): Promise<void> {
  const owner = new pg.Client({ connectionString: office.migratorUrl });
  await owner.connect();
  try {
    const count = async (dossiers: readonly PreparedDossier[]): Promise<string> => {
      const { rows } = await owner.query(
        `select (select sum(version) from dossier where id = any ($1)) as versions, (select count(*) from journal where dossier_id = any ($1)) as journal,
           (select count(*) from effect where dossier_id = any ($1)) as effects, (select count(*) from handover where dossier_id = any ($1)) as handovers,
           (select count(*) from command where dossier_id = any ($1)) as commands, (select count(*) from result where number is not null and dossier_id = any ($1)) as results,
           (select count(*) from clock_entry where dossier_id = any ($1)) as clock, (select count(*) from dossier_party where dossier_id = any ($1)) as parties`,
        [dossiers.map(({ id }) => id)]);
      return JSON.stringify(rows[0]);
    };
    const [one, other] = [await count(acted), await count(replayed)];
    if (one !== other) throw new Error(`acts and raw statements did not do the same work: ${one} and ${other}`);
  } finally {
    await owner.end();
  }
}
