/** The closed lists behind words the desk sends as text, so that each has its message. */
export const TIME_TOKENS = ['on-time', 'due-soon', 'overdue', 'paused', 'none'] as const;
export const COMPONENT_STATES = ['unchecked', 'passed', 'failed'] as const;
export const COMPONENT_KINDS = ['original', 'certified-copy', 'photocopy', 'electronic'] as const;
export const COMPONENT_ORIGINS = ['brought', 'on-file', 'uploaded', 'linked', 'absent'] as const;
export const ANSWER_ORIGINS = ['population', 'paper', 'register', 'citizen', 'clerk'] as const;
export const CHANNELS = ['counter', 'online', 'post'] as const;
export const DELIVERIES = ['counter', 'post', 'electronic'] as const;

export type TimeToken = (typeof TIME_TOKENS)[number];
export type ComponentState = (typeof COMPONENT_STATES)[number];
export type ComponentKind = (typeof COMPONENT_KINDS)[number];
export type Delivery = (typeof DELIVERIES)[number];

/** The member of a closed list a text names, or the list's fallback for a word this version does not know. */
export function oneOf<const List extends readonly string[]>(list: List, text: string | undefined, fallback: List[number]): List[number] {
  return list.find((one) => one === text) ?? fallback;
}
