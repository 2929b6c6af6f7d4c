import type { Localized } from '@app/kernel';

/** Who looks at a person's data. */
export type Reader =
  | { readonly kind: 'officer'; readonly officerId: string; readonly unitId: string; readonly role: string }
  | { readonly kind: 'citizen'; readonly personId: string }
  /** With a unit: the agency the data was given to. */
  | { readonly kind: 'system'; readonly unitId?: string };

/** A look at a person's data, as the person can read it later: who, for which procedure and dossier, and why. */
export interface Look {
  readonly reader: Reader;
  /** Why, in words for the person: "Tiếp nhận hồ sơ đăng ký khai sinh". */
  readonly purpose: string;
  readonly procedureCode?: string;
  readonly dossierId?: string;
  /** Only of a look outside any dossier or draft. */
  readonly outside?: { readonly lookId: string; readonly kind: OutsideReason; readonly text: string };
}

/** For what a person's data may be looked at outside a dossier: a closed list, each told to the person and to the head of the unit. */
export const OUTSIDE_REASONS = {
  verification: { vi: 'Xác minh theo yêu cầu bằng văn bản của cơ quan có thẩm quyền', en: 'Verification at the written request of a competent agency' },
  complaint: { vi: 'Giải quyết khiếu nại, phản ánh, kiến nghị', en: 'Settling a complaint or petition' },
  'data-repair': { vi: 'Rà soát, làm sạch dữ liệu', en: 'Reviewing and repairing data' },
  guidance: { vi: 'Hướng dẫn người dân đang có mặt, chưa có hồ sơ', en: 'Guiding a person who is present, before any dossier' },
  emergency: { vi: 'Cứu nạn, thiên tai, tình huống khẩn cấp', en: 'Rescue, disaster, emergency' },
  'law-enforcement': { vi: 'Phục vụ tố tụng theo yêu cầu của cơ quan có thẩm quyền', en: 'Proceedings, at the request of the competent agency' },
} as const satisfies Record<string, Localized>;
export type OutsideReason = keyof typeof OUTSIDE_REASONS;

/** What of a person was seen. */
export type Seen = 'listed' | 'identity' | 'family' | 'papers' | 'household' | 'role';

/** One line of the log a person reads about themselves. */
export interface ReadLogEntry {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly readerKind: Reader['kind'];
  readonly officerId: string | null;
  readonly unitId: string | null;
  readonly role: string | null;
  readonly dossierId: string | null;
  readonly procedureCode: string | null;
  readonly purpose: string;
  /** Of a look outside a dossier: for what, of the closed list, and why in the officer's words. */
  readonly reasonKind: OutsideReason | null;
  readonly reason: string | null;
  readonly what: readonly Seen[];
}

/** Which lines of a log are wanted, the latest first. */
export interface LogQuery {
  /** The program's time: what the law puts off until later is left out. */
  readonly now: Temporal.Instant;
  /** Local month, `YYYY-MM`; all when left out. */
  readonly month?: string;
  /** Whether looks by the person themselves, and by parents for a child, are wanted too. */
  readonly withOwn: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A part of a log. */
export interface LogPage {
  readonly entries: readonly ReadLogEntry[];
  /** How many lines there are in all with that filter. */
  readonly total: number;
  /** The months in which anybody looked, the latest first, with how many lines. */
  readonly months: ReadonlyArray<{ readonly month: string; readonly count: number }>;
}
