import type { Localized } from '@app/kernel';
import { DATA_SOURCES } from './data-sources.js';
import type { OwnAttribute } from './fact.js';
import { provenanceOf, type PaperOnFile, type Person, type PersonOnFile, type Relative } from './person.js';
import { paperStateOn } from './paper-state.js';
import { isMinorOn, isYoungerOn } from './reach-file.js';
import { DERIVED, parseSourcePath, type Attribute, type Derived, type FilerAttribute, type Holder, type IntakeFact, type ParsedSource } from './source-path.js';
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
  /** What the form answers for what the source says; where the source says anything else, nothing is offered. */
  readonly values?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * What a source says, as an answer of the form: itself, or what the form makes of it. The form then learns that a certificate is in force,
 * say, and nothing of what stands in it. Nothing where the form has no answer for it.
 */
export function answerFor(value: string | number | boolean, values: WantedSource['values']): string | number | boolean | undefined {
  if (values === undefined) return value;
  return Object.hasOwn(values, String(value)) ? values[String(value)] : undefined;
}

/** Somebody who files for the owner. */
export interface Filer {
  /** `parent`, `authorised`, …, as the counter wrote it down. */
  readonly ground: string;
  readonly person?: Person | undefined;
}

/** What of the filing itself bears on an offer; left out while nobody knows it. */
export interface FilingFacts {
  /** Whether the owner files. */
  readonly byOwner?: boolean | undefined;
  /** Whoever files for the owner, as far as known, and in which right. */
  readonly filer?: Filer | undefined;
  /** The commune that decides, for whether somebody lives there. */
  readonly communeCode?: string | undefined;
}

/**
 * What can be offered for these fields. A field may get several offers (two land certificates), the newest paper
 * first, or none; papers expired or revoked are never offered.
 * @param on local date of the offer, `YYYY-MM-DD`.
 * @param filing what is known of the filing itself
 */
export function offersFor(file: OwnerOnFile, wanted: readonly WantedSource[], on: string, filing: FilingFacts = {}): Offer[] {
  return wanted.flatMap(({ pointer, path, values: answers }) => {
    const parsed = parseSourcePath(path);
    if (!parsed) return [];
    return valuesAt(file, parsed, on, filing).flatMap((found) => {
      const value = answerFor(found.value, answers);
      return value === undefined ? [] : [{ pointer, path, ...found, value }];
    });
  });
}

function valuesAt(file: OwnerOnFile, parsed: ParsedSource, on: string, filing: FilingFacts): FoundValue[] {
  const { communeCode } = filing;
  if ('paper' in parsed) return paperValues(file, parsed.paper, parsed.part, on);
  if ('intake' in parsed) {
    const value = intakeFact(file, parsed.intake, filing);
    return value === undefined ? [] : [{ value, source: OF_THE_FILING, asOf: on, assurance: 'register' }];
  }
  if ('filer' in parsed) return filerValues(filing.byOwner === true && 'person' in file ? file.person : filing.filer?.person, parsed.filer);
  if ('organisation' in file) return 'organisation' in parsed ? organisationValues(file, parsed.organisation) : [];
  if ('attribute' in parsed) return personValues(file, parsed.holder, parsed.attribute, { on, communeCode });
  if ('household' in parsed) return householdValues(file.household, file.person.id, parsed.household);
  return 'member' in parsed ? memberValues(file.household, parsed.member, parsed.memberAttribute) : [];
}

function intakeFact(file: OwnerOnFile, fact: IntakeFact, { byOwner, filer }: FilingFacts): string | boolean | undefined {
  switch (fact) {
    case 'ownerIsPerson': return !('organisation' in file);
    case 'byOwner': return byOwner;
    case 'filerGround': return byOwner === true ? 'self' : filer?.ground;
  }
}

