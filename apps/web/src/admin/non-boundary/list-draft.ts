import type { Proposal } from './calls';

/** A list as it is being typed: a line for each procedure, its code and, where the clerk says the commune, a star. */
export interface ListDraft {
  readonly lines: string;
  readonly decision: { number: string; date: string; issuedBy: string };
  readonly from: string;
  readonly until: string;
}

/** A field that is missing or wrong, also the id of its input. */
export type ListFault = 'lines' | 'decision-number' | 'decision-date' | 'decision-issuer' | 'from' | 'until';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LINE = /^([1-6]\.\d{6})(\s*\*)?$/;
const tidy = (text: string): string => text.trim().normalize('NFC');

export const emptyList = (): ListDraft => ({ lines: '', decision: { number: '', date: '', issuedBy: '' }, from: '', until: '' });

/** The lines of a list that is there, to begin the next one with. */
export const linesOf = (procedures: Proposal['procedures']): string => procedures.map(({ code, competent }) => (competent === 'choice' ? `${code} *` : code)).join('\n');

/** The list a draft proposes, and what is missing or wrong in it. */
export function listOf(unitId: string, { lines, decision, from, until }: ListDraft): { proposal: Proposal; faults: ListFault[] } {
  const read = lines.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => LINE.exec(line));
  const [number, issuedBy] = [tidy(decision.number), tidy(decision.issuedBy)];
  const hasEnd = until.trim() !== '';
  const faults: ListFault[] = [
    ...(read.length > 0 && read.every((line) => line !== null) ? [] : ['lines' as const]),
    ...(number === '' ? ['decision-number' as const] : []),
    ...(DAY.test(decision.date) ? [] : ['decision-date' as const]),
    ...(issuedBy === '' ? ['decision-issuer' as const] : []),
    ...(DAY.test(from) ? [] : ['from' as const]),
    ...(hasEnd && (!DAY.test(until) || until < from) ? ['until' as const] : []),
  ];
  const procedures = read.flatMap((line) => (line === null ? [] : [{ code: line[1] ?? '', competent: line[2] === undefined ? ('residence' as const) : ('choice' as const) }]));
  return { proposal: { unitId, procedures, decision: { number, date: decision.date, issuedBy }, from, ...(hasEnd && { until }) }, faults };
}
