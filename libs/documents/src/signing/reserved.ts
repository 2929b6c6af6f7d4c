import { STYLES, type Style } from '../fonts.js';
import type { Align } from '../text.js';

/**
 * The places of a paper that are filled after it was rendered: by the person who signs, by the records clerk who numbers
 * and dates it, by the agency that seals it. They are form fields, because that is what a certifying signature may
 * leave open (PDF 32000-1, 12.8.2.2: DocMDP level 2); anything else put on the paper later breaks it.
 */
export const NUMBER_FIELDS = ['number', 'day', 'month', 'year'] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** The person's signature comes first and certifies the paper; the agency's seal comes last (Decree 30/2020, Art. 3, 17). */
export const SIGNATURE_FIELDS = ['signature', 'seal'] as const;
export type SignatureField = (typeof SIGNATURE_FIELDS)[number];

export type ReservedField = NumberField | SignatureField;

export const RESERVED_FIELDS: readonly ReservedField[] = [...NUMBER_FIELDS, ...SIGNATURE_FIELDS];

export function isSignatureField(name: ReservedField): name is SignatureField {
  return (SIGNATURE_FIELDS as readonly string[]).includes(name);
}

/** How a value is written in its place. The paper itself says it, so that whoever fills a place need not know the form. */
export interface FieldStyle {
  readonly style: Style;
  /** Points. */
  readonly size: number;
  readonly align?: Align;
}

/** The default appearance of a text field (PDF 32000-1, 12.7.3.3): the cut is the name of the font. */
export function writeFieldStyle({ style, size }: FieldStyle): string {
  return `/${style} ${size} Tf 0 g`;
}

/** Reads what {@link writeFieldStyle} wrote. @param quadding 0 left, 1 centred, 2 right (PDF 32000-1, table 222) */
export function readFieldStyle(appearance: string, quadding: number): FieldStyle {
  const [, name = '', size = ''] = /^\/([a-z-]+) ([\d.]+) Tf/.exec(appearance) ?? [];
  const style = STYLES.find((each) => each === name) ?? 'regular';
  return { style, size: Number(size) || 13, align: (['left', 'center', 'right'] as const)[quadding] ?? 'left' };
}

/** What a screen reader says of each place (PDF/UA: every field has a description). */
export const FIELD_DESCRIPTIONS: Record<ReservedField, string> = {
  number: 'Số văn bản',
  day: 'Ngày ban hành',
  month: 'Tháng ban hành',
  year: 'Năm ban hành',
  signature: 'Chữ ký số của người có thẩm quyền',
  seal: 'Chữ ký số của cơ quan, tổ chức',
};
