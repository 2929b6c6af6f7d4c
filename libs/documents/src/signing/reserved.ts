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

/** What a screen reader says of each place (PDF/UA: every field has a description). */
export const FIELD_DESCRIPTIONS: Record<ReservedField, string> = {
  number: 'Số văn bản',
  day: 'Ngày ban hành',
  month: 'Tháng ban hành',
  year: 'Năm ban hành',
  signature: 'Chữ ký số của người có thẩm quyền',
  seal: 'Chữ ký số của cơ quan, tổ chức',
};
