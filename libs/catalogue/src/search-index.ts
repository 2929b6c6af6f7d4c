import { fold, initialsOf } from '@app/kernel';
import type { CatalogueEntry, Heading } from './entry.js';

/** Everyday words for what the law calls otherwise: "sổ đỏ" is a land certificate. */
export interface PlainWords {
  readonly words: readonly string[];
  readonly means: string;
}

interface IndexedEntry {
  readonly entry: CatalogueEntry;
  readonly code: string;
  readonly digits: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly initials: string;
  readonly field: string;
  readonly fieldInitials: string;
  /** Breaks ties: complete procedures and the commune's own come first, then short names. */
  readonly bonus: number;
}

/** Finds procedures by name with or without accents, code, field, initials, or words run together and shortened ("ksinh"). */
export class SearchIndex {
  private readonly entries: readonly IndexedEntry[];
  private readonly plainWords: ReadonlyArray<{ readonly pattern: RegExp; readonly means: string }>;

  /** @param headings the entries with the heading each is found by. */
  constructor(headings: ReadonlyArray<readonly [CatalogueEntry, Heading]>, plainWords: readonly PlainWords[]) {
    this.entries = headings.map(([entry, heading]) => indexed(entry, heading));
    this.plainWords = plainWords.map(({ words, means }) => ({
      pattern: new RegExp(`(?<![a-z0-9])(?:${words.map(fold).join('|')})(?![a-z0-9])`),
      means: fold(means),
    }));
  }

  /** The best entries for a query, best first; an empty query finds nothing. */
  search(query: string, limit: number): CatalogueEntry[] {
    const asked = withoutLead(fold(query.normalize('NFC')).slice(0, 120));
    if (!asked) return [];
    const readings = [asked, ...this.plainWords.filter(({ pattern }) => pattern.test(asked)).map(({ pattern, means }) => asked.replace(pattern, means))];
    const queries = readings.map(readQuery);
    const hits: Array<{ item: IndexedEntry; score: number }> = [];
    for (const item of this.entries) {
      let score = 0;
      for (const one of queries) score = Math.max(score, scoreOf(item, one));
      if (score > 0) hits.push({ item, score: score + item.bonus });
    }
    return hits
      .sort((a, b) => b.score - a.score || (a.item.code < b.item.code ? -1 : 1))
      .slice(0, limit)
      .map(({ item }) => item.entry);
  }
}

function indexed(entry: CatalogueEntry, heading: Heading): IndexedEntry {
  const name = withoutLead(fold(heading.name.vi)).replace(/[^a-z0-9]+/g, ' ').trim();
  return {
    entry,
    code: entry.code,
    digits: entry.code.replaceAll('.', ''),
    name,
    words: name.split(' '),
    initials: initialsOf(name),
    field: fold(heading.field.vi),
    fieldInitials: initialsOf(heading.field.vi),
    bonus: (entry.versions.length > 0 ? 30 : 0) + (heading.decidedAt === 'commune' ? 15 : 0) + (heading.handledBy === 'peoples-committee' ? 5 : 0) - Math.min(name.length, 200) / 10,
  };
}

/** Nearly every name begins with "thủ tục"; it tells nothing. */
function withoutLead(folded: string): string {
  return folded.replace(/^thu tuc /, '');
}

/** A query taken apart once, before it meets the entries. */
interface Query {
  /** As folded, for codes; `isCode` when it has nothing but digits and points. */
  readonly text: string;
  readonly isCode: boolean;
  /** Letters and digits only, words apart by one blank. */
  readonly words: string;
  readonly tokens: readonly string[];
}

function readQuery(text: string): Query {
  const words = text.replace(/[^a-z0-9]+/g, ' ').trim();
  return { text, isCode: /^[\d.]+$/.test(text), words, tokens: words.split(' ') };
}

function scoreOf(item: IndexedEntry, { text, isCode, words, tokens }: Query): number {
  if (text === item.code || text === item.digits) return 1000;
  if (isCode) return item.code.startsWith(text) || item.digits.startsWith(text) ? 900 : item.code.includes(text) ? 300 : 0;
  if (words.length < 2) return 0;
  if (words === item.name) return 950;
  if (item.name.startsWith(words) && item.name[words.length] === ' ') return 800;
  const phrase = phraseScore(item, words);
  if (phrase > 0) return phrase;
  return Math.max(tokens.length === 1 ? shortScore(item, words) : 0, tokensScore(item, tokens));
}

function phraseScore(item: IndexedEntry, words: string): number {
  if (words.length < 3) return 0;
  // At the beginning of a word; a whole phrase says more than one that breaks off.
  for (let at = item.name.indexOf(words); at >= 0; at = item.name.indexOf(words, at + 1)) {
    if (at > 0 && item.name[at - 1] !== ' ') continue;
    const next = item.name[at + words.length];
    return next === undefined || next === ' ' ? 700 : 600;
  }
  return item.field === words ? 590 : item.field.startsWith(words) ? 400 : 0;
}

/** One word without blanks: initials of the name or field, or words run together. */
function shortScore(item: IndexedEntry, word: string): number {
  if (word.length < 2) return 0;
  if (word === item.initials) return 780;
  if (item.initials.startsWith(word)) return 650;
  const from = runTogether(item.words, word);
  if (from >= 0) return from === 0 ? 640 : 560;
  return word === item.fieldInitials ? 420 : 0;
}

/**
 * Where consecutive words begin that a shortened word is made of, each giving at least its first letter and one of
 * them more: "ksinh" = **k**hai **sinh**. -1 when there are none.
 */
function runTogether(words: readonly string[], short: string): number {
  for (let index = 0; index < words.length; index += 1) {
    if (words[index]!.startsWith(short[0]!) && spells(words, index, short)) return index;
  }
  return -1;
}

/** Whether the words from one on, each by a beginning of its own, spell a text; the longest beginnings are tried first. */
function spells(words: readonly string[], index: number, text: string): boolean {
  if (text === '') return true;
  const word = words[index];
  if (word === undefined) return false;
  let length = 0;
  while (length < word.length && length < text.length && word[length] === text[length]) length += 1;
  for (; length > 0; length -= 1) if (spells(words, index + 1, text.slice(length))) return true;
  return false;
}

/** Every word of the query must be found somewhere; more words found at their beginning score more. */
function tokensScore(item: IndexedEntry, tokens: readonly string[]): number {
  let score = 0;
  for (const token of tokens) {
    if (item.words.includes(token)) score += 3;
    else if (token.length > 1 && item.words.some((word) => word.startsWith(token))) score += 2;
    else if (item.field.includes(token)) score += 1;
    else if (token.length > 2 && runTogether(item.words, token) >= 0) score += 1;
    else return 0;
  }
  return 200 + (score / (3 * tokens.length)) * 200;
}
