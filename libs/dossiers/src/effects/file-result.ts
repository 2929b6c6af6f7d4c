import { resultOf } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { fold, type Localized } from '@app/kernel';
import { CIVIL_STATUS_ATTRIBUTES, type AcceptedPapers } from '@app/persons';
import type { PaperFacts } from '../papers/facts.js';
import { momentOf } from '../papers/moment.js';
import { resultModel } from '../papers/result-model.js';
import { dateOf, ownerOf, unitAt } from '../papers/shared.js';
import type { PaperDetails } from '../paper-details.js';
import type { Filed, Filing, Registry } from './filing.js';
import { fileHouseholdBusiness, fileRemoval, fileResidence, originOf, ownerIds } from './file-subjects.js';

/** How a kind of result is filed where it is more than a paper of the owner. */
const KINDS: Readonly<Record<string, (filing: Filing) => Promise<Filed>>> = {
  'birth-certificate': fileBirth,
  'civil-status-correction': fileCorrection,
  'death-extract': fileDeath,
  'marital-status-certificate': fileMaritalStatus,
  'land-certificate': fileLandCertificate,
  'allowance-decision': ownersPaper('act', 'category', 'coefficient', 'standardLevel'),
  'building-permit': ownersPaper('work', 'lot'),
  'poor-household-certificate': filePoorHousehold,
  'worship-decision': ownersPaper('martyr', 'fromYear'),
  'land-registration-notice': ownersPaper('parcel'),
  'household-business-certificate': fileHouseholdBusiness,
};

/**
 * Puts the result of a dossier on file, so that the next procedure need not ask for it (Decree 118/2025 as amended,
 * Art. 4(2a)).
 * @throws Error while the result has no number or its paper is not issued: the lane tries again
 */
export async function fileResult(tx: Transaction, registry: Registry, facts: PaperFacts, seq: number): Promise<void> {
  const { dossier, procedure } = facts;
  const moment = momentOf(facts, seq);
  const { result } = moment;
  if (!result?.number || !result.numbered_at || dossier.code === null) throw new Error(`dossier ${dossier.id} has no numbered result`);
  const paper = await tx.maybeOne<{ sha256: string; sealed: boolean }>(
    `select sha256, exists (select 1 from paper_revision r where r.effect_id = p.effect_id) as sealed from paper p where dossier_id = $1 and form = 'result' and reprinted_by is null order by seq desc limit 1`, [dossier.id]);
  if (paper === undefined) throw new Error(`the result of dossier ${dossier.id} is not issued yet`);
  const issuedOn = dateOf(result.numbered_at);
  const filing: Filing = { tx, ...registry, facts, moment, model: resultModel(facts, moment), issuedOn, authority: unitAt(facts, procedure.result.issuer).name.vi };
  const document = resultOf(procedure, moment.declaration);
  const kind = Object.hasOwn(KINDS, document.paper) ? KINDS[document.paper] : undefined;
  const filed = (result.issued_by === null ? await kind?.(filing) : await fileFromElsewhere(filing)) ?? { personIds: ownerIds(facts), content: {} };
  const { organisation_id: organisation } = ownerOf(facts);
  const { also, ...own } = filed;
  const recorded = {
    dossierId: dossier.id,
    dossierCode: dossier.code,
    kind: document.paper,
    name: document.name,
    number: result.number,
    issuer: filing.authority,
    issuedOn,
    // Born digital and signed; or entered in the desk's register of numbers and signed by hand; or an agency's, as its system gave it.
    assurance: paper.sealed ? ('born-digital-signed' as const) : ('register' as const),
    sha256: paper.sha256,
    organisationIds: organisation === null ? [] : [organisation],
    ...own,
  };
  await registry.persons.recordResult(tx, recorded);
  if (also !== undefined && also.personIds.length > 0) await registry.persons.recordResult(tx, { ...recorded, organisationIds: [], ...also });
  await fileAccepted(filing, dossier.code);
}

