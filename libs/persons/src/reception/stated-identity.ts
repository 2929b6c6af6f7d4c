import { DomainError } from '@app/kernel';
import { faultOf } from '../check-value.js';
import type { OwnAttribute, Sex, Statement } from '../fact.js';

/** Who somebody is, as a card, a register or a paper in hand says. What it does not say is left out. */
export interface StatedIdentity {
  /** 12 digits. */
  readonly personalId?: string;
  readonly fullName: string;
  readonly sex: Sex;
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the paper says no more. */
  readonly birthDate: string;
  readonly ethnicity?: string;
  readonly nationality?: string;
  readonly birthPlace?: string;
  readonly homeTown?: string;
  /** The address as one line. */
  readonly address?: string;
  readonly phone?: string;
}

const ATTRIBUTE_OF: Readonly<Record<keyof StatedIdentity, OwnAttribute>> = {
  personalId: 'personalId', fullName: 'fullName', sex: 'sex', birthDate: 'birthDate', ethnicity: 'ethnicity', nationality: 'nationality',
  birthPlace: 'birthPlace', homeTown: 'homeTown', address: 'permanentAddress', phone: 'phone',
};

export const STATED = Object.keys(ATTRIBUTE_OF) as ReadonlyArray<keyof StatedIdentity>;

/** The same without blanks at the ends, in NFC, and without what is empty. */
export function tidied(identity: StatedIdentity): StatedIdentity {
  const entries = STATED.flatMap((key) => {
    const text = identity[key]?.normalize('NFC').trim().replace(/\s+/gu, ' ');
    return text === undefined || text === '' ? [] : [[key, text] as const];
  });
  return Object.fromEntries(entries) as unknown as StatedIdentity;
}

/** What an identity says, as statements for facts. */
export function statementsOf(identity: Partial<StatedIdentity>): Statement[] {
  return STATED.flatMap((key) => {
    const value = identity[key];
    if (value === undefined) return [];
    return [{ attribute: ATTRIBUTE_OF[key], value: key === 'address' ? { text: value } : value } as Statement];
  });
}

/** @throws DomainError request.invalid with a sentence for each faulty field, below `/identity` */
export function checkIdentity(identity: StatedIdentity, today: string): void {
  const missing = (['fullName', 'sex', 'birthDate'] as const).filter((key) => identity[key] === undefined);
  const faults = [
    ...missing.map((key) => ({ key, fault: { vi: 'Không được để trống.', en: 'Must not be empty.' } })),
    ...STATED.flatMap((key) => {
      const value = identity[key];
      const fault = value === undefined ? undefined : faultOf(ATTRIBUTE_OF[key], (key === 'address' ? { text: value } : value), today);
      return fault === undefined ? [] : [{ key, fault }];
    }),
  ];
  if (faults.length > 0) throw new DomainError('request.invalid', { fields: faults.map(({ key, fault }) => ({ pointer: `/identity/${key}`, ...fault })) });
}
