/** The four work lists, in the order of their tabs. */
export const LISTS = ['mine', 'unit', 'incoming', 'all'] as const;
export type ListName = (typeof LISTS)[number];