/**
 * What the owner handed in as scans and the desk accepted goes on their file too, as the kind its component may be satisfied by. A
 * scan nobody has signed is worth a scan. What came from the file stays where it is.
 */
async function fileAccepted({ tx, persons, facts, issuedOn }: Filing, dossierCode: string): Promise<void> {
  const kinds = new Map(facts.procedure.components.flatMap(({ key, satisfiedBy }) => (satisfiedBy ? [[key, satisfiedBy.paper] as const] : [])));
  const rows = await tx.rows<{ key: string; name: Localized; files: Array<{ id: string; sha256: string }>; paper: PaperDetails | null }>(
    `select c.key, c.name, c.paper, jsonb_agg(jsonb_build_object('id', f.id, 'sha256', f.sha256) order by f.created_at, f.id) as files
       from dossier_component c join file f on f.dossier_id = c.dossier_id and f.component_key = c.key
      where c.dossier_id = $1 and c.state = 'passed' and c.origin in ('uploaded', 'brought') and c.key = any ($2) group by c.key, c.name, c.paper, c.position order by c.position`,
    [facts.dossier.id, [...kinds.keys()]]);
  await persons.recordAccepted(tx, {
    dossierId: facts.dossier.id, dossierCode, owner: ownerOfPapers(facts), on: issuedOn,
    papers: rows.map(({ key, name, files, paper }) => ({ componentKey: key, kind: kinds.get(key)!, name, files, assurance: 'scanned', ...paper })),
  });
}

/** Whose file accepted papers go on. */
function ownerOfPapers(facts: PaperFacts): AcceptedPapers['owner'] {
  const { person_id: personId, organisation_id: organisationId } = ownerOf(facts);
  if (organisationId !== null) return { organisationId };
  if (personId === null) throw new Error(`dossier ${facts.dossier.id} has no owner`);
  return { personId };
}

/** What an agency decided in its own system goes on file with what that system said of it. */
async function fileFromElsewhere(filing: Filing): Promise<Filed> {
  const { facts, moment } = filing;
  const subject = await subjectOf(filing);
  if (subject !== undefined && facts.procedure.result.paper === 'permanent-residence-notice') await fileResidence(filing, subject);
  if (subject !== undefined && facts.procedure.result.paper === 'residence-removal-notice') await fileRemoval(filing, subject);
  return { personIds: [...new Set([...ownerIds(facts), ...(subject === undefined ? [] : [subject])])], content: moment.result?.draft ?? {} };
}

/**
 * Whom an agency's paper is about: by ID number; a new-born, who has none on file yet, by the certificate of the same linked group, or as a
 * child of the owner with that name and birthday.
 */
async function subjectOf({ tx, persons, facts, moment: { declaration } }: Filing): Promise<string | undefined> {
  const { about } = facts.procedure.result;
  if (about === undefined) return undefined;
  const { [about.name]: fullName, [about.birthDate]: birthDate, [about.personalId]: personalId } = declaration;
  if (typeof personalId === 'string') return (await persons.findByPersonalId(tx, personalId))?.id;
  if (typeof fullName !== 'string' || typeof birthDate !== 'string') return undefined;
  const registered = await tx.rows<{ dossier_id: string }>('select dossier_id from linked_member where group_id = $1', [facts.dossier.linked_group]);
  return persons.findChild(tx, { fullName, birthDate, parentId: ownerIds(facts)[0] ?? '', registeredIn: registered.map(({ dossier_id: id }) => id) });
}