function filerValues(person: Person | undefined, attribute: FilerAttribute): FoundValue[] {
  const value = person && (attribute === 'permanentAddress.text' ? person.permanentAddress?.text : person[attribute]);
  if (person === undefined || value === null || value === undefined) return [];
  const { source, asOf } = provenanceOf(person, attribute === 'permanentAddress.text' ? 'permanentAddress' : attribute);
  return [{ value, source: DATA_SOURCES[source], asOf, assurance: 'register' }];
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

/** For each component that papers on file of its kind no longer do for, since none is in force: those papers, to be said and never offered. */
export function spentPapers(file: OwnerOnFile, components: readonly WantedComponent[], on: string): Array<{ key: string; paper: PaperOnFile }> {
  return components.flatMap(({ key, satisfiedBy }) => {
    const papers = satisfiedBy ? file.papers.filter(({ kind }) => kind === satisfiedBy.paper) : [];
    return papers.some((paper) => paperStateOn(paper, on) === 'in-force') ? [] : papers.map((paper) => ({ key, paper }));
  });
}

/** Said by the desk: who stands at the counter, or has signed in. */
const OF_THE_FILING: Localized = { vi: 'Người đang nộp hồ sơ', en: 'Who is filing' };

/** The day and place an answer is worked out for. */
interface Moment {
  readonly on: string;
  readonly communeCode: string | undefined;
}

function personValues(file: PersonOnFile, holder: Holder, attribute: Attribute, moment: Moment): FoundValue[] {
  const person = holderOf(file, holder);
  if (!person) return [];
  const value = isDerived(attribute) ? derivedOf(file, person, attribute, moment) : attributeOf(file, person, attribute);
  if (value === null || value === undefined) return [];
  // Marital status is worked out from civil-status entries; every other value has its own source.
  if (attribute === 'maritalStatus' || attribute === 'isMarried') return [{ value, source: DATA_SOURCES['civil-status-register'], asOf: person.asOf, assurance: 'register' }];
  const { source, asOf } = provenanceOf(person, factBehind(attribute));
  // Whose relative somebody is was only said, so what is offered by way of it is no more than that.
  if (relationTo(file, person)?.source === 'declared') return [{ value, source: DATA_SOURCES.declared, asOf, assurance: 'register' }];
  return [{ value, source: DATA_SOURCES[source], asOf, assurance: 'register' }];
}

/** The fact in which an attribute of a form stands. */
function factBehind(attribute: Exclude<Attribute, 'maritalStatus' | 'isMarried'>): OwnAttribute {
  if (attribute === 'birthYear' || attribute === 'isAdult' || attribute === 'isUnderSix') return 'birthDate';
  if (attribute === 'isResident') return 'permanentAddress';
  return attribute.startsWith('permanentAddress.') ? 'permanentAddress' : (attribute as OwnAttribute);
}

const isDerived = (attribute: Attribute): attribute is Derived => DERIVED.some((each) => each === attribute);

/** Yes or no, and nothing where the file does not say enough to tell. */
function derivedOf(file: PersonOnFile, person: Person, attribute: Derived, { on, communeCode }: Moment): boolean | undefined {
  switch (attribute) {
    case 'isAdult': return person.birthDate === null ? undefined : !isMinorOn(person.birthDate, on);
    case 'isUnderSix': return person.birthDate === null ? undefined : isYoungerOn(person.birthDate, 6, on);
    case 'isMarried': return person.id === file.person.id && isStatusKnown(file) ? file.maritalStatus === 'married' : undefined;
    case 'isResident': return person.permanentAddress === null || communeCode === undefined ? undefined : person.permanentAddress.communeCode === communeCode;
  }
}

function attributeOf(file: PersonOnFile, person: Person, attribute: Exclude<Attribute, Derived>): string | number | null | undefined {
  if (attribute === 'maritalStatus') return person.id === file.person.id && isStatusKnown(file) ? file.maritalStatus : undefined;
  if (attribute === 'birthYear') return person.birthDate ? Number(person.birthDate.slice(0, 4)) : null;
  if (!attribute.startsWith('permanentAddress.')) return person[attribute as Exclude<Attribute, Derived | 'maritalStatus' | 'birthYear' | `permanentAddress.${string}`>];
  return person.permanentAddress?.[attribute.slice('permanentAddress.'.length) as 'text'];
}

/** No marriage on file says nothing of somebody whose civil status was never on file here. */
const isStatusKnown = ({ person, family }: PersonOnFile): boolean => person.isNewcomer !== true || family.some(({ kind, source }) => kind === 'spouse' && source !== 'declared');

const relationTo = ({ family }: PersonOnFile, person: Person): Relative | undefined => family.find((relative) => relative.person === person);

function paperValues(file: OwnerOnFile, kind: string, part: string, on: string): FoundValue[] {
  if (part === 'exists' && papersInForce(file.papers, kind, on).length === 0) return [{ value: false, source: NO_SUCH_PAPER, asOf: on, assurance: 'register' }];
  return papersInForce(file.papers, kind, on).flatMap((paper) => {
    const value = partOf(paper, part);
    if (value === undefined) return [];
    const { assurance, validUntil } = paper;
    return [{ value, source: sourceOf(paper), asOf: dayOf(paper), paperId: paper.id, assurance, ...(validUntil && { validUntil }) }];
  });
}

/** Said of a kind of which nothing in force is on file. */
const NO_SUCH_PAPER: Localized = { vi: 'Không có giấy tờ nào loại này còn hiệu lực trong dữ liệu đã có', en: 'No paper of this kind in force is on file' };

function partOf(paper: PaperOnFile, part: string): string | number | boolean | undefined {
  if (part === 'exists') return true;
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
export function sourceOf({ source, dossierCode, componentKey }: Pick<PaperOnFile, 'source' | 'dossierCode' | 'componentKey'>): Localized {
  if (source !== 'dossier' || dossierCode === null) return DATA_SOURCES[source];
  if (componentKey !== null) return { vi: `Giấy tờ đã nộp trong hồ sơ ${dossierCode}`, en: `Handed in with dossier ${dossierCode}` };
  return { vi: `Kết quả hồ sơ ${dossierCode}`, en: `Result of dossier ${dossierCode}` };
}

function holderOf({ person, family }: PersonOnFile, holder: Holder): Person | undefined {
  if (holder === 'owner') return person;
  const spouses = family.filter(({ kind }) => kind === 'spouse');
  if (holder === 'owner.spouse') {
    // Of several that nobody has seen end none is chosen: which one is right is for the papers to show.
    const [present, ...others] = spouses.filter(({ until }) => until === null);
    return others.length === 0 ? present?.person : undefined;
  }
  if (holder === 'owner.formerSpouse') {
    return spouses.filter(({ until }) => until !== null).toSorted((one, other) => other.until!.localeCompare(one.until!))[0]?.person;
  }
  if (holder === 'owner.child') return family.filter(({ kind, person: { alive } }) => kind === 'child' && alive).map((child) => child.person).toSorted(youngestFirst)[0];
  const kind = holder === 'owner.father' ? 'father' : 'mother';
  return family.find((relative) => relative.kind === kind)?.person;
}

function youngestFirst(one: Person, other: Person): number {
  return (other.birthDate ?? '').localeCompare(one.birthDate ?? '');
}
