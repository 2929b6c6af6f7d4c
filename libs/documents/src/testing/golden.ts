import { createHash } from 'node:crypto';
import { renderPaper, type PaperForm } from '../papers.js';
import { sampleOf, SAMPLE_TIME, type SampleKind } from '../samples/index.js';
import { FRAMED, layoutFaults } from './layout-faults.js';
import { rasterise, type PdfFacts } from './rasterise.js';

/** What a page must look and read like. */
export interface GoldenPage {
  /** The text layer line by line; of the longest samples only its digest. */
  readonly text: readonly string[];
  readonly structure: string;
  readonly squares: readonly string[];
}

/** What a template must give for a sample, whatever draws it. */
export interface Golden {
  readonly title: string;
  readonly language: string | null;
  readonly tagged: boolean;
  /** The part and level of PDF/A it claims. */
  readonly archival: string;
  /** The fonts in it, each embedded. */
  readonly fonts: readonly string[];
  /** Ink beyond the margins and text upon text: none. */
  readonly faults: readonly string[];
  readonly pages: readonly GoldenPage[];
}

/** Draws a sample and takes down what is compared. */
export async function takeGolden(form: PaperForm, kind: SampleKind): Promise<{ golden: Golden; facts: PdfFacts }> {
  const { bytes } = await renderPaper(form, sampleOf(form, kind), { createdAt: Temporal.Instant.from(SAMPLE_TIME) });
  const facts = await rasterise(bytes);
  const source = Buffer.from(bytes).toString('latin1');
  const names = [...source.matchAll(/\/Subtype \/CIDFontType2\n\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name!);
  const embedded = source.match(/\/FontFile2 /g)?.length ?? 0;
  return {
    facts,
    golden: {
      title: facts.title,
      language: facts.language,
      tagged: facts.tagged,
      archival: [/<pdfaid:part>(\d)</.exec(source)?.[1], /<pdfaid:conformance>(\w)</.exec(source)?.[1]].join(''),
      fonts: embedded === names.length ? names.toSorted() : [`${embedded} of ${names.length} embedded`],
      faults: layoutFaults(facts, { framed: FRAMED.has(form) }),
      pages: facts.pages.map(({ text, structure, squares }) => ({ text: kind === 'longest' ? [digest(text)] : text.split('\n').map((line) => line.trim()).filter(Boolean), structure, squares })),
    },
  };
}

const digest = (text: string): string => `${text.length} letters, ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;

/** Squares that may be two shades off on a page: another machine smooths edges a little differently. */
const TOLERATED = 6;

/** What differs between what should be and what is, in words; nothing when the template still gives the same. */
export function goldenDifferences(should: Golden, is: Golden): string[] {
  const found: string[] = [];
  for (const key of ['title', 'language', 'tagged', 'archival'] as const) if (should[key] !== is[key]) found.push(`${key}: ${should[key]} → ${is[key]}`);
  if (should.fonts.join() !== is.fonts.join()) found.push(`fonts: ${should.fonts.join(', ')} → ${is.fonts.join(', ')}`);
  found.push(...is.faults.filter((fault) => !should.faults.includes(fault)));
  if (should.pages.length !== is.pages.length) return [...found, `pages: ${should.pages.length} → ${is.pages.length}`];
  should.pages.forEach((page, index) => found.push(...pageDifferences(page, is.pages[index]!).map((words) => `page ${index + 1}, ${words}`)));
  return found;
}

function pageDifferences(should: GoldenPage, is: GoldenPage): string[] {
  const found: string[] = [];
  const lost = should.text.filter((line) => !is.text.includes(line));
  const gained = is.text.filter((line) => !should.text.includes(line));
  if (lost.length > 0 || gained.length > 0) found.push(`text: ${lost.map((line) => `- ${line}`).join(' ')} ${gained.map((line) => `+ ${line}`).join(' ')}`.trim());
  else if (should.text.join('\n') !== is.text.join('\n')) found.push('text: the same lines in another order');
  if (should.structure !== is.structure) found.push(`structure: ${should.structure} → ${is.structure}`);
  const changed = should.squares.flatMap((row, y) => [...row].flatMap((shade, x) => {
    const apart = Math.abs(Number(shade) - Number(is.squares[y]?.[x] ?? -9));
    return apart > 1 ? [{ place: `${x} cm, ${y} cm`, apart }] : [];
  }));
  if (changed.length > TOLERATED || changed.some(({ apart }) => apart > 2)) found.push(`image: other shades at ${changed.slice(0, 8).map(({ place }) => place).join('; ')}${changed.length > 8 ? ' …' : ''}`);
  return found;
}

/** One file for a form, beside this folder. */
export function goldenFile(form: PaperForm): string {
  return `libs/documents/src/golden/${form.replace('/', '-')}.json`;
}