/** A birth certificate is the child's: who is not on file yet gets a record, with the parents the certificate names. */
async function fileBirth({ tx, persons, subjects, facts, moment, model, issuedOn, authority }: Filing): Promise<Filed> {
  const child = model['child'] as { name: string; born: string; sex: 'male' | 'female'; ethnicity?: string; nationality?: string; birthplace?: string; hometown?: string };
  const parent = (field: string): string | undefined => {
    const value = moment.declaration[field];
    return typeof value === 'string' ? value : undefined;
  };
  const childId = await persons.recordBirth(tx, {
    dossierId: facts.dossier.id,
    authority,
    registeredOn: issuedOn,
    fullName: child.name,
    sex: child.sex,
    birthDate: child.born,
    ethnicity: child.ethnicity ?? null,
    nationality: child.nationality ?? null,
    birthPlace: child.birthplace ?? null,
    homeTown: child.hometown ?? null,
    motherPersonalId: parent('motherPersonalId'),
    fatherPersonalId: parent('fatherPersonalId'),
  });
  await subjects.bornIntoHousehold(tx, childId, child.born, originOf(facts, authority, issuedOn));
  const numbers = [parent('motherPersonalId'), parent('fatherPersonalId')].filter((number) => number !== undefined);
  const parents = await Promise.all(numbers.map((number) => persons.findByPersonalId(tx, number)));
  return {
    personIds: [childId],
    also: { kind: 'child-birth-certificate', name: { vi: 'Giấy khai sinh của con', en: 'Birth certificate of a child' }, personIds: [...new Set(parents.flatMap((each) => (each === undefined ? [] : [each.id])))] },
    content: { childName: child.name, childBirthDate: child.born, childSex: child.sex, ...(child.birthplace && { childBirthPlace: child.birthplace }) },
  };
}

/**
 * An extract of a correction goes to whoever asked and whom it is about, whose file says from now on what the extract says. Somebody
 * whom number and name do not name together is left alone: the paper then lies with its owner only.
 */
async function fileCorrection(filing: Filing): Promise<Filed> {
  const { tx, persons, facts, moment: { declaration }, model, issuedOn, authority } = filing;
  const owners = ownerIds(facts);
  const { act, item, before, after, subject } = model as { act: string; item: string; before?: string; after: string; subject: { name: string } };
  const content = { act, item, ...(before === undefined ? {} : { before }), after };
  const attribute = CIVIL_STATUS_ATTRIBUTES.find((each) => each === item);
  const found = await subjectOf(filing);
  const named = found === undefined ? undefined : await tx.maybeOne<{ id: string; name_folded: string }>('select id, name_folded from person where id = $1', [found]);
  const isMeant = named !== undefined && (named.name_folded === fold(subject.name) || (item === 'fullName' && named.name_folded === fold(after)));
  if (attribute === undefined || !isMeant) return { personIds: owners, content };
  await persons.recordCorrection(tx, {
    personId: named.id, attribute, value: after, wasWrong: act === 'correction',
    reason: `${ACTS_OF_CIVIL_STATUS[act] ?? 'Đăng ký lại'} theo kết quả hồ sơ ${facts.dossier.code ?? ''}${typeof declaration['errorBy'] === 'string' ? `; sai sót ${ERRORS[declaration['errorBy']] ?? ''}` : ''}`,
    origin: { source: 'dossier', authority, asOf: issuedOn, dossierId: facts.dossier.id },
  });
  return { personIds: [...new Set([...owners, named.id])], content };
}

/** In the words of a reason: closed ones, since the person reads them and nobody else may be named there. */
const ACTS_OF_CIVIL_STATUS: Readonly<Record<string, string>> = {
  correction: 'Cải chính hộ tịch', change: 'Thay đổi hộ tịch', addition: 'Bổ sung thông tin hộ tịch', ethnicity: 'Xác định lại dân tộc',
};
const ERRORS: Readonly<Record<string, string>> = { registrar: 'do cơ quan đăng ký hộ tịch', declarant: 'do người đi đăng ký' };

