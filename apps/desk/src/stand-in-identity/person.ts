/** Someone a visitor of the demonstration may sign in as. */
export interface StandInPerson {
  readonly name: string;
  /** Twelve digits; shown masked. */
  readonly personalId: string;
  /** A few words that help to choose: "mẹ của hai con". */
  readonly note?: string;
}

/** An identity number with only its last four digits to be read. */
export function maskPersonalId(personalId: string): string {
  return `${'•'.repeat(Math.max(0, personalId.length - 4))}${personalId.slice(-4)}`;
}
