import { formatDong, matches, type FeeExemption, type FeeLine, type FeeRules, type PageFee, type Localized, type LocalSource } from '@app/kernel';

/** A line as it stands on the receipt. */
export interface AssessedLine {
  readonly key: string;
  readonly name: Localized;
  /** Whole đồng for one. */
  readonly amount: number;
  /** How many; 1 for a line without a multiplier. */
  readonly quantity: number;
  /** Whole đồng due: amount × quantity, 0 when exempt. */
  readonly due: number;
  readonly payableAt: 'receipt' | 'return';
  readonly exempt: boolean;
  /** The decision of the province that fixed the amount; absent = the national version. Frozen with the line. */
  readonly local?: LocalSource;
}

export interface AssessedFee {
  /** Whole đồng. */
  readonly total: number;
  /** Of the total, what is paid at receipt and what at return. */
  readonly atReceipt: number;
  readonly atReturn: number;
  readonly lines: readonly AssessedLine[];
  /** How the total came about, as the receipt says it. */
  readonly explanation: Localized;
  readonly exemption?: { readonly key: string; readonly name: Localized; readonly basis: string; readonly local?: LocalSource };
}

/**
 * The fee of a dossier: the lines its declaration and channel owe, less the first exemption that applies.
 * Pure; the same answers always cost the same.
 * @throws RangeError when a multiplier in the declaration is not a whole number of 0 or more.
 */
export function assessFee(
  rules: FeeRules,
  declaration: Readonly<Record<string, unknown>>,
  { channel }: { readonly channel: 'counter' | 'online' | 'post' },
): AssessedFee {
  const owed = rules.lines.filter(
    (line) => (!line.channels || line.channels.includes(channel)) && (!line.when || matches(line.when, declaration)) && quantityOf(line, declaration) > 0,
  );
  const exemption = rules.exemptions.find(
    (candidate) => matches(candidate.when, declaration) && owed.some((line) => covers(candidate, line)),
  );
  const lines = owed.flatMap((line) => assessLine(line, declaration, exemption !== undefined && covers(exemption, line)));
  const sum = (wanted: readonly AssessedLine[]): number => wanted.reduce((total, line) => total + line.due, 0);
  return {
    total: sum(lines),
    atReceipt: sum(lines.filter((line) => line.payableAt === 'receipt')),
    atReturn: sum(lines.filter((line) => line.payableAt === 'return')),
    lines,
    explanation: explain(lines, exemption),
    ...(exemption && { exemption: { key: exemption.key, name: exemption.name, basis: exemption.basis, ...(exemption.local && { local: exemption.local }) } }),
  };
}

function covers(exemption: FeeExemption, line: FeeLine): boolean {
  return !exemption.lines || exemption.lines.includes(line.key);
}

/** How often a line is owed: once, or as often as the field it is multiplied by says; unanswered = not at all. */
function quantityOf(line: FeeLine, declaration: Readonly<Record<string, unknown>>): number {
  if (line.byPages !== undefined) return rowsOf(line.byPages, declaration).length;
  const quantity = line.per === undefined ? 1 : (declaration[line.per] ?? 0);
  if (typeof quantity !== 'number' || !Number.isSafeInteger(quantity) || quantity < 0) {
    throw new RangeError(`fee line ${line.key}: ${line.per} is not a whole number of 0 or more`);
  }
  return quantity;
}

/** Something of which copies are made: what it is called, its pages, how many copies. */
export interface CopiedRow {
  readonly kind: string;
  readonly pages: number;
  readonly copies: number;
}

/** What the copies of one row cost, whole đồng: each copy by its pages, and no copy more than the most. */
export function rowFee(amount: number, { first, further, most }: PageFee, { pages, copies }: Pick<CopiedRow, 'pages' | 'copies'>): number {
  return copies * Math.min(most, amount * Math.min(pages, first) + further * Math.max(0, pages - first));
}

/** The rows that can be reckoned: one still being typed costs nothing yet. */
function rowsOf({ rows }: PageFee, declaration: Readonly<Record<string, unknown>>): readonly CopiedRow[] {
  const list = declaration[rows];
  const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
  return Array.isArray(list) ? (list as readonly Partial<CopiedRow>[]).filter((row): row is CopiedRow => typeof row?.kind === 'string' && isCount(row.pages) && isCount(row.copies)) : [];
}

/** A line by pages becomes one for each row, so that the receipt shows what each paper costs. */
function assessLine(line: FeeLine, declaration: Readonly<Record<string, unknown>>, exempt: boolean): AssessedLine[] {
  const { key, name, amount, payableAt, local, byPages } = line;
  if (byPages !== undefined) {
    return rowsOf(byPages, declaration).map((row, index) => {
      const each = rowFee(amount, byPages, { ...row, copies: 1 });
      return {
        key: `${key}.${index + 1}`, name: { vi: `${name.vi}: ${row.kind} (${row.pages} trang)`, en: `${name.en}: ${row.kind} (${row.pages} pages)` },
        amount: each, quantity: row.copies, due: exempt ? 0 : each * row.copies, payableAt, exempt, ...(local && { local }),
      };
    });
  }
  const quantity = quantityOf(line, declaration);
  return [{ key, name, amount, quantity, due: exempt ? 0 : amount * quantity, payableAt, exempt, ...(local && { local }) }];
}

function explain(lines: readonly AssessedLine[], exemption: FeeExemption | undefined): Localized {
  if (lines.length === 0) return { vi: 'Không thu phí, lệ phí.', en: 'Free of charge.' };
  const each = (language: keyof Localized): string =>
    lines
      .map((line) => {
        const name = line.name[language];
        if (line.exempt) return language === 'vi' ? `${name}: miễn` : `${name}: exempt`;
        const times = line.quantity === 1 ? '' : `${line.quantity} × ${formatDong(line.amount, language)} = `;
        return `${name}: ${times}${formatDong(line.due, language)}`;
      })
      .join('; ');
  const because = (language: keyof Localized): string => {
    if (!exemption) return '';
    return language === 'vi'
      ? ` Lý do miễn: ${exemption.name.vi} (${exemption.basis}).`
      : ` Exempt because: ${exemption.name.en} (${exemption.basis}).`;
  };
  const decided = decisions(lines);
  return { vi: `${each('vi')}.${because('vi')}${decided.vi}`, en: `${each('en')}.${because('en')}${decided.en}` };
}

/** By which decisions of the province the amounts are what they are, each named once. */
function decisions(lines: readonly AssessedLine[]): Localized {
  const known = new Map(lines.flatMap(({ local }) => (local ? [[local.rule, local] as const] : []))).values().toArray();
  if (known.length === 0) return { vi: '', en: '' };
  const list = known.map(({ decision, date, issuedBy }) => `${decision} ngày ${date.split('-').reverse().join('/')} của ${issuedBy}`).join('; ');
  const listEn = known.map(({ decision, date, issuedBy }) => `${decision} of ${date.split('-').reverse().join('/')} (${issuedBy})`).join('; ');
  return { vi: ` Mức thu theo ${list}.`, en: ` Amounts by ${listEn}.` };
}
