import type { Localized } from '@app/kernel';
import { wordsOf, type DrawnState } from './draw-svg-chart.js';
import type { Picture } from './draw-svg-picture.js';
import type { PlacedState } from './draw-svg-places.js';
import { wrap, type TextStyle } from './draw-svg-text.js';
import { DRAWING_WORDS, fill, timeWords, type DrawingLanguage } from './draw-svg-words.js';
import { ROLE_NAMES, type UnitPath } from './process-definition.js';

/** How the words of a drawing are chosen. */
export interface Wording {
  readonly language: DrawingLanguage;
  readonly unitName: (unit: UnitPath) => string;
}

/** A line of text as it is set. */
export interface Line extends TextStyle {
  readonly text: string;
  readonly quiet?: boolean;
}

export const TITLE: TextStyle = { size: 14, bold: true };
export const DETAIL: TextStyle = { size: 12.5 };
export const LABEL: TextStyle = { size: 12 };

/** How high a line stands, in pixels: at least half as much again as its letters, so that stacked accents are not cut. */
export const lineHeight = ({ size }: TextStyle): number => Math.round(size * 1.5);
export const heightOf = (lines: readonly TextStyle[]): number => lines.reduce((sum, line) => sum + lineHeight(line), 0);

const set = (text: string, width: number, style: TextStyle, quiet = false): readonly Line[] =>
  wrap(text, width, style).map((each) => ({ ...style, text: each, ...(quiet && { quiet }) }));

/** The name of a state without the name of its step before it, which stands in the box beside. */
function shortName(state: DrawnState, step: Localized | undefined, language: DrawingLanguage): string {
  const name = state.meta.name[language];
  const prefix = step === undefined ? '' : `${step[language]} – `;
  if (prefix === '' || !name.startsWith(prefix)) return name;
  const rest = name.slice(prefix.length);
  return rest.charAt(0).toLocaleUpperCase(language) + rest.slice(1);
}

/**
 * What stands in the box of a state.
 * @param width of the text, in pixels
 */
export function boxLines(state: PlacedState, picture: Picture, step: Localized | undefined, width: number, { language, unitName }: Wording): readonly Line[] {
  const { meta, path, final } = state;
  const words = (key: keyof typeof DRAWING_WORDS): string => DRAWING_WORDS[key][language];
  const title = set(shortName(state, step, language), width, TITLE);
  const said = picture.said.filter(({ from }) => from === path).map((way) => sentence(wordsOf(way), picture, way.to, language));
  const saidLines = [...new Set(said)].flatMap((each) => set(each, width, DETAIL, true));
  if (final || path === picture.initial) return [...title, ...saidLines];
  const inMain = state.column === 'main';
  const details = [
    ...(inMain ? [`${unitName(meta.holder)} · ${ROLE_NAMES[meta.role][language]}`] : []),
    ...(!inMain && meta.awaiting === undefined ? [`${unitName(meta.holder)} · ${ROLE_NAMES[meta.role][language]}`] : []),
    ...(meta.addressee === undefined || inMain ? [] : [fill(words('addressee'), { unit: unitName(meta.addressee) })]),
    ...(meta.alarmAfter === undefined ? timeOf(state, language) : [fill(words('alarm'), { time: timeWords(meta.alarmAfter, language) })]),
    ...(meta.clock === 'paused' ? [words('paused')] : []),
  ];
  return [...title, ...details.flatMap((each) => set(each, width, DETAIL, true)), ...saidLines];
}

/** The time of the work itself; beside it only what has a time of its own: a posting. */
function timeOf({ column, meta: { within, awaiting } }: PlacedState, language: DrawingLanguage): readonly string[] {
  if (within === undefined || (column !== 'main' && awaiting !== 'time')) return [];
  const phrase = awaiting === 'time' ? DRAWING_WORDS.lasts : DRAWING_WORDS.within;
  return [fill(phrase[language], { time: timeWords(within, language) })];
}

const nameOf = (path: string, { names }: Picture, language: DrawingLanguage): string => names.get(path)?.[language] ?? path;

/** An act and where it leads, in words. */
export function sentence(act: Localized, picture: Picture, to: string | undefined, language: DrawingLanguage): string {
  return to === undefined ? act[language] : fill(DRAWING_WORDS.leadsTo[language], { act: act[language], state: nameOf(to, picture, language) });
}

/** The words on an arrow, each act on lines of its own. */
export function arrowLines(words: readonly Localized[], width: number, language: DrawingLanguage): readonly Line[] {
  return words.flatMap((act) => set(act[language], width, LABEL));
}
