import type { WorkingCalendar } from '@app/calendar';
import type { Declaration, Procedure } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import { dayOf, isNotOver, type OfficerRole, type Unit } from '@app/organisation';
import type { PaperOnFile } from '@app/persons';
import type { EventType, DossierMachine } from '@app/workflow';
import type { ActData, EscalationPackage, SupplementItem } from '../act-command.js';
import { readLedger, type ClockEntry } from '../clock-ledger.js';
import { clockUnit, getDossier, type DossierRow } from '../dossier-row.js';
import type { Origin } from '../declaration.js';
import type { DossierWorld } from '../dossier-world.js';
import type { JournalBody } from '../journal.js';
import type { ManifestLine } from '../manifest.js';
import { competences, withSuccessions, type Competence } from './competence.js';
import type { PaperOptions } from './paper-options.js';
import { readRecordFacts, type RecordFacts } from './record-facts.js';

/** A person as frozen at filing. */
export interface PersonFacts {
  readonly role: 'owner' | 'filer';
  /** Null of an owner that is an organisation. */
  readonly person_id: string | null;
  readonly organisation_id: string | null;
  readonly ground: string | null;
  readonly full_name: string;
  readonly personal_id: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

/** A revision of the declaration. */
export interface DeclarationFacts {
  readonly revision: number;
  readonly data: Declaration;
  /** Where each answer came from, by JSON pointer. */
  readonly origins: Readonly<Record<string, Origin>>;
  readonly at: string;
}

/** One line of the checklist. */
export interface ComponentFacts {
  readonly key: string;
  readonly name: Localized;
  readonly kind: 'original' | 'certified-copy' | 'photocopy' | 'electronic';
  readonly originals: number;
  readonly copies: number;
  readonly origin: 'brought' | 'on-file' | 'uploaded' | 'absent';
  readonly note: string | null;
  /** Of a paper on file that was used: the paper itself. */
  readonly on_file: Pick<PaperOnFile, 'source' | 'dossierCode' | 'componentKey' | 'issuedOn' | 'acceptedOn' | 'number'> | null;
}

/** One supplement request. */
export interface SupplementFacts {
  readonly seq: number;
  readonly before_receipt: boolean;
  readonly items: readonly SupplementItem[];
  readonly note: string | null;
  readonly asked_at: string;
  readonly answer_by: string;
}

/** One pass of the baton. */
export interface HandoverFacts {
  readonly sent_seq: number;
  readonly from_unit: string;
  readonly to_unit: string;
  readonly internal: boolean;
  readonly purpose: Localized;
  readonly manifest: readonly ManifestLine[];
  readonly sent_at: string;
  readonly sent_by: string;
  readonly round: number;
  readonly package: EscalationPackage | null;
}

/** One act with who did it and what came with it. */
export interface ActFacts {
  readonly seq: number;
  readonly at: string;
  readonly event: EventType;
  readonly body: JournalBody;
  readonly data: ActData;
}

/** An officer as papers name them. */
export interface OfficerFacts {
  readonly name: string;
  readonly phone: string | null;
}

/** A deputy who stood in for an absent head. */
export interface DeputyFacts {
  readonly name: string;
  readonly role: OfficerRole;
  /** Instants; `known` is when the absence was entered: what was printed before it does not change. */
  readonly from: string;
  readonly to: string;
  readonly known: string;
}

/** A chairman's or director's time in office, in local days. */
export interface HeadFacts {
  readonly unit_id: string;
  readonly name: string;
  readonly since: string;
  readonly until: string | null;
  readonly away: readonly DeputyFacts[];
}

/** The units a dossier had until an act. */
export interface SuccessionFacts {
  readonly seq: number;
  readonly commune: string;
  readonly receiving_unit: string;
  readonly competent_commune: string;
}

/** Everything papers are made from, read at once; the builders ask nothing further. */
export interface PaperFacts extends RecordFacts {
  /** The linked group it was filed with, by number and Vietnamese name. */
  readonly linked?: { readonly filingNumber: string; readonly name: string };
  readonly options: PaperOptions;
  readonly dossier: DossierRow;
  /** The version the dossier follows now; `asOf` puts that of an act in its place. */
  readonly procedure: Procedure;
  readonly machine: DossierMachine;
  readonly versions: ReadonlyMap<number, { readonly procedure: Procedure; readonly machine: DossierMachine }>;
  readonly calendar: WorkingCalendar;
  readonly people: readonly PersonFacts[];
  readonly declarations: readonly DeclarationFacts[];
  readonly components: readonly ComponentFacts[];
  readonly supplements: readonly SupplementFacts[];
  readonly handovers: readonly HandoverFacts[];
  readonly ledger: readonly ClockEntry[];
  readonly postings: readonly { readonly armed_seq: number; readonly due_at: string }[];
  /** In order; the n-th act has number n. */
  readonly acts: readonly ActFacts[];
  readonly officers: ReadonlyMap<string, OfficerFacts>;
  readonly units: ReadonlyMap<string, Unit>;
  /** Whose offices decide, and since when; the last one now. */
  readonly competences: readonly Competence[];
  /** The units it had until an act passed it on to those that follow. */
  readonly successions: readonly SuccessionFacts[];
  /** What the paths of the process mean for this dossier, for each commune that was competent or that it was sent to. */
  readonly unitsByPath: ReadonlyMap<string, ReadonlyMap<string, Unit>>;
  /** Who has headed the units, and since when: they sign what no leader has decided in the dossier. */
  readonly heads: readonly HeadFacts[];
  /** Whether the centre that received has a key for its seal. */
  readonly centreSeals: boolean;
}

/**
 * Reads everything the papers of a dossier need, in one round of statements and one for the names.
 * @throws DomainError not-found for a dossier the caller may not see, procedure.version-missing, unit.unresolved
 */
export async function readPaperFacts(tx: Transaction, world: DossierWorld, options: PaperOptions, dossierId: string): Promise<PaperFacts> {
  const id = [dossierId];
  const [dossier, people, declarations, components, supplements, handovers, ledger, postings, records, linked, successions, lines] = await Promise.all([
    getDossier(tx, dossierId),
    tx.rows<PersonFacts>('select role, person_id, organisation_id, ground, full_name, personal_id, phone, email, address from dossier_person where dossier_id = $1', id),
    tx.rows<DeclarationFacts>('select revision, data, origins, at from dossier_declaration where dossier_id = $1 order by revision', id),
    tx.rows<ComponentFacts>(`select c.key, c.name, c.kind, c.originals, c.copies, c.origin, c.note,
        case when p.id is not null then jsonb_build_object('source', p.source, 'dossierCode', p.dossier_code, 'componentKey', p.component_key, 'issuedOn', p.issued_on, 'acceptedOn', p.accepted_on, 'number', p.number) end as on_file
       from dossier_component c left join paper_on_file p on p.id = c.paper_on_file_id where c.dossier_id = $1 order by c.position`, id),
    tx.rows<SupplementFacts>('select seq, before_receipt, items, note, asked_at, answer_by from supplement where dossier_id = $1 order by seq', id),
    tx.rows<HandoverFacts>('select sent_seq, from_unit, to_unit, internal, purpose, manifest, sent_at, sent_by, round, package from handover where dossier_id = $1 order by sent_seq', id),
    readLedger(tx, dossierId),
    tx.rows<PaperFacts['postings'][number]>('select armed_seq, due_at from deadline where dossier_id = $1 order by armed_seq', id),
    readRecordFacts(tx, dossierId),
    tx.maybeOne<{ filing_number: string; group_code: string; group_version: number }>(
      'select g.filing_number, g.group_code, g.group_version from linked_group g join dossier d on d.linked_group = g.id where d.id = $1', id),
    tx.rows<SuccessionFacts>('select seq, commune, receiving_unit, competent_commune from dossier_succession where dossier_id = $1 order by seq', id),
    tx.rows<{ seq: number; at: string; event: EventType; body: string; data: ActData | null }>(
      'select j.seq, j.at, j.event, j.body, d.data from journal j left join act_detail d using (dossier_id, seq) where dossier_id = $1 order by seq', id),
  ]);
  const acts = lines.map((line): ActFacts => ({ ...line, body: JSON.parse(line.body) as JournalBody, data: line.data ?? {} }));
  const numbers = new Set([dossier.procedure_version, ...acts.map(({ body }) => body.procedure.version)]);
  const lastAct = Temporal.Instant.from(acts.at(-1)?.at ?? dossier.filed_at);
  const versions = new Map(await Promise.all([...numbers].map(async (version) => [version, await world.procedureOf(tx, { ...dossier, procedure_version: version }, lastAct)] as const)));
  const { procedure, machine } = versions.get(dossier.procedure_version)!;
  const communeOf = await communesOf(world, handovers.map(({ from_unit }) => from_unit));
  const competent = withSuccessions(competences(acts, handovers, successions[0]?.competent_commune ?? dossier.competent_commune, communeOf), successions, dossier.competent_commune);
  const communes = new Set([...competent.map(({ commune }) => commune), ...acts.flatMap(({ event, data }) => (event === 'reroute' && data.commune !== undefined ? [data.commune] : []))]);
  const unitsByPath = new Map(await Promise.all([...communes].map(async (commune) => [commune, await readPaths(world, [...versions.values()].map((each) => each.procedure),
    successions.find((each) => each.competent_commune === commune)?.receiving_unit ?? dossier.receiving_unit, commune)] as const)));
  const units = await readUnits(world, [
    ...successions.flatMap((each) => [each.commune, each.receiving_unit]), dossier.commune, dossier.receiving_unit, ...(dossier.help_unit === null ? [] : [dossier.help_unit]), ...(dossier.collect_unit === null ? [] : [dossier.collect_unit]), dossier.holder_unit, ...competent.map(({ commune }) => commune), ...acts.map(({ body }) => body.to.holder),
    ...[...unitsByPath.values()].flatMap((paths) => [...paths.values()].map((unit) => unit.id)), ...handovers.flatMap((each) => [each.from_unit, each.to_unit]),
    ...records.consultations.map(({ unit_id }) => unit_id), ...records.extensions.map(({ unit_id }) => unit_id),
  ]);
  const calendar = await world.calendarOf(clockUnit(dossier));
  const received = Temporal.Instant.from(dossier.received_at ?? dossier.filed_at);
  const [officers, heads, centreSeals] = await Promise.all([
    readOfficers(tx, acts, records), readHeads(tx, [...units.keys()]), world.holdsKey(tx, { kind: 'unit', id: dossier.receiving_unit }, received),
  ]);
  return {
    ...(linked === undefined ? {} : { linked: { filingNumber: linked.filing_number, name: world.linkedGroup(linked.group_code, linked.group_version).name.vi } }),
    ...records, options, dossier, procedure, machine, versions, calendar, people, declarations, components, supplements, handovers, ledger, postings, acts, officers, units,
    competences: competent, successions, unitsByPath, heads, centreSeals,
  };
}

/** The same facts with the version the dossier followed at an act and the units it had: what is printed later shows what was so then. */
export function asOf(facts: PaperFacts, seq: number): PaperFacts {
  const version = facts.acts.find((act) => act.seq === seq)?.body.procedure.version;
  const before = facts.successions.find((each) => each.seq > seq);
  const dossier = before === undefined ? facts.dossier : { ...facts.dossier, commune: before.commune, receiving_unit: before.receiving_unit };
  return { ...facts, dossier, ...(version !== undefined && facts.versions.get(version)) };
}

/** The commune each of some units belongs to. */
async function communesOf(world: DossierWorld, unitIds: readonly string[]): Promise<(unitId: string) => string | undefined> {
  const pairs = await Promise.all([...new Set(unitIds)].map(async (id) => [id, (await world.lineOf(id)).find(({ kind }) => kind === 'commune')?.id] as const));
  const communes = new Map(pairs);
  return (unitId) => communes.get(unitId);
}

/** Every path of a process, seen from the commune that is competent; who received stays who received. */
async function readPaths(world: DossierWorld, procedures: readonly Procedure[], receivingUnit: string, commune: string): Promise<Map<string, Unit>> {
  const counters = new Set(procedures.map(({ process }) => process.receive.unit));
  const paths = new Set(procedures.flatMap(({ process, result }) => [process.receive.unit, result.issuer, ...process.steps.flatMap((step) => (step.kind === 'handover' ? [step.to, ...(step.from === undefined ? [] : [step.from])] : [step.unit]))]));
  const pairs = await Promise.all([...paths].map(async (path) => [path, await (counters.has(path) ? world.unit(receivingUnit) : world.unitAt(path, commune))] as const));
  return new Map(pairs);
}

/** Units and everything above them, up to the province. */
async function readUnits(world: DossierWorld, unitIds: readonly string[]): Promise<Map<string, Unit>> {
  const lines = await Promise.all([...new Set(unitIds)].map((id) => world.lineOf(id)));
  return new Map(lines.flat().map((unit) => [unit.id, unit]));
}

async function readOfficers(tx: Transaction, acts: readonly ActFacts[], { results, extensions }: RecordFacts): Promise<Map<string, OfficerFacts>> {
  const ids = new Set([
    ...acts.flatMap(({ body: { actor } }) => (actor.kind === 'officer' ? [actor.id] : [])),
    ...results.flatMap(({ decided_by }) => decided_by ?? []),
    ...extensions.map(({ decided_by }) => decided_by),
  ]);
  const rows = await tx.rows<OfficerFacts & { id: string }>('select id, full_name as name, phone from officer where id = any ($1::uuid[])', [[...ids]]);
  return new Map(rows.map(({ id, ...officer }) => [id, officer]));
}

function readHeads(tx: Transaction, unitIds: readonly string[]): Promise<HeadFacts[]> {
  return tx.rows<HeadFacts>(
    `select p.unit_id, o.full_name as name, p.since, p.until,
            coalesce((select json_agg(json_build_object('name', s.full_name, 'role', d.role, 'from', a.from_at, 'to', coalesce(a.ended_at, a.to_at), 'known', a.entered_at) order by a.entered_at)
                        from absence a join officer s on s.id = a.stand_in_id
                        join post d on d.officer_id = s.id and d.unit_id = p.unit_id and d.role in ('vice-chairman', 'deputy-director')
                         and ${isNotOver('d', dayOf('a.from_at'))}
                       where a.officer_id = p.officer_id and (a.post_id is null or a.post_id = p.id) and a.procedures = '{}'), '[]') as away
       from post p join officer o on o.id = p.officer_id
      where p.unit_id = any ($1) and p.role in ('chairman', 'director') order by p.since`, [unitIds]);
}
