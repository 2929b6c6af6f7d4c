import { fold } from '@app/kernel';

/** A name as somebody typed it, ready to be looked for. */
export interface NameQuery {
  /** Folded words, in the order typed. */
  readonly words: readonly string[];
  /** A year (`1965`) or a day (`1965-04-02`) of birth, where one was typed after the name. */
  readonly born?: string;
}

/** Reads a typed name: `Nguyễn Văn Hoà 1965`, `hoa nguyen 02/04/1965`. Nothing for what says too little, or is no name. */
export function parseNameQuery(text: string): NameQuery | undefined {
  const [, name = '', day, month, year] = /^(.*?)(?:\s+(?:(\d{1,2})[/.-](\d{1,2})[/.-])?((?:18|19|20)\d{2}))?\s*$/.exec(text) ?? [];
  const words = fold(name).split(' ').filter((word) => word !== '');
  if (words.join('').length < 2 || /[\d\\%_]/.test(name)) return undefined;
  if (year === undefined) return { words };
  return { words, born: day === undefined || month === undefined ? year : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** Every word one typing fault away: a letter left out, doubled or foreign, a wrong one, two in the wrong order. */
export function wordsOneFaultFrom(word: string): Set<string> {
  const cuts = Array.from({ length: word.length + 1 }, (_, at) => [word.slice(0, at), word.slice(at)] as const);
  const near = cuts.flatMap(([head, tail]) => [
    ...LETTERS.map((letter) => head + letter + tail),
    ...(tail === '' ? [] : [head + tail.slice(1), ...LETTERS.map((letter) => head + letter + tail.slice(1))]),
    ...(tail.length < 2 ? [] : [head + tail[1]! + tail[0]! + tail.slice(2)]),
  ]);
  return new Set(near.filter((each) => each !== word && each !== ''));
}
