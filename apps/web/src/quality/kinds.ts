/** What a doubt may be about. */
export const DOUBT_KINDS = ['twin', 'number-clash', 'conflict'] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** The four marks of good data, in the order of the saying: correct, sufficient, clean, living. */
export const DIMENSIONS = ['correct', 'sufficient', 'clean', 'living'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