/** A death extract goes to whoever declared the death, and to the deceased, whose record says from now on that they died. */
async function fileDeath({ tx, persons, subjects, facts, model, issuedOn, authority }: Filing): Promise<Filed> {
  const deceased = model['deceased'] as { name: string; personalId?: string };
  const death = model['death'] as { on: string; place?: string };
  const deceasedId = deceased.personalId === undefined
    ? undefined
    : await persons.recordDeath(tx, { dossierId: facts.dossier.id, authority, personalId: deceased.personalId, diedOn: death.on, registeredOn: issuedOn });
  if (deceasedId !== undefined) await subjects.leaveHousehold(tx, deceasedId, { until: death.on, endedBy: 'death' }, originOf(facts, authority, issuedOn));
  return {
    personIds: [...ownerIds(facts), ...(deceasedId === undefined ? [] : [deceasedId])],
    content: { deceasedName: deceased.name, diedOn: death.on, ...(death.place && { deathPlace: death.place }) },
  };
}

/** A paper of the owner alone, with the parts of the result that later procedures read. */
function ownersPaper(...parts: readonly string[]): (filing: Filing) => Promise<Filed> {
  return async ({ facts, model }) => ({
    personIds: ownerIds(facts),
    content: Object.fromEntries(parts.flatMap((part) => (model[part] === undefined ? [] : [[part, model[part]]]))),
  });
}

/** The whole household's: it goes on the file of everybody in it. Households are reviewed every year: it holds to the end of its own. One that was not recognised has nothing on file. */
async function filePoorHousehold({ tx, subjects, facts, model, issuedOn }: Filing): Promise<Filed> {
  const { status, household } = model as { status?: string; household?: { members?: number } };
  const owners = ownerIds(facts);
  const members = (await Promise.all(owners.map((id) => subjects.housemates(tx, id)))).flat();
  return {
    personIds: status === 'neither' ? [] : [...new Set([...owners, ...members])],
    content: { status, members: household?.members },
    validUntil: `${issuedOn.slice(0, 4)}-12-31`,
  };
}

/** Good for six months (Decree 123/2015, Art. 23). */
async function fileMaritalStatus({ facts, model, issuedOn }: Filing): Promise<Filed> {
  return {
    personIds: ownerIds(facts),
    content: { status: model['status'], purpose: model['purpose'] },
    validUntil: Temporal.PlainDate.from(issuedOn).add({ months: 6 }).toString(),
  };
}

/** A re-issued certificate goes to everybody the lost one was on file for; the lost one is revoked. */
async function fileLandCertificate({ tx, facts, moment, model }: Filing): Promise<Filed> {
  const { person_id: person, organisation_id: organisation } = ownerOf(facts);
  const lost = (model['replaces'] as { serial?: string } | undefined)?.serial ?? null;
  const twins = await tx.rows<{ id: string; person_id: string | null; content: Record<string, unknown> }>(
    `select twin.id, twin.person_id, twin.content from paper_on_file own
       join paper_on_file twin on twin.kind = own.kind and twin.number = own.number and twin.issuer = own.issuer
      where (own.person_id = $1 or own.organisation_id = $4) and own.kind = $2 and own.number = $3 order by twin.person_id = $1 desc, twin.person_id`,
    [person, facts.procedure.result.paper, lost, organisation]);
  const [own] = twins;
  return {
    personIds: own === undefined ? ownerIds(facts) : [...new Set(twins.flatMap((twin) => twin.person_id ?? []))],
    content: { ...(own?.content ?? landContent(model)), registerNumber: moment.result?.number },
    ...(own === undefined ? {} : { replaces: own.id }),
  };
}

/** The parcel in the words in which land papers are kept on file. */
function landContent(model: Record<string, unknown>): Record<string, unknown> {
  const parcel = (model['parcel'] ?? {}) as { number?: string; mapSheet?: string; area?: number; landUse?: string; term?: string; address?: string };
  return { plotNumber: parcel.number, mapSheet: parcel.mapSheet, area: parcel.area, landPurpose: parcel.landUse, plotAddress: parcel.address, useTerm: parcel.term };
}
