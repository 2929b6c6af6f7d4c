/** Attributes of a person that a form may name. */
export const ATTRIBUTES = [
  'fullName', 'personalId', 'sex', 'birthDate', 'birthYear', 'ethnicity', 'nationality', 'birthPlace', 'homeTown', 'phone', 'email',
  'maritalStatus', 'permanentAddress.text', 'permanentAddress.detail', 'permanentAddress.communeCode',
  'permanentAddress.provinceCode', 'permanentAddress.oldText',
] as const;

/**
 * Answers worked out from data on file, for forms that need no more: of age, under six, married, resident in the commune that decides. The value
 * behind one is neither fetched from a source nor shown, frozen or kept.
 */
export const DERIVED = ['isAdult', 'isUnderSix', 'isMarried', 'isResident'] as const;

export type Derived = (typeof DERIVED)[number];
export type Attribute = (typeof ATTRIBUTES)[number] | Derived;

/** Whose data it is: the dossier's owner, or one step in the owner's family; of several children the youngest. */
export const HOLDERS = ['owner', 'owner.spouse', 'owner.formerSpouse', 'owner.father', 'owner.mother', 'owner.child'] as const;

export type Holder = (typeof HOLDERS)[number];

/**
 * What the desk itself knows of a filing: whether nobody files for the owner, in which right the filer does (`self` where it is the owner),
 * and whether the owner is a person.
 */
export const INTAKE_FACTS = ['byOwner', 'filerGround', 'ownerIsPerson'] as const;

export type IntakeFact = (typeof INTAKE_FACTS)[number];

/** What of whoever files, the owner or somebody for them, a form may name. */
export const FILER_ATTRIBUTES = ['fullName', 'personalId', 'permanentAddress.text'] as const;

export type FilerAttribute = (typeof FILER_ATTRIBUTES)[number];

/** What of one member of a household a form may name. */
export const MEMBER_ATTRIBUTES = ['fullName', 'personalId', 'birthDate', 'sex', 'relation'] as const;

/** What of the owner's household a form may name beside its members. */
export const HOUSEHOLD_ATTRIBUTES = ['code', 'address.text', 'address.detail', 'size', 'relation'] as const;

/** What of an organisation a form may name; `representative` is whoever represents it by law. */
export const ORGANISATION_ATTRIBUTES = [
  'code', 'name', 'kind', 'phone', 'address.text', 'address.detail', 'representative.fullName', 'representative.personalId', 'representative.position',
] as const;

export type MemberAttribute = (typeof MEMBER_ATTRIBUTES)[number];
export type HouseholdAttribute = (typeof HOUSEHOLD_ATTRIBUTES)[number];
export type OrganisationAttribute = (typeof ORGANISATION_ATTRIBUTES)[number];

/**
 * A path of `x-source` in a form's schema: an attribute (`owner.spouse.fullName`), or something of a paper
 * (`owner.papers.land-certificate.number`): its `number`, `issuer`, `issuedOn`, `validUntil`, `text` (one line that
 * names it), `exists` (whether one in force is on file), or anything of its content (`owner.papers.land-certificate.plotNumber`). Only the owner's own papers are
 * read: a relative's file is not opened for somebody else's dossier. Of the owner's household its head (`household.head.fullName`), its
 * members in their order, the head being the first (`household.members.2.birthDate`), and what is said of it as a whole (`household.size`;
 * `household.relation`: what the owner is to the head). Of an organisation that owns the dossier `organisation.name` and the like; `owner.papers`
 * are then its papers, and nothing else of an owner is offered. `intake.byOwner` is what the desk knows of the filing itself,
 * `intake.filer.fullName` of whoever files: the owner, or somebody for them.
 */
export type SourcePath =
  | `${Holder}.${Attribute}` | `owner.papers.${string}.${string}` | `household.${HouseholdAttribute}` | `household.head.${MemberAttribute}`
  | `household.members.${number}.${MemberAttribute}` | `organisation.${OrganisationAttribute}` | `intake.${IntakeFact}` | `intake.filer.${FilerAttribute}`;

export type ParsedSource =
  | { readonly holder: Holder; readonly attribute: Attribute }
  | { readonly paper: string; readonly part: string }
  | { readonly household: HouseholdAttribute }
  /** The head is number 1. */
  | { readonly member: number; readonly memberAttribute: MemberAttribute }
  | { readonly organisation: OrganisationAttribute }
  | { readonly intake: IntakeFact }
  | { readonly filer: FilerAttribute };

/** Reads a source path; nothing for one that can never offer anything. */
export function parseSourcePath(path: string): ParsedSource | undefined {
  const intake = INTAKE_FACTS.find((fact) => path === `intake.${fact}`);
  if (intake) return { intake };
  const filer = FILER_ATTRIBUTES.find((attribute) => path === `intake.filer.${attribute}`);
  if (filer) return { filer };
  if (path.startsWith('organisation.')) {
    const organisation = ORGANISATION_ATTRIBUTES.find((candidate) => path === `organisation.${candidate}`);
    return organisation && { organisation };
  }
  if (path.startsWith('household.')) return parseHouseholdPath(path.slice('household.'.length));
  const holder = HOLDERS.findLast((candidate) => path.startsWith(`${candidate}.`));
  if (!holder) return undefined;
  const rest = path.slice(holder.length + 1);
  const attribute = [...ATTRIBUTES, ...DERIVED].find((candidate) => candidate === rest);
  if (attribute) return { holder, attribute };
  const paper = path.match(/^owner\.papers\.([a-z][a-z0-9-]*)\.([A-Za-z][A-Za-z0-9]*)$/);
  return paper ? { paper: paper[1]!, part: paper[2]! } : undefined;
}

function parseHouseholdPath(rest: string): ParsedSource | undefined {
  const household = HOUSEHOLD_ATTRIBUTES.find((candidate) => candidate === rest);
  if (household) return { household };
  const [, place, attribute] = rest.match(/^(head|members\.[1-9]\d?)\.([A-Za-z]+)$/) ?? [];
  const memberAttribute = MEMBER_ATTRIBUTES.find((candidate) => candidate === attribute);
  if (place === undefined || memberAttribute === undefined) return undefined;
  return { member: place === 'head' ? 1 : Number(place.slice('members.'.length)), memberAttribute };
}

/** Whether a path can offer anything; a procedure's test asks this of every `x-source`. */
export function isSourcePath(path: string): path is SourcePath {
  return parseSourcePath(path) !== undefined;
}
