import type { Localized } from '@app/kernel';

/** How the result is taken, as the book says it. */
export const DELIVERY_WORDS = { counter: 'Tại quầy', post: 'Bưu chính công ích', electronic: 'Điện tử' } as const;

/** Why a number is void. */
export const VOID_WORDS: Readonly<Record<string, Localized>> = {
  spoiled: { vi: 'Ghi hỏng', en: 'Spoiled' },
  'wrong-register': { vi: 'Cấp nhầm sổ', en: 'Given in the wrong register' },
  'not-issued': { vi: 'Văn bản không phát hành', en: 'The document was not issued' },
  refused: { vi: 'Hồ sơ bị từ chối', en: 'The dossier was refused' },
  stopped: { vi: 'Hồ sơ dừng giải quyết', en: 'The dossier was stopped' },
};

const STOPS: Readonly<Record<string, string>> = {
  withdrawn: 'Người dân rút hồ sơ', 'not-supplemented': 'Dừng: không bổ sung hồ sơ', 'not-paid': 'Dừng: chưa thực hiện nghĩa vụ tài chính',
  lapsed: 'Dừng giải quyết', elsewhere: 'Dừng tại cơ quan giải quyết',
};

/** The remark of form 07: that it ended without a result. */
export function remarkOf(stopCause: string | null, refused: boolean): string | null {
  if (stopCause !== null) return STOPS[stopCause] ?? 'Dừng giải quyết';
  return refused ? 'Từ chối giải quyết' : null;
}

/** The words of a civil-status event, as an extract is called. */
export const EVENT_WORDS: Readonly<Record<string, string>> = {
  birth: 'Giấy khai sinh', marriage: 'Trích lục kết hôn', death: 'Trích lục khai tử', guardianship: 'Trích lục giám hộ',
  recognition: 'Trích lục nhận cha, mẹ, con', change: 'Trích lục thay đổi, cải chính hộ tịch',
};
