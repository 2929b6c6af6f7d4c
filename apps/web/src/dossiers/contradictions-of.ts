import type { AnswerGroup, Dossier } from '../api/types';

type Answer = AnswerGroup['answers'][number];

/** An answer that says something else than what is on file. */
export type Contradiction = Answer & { onFile: NonNullable<Answer['onFile']> };

/** The answers of a dossier that contradict the file, in the order of the form. */
export function contradictionsOf({ answers }: Pick<Dossier, 'answers'>): Contradiction[] {
  return answers.flatMap((group) => group.answers).flatMap((answer) => (answer.onFile ? [{ ...answer, onFile: answer.onFile }] : []));
}

/** Those about which nobody has decided. */
export const openContradictionsOf = (dossier: Pick<Dossier, 'answers'>): Contradiction[] => contradictionsOf(dossier).filter(({ onFile }) => onFile.acceptedSeq === undefined);
