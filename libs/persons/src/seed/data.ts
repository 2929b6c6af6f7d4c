import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dataPath, type Localized } from '@app/kernel';
import type { DataSourceKey } from '../data-sources.js';
import type { Address, Sex } from '../fact.js';
import type { Assurance } from '../person.js';

/** An invented citizen; `father` and `mother` are keys of others. */
export interface DemonstrationPerson {
  readonly key: string;
  readonly personalId: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly ethnicity: string;
  readonly nationality: string;
  readonly birthPlace: string;
  readonly homeTown: string;
  readonly address: Address;
  readonly phone?: string;
  readonly email?: string;
  readonly diedOn?: string;
  readonly father?: string;
  readonly mother?: string;
}

export interface DemonstrationMarriage {
  readonly one: string;
  readonly other: string;
  readonly since: string;
  readonly until?: string;
  readonly endedBy?: 'divorce' | 'death';
}

/** A paper; a date is fixed, or lies so many days before the seed, so that a new-born stays new. */
export interface DemonstrationPaper {
  readonly person: string;
  readonly kind: string;
  readonly name: Localized;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn?: string;
  readonly issuedDaysAgo?: number;
  readonly validUntil?: string;
  readonly revoked?: { readonly on: string; readonly authority: string; readonly reason: string };
  readonly content: Readonly<Record<string, string | number>>;
  readonly source: DataSourceKey;
  readonly assurance: Assurance;
}

export interface DemonstrationPeople {
  readonly people: readonly DemonstrationPerson[];
  readonly marriages: readonly DemonstrationMarriage[];
  readonly papers: readonly DemonstrationPaper[];
}

/** The citizens of `data/demonstration-people.json`. */
export function readDemonstrationPeople(): DemonstrationPeople {
  return JSON.parse(readFileSync(dataPath('libs/persons/data/demonstration-people.json'), 'utf8')) as DemonstrationPeople;
}

/** The id a demonstration record always gets: the same seed makes the same rows. */
export function seedId(key: string): string {
  const hex = createHash('sha256').update(`mot-cua demonstration ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
