import type { Localized } from '@app/kernel';
import { DATA_SOURCES } from './data-sources.js';
import type { OwnAttribute } from './fact.js';
import { provenanceOf, type PaperOnFile, type Person, type PersonOnFile } from './person.js';
import { paperStateOn } from './paper-state.js';
import { parseSourcePath, type Attribute, type Holder, type ParsedSource } from './source-path.js';
import type { FoundValue, Offer } from './offer.js';
import { householdValues, memberValues, organisationValues } from './subjects/subject-offers.js';
import type { OrganisationOnFile } from './subjects/subject.js';

/** Whoever owns a dossier, with what is on file: a person or an organisation. */
export type OwnerOnFile = PersonOnFile | OrganisationOnFile;

/** A field of a form that asks for data on file; the catalogue's `fieldSources` answers these. */
export interface WantedSource {
  /** JSON pointer into the declaration. */
  readonly pointer: string;
  /** A source path; one that says nothing is passed over. */
  readonly path: string;
}

/**
 * What can be offered for these fields. A field may get several offers (two land certificates), the newest paper
 * first, or none; papers expired or revoked are never offered.
 * @param on local date of the offer, `YYYY-MM-DD`.
 */
export function offersFor(file: OwnerOnFile, wanted: readonly WantedSource[], on: string): Offer[] {
  return wanted.flatMap(({ pointer, path }) => {
    const parsed = parseSourcePath(path);
    if (!parsed) return [];
    return valuesAt(file, parsed, on).map((value) => ({ pointer, path, ...value }));
  });
}

function valuesAt(file: OwnerOnFile, parsed: ParsedSource, on: string): FoundValue[] {
  if ('paper' in parsed) return paperValues(file, parsed.paper, parsed.part, on);
  if ('organisation' in file) return 'organisation' in parsed ? organisationValues(file, parsed.organisation) : [];
  if ('attribute' in parsed) return personValues(file, parsed.holder, parsed.attribute);
  if ('household' in parsed) return householdValues(file.household, file.person.id, parsed.household);
  return 'member' in parsed ? memberValues(file.household, parsed.member, parsed.memberAttribute) : [];
}

/** The papers of a kind that may take the place of a component, the newest first. */
export function papersInForce(papers: readonly PaperOnFile[], kind: string, on: string): PaperOnFile[] {
  return papers
    .filter((paper) => paper.kind === kind && paperStateOn(paper, on) === 'in-force')
    .toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)));
}

/** The day a paper speaks of: issued, or accepted where nobody has read off when it was issued. */
function dayOf({ issuedOn, acceptedOn }: PaperOnFile): string {
  return issuedOn ?? acceptedOn ?? '';
}

/** A component of a procedure, as far as this lib must know it. */
export interface WantedComponent {
  readonly key: string;
  readonly satisfiedBy?: { readonly paper: string };
}

/** For each component that data on file may satisfy: the papers that would do, or an empty list when none does. */
export function satisfyingPapers(file: OwnerOnFile, components: readonly WantedComponent[], on: string): Array<{ key: string; papers: PaperOnFile[] }> {
  return components.flatMap(({ key, satisfiedBy }) => (satisfiedBy ? [{ key, papers: papersInForce(file.papers, satisfiedBy.paper, on) }] : []));
}

function personValues(file: PersonOnFile, holder: Holder, attribute: Attribute): FoundValue[] {
  const person = holderOf(file, holder);
  if (!person) return [];
  const value = attributeOf(file, person, attribute);
  if (value === null || value === undefined) return [];
  // Marital status is worked out from civil-status entries; every other value has its own source.
  if (attribute === 'maritalStatus') return [{ value, source: DATA_SOURCES['civil-status-register'], asOf: person.asOf, assurance: 'register' }];
  const { source, asOf } = provenanceOf(person, factBehind(attribute));
  return [{ value, source: DATA_SOURCES[source], asOf, assurance: 'register' }];
}

/** The fact in which an attribute of a form stands. */
function factBehind(attribute: Exclude<Attribute, 'maritalStatus'>): OwnAttribute {
  if (attribute === 'birthYear') return 'birthDate';
  return attribute.startsWith('permanentAddress.') ? 'permanentAddress' : (attribute as OwnAttribute);
}

function attributeOf(file: PersonOnFile, person: Person, attribute: Attribute): string | number | null | undefined {
  if (attribute === 'maritalStatus') return person.id === file.person.id ? file.maritalStatus : undefined;
  if (attribute === 'birthYear') return person.birthDate ? Number(person.birthDate.slice(0, 4)) : null;
  if (!attribute.startsWith('permanentAddress.')) return person[attribute as Exclude<Attribute, 'maritalStatus' | 'birthYear' | `permanentAddress.${string}`>];
  return person.permanentAddress?.[attribute.slice('permanentAddress.'.length) as 'text'];
}

function paperValues(file: OwnerOnFile, kind: string, part: string, on: string): FoundValue[] {
  return papersInForce(file.papers, kind, on).flatMap((paper) => {
    const value = partOf(paper, part);
    if (value === undefined) return [];
    const { assurance, validUntil } = paper;
    return [{ value, source: sourceOf(paper), asOf: dayOf(paper), paperId: paper.id, assurance, ...(validUntil && { validUntil }) }];
  });
}

function partOf(paper: PaperOnFile, part: string): string | number | boolean | undefined {
  if (part === 'text') return describePaper(paper);
  const value = ['number', 'issuer', 'issuedOn', 'validUntil'].includes(part) ? paper[part as 'number'] : Object.hasOwn(paper.content, part) ? paper.content[part] : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** A paper in one line, as declarations name it: "Thẻ căn cước số 0750…, Bộ Công an cấp ngày 05/01/2025". */
export function describePaper({ name, number, issuer, issuedOn, dossierCode }: PaperOnFile): string {
  if (issuer === null || issuedOn === null) return `${name.vi}, đã nộp trong hồ sơ ${dossierCode}`;
  return `${name.vi}${number === null ? '' : ` số ${number}`}, ${issuer} cấp ngày ${issuedOn.split('-').reverse().join('/')}`;
}

/** Where a paper comes from, in words; a dossier's result, and a paper a dossier accepted, names its dossier. */
export function sourceOf({ source, dossierCode, componentKey }: PaperOnFile): Localized {
  if (source !== 'dossier' || dossierCode === null) return DATA_SOURCES[source];
  if (componentKey !== null) return { vi: `Giấy tờ đã nộp trong hồ sơ ${dossierCode}`, en: `Handed in with dossier ${dossierCode}` };
  return { vi: `Kết quả hồ sơ ${dossierCode}`, en: `Result of dossier ${dossierCode}` };
}

function holderOf({ person, family }: PersonOnFile, holder: Holder): Person | undefined {
  if (holder === 'owner') return person;
  const spouses = family.filter(({ kind }) => kind === 'spouse');
  if (holder === 'owner.spouse') return spouses.find(({ until }) => until === null)?.person;
  if (holder === 'owner.formerSpouse') {
    return spouses.filter(({ until }) => until !== null).toSorted((one, other) => other.until!.localeCompare(one.until!))[0]?.person;
  }
  const kind = holder === 'owner.father' ? 'father' : 'mother';
  return family.find((relative) => relative.kind === kind)?.person;
}
