/** Things that happen to people: the words under which the catalogue has their procedure, or the procedures filed together for it. */
const EVENTS = {
  birth: { words: 'khai sinh', linked: '3.000722' },
  marriage: { words: 'đăng ký kết hôn' },
  single: { words: 'tình trạng hôn nhân' },
  land: { words: 'giấy chứng nhận bị mất' },
  death: { words: 'khai tử', linked: '2.002913' },
  copies: { words: 'chứng thực bản sao' },
} as const satisfies Record<string, { readonly words: string; readonly linked?: string }>;

type LifeEvent = keyof typeof EVENTS;

export const LIFE_EVENTS = ['birth', 'marriage', 'single', 'land', 'death', 'copies'] as const satisfies readonly LifeEvent[];

/** What is searched for a life event. */
export const wordsOf = (event: LifeEvent): string => EVENTS[event].words;

/** The linked group that a life event leads to; its page says what is filed together. */
export function linkedOf(event: LifeEvent): string | undefined {
  const found: { readonly words: string; readonly linked?: string } = EVENTS[event];
  return found.linked;
}
