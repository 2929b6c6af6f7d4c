import type { Localized } from '@app/kernel';
import { DATA_SOURCES, withoutNames, type Address, type Fact, type OwnAttribute } from '@app/persons';

/** The dossiers a file speaks of, by id: their code, and whether whoever asks may open them. */
export type DossierCodes = ReadonlyMap<string, { readonly code: string; readonly isOwn: boolean }>;

/** Where a value comes from, as its owner reads it. */
export interface ProvenanceView {
  readonly source: Localized;
  readonly authority?: string;
  readonly asOf: string;
  readonly dossier?: DossierLink;
}

/** A dossier named to a person; its id only where it is theirs to open. */
export interface DossierLink {
  readonly code: string;
  readonly id?: string;
}

/** What was on file of one attribute at some time. */
export interface HistoryView extends ProvenanceView {
  readonly shown: Localized;
  readonly recordedAt: string;
  /** `shown` counts now; `earlier` held before; `corrected` was wrong. */
  readonly state: 'shown' | 'earlier' | 'corrected';
  /** Why it took the place of another. */
  readonly reason?: string;
}

/** One value on file about a person. */
export interface ValueView extends ProvenanceView {
  readonly attribute: OwnAttribute;
  readonly label: Localized;
  readonly value: string;
  readonly shown: Localized;
  /** Of an address: as it was written before units were rearranged. */
  readonly oldText?: string;
  /** The newest first; the first one is the value itself. */
  readonly history: readonly HistoryView[];
  readonly correction?: CorrectionView;
}

/** How to have a value put right: by which procedure, and whether it can be filed here. */
export interface CorrectionView {
  readonly procedureCode: string;
  readonly procedureName: Localized;
  readonly isReceivable: boolean;
}

export const LABELS: Readonly<Record<Exclude<OwnAttribute, 'death'>, Localized>> = {
  fullName: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
  personalId: { vi: 'Số định danh cá nhân', en: 'Personal ID number' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  birthDate: { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  birthPlace: { vi: 'Nơi sinh', en: 'Place of birth' },
  homeTown: { vi: 'Quê quán', en: 'Home town' },
  permanentAddress: { vi: 'Nơi thường trú', en: 'Permanent residence' },
  phone: { vi: 'Số điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
};

/**
 * By which procedure each attribute is put right: civil status by the commune (Law 60/2014 Art. 26–29), residence and the number by
 * the police. How to be reached everybody says anew with each filing.
 */
export const CORRECTED_BY: Readonly<Partial<Record<OwnAttribute, string>>> = {
  fullName: '1.004859', birthDate: '1.004859', sex: '1.004859', ethnicity: '1.004859', nationality: '1.004859', birthPlace: '1.004859', homeTown: '1.004859',
  permanentAddress: '1.010039', personalId: '1.012564',
};

const SEX: Readonly<Record<string, Localized>> = { male: { vi: 'Nam', en: 'Male' }, female: { vi: 'Nữ', en: 'Female' } };
const NONE: Localized = { vi: '(không có)', en: '(none)' };

/** A value in the words of its attribute; days as they are written here. */
export function wordsOf(attribute: OwnAttribute, value: Fact['value']): Localized {
  if (value === null) return NONE;
  const text = attribute === 'permanentAddress' ? (value as Address).text : String(value);
  if (attribute === 'sex') return SEX[text] ?? alike(text);
  return attribute === 'birthDate' ? alike(text.split('-').toReversed().join('/')) : alike(text);
}

/** The values on file by attribute, with what was said before. What a source says there is none of is left out. */
export function valuesOf(facts: readonly Fact[], codes: DossierCodes, correctionOf: (attribute: OwnAttribute) => CorrectionView | undefined): ValueView[] {
  return (Object.keys(LABELS) as Array<keyof typeof LABELS>).flatMap((attribute) => {
    const said = facts.filter((fact) => fact.attribute === attribute);
    const now = said.find(({ isShown }) => isShown);
    if (now === undefined || now.value === null) return [];
    const correction = correctionOf(attribute);
    const oldText = attribute === 'permanentAddress' ? (now.value as Address).oldText : undefined;
    return [{
      attribute, label: LABELS[attribute], shown: wordsOf(attribute, now.value), value: attribute === 'permanentAddress' ? (now.value as Address).text : String(now.value),
      ...provenanceView(now, codes),
      ...(oldText === undefined ? {} : { oldText }),
      history: [now, ...said.filter((fact) => fact !== now)].map((fact) => historyView(attribute, fact, codes)),
      ...(correction === undefined ? {} : { correction }),
    }];
  });
}

function historyView(attribute: OwnAttribute, fact: Fact, codes: DossierCodes): HistoryView {
  return {
    ...provenanceView(fact, codes), shown: wordsOf(attribute, fact.value), recordedAt: fact.recordedAt, state: fact.isShown ? 'shown' : fact.isCorrected ? 'corrected' : 'earlier',
    // What an officer wrote freely may name anybody.
    ...(fact.reason === null ? {} : { reason: fact.recordedBy === null ? fact.reason : withoutNames(fact.reason) }),
  };
}

/** Where something on file comes from, with the code of its dossier. */
export function provenanceView({ source, authority, asOf, dossierId }: Pick<Fact, 'source' | 'asOf' | 'dossierId'> & { readonly authority?: string | null }, codes: DossierCodes): ProvenanceView {
  const dossier = linkOf(dossierId, codes);
  return { source: DATA_SOURCES[source], asOf, ...(authority ? { authority } : {}), ...(dossier === undefined ? {} : { dossier }) };
}

/** A dossier as it is named to the person; nothing for one that has no code. */
export function linkOf(dossierId: string | null | undefined, codes: DossierCodes): DossierLink | undefined {
  const known = dossierId ? codes.get(dossierId) : undefined;
  return known && { code: known.code, ...(known.isOwn ? { id: dossierId! } : {}) };
}

const alike = (text: string): Localized => ({ vi: text, en: text });
