import type { Localized } from '@app/kernel';
import { compile, type DossierMachine } from './compile.js';
import { statePath, type StoredValue } from './decide.js';
import { DETAIL, LABEL, TITLE, heightOf, lineHeight, sentence, type Line, type Wording } from './draw-svg-content.js';
import { PADDING, WIDTHS } from './draw-svg-group.js';
import { layOut } from './draw-svg-layout.js';
import type { LaidArrow, LaidBox, Point } from './draw-svg-laid.js';
import { makePicture, type Picture } from './draw-svg-picture.js';
import { escapeXml, widthOf, wrap } from './draw-svg-text.js';
import { DRAWING_WORDS, unitWords, type DrawingLanguage } from './draw-svg-words.js';
import type { ProcessDefinition, UnitPath } from './process-definition.js';

/** What a drawing shows beside the process itself. */
export interface DrawingOptions {
  readonly language: DrawingLanguage;
  /** What the process is of: the name of the procedure, or the code of the dossier. */
  readonly title?: Localized;
  /** Where the dossier is now. */
  readonly current?: { readonly value: StoredValue };
  /** The states the dossier was in, in order, as its journal has them; the last one may be the present one. */
  readonly visited?: readonly StoredValue[];
  /** The proper names of the units of a process; without it they are named by what they do. */
  readonly unitName?: (unit: UnitPath) => string;
}

// On white and on the tints, text has a contrast of 7:1 or more, borders and arrows of 3:1 or more (WCAG 1.4.3, 1.4.11).
const INK = '#212529';
const QUIET = '#495057';
const AHEAD = '#6c757d';
const PASSED = '#2b8a3e';
const HERE = '#1864ab';
const MARGIN = 20;
const PANEL = 230;
const HEAD = 34;

type Mark = 'here' | 'passed' | 'ahead';

/**
 * Draws a process as an SVG picture a clerk can read: the steps in order, beside each what is waited for, the ends, the
 * arrows with the words of their acts; acts possible at many steps once at the side. The present state and the way gone
 * are marked by form as well as by colour. Pure: the same input gives the same text. It holds no script, no style sheet
 * and no font, and stands under the strictest content policy.
 */
export function drawSvg(subject: ProcessDefinition | DossierMachine, options: DrawingOptions): string {
  const machine = 'chart' in subject ? subject : compile(subject);
  const { language } = options;
  const wording: Wording = { language, unitName: options.unitName ?? ((unit) => unitWords(unit, language)) };
  const whole = makePicture(machine);
  const way = gone(options, whole);
  const here = options.current === undefined ? undefined : statePath(options.current.value);
  const markOf = (path: string): Mark => (path === here ? 'here' : way.states.has(path) ? 'passed' : 'ahead');

  // What opens after the main way is of interest to a dossier only once it is there; a procedure is drawn whole.
  const opened = (groups: Picture['sections'][number]): boolean => groups.some((group) => group.states.some(({ path }) => markOf(path) !== 'ahead'));
  const picture: Picture = { ...whole, sections: whole.sections.filter((section, index) => index === 0 || here === undefined || opened(section)) };
  const inner = new Set(picture.inner.map(({ from, to }) => `${from} ${to}`));
  const layout = layOut(picture, wording);
  const title = options.title === undefined ? DRAWING_WORDS.title[language] : `${DRAWING_WORDS.title[language]}: ${options.title[language]}`;
  const heading = wrap(title, layout.width, { size: 16, bold: true }).map((text): Line => ({ text, size: 16, bold: true }));
  const top = MARGIN + heightOf(heading) + 10;
  const panel = drawPanel(picture, { x: MARGIN + layout.width + MARGIN, y: top + HEAD }, markOf, language);
  const width = Math.ceil(layout.width + 2 * MARGIN + (panel.height === 0 ? 0 : PANEL + MARGIN));
  const height = Math.ceil(Math.max(top + HEAD + layout.height, top + HEAD + panel.height) + MARGIN);

  const body = [
    text(heading, { x: MARGIN, y: MARGIN }, 'start'),
    ...columnHeads(picture, { x: MARGIN + layout.middle, y: top }, language),
    `<g transform="translate(${MARGIN} ${top + HEAD})">`,
    ...layout.frames.map(({ x, y, width: w, height: h }) => `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="10" fill="#f1f3f5"/>`),
    ...layout.arrows.map((arrow) => drawArrow(arrow, way.steps.has(`${arrow.from} ${arrow.to}`))),
    ...layout.boxes.map((box) => drawBox(box, markOf(box.path), box.path === picture.initial, language)),
    ...layout.arrows.map(({ from, to, label }) => text(label.lines, label, label.anchor, !inner.has(`${from} ${to}`))),
    ...layout.headings.map((each) => text(each.lines, each, 'middle')),
    '</g>',
    ...panel.parts,
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" lang="${language}" xml:lang="${language}" font-family="'Segoe UI', Roboto, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif" fill="${INK}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(describeInWords(picture, here, language))}</desc>`,
    '<defs>',
    ...[['ahead', AHEAD], ['passed', PASSED]].map(([id, colour]) => `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" fill="${colour}"/></marker>`),
    '</defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...body,
    '</svg>',
  ].join('\n') + '\n';
}

