import pg from 'pg';

type Query = (...given: unknown[]) => unknown;

let sent = 0;

/** Counts what every `pg` client made after this call sends. Must run before the desk opens its connections. */
export function installCounter(): void {
  const original = pg.Client.prototype.query as unknown as Query;
  const counting: Query = function (this: pg.Client, ...given) {
    sent += 1;
    return original.apply(this, given);
  };
  pg.Client.prototype.query = counting as unknown as typeof pg.Client.prototype.query;
}

/** How many statements were sent while `work` ran; nothing else may run beside it. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const before = sent;
  await work();
  return sent - before;
}
