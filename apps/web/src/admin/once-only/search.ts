/** What the page shows: which months, and how far it is opened. It names no person, so it may stand in the address. */
export interface OnceOnlySearch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly procedure?: string | undefined;
  readonly unit?: string | undefined;
  readonly month?: string | undefined;
}

const matching = (value: unknown, pattern: RegExp): string | undefined => (typeof value === 'string' && pattern.test(value) ? value : undefined);
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Reads an address; whatever is no month, code or unit is left out. */
export function readSearch(search: Record<string, unknown>): OnceOnlySearch {
  const procedure = matching(search['procedure'], /^\d\.\d{6}$/);
  const unit = procedure && matching(search['unit'], /^[a-z0-9.-]{1,60}$/);
  return {
    from: matching(search['from'], MONTH), to: matching(search['to'], MONTH),
    procedure, unit, month: unit && matching(search['month'], MONTH),
  };
}

/** The months one may choose, the latest first: two years back. @param today `YYYY-MM-DD` */
export function monthsBefore(today: string): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return Array.from({ length: 24 }, (_, back) => {
    const index = year * 12 + month - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

/** "11/2026" of `2026-11`. */
export const shownMonth = (month: string): string => month.split('-').reverse().join('/');

/** The share as whole per cent; nothing where nothing was needed. Never 100 while something was asked. */
export function percentOf({ needed, notAsked }: { needed: number; notAsked: number }): number | undefined {
  return needed === 0 ? undefined : Math.floor((notAsked * 100) / needed);
}
