/** How a line of text is set. */
export interface TextStyle {
  /** In pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

/**
 * Widths of letters in thousandths of the size: the widest of the fonts a desk may have (DejaVu Sans, Liberation Sans, Arial).
 * The drawing brings no font of its own, so what is measured must hold with whichever the browser takes.
 */
const WIDTHS: { readonly [weight in 'plain' | 'bold']: Readonly<Record<number, string>> } = {
  plain: {
    280: "'ijl", 300: 'I', 320: ' ,.·’', 340: '/:;\\|', 360: 'f', 380: '-', 400: '()[]t', 420: '!r', 460: '"', 500: '*J`', 520: '“”', 540: 'sz', 560: '?L_c–',
    580: 'k', 600: 'vxy', 620: 'FTaeoơ', 640: '$0123456789bdghnpqu{}ưđ', 680: 'EKPSY', 700: 'ABVXZ', 740: 'CRU', 760: 'HN', 780: '&DGĐ', 800: 'OQ',
    820: 'w', 840: '#+<=>^~', 860: 'Ư', 880: 'M', 920: 'Ơ', 960: '%', 980: 'm', 1000: 'W…→', 1020: '@',
  },
  bold: {
    320: "'", 360: ' ijl', 380: ',./I\\|·’', 400: ':;', 420: '-', 440: 'f', 460: '!()[]', 480: 't', 500: '`r', 540: '"*', 560: 'J_–', 600: 'csz', 620: '?',
    640: 'L', 660: 'vxy“”', 680: 'aek', 700: '$0123456789EFToơ', 720: 'bdghnpqu{}ưđ', 740: 'CPSYZ', 780: 'ABKRVX', 820: 'U', 840: '#+<=>DGHN^~ĐƯ',
    860: 'OQ', 880: '&Ơ', 940: 'w', 1000: '@M…→', 1020: '%', 1060: 'm', 1120: 'W',
  },
};

const tableOf = (widths: Readonly<Record<number, string>>): Map<string, number> =>
  new Map(Object.entries(widths).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)));
const TABLES = { plain: tableOf(WIDTHS.plain), bold: tableOf(WIDTHS.bold) };

/** A letter the tables do not know is taken as wide as the widest. */
const WIDEST = 1120;

/** The width of a letter as of the bare one, looked up once. */
function letterWidth(letter: string, table: Map<string, number>): number {
  const known = table.get(letter);
  if (known !== undefined) return known;
  const bare = letter.normalize('NFD').replaceAll(/[\u0300-\u031a\u031c-\u036f]/gu, '').normalize('NFC');
  const width = table.get(bare) ?? WIDEST;
  table.set(letter, width);
  return width;
}

/** At most how wide a text gets, in pixels. Tone marks and circumflexes take no width; the horn of ơ and ư does. */
export function widthOf(text: string, { size, bold = false }: TextStyle): number {
  const table = bold ? TABLES.bold : TABLES.plain;
  return ([...text.normalize('NFC')].reduce((sum, letter) => sum + letterWidth(letter, table), 0) * size) / 1000;
}

/** Breaks a text into lines no wider than this many pixels; a word that is too long by itself is broken too. */
export function wrap(text: string, width: number, style: TextStyle): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.normalize('NFC').split(/\s+/u).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, style) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && widthOf(line + letter, style) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line === '' ? lines : [...lines, line];
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it may stand in XML, between tags or in an attribute; control characters, which XML forbids, are left out. */
export function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what must go
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);
}
