import { Injectable } from '@nestjs/common';
import type { OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { readerOf } from '@app/dossiers';
import type { Localized } from '@app/kernel';
import { DATA_SOURCES, DOUBT_CHOICES, maskPersonalId, PersonsService, type DisputedValue, type Doubt, type PersonRecord, type RecordedValue } from '@app/persons';
import type { ComparedDossierDto, DisputedValueDto, DoubtDto, DoubtRowDto, DoubtSideDto, DoubtStepDto } from './doubts.dto.js';

const PURPOSE = 'Xem xét nghi vấn về dữ liệu công dân';

/** What is said about a value beside it. */
interface Said { readonly id: string; readonly source: keyof typeof DATA_SOURCES; readonly authority: string | null; readonly asOf: string }

/** Doubts as officers see them: names looked up, values in words, each look in the log. */
@Injectable()
export class DoubtView {
  constructor(
    private readonly persons: PersonsService,
    private readonly catalogue: CatalogueService,
  ) {}

  /** The rows of a list: who it is about, masked. */
  async rows(tx: Transaction, principal: OfficerPrincipal, doubts: readonly Doubt[]): Promise<DoubtRowDto[]> {
    const ids = [...new Set(doubts.flatMap(({ personId, otherPersonId }) => [personId, ...(otherPersonId === null ? [] : [otherPersonId])]))];
    const people = new Map((await tx.rows<{ id: string; fullName: string; personalId: string | null; birthDate: string | null }>(
      `select id, full_name as "fullName", personal_id as "personalId", birth_date as "birthDate" from person where id = any ($1::uuid[])`, [ids])).map((each) => [each.id, each]));
    await this.persons.logLook(tx, ids, { reader: readerOf(principal), purpose: PURPOSE }, ['listed']);
    return doubts.map((doubt) => ({
      id: doubt.id, kind: doubt.kind, state: doubt.state, raisedAt: doubt.raisedAt, communes: [...doubt.communes],
      ...(doubt.detail.attribute && { attribute: doubt.detail.attribute }), ...(doubt.decision && { decision: doubt.decision }),
      people: [doubt.personId, doubt.otherPersonId].flatMap((id) => (id === null ? [] : (people.get(id) ?? []))).map(({ id, fullName, personalId, birthDate }) => ({
        id, fullName, ...(personalId && { maskedPersonalId: maskPersonalId(personalId) }), ...(birthDate && { birthDate }),
      })),
    }));
  }

  /** Both records side by side, and what the reader may decide. */
  async page(tx: Transaction, principal: OfficerPrincipal, doubt: Doubt): Promise<DoubtDto> {
    const ids = [doubt.personId, ...(doubt.otherPersonId === null ? [] : [doubt.otherPersonId])];
    const [records, names, declined] = [
      await this.persons.readRecords(tx, ids, { reader: readerOf(principal), purpose: PURPOSE }), await namesOf(tx, doubt),
      await tx.one<{ declined: Array<{ by: string; at: string; reason: string }> }>('select declined from person_doubt where id = $1', [doubt.id])];
    const step = (by: string | null, at: string | null, reason?: string | null): DoubtStepDto | undefined =>
      by === null || at === null ? undefined : { by: names.get(by) ?? '', at, ...(reason && { reason }) };
    const [decided, approved, undone] = [step(doubt.decidedBy, doubt.decidedAt, doubt.reason), step(doubt.approvedBy, doubt.approvedAt), step(doubt.undoneBy, doubt.undoneAt, doubt.undoReason)];
    const isOpen = doubt.state === 'open' || doubt.state === 'asked';
    return {
      id: doubt.id, kind: doubt.kind, state: doubt.state, raisedAt: doubt.raisedAt, communes: [...doubt.communes], signs: [...(doubt.detail.signs ?? [])],
      ...(doubt.raisedBy && { raisedBy: names.get(doubt.raisedBy) ?? '' }), ...(doubt.detail.attribute && { attribute: doubt.detail.attribute }), ...(doubt.detail.number && { number: doubt.detail.number }),
      disputed: await this.disputed(tx, doubt), sides: await Promise.all(records.map((record) => this.side(tx, record))),
      ...(doubt.decision && { decision: doubt.decision }), ...(decided && { decided }), ...(approved && { approved }), ...(undone && { undone }),
      declined: declined.declined.map(({ by, at, reason }) => ({ by: names.get(by) ?? '', at, reason })),
      choices: isOpen ? DOUBT_CHOICES[doubt.kind].filter((choice) => choice !== 'same' || doubt.otherPersonId !== null) : [],
      mayApprove: doubt.state === 'proposed' && doubt.decidedBy !== principal.officerId, mayDecline: doubt.state === 'proposed', mayUndo: doubt.state === 'decided' && doubt.mergerId !== null,
    };
  }

  private async side(tx: Transaction, record: PersonRecord): Promise<DoubtSideDto> {
    return {
      personId: record.id, merged: record.mergedInto !== null,
      values: record.values.map((value) => ({
        attribute: value.attribute, text: textOf(value.value), source: DATA_SOURCES[value.source], asOf: value.asOf, others: value.others, ...(value.authority && { authority: value.authority }),
      })),
      relatives: record.relatives.map(({ kind, fullName, birthDate, until }) => ({ kind, fullName, ...(birthDate && { birthDate }), ...(until && { until }) })),
      papers: record.papers.map(({ name, number, issuer, issuedOn, dossierCode }) => ({
        name: { vi: name.vi, en: name.en }, ...(number && { number }), ...(issuer && { issuer }), ...(issuedOn && { issuedOn }), ...(dossierCode && { dossierCode }),
      })),
      dossiers: await this.dossiersOf(tx, record.id),
    };
  }

  /** The dossiers still open that name this very record, as far as the reader sees them. */
  private async dossiersOf(tx: Transaction, personId: string): Promise<ComparedDossierDto[]> {
    const rows = await tx.rows<{ id: string; code: string; procedure_code: string; procedure_version: number; step_name: Localized }>(
      `select d.id, coalesce(d.code, d.filing_number) as code, d.procedure_code, d.procedure_version, d.step_name from dossier_person p join dossier d on d.id = p.dossier_id
        where p.person_id = $1 and p.role = 'owner' and d.closed_at is null order by d.filed_at desc limit 10`, [personId]);
    return Promise.all(rows.map(async ({ id, code, procedure_code, procedure_version, step_name }) =>
      ({ id, code, procedureName: (await this.catalogue.getVersion(procedure_code, procedure_version)).name.vi, status: step_name })));
  }

  private async disputed(tx: Transaction, { detail: { shown, other, dossierId } }: Doubt): Promise<DisputedValueDto[]> {
    if (shown === undefined || other === undefined) return [];
    const said = new Map((await tx.rows<Said>(
      `select id, source, authority, as_of::text as "asOf" from person_fact where id = any ($1::uuid[])`, [[shown.factId, other.factId].filter((id) => id !== undefined)])).map((each) => [each.id, each]));
    const code = dossierId === undefined ? undefined : (await tx.maybeOne<{ code: string }>('select coalesce(code, filing_number) as code from dossier where id = $1', [dossierId]))?.code;
    return [shown, other].map((value) => disputedDto(value, said.get(value.factId ?? ''), code));
  }
}

function disputedDto({ value }: DisputedValue, said: Said | undefined, dossierCode: string | undefined): DisputedValueDto {
  if (said === undefined) return { text: textOf(value), ...(dossierCode && { dossierCode }) };
  return { text: textOf(value), source: DATA_SOURCES[said.source], asOf: said.asOf, ...(said.authority && { authority: said.authority }) };
}

/** A value as a line; an address by its text, a death without a day by a dash. */
function textOf(value: RecordedValue['value']): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' ? value.text : '–';
}

async function namesOf(tx: Transaction, { raisedBy, decidedBy, approvedBy, undoneBy, id }: Doubt): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; full_name: string }>(
    `select id, full_name from officer where id = any ($1::uuid[]) or id in (select (each ->> 'by')::uuid from person_doubt, jsonb_array_elements(declined) as each where person_doubt.id = $2)`,
    [[raisedBy, decidedBy, approvedBy, undoneBy].filter((each) => each !== null), id]);
  return new Map(rows.map(({ id: officer, full_name }) => [officer, full_name]));
}
