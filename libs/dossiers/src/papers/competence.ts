/** Which commune's offices decide, from an act on. */
export interface Competence {
  /** Number of the act; 0 from the beginning. */
  readonly since: number;
  readonly commune: string;
}

/** What of an act tells whether it moved the competence. */
interface Act {
  readonly seq: number;
  readonly event: string;
  readonly data: { readonly commune?: string };
}

/**
 * The communes that were competent, one after the other: a re-route moves the competence once it is acknowledged. A paper
 * made before it keeps the units of its day.
 * @param communeOf the commune a unit belongs to
 */
export function competences(
  acts: readonly Act[],
  handovers: ReadonlyArray<{ readonly sent_seq: number; readonly from_unit: string }>,
  competentNow: string,
  communeOf: (unitId: string) => string | undefined,
): Competence[] {
  const moves = acts.filter(({ event }) => event === 'reroute').flatMap((sent): Competence[] => {
    const end = acts.find(({ seq, event }) => seq > sent.seq && (event === 'acknowledge' || event === 'returnHandover' || event === 'recall'));
    return end?.event === 'acknowledge' ? [{ since: end.seq, commune: sent.data.commune ?? competentNow }] : [];
  });
  const [first] = moves;
  const left = first === undefined ? undefined : handovers.findLast(({ sent_seq }) => sent_seq < first.since)?.from_unit;
  return [{ since: 0, commune: (left === undefined ? undefined : communeOf(left)) ?? competentNow }, ...moves];
}

/**
 * The same with the communes that followed others: from each such act on the next one is competent.
 * @param successions the acts that passed the dossier on, each with the commune that was competent until then
 */
export function withSuccessions(before: readonly Competence[], successions: ReadonlyArray<{ readonly seq: number; readonly competent_commune: string }>, competentNow: string): Competence[] {
  const after = successions.map(({ seq }, index): Competence => ({ since: seq, commune: successions[index + 1]?.competent_commune ?? competentNow }));
  return [...before, ...after].toSorted((one, other) => one.since - other.since);
}
