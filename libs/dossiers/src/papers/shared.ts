import { formatDateLong, renderPaper, type OfficerName, type PaperForm as DocumentForm, type PaperHead, type PaperModels, type Party, type ProcedureName, type RenderedPaper, type Verification } from '@app/documents';
import { localDate, type Localized } from '@app/kernel';
import { OFFICER_ROLES, type OfficerRole, type Unit } from '@app/organisation';
import type { FrozenLimit } from '../clock-ledger.js';
import type { ActFacts, PaperFacts, PersonFacts } from './facts.js';

/** A paper made of facts, ready to be laid out. */
export interface BuiltPaper {
  readonly title: Localized;
  /** The number printed on it, where it has one. */
  readonly number: string | null;
  readonly render: (options: { createdAt: Temporal.Instant }) => Promise<RenderedPaper>;
}

/** Ties a model to its form. */
export function built<Form extends DocumentForm>(form: Form, title: Localized, model: PaperModels[Form]): BuiltPaper {
  return { title, number: model.head.number ?? null, render: (options) => renderPaper(form, model, options) };
}

/** The same for a paper whose number the records clerk writes in by hand: what is printed in its place is no number to look it up by. */
export function builtForHandNumber<Form extends DocumentForm>(form: Form, title: Localized, model: PaperModels[Form]): BuiltPaper {
  return { ...built(form, title, model), number: null };
}

/** The local calendar date of an instant text. */
export function dateOf(at: string): string {
  return localDate(Temporal.Instant.from(at));
}

/** The local date of an instant in words: "ngày 24 tháng 11 năm 2026". */
export function longDateOf(at: string): string {
  return formatDateLong(dateOf(at));
}

/** A unit the dossier has met. @throws Error for any other */
export function getUnit(facts: PaperFacts, id: string): Unit {
  const unit = facts.units.get(id);
  if (unit === undefined) throw new Error(`unit ${id} is not among the facts of dossier ${facts.dossier.id}`);
  return unit;
}

/** The commune whose offices were competent at an act. */
export function competentAt({ competences, dossier }: PaperFacts, seq: number): string {
  return competences.findLast(({ since }) => since <= seq)?.commune ?? dossier.competent_commune;
}

/** The unit a path of the process means at an act; left out, now. */
export function unitAt(facts: PaperFacts, path: string, seq = Infinity): Unit {
  return unitIn(facts, path, competentAt(facts, seq));
}

/** The unit a path of the process means where a commune is competent. */
export function unitIn(facts: PaperFacts, path: string, commune: string): Unit {
  const unit = facts.unitsByPath.get(commune)?.get(path);
  if (unit === undefined) throw new Error(`path ${path} is not in the process of ${facts.procedure.code}`);
  return unit;
}

/** The People's Committee of the commune that was competent at an act. */
export function committeeOf(facts: PaperFacts, seq: number): Unit {
  return getUnit(facts, competentAt(facts, seq));
}

/** Who had the baton when an act was done: the holder the act before it left. */
export function holderBefore(facts: PaperFacts, seq: number): Unit {
  const before = facts.acts.findLast((each) => each.seq < seq);
  return getUnit(facts, before?.body.to.holder ?? facts.dossier.receiving_unit);
}

/** The number line of a paper that the records clerk numbers by hand: `………/TB-UBND`. */
export function blankNumber(kind: string, agency: Unit): string {
  return agency.documentSymbol === null ? `………/${kind}` : `………/${kind}-${agency.documentSymbol}`;
}

/** The centre that received. */
export function centreOf(facts: PaperFacts): Unit {
  return getUnit(facts, facts.dossier.receiving_unit);
}

/** To whom a letter to the applicant goes, as it says at its foot. */
export function recipientsOf(facts: PaperFacts): string[] {
  return ['Như trên', centreOf(facts).name.vi, 'Lưu: VT, hồ sơ'];
}

/** The time limit as frozen at receipt; before that the procedure's. */
export function limitOf({ dossier, procedure }: PaperFacts): FrozenLimit {
  return dossier.time_limit ?? procedure.timeLimit;
}

/** Whom to ask: the centre that received. */
export function centreContact(facts: PaperFacts): OfficerName {
  const centre = centreOf(facts);
  return { name: centre.name.vi, ...(centre.phone === null ? {} : { phone: centre.phone }) };
}

/** Whom the citizen asks about an act: the officer who did it, but the centre where another agency did; the commune stays the citizen's one contact. */
export function contactFor(facts: PaperFacts, act: ActFacts): OfficerName {
  return agencyOf(facts, unitOfAct(facts, act)).id === facts.dossier.commune ? officerOfAct(facts, act) : centreContact(facts);
}