/** The states and moves of the way gone. A dossier received at once passes the state of waiting in the same moment. */
function gone({ visited = [] }: DrawingOptions, { initial, outer }: Picture): { states: ReadonlySet<string>; steps: ReadonlySet<string> } {
  const paths = visited.map(statePath);
  if (paths.length > 0 && paths[0] !== initial) paths.unshift(initial);
  const drawn = new Set(outer.map(({ from, to }) => `${from} ${to}`));
  const [, second] = paths;
  const between = outer.find(({ from }) => from === initial)?.to;
  if (second !== undefined && between !== undefined && second !== between && !drawn.has(`${initial} ${second}`)) paths.splice(1, 0, between);
  return { states: new Set(paths), steps: new Set(paths.map((path, index) => `${paths[index - 1] ?? ''} ${path}`)) };
}

/** The steps in order and where the dossier is, for whoever hears the drawing. */
function describeInWords({ sections, ends }: Picture, here: string | undefined, language: DrawingLanguage): string {
  const states = sections.flat().flatMap((group) => group.states);
  const steps = (sections[0] ?? []).flatMap((group) => group.states.filter(({ column, row }) => column === 'main' && row === 0)).map(({ meta }, index) => `${index + 1}. ${meta.name[language]}.`);
  const present = [...states, ...ends].find(({ path }) => path === here);
  return [...steps, ...(present === undefined ? [] : [`${DRAWING_WORDS.here[language]}: ${present.meta.name[language]}.`])].join(' ');
}

/** A number as short as it can be: the drawing is text, and is compared as text. */
const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Lines of text. `haloed` keeps them legible where an arrow runs behind. */
function text(lines: readonly Line[], { x, y }: Point, anchor: 'start' | 'middle' | 'end', haloed = false): string {
  let top = y;
  return lines.map((line) => {
    const base = top + lineHeight(line) - line.size * 0.42;
    top += lineHeight(line);
    const halo = haloed ? ' stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"' : '';
    return `<text x="${n(x)}" y="${n(base)}" font-size="${line.size}"${line.bold === true ? ' font-weight="600"' : ''}${line.quiet === true ? ` fill="${QUIET}"` : ''} text-anchor="${anchor}"${halo}>${escapeXml(line.text)}</text>`;
  }).join('');
}

const STROKES = { here: `stroke="${HERE}" stroke-width="4"`, passed: `stroke="${PASSED}" stroke-width="2"`, ahead: `stroke="${AHEAD}" stroke-width="1.3"` } as const satisfies Record<Mark, string>;
const FILLS = { here: '#e7f1fb', passed: '#eef8f0', ahead: '#fff' } as const satisfies Record<Mark, string>;

/** A box: drawn through for work, dashed for waiting, doubled for an end. */
function drawBox({ x, y, width, height, lines, beside, final }: LaidBox, mark: Mark, first: boolean, language: DrawingLanguage): string {
  const radius = first || final ? Math.min(20, height / 2) : 6;
  const dash = beside && !final && mark === 'ahead' ? ' stroke-dasharray="5 3"' : '';
  const parts = [`<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(radius)}" fill="${FILLS[mark]}" ${STROKES[mark]}${dash}/>`];
  if (final) parts.push(`<rect x="${n(x + 4)}" y="${n(y + 4)}" width="${n(width - 8)}" height="${n(height - 8)}" rx="${n(radius - 4)}" fill="none" ${mark === 'ahead' ? STROKES.ahead : `stroke="${mark === 'here' ? HERE : PASSED}" stroke-width="1.3"`}/>`);
  parts.push(text(lines, { x: x + width / 2, y: y + (height - heightOf(lines)) / 2 }, 'middle'));
  if (mark === 'passed') parts.push(check(x + width - 4, y + 4));
  if (mark === 'here') parts.push(tag(DRAWING_WORDS.here[language], x + width / 2, y));
  return parts.join('');
}

