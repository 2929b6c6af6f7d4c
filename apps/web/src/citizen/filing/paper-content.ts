import type vi from '../../messages/vi/citizen.json';

/** What a paper on file may say of itself, by the names the desk keeps it under; each has its words in the messages. */
export type KnownContent = keyof (typeof vi)['onFile']['content'];

/** In the order they are read. Identity numbers of others have no words here and are not shown. */
export const KNOWN_CONTENT = [
  'fullName',
  'birthDate',
  'sex',
  'motherName',
  'fatherName',
  'bookNumber',
  'spouseName',
  'marriedOn',
  'formerSpouseName',
  'divorcedOn',
  'deceasedName',
  'diedOn',
  'childBirthDate',
  'childBirthTime',
  'childSex',
  'childWeight',
  'childBirthPlace',
  'registerNumber',
  'plotNumber',
  'mapSheet',
  'area',
  'landPurpose',
  'plotAddress',
  'useTerm',
  'holders',
  'maritalStatus',
  'purpose',
] as const satisfies readonly KnownContent[];

const VALUES: readonly string[] = ['male', 'female', 'single', 'married', 'divorced', 'widowed'] satisfies readonly KnownValue[];

/** A coded value that has words of its own. */
export type KnownValue = keyof (typeof vi)['onFile']['value'];

export const isKnownValue = (value: string): value is KnownValue => VALUES.includes(value);
