/** Things that happen to people, and the words under which the catalogue has their procedure. */
const WORDS = {
  birth: 'khai sinh',
  marriage: 'đăng ký kết hôn',
  single: 'tình trạng hôn nhân',
  land: 'giấy chứng nhận bị mất',
  death: 'khai tử',
  copies: 'chứng thực bản sao',
} as const;

export const LIFE_EVENTS = ['birth', 'marriage', 'single', 'land', 'death', 'copies'] as const satisfies readonly (keyof typeof WORDS)[];

/** What is searched for a life event. */
export const wordsOf = (event: (typeof LIFE_EVENTS)[number]): string => WORDS[event];
