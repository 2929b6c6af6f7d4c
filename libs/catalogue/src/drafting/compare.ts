import { type Localized } from '@app/kernel';
import { isLocalized, placeWords } from './place-words.js';

/** One thing that differs between two documents of a procedure, in words. An absent side is not there. */
export interface Difference {
  readonly pointer: string;
  readonly place: Localized;
  readonly before?: Localized;
  readonly after?: Localized;
}

/** What says which items of two lists are the same one. */
const KEYS = ['key', 'id', 'number', 'to'] as const;

/**
 * Compares two documents field by field. Items of lists are matched by their key, so that one inserted paper is one
 * difference. The number of the version and its dates always differ; they are left out.
 */
export function compareProcedures(before: object, after: object): Difference[] {
  const skipped = new Set(['version', 'effective', '$schema', 'form']);
  const without = (document: object): object => Object.fromEntries(Object.entries(document).filter(([key]) => !skipped.has(key)));
  const found: Difference[] = [];
  walk(without(before), without(after), '', '', (pointerBefore, pointerAfter, old, now) => {
    found.push({
      pointer: pointerAfter,
      place: now === undefined ? placeWords(before, pointerBefore) : placeWords(after, pointerAfter),
      ...(old !== undefined && { before: textOf(old) }),
      ...(now !== undefined && { after: textOf(now) }),
    });
  });
  return found;
}

type Tell = (pointerBefore: string, pointerAfter: string, before: unknown, after: unknown) => void;

function walk(before: unknown, after: unknown, at: string, to: string, tell: Tell): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (isGroup(before) && isGroup(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const name of names) walk(before[name], after[name], `${at}/${escaped(name)}`, `${to}/${escaped(name)}`, tell);
    // Nothing inside differs, so the order does: of the questions, say.
    if (JSON.stringify(Object.keys(before)) !== JSON.stringify(Object.keys(after)) && sameContent(before, after)) tell(at, to, Object.keys(before), Object.keys(after));
    return;
  }
  const pairs = pairsOf(before, after);
  if (!pairs) return tell(at, to, before, after);
  for (const [old, now] of pairs) walk(old?.item, now?.item, old ? `${at}/${old.index}` : at, now ? `${to}/${now.index}` : to, tell);
  if (pairs.every(([old, now]) => JSON.stringify(old?.item) === JSON.stringify(now?.item))) tell(at, to, before, after);
}

interface Item {
  readonly item: unknown;
  readonly index: number;
}

/** Items of two lists that belong together, by their key; nothing when they carry none. */
function pairsOf(before: unknown, after: unknown): Array<[Item | undefined, Item | undefined]> | undefined {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  const name = KEYS.find((key) => [...before, ...after].every((item) => isGroup(item) && typeof item[key] === 'string'));
  if (!name || repeats(before, name) || repeats(after, name)) return undefined;
  const find = (list: readonly unknown[], wanted: unknown): Item | undefined => {
    const index = list.findIndex((item) => (item as Group)[name] === wanted);
    return index < 0 ? undefined : { item: list[index], index };
  };
  const keys = new Set([...before, ...after].map((item) => (item as Group)[name]));
  return [...keys].map((key) => [find(before, key), find(after, key)]);
}

const repeats = (list: readonly unknown[], name: string): boolean => new Set(list.map((item) => (item as Group)[name])).size < list.length;

type Group = Record<string, unknown>;

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value);

const sameContent = (before: Group, after: Group): boolean =>
  Object.keys(before).length === Object.keys(after).length && Object.keys(before).every((name) => JSON.stringify(before[name]) === JSON.stringify(after[name]));

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** A value as a person reads it: words where it has words, else what is written in the document. */
function textOf(value: unknown): Localized {
  if (isLocalized(value)) return value;
  if (typeof value === 'boolean') return value ? { vi: 'Có', en: 'Yes' } : { vi: 'Không', en: 'No' };
  if (isGroup(value)) {
    const { name, title, value: amount, unit, number } = value;
    if (isLocalized(name)) return name;
    if (typeof title === 'string') return { vi: title, en: typeof value['x-title-en'] === 'string' ? value['x-title-en'] : title };
    if (typeof amount === 'number' && typeof unit === 'string') return same(`${amount} ${unit}`);
    if (typeof number === 'string') return same(number);
  }
  if (Array.isArray(value)) {
    const texts = value.map(textOf);
    return { vi: texts.map(({ vi }) => vi).join('; '), en: texts.map(({ en }) => en).join('; ') };
  }
  return same(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

const same = (text: string): Localized => ({ vi: text, en: text });