/** A tick in a circle, drawn, not a letter: no font is sure to have one. */
const check = (x: number, y: number): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="9" fill="${PASSED}" stroke="#fff" stroke-width="1.5"/><path d="M${n(x - 4)} ${n(y)}l3 3.2l5 -6" fill="none" stroke="#fff" stroke-width="2"/>`;

function tag(words: string, x: number, y: number): string {
  const style = { size: 12.5, bold: true } as const;
  const width = widthOf(words, style) + 22;
  return `<rect x="${n(x - width / 2)}" y="${n(y - 13)}" width="${n(width)}" height="22" rx="11" fill="${HERE}"/>`
    + `<text x="${n(x)}" y="${n(y + 2.5)}" font-size="12.5" font-weight="600" fill="#fff" text-anchor="middle">${escapeXml(words)}</text>`;
}

function drawArrow({ points }: LaidArrow, passed: boolean): string {
  return `<path d="${rounded(points)}" fill="none" stroke="${passed ? PASSED : AHEAD}" stroke-width="${passed ? 2.6 : 1.3}" marker-end="url(#${passed ? 'passed' : 'ahead'})"/>`;
}

/** A line through points with its corners rounded. */
function rounded(points: readonly Point[]): string {
  return points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined) return `M${n(point.x)} ${n(point.y)}`;
    if (after === undefined) return `L${n(point.x)} ${n(point.y)}`;
    const near = (other: Point): string => {
      const length = Math.hypot(other.x - point.x, other.y - point.y);
      const share = length === 0 ? 0 : Math.min(8, length / 2) / length;
      return `${n(point.x + (other.x - point.x) * share)} ${n(point.y + (other.y - point.y) * share)}`;
    };
    return `L${near(before)}Q${n(point.x)} ${n(point.y)} ${near(after)}`;
  }).join('');
}

/** What each column means, over it. */
function columnHeads({ sections }: Picture, { x: middle, y }: Point, language: DrawingLanguage): readonly string[] {
  const states = sections.flat().flatMap((group) => group.states);
  const beside = WIDTHS.main / 2 + WIDTHS.gap + WIDTHS.side / 2;
  const heads = [['left', 'waitingCitizen', middle - beside], ['main', 'working', middle], ['right', 'waitingOthers', middle + beside]] as const;
  return heads.filter(([column]) => states.some((state) => state.column === column)).map(([, words, at]) =>
    text([{ ...DETAIL, text: DRAWING_WORDS[words][language], quiet: true }], { x: at, y }, 'middle'));
}

/** What is possible at many steps, and the ends no arrow reaches. */
function drawPanel(picture: Picture, { x, y }: Point, markOf: (path: string) => Mark, language: DrawingLanguage): { parts: readonly string[]; height: number } {
  if (picture.general.length === 0 && picture.ends.length === 0) return { parts: [], height: 0 };
  const inside = PANEL - 2 * PADDING.x;
  const parts: string[] = [];
  let top = y + PADDING.y;
  const put = (lines: readonly Line[], indent = 0): void => {
    parts.push(text(lines, { x: x + PADDING.x + indent, y: top }, 'start'));
    top += heightOf(lines);
  };
  put(wrap(DRAWING_WORDS.anywhere[language], inside, TITLE).map((line) => ({ ...TITLE, text: line })));
  for (const { words, to } of picture.general) {
    top += 5;
    parts.push(`<circle cx="${n(x + PADDING.x + 4)}" cy="${n(top + lineHeight(LABEL) / 2)}" r="2.5" fill="${QUIET}"/>`);
    put(wrap(sentence(words, picture, to, language), inside - 14, LABEL).map((line) => ({ ...LABEL, text: line })), 14);
  }
  for (const { path, meta } of picture.ends) {
    const lines = wrap(meta.name[language], inside - 2 * PADDING.x, TITLE).map((line) => ({ ...TITLE, text: line }));
    const height = heightOf(lines) + 2 * PADDING.y;
    top += 18;
    parts.push(drawBox({ path, x: x + PADDING.x, y: top, width: inside, height, lines, beside: true, final: true }, markOf(path), false, language));
    top += height;
  }
  top += PADDING.y;
  parts.unshift(`<rect x="${n(x)}" y="${n(y)}" width="${PANEL}" height="${n(top - y)}" rx="10" fill="#f1f3f5"/>`);
  return { parts, height: top - y };
}
