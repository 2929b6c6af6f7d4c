import type { CardSays, Identity } from '../../api/types';
import type { IdCard } from '../scan/read-id-card';

/** What the clerk has before them of somebody on no file; an empty text says nothing. */
export type Stated = Record<'personalId' | 'fullName' | 'birthDate' | 'sex' | 'address' | 'phone' | 'ethnicity' | 'nationality' | 'birthPlace' | 'homeTown', string>;

export const NOTHING: Stated = { personalId: '', fullName: '', birthDate: '', sex: '', address: '', phone: '', ethnicity: '', nationality: '', birthPlace: '', homeTown: '' };

/** What a card says; words an input method has spoiled are left to be typed. */
export function statedByCard({ number, fullName, birthDate, sex, address, wordsDoubtful }: IdCard): Stated {
  return { ...NOTHING, personalId: number, birthDate, sex: sex ?? '', ...(wordsDoubtful ? {} : { fullName, address }) };
}

export function cardSays({ number, fullName, birthDate, sex, address, issuedOn }: IdCard): CardSays {
  return { personalId: number, fullName, birthDate, sex, address, issuedOn };
}

/** What was typed, as it is sent; nothing while name, sex or birthday are missing. */
export function identityOf(stated: Stated): Identity | undefined {
  const { sex, fullName, birthDate } = stated;
  if ((sex !== 'male' && sex !== 'female') || fullName.trim() === '' || birthDate === '') return undefined;
  const others = Object.fromEntries(Object.entries(stated).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])));
  return { ...others, fullName: fullName.trim(), birthDate, sex };
}

/** Whether enough is known to look for the same person on file, or to ask the register. */
export const isSearchable = ({ fullName, birthDate }: Stated): boolean => fullName.trim().length > 1 && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(birthDate);
export const isAskable = (stated: Stated): boolean => isSearchable(stated) && /^\d{12}$/.test(stated.personalId);
