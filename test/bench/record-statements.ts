import pg from 'pg';

/** A statement as it went to the server. */
export interface SentStatement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Statements that were on their way together, without waiting for each other's answers. */
export type Batch = readonly SentStatement[];

type Query = (config: string | { name?: string; text: string; values?: unknown[] }, values?: unknown[]) => Promise<unknown>;

interface ClientTape {
  waiting: number;
  batches: SentStatement[][];
}

let tapes: Map<pg.Client, ClientTape> | undefined;

/**
 * Listens to every `pg` client made after this call. Must run before the application opens its connections, because
 * they keep the function they were made with.
 */
export function installRecorder(): void {
  const original = pg.Client.prototype.query as unknown as Query;
  const listening: Query = function (this: pg.Client, config, values) {
    const answer = original.call(this, config, values);
    if (tapes !== undefined && answer instanceof Promise) write(tapes, this, typeof config === 'string' ? { name: undefined, text: config, values: values ?? [] } : { name: config.name, text: config.text, values: config.values ?? [] }, answer);
    return answer;
  };
  pg.Client.prototype.query = listening as unknown as typeof pg.Client.prototype.query;
}

function write(into: Map<pg.Client, ClientTape>, client: pg.Client, statement: SentStatement, answer: Promise<unknown>): void {
  const tape = into.get(client) ?? { waiting: 0, batches: [] };
  into.set(client, tape);
  if (tape.waiting === 0) tape.batches.push([]);
  tape.batches.at(-1)!.push(statement);
  tape.waiting += 1;
  const answered = (): void => void (tape.waiting -= 1);
  answer.then(answered, answered);
}

/** Everything the client that touched this dossier sent while `work` ran. */
export async function recordStatements(dossierId: string, work: () => Promise<unknown>): Promise<Batch[]> {
  tapes = new Map();
  try {
    await work();
    const tape = [...tapes.values()].find(({ batches }) => batches.flat().some(({ values }) => values.includes(dossierId)));
    if (tape === undefined) throw new Error('the act sent nothing');
    return tape.batches;
  } finally {
    tapes = undefined;
  }
}
