import type vi from '../../messages/vi/citizen.json';

/** What a paper on file may say of itself, by the names the desk keeps it under; each has its words in the messages. */
export type KnownContent = keyof (typeof vi)['onFile']['content'];

const KNOWN: Readonly<Record<KnownContent, true>> = {
  fullName: true,
  birthDate: true,
  sex: true,
  motherName: true,
  fatherName: true,
  bookNumber: true,
  spouseName: true,
  marriedOn: true,
  formerSpouseName: true,
  divorcedOn: true,
  deceasedName: true,
  diedOn: true,
  childBirthDate: true,
  childBirthTime: true,
  childSex: true,
  childWeight: true,
  childBirthPlace: true,
  registerNumber: true,
  plotNumber: true,
  mapSheet: true,
  area: true,
  landPurpose: true,
  plotAddress: true,
  useTerm: true,
  holders: true,
  maritalStatus: true,
  purpose: true,
};

const VALUES: readonly string[] = ['male', 'female', 'single', 'married', 'divorced', 'widowed'] satisfies readonly KnownValue[];

/** A coded value that has words of its own. */
export type KnownValue = keyof (typeof vi)['onFile']['value'];

export const isKnownValue = (value: string): value is KnownValue => VALUES.includes(value);

/** Whether there are words for this part of a paper; identity numbers of others have none and are not shown. */
export const isKnownContent = (name: string): name is KnownContent => Object.hasOwn(KNOWN, name);
