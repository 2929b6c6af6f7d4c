/** The work lists, in the order of their tabs. */
export const LISTS = ['mine', 'unit', 'incoming', 'sent', 'all'] as const;
export type ListName = (typeof LISTS)[number];

/** What a list may be narrowed to: what I have in hand, what nobody has taken up, what has an alarm. */
export const NARROWINGS = ['me', 'nobody', 'alarms'] as const;
export type Narrowing = (typeof NARROWINGS)[number];
