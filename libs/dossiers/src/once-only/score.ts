import type { Declaration, Field, Form } from '@app/catalogue';
import type { Origin } from '../declaration.js';

/** Where a value or paper came from that nobody had to bring: data on file, a paper, a national source asked for this dossier, or the linked group. */
export const REUSE_CLASSES = ['population', 'paper', 'register', 'linked'] as const;
export type ReuseClass = (typeof REUSE_CLASSES)[number];

/** One kind of thing a procedure needs, counted. `refused` and `mismatched` are among what was asked: `needed - notAsked`. */
export interface Tally {
  readonly needed: number;
  /** Filled by an offer the person agreed to. */
  readonly notAsked: number;
  /** Offered, and the person gave it anew instead. */
  readonly refused: number;
  /** Declared otherwise than what is on file. */
  readonly mismatched: number;
}

/** What became of the offers of one class. */
export interface ClassTally {
  readonly reused: number;
  readonly refused: number;
  readonly mismatched: number;
}

/** How much of what a dossier needed the person did not have to bring. */
export interface OnceOnlyScore {
  readonly fields: Tally;
  readonly papers: Tally;
  /** Only the classes of which there was an offer. */
  readonly classes: Readonly<Partial<Record<ReuseClass, ClassTally>>>;
}

/** A paper of a checklist, as far as the score must know it. */
export interface ScoredPaper {
  readonly required: boolean;
  /** `on-file` and `linked` were not asked; whatever else was. */
  readonly origin: string;
  /** Whether a paper on file in force could have taken its place. */
  readonly offered: boolean;
}

type Fate = 'reused' | 'refused' | 'mismatched' | 'asked';

/** What happened to one needed thing, and of which class its offer was. A declined offer may also contradict: it is both. */
interface Counted {
  readonly fates: readonly Fate[];
  readonly of?: ReuseClass;
}

/**
 * The score of a dossier, from what it froze and nothing else: its answers, where each came from, and its checklist.
 *
 * - A field is **needed** when it was asked in this case and is answered. What is worked out, what only a linked group fills in, and
 *   what can have one value only (a pledge) is not needed; nor are rows, which say what is wanted and nothing about anybody.
 * - A needed field was **not asked** when its value is an offer the person agreed to; an offer ignored, declined or overwritten was asked.
 * - A paper is **needed** when the answers make it required; **not asked** when a paper on file or of the linked group took its place.
 */
export function scoreOf(form: Form, declaration: Declaration, origins: Readonly<Record<string, Origin>>, papers: readonly ScoredPaper[]): OnceOnlyScore {
  const fields = Object.keys(declaration).filter((name) => isNeeded(form.declaration.properties[name])).map((name) => countField(origins[`/${name}`]));
  const wanted = papers.filter(({ required }) => required).map(countPaper);
  return { fields: tallyOf(fields), papers: tallyOf(wanted), classes: classesOf([...fields, ...wanted]) };
}

/** Whether a question counts at all. */
export function isNeeded(field: Field | undefined): boolean {
  return field !== undefined && field['x-derived'] === undefined && field['x-linked-only'] !== true && field.type !== 'array' && !('const' in field);
}

function countField(origin: Origin | undefined): Counted {
  if (origin === undefined) return { fates: ['asked'] };
  if (origin.origin !== 'citizen' && origin.origin !== 'clerk') return { fates: ['reused'], of: origin.origin };
  const of = origin.declined ?? (origin.onFile === undefined ? undefined : classOf(origin.onFile));
  const fates: Fate[] = [...(origin.declined === undefined ? [] : ['refused' as const]), ...(origin.onFile === undefined ? [] : ['mismatched' as const])];
  return { fates: fates.length === 0 ? ['asked'] : fates, ...(of === undefined ? {} : { of }) };
}

function countPaper({ origin, offered }: ScoredPaper): Counted {
  if (origin === 'linked') return { fates: ['reused'], of: 'linked' };
  if (origin === 'on-file') return { fates: ['reused'], of: 'paper' };
  return offered ? { fates: ['refused'], of: 'paper' } : { fates: ['asked'] };
}

/** The class of a value that was offered: by a national source, from a paper, or from the population data on file. */
export function classOf({ queryId, paperId }: { readonly queryId?: string; readonly paperId?: string }): Exclude<ReuseClass, 'linked'> {
  if (queryId !== undefined) return 'register';
  return paperId === undefined ? 'population' : 'paper';
}

const count = (things: readonly Counted[], fate: Fate): number => things.filter(({ fates }) => fates.includes(fate)).length;

function tallyOf(things: readonly Counted[]): Tally {
  return { needed: things.length, notAsked: count(things, 'reused'), refused: count(things, 'refused'), mismatched: count(things, 'mismatched') };
}

function classesOf(things: readonly Counted[]): OnceOnlyScore['classes'] {
  return Object.fromEntries(REUSE_CLASSES.flatMap((key) => {
    const own = things.filter(({ of }) => of === key);
    return own.length === 0 ? [] : [[key, { reused: count(own, 'reused'), refused: count(own, 'refused'), mismatched: count(own, 'mismatched') }]];
  }));
}

const NOTHING: Tally = { needed: 0, notAsked: 0, refused: 0, mismatched: 0 };

/** Several scores as one. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, each) => ({
    needed: sum.needed + each.needed, notAsked: sum.notAsked + each.notAsked, refused: sum.refused + each.refused, mismatched: sum.mismatched + each.mismatched,
  }), NOTHING);
}