/** Where to go: the centre that received, with its address. */
export function centrePlace(facts: PaperFacts): string {
  return placeOf(centreOf(facts));
}

/** A unit with its address. */
export function placeOf({ name, address }: Pick<Unit, 'name' | 'address'>): string {
  return [name.vi, address].filter(Boolean).join(', ');
}

/** The agency that answers for a unit: inside a commune its People's Committee; in the province, and where it only sits in the commune as its police does, the unit itself. */
export function agencyOf(facts: PaperFacts, unit: Unit): Unit {
  const parent = unit.parentId === null ? undefined : facts.units.get(unit.parentId);
  return parent?.kind === 'commune' && unit.kind !== 'agency' ? parent : unit;
}

/**
 * The head of a unit's papers: its superior above it (Decree 30/2020, Annex I). A part of a commune's committee does
 * not repeat the commune's name, which stands in the line above.
 */
export function headOf(facts: Pick<PaperFacts, 'units'>, unit: Unit, parts: Pick<PaperHead, 'number' | 'date' | 'reserved'> = {}): PaperHead {
  const superior = unit.parentId === null ? undefined : facts.units.get(unit.parentId);
  const place = superior?.name.vi.replace(/^Ủy ban nhân dân /u, '');
  const inside = superior?.kind === 'commune' && place !== undefined;
  const agency = inside && unit.name.vi.endsWith(` ${place}`) ? unit.name.vi.slice(0, -place.length - 1) : unit.name.vi;
  return {
    ...(superior === undefined || superior.kind === 'nation' ? {} : { superior: superior.name.vi }),
    agency,
    place: townOf(facts, unit),
    ...parts,
  };
}

function townOf(facts: Pick<PaperFacts, 'units'>, unit: Unit): string {
  const superior = unit.parentId === null ? undefined : facts.units.get(unit.parentId);
  return unit.placeName ?? superior?.placeName ?? '……………';
}

/** Where the QR code leads: an opaque token, never a code or a name. */
export function verificationOf({ options, dossier }: PaperFacts): Verification {
  return { publicUrl: options.publicUrl, token: dossier.qr_token };
}

/** The procedure; a published name that begins with "Thủ tục" would stand behind that very word. */
export function procedureOf({ procedure }: Pick<PaperFacts, 'procedure'>): ProcedureName {
  const name = procedure.name.vi.replace(/^Thủ tục\s+/u, '');
  return { code: procedure.code, name: `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}` };
}

/** A person as slips name them. */
export function partyOf(person: PersonFacts): Party {
  return {
    name: person.full_name,
    ...(person.address === null ? {} : { address: person.address }),
    ...(person.phone === null ? {} : { phone: person.phone }),
    ...(person.email === null ? {} : { email: person.email }),
    ...(person.personal_id === null ? {} : { identity: { kind: person.organisation_id === null ? 'personal-id' : 'tax-code', number: person.personal_id } as const }),
  };
}

/** The owner of the dossier. */
export function ownerOf(facts: PaperFacts): PersonFacts {
  const owner = facts.people.find(({ role }) => role === 'owner');
  if (owner === undefined) throw new Error(`dossier ${facts.dossier.id} has no owner`);
  return owner;
}

/** The unit an act was done in; the receiving unit where no officer acted. */
export function unitOfAct(facts: PaperFacts, act: ActFacts): Unit {
  return (act.body.actor.unit === undefined ? undefined : facts.units.get(act.body.actor.unit)) ?? centreOf(facts);
}

/** Who did an act, with the title of the post and the telephone of the unit, which outlives the officer's. */
export function officerOfAct(facts: PaperFacts, act: ActFacts): OfficerName {
  const { actor } = act.body;
  const officer = facts.officers.get(actor.id);
  const phone = unitOfAct(facts, act).phone ?? officer?.phone;
  return {
    name: officer?.name ?? '',
    ...(actor.role !== undefined && Object.hasOwn(OFFICER_ROLES, actor.role) ? { position: OFFICER_ROLES[actor.role as OfficerRole].vi } : {}),
    ...(phone ? { phone } : {}),
  };
}

/** The name behind a principal key such as `officer:<id>`. */
export function nameOfKey(facts: PaperFacts, key: string): string {
  const [kind, id] = key.split(':');
  return (kind === 'officer' && id !== undefined ? facts.officers.get(id)?.name : undefined) ?? (kind === 'citizen' ? 'Người nộp hồ sơ' : 'Hệ thống');
}
