import type { Procedure } from '@app/catalogue';
import { numberStands, unitView } from '@app/dossiers';
import { rowFee } from '@app/fees';
import { CHOSEN, type RegisterPart, type RegisterReader } from './chosen-numbers.js';
import { EVENT_WORDS, VOID_WORDS } from './register-words.js';
import { COLUMNS, type RegisterCell, type RegisterName, type RegisterRow } from './register.js';

/** One original of which copies are certified, as declared. */
interface CopiedPaper {
  readonly kind: string;
  readonly pages: number;
  readonly copies: number;
}

interface NumberLine {
  readonly dossier_id: string;
  readonly series: string;
  readonly unit_id: string;
  readonly period: string;
  readonly value: number;
  readonly entry: number;
  readonly label: string;
  readonly at: string;
  readonly procedure_code: string;
  readonly procedure_version: number;
  readonly person_id: string | null;
  readonly full_name: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly signer: string | null;
  readonly position: string | null;
  readonly replaced: string | null;
  readonly void_reason: string | null;
  readonly void_note: string | null;
  /** Whether officers may still void it: now, not at the end of the day the register is read for. */
  readonly voidable: boolean;
}

/**
 * A number with what it was given to. The answers are those the act that took the number saw; a void one tells why, once it was decided;
 * one whose result was corrected names the number that took its place.
 */
const NUMBERS = `with ${CHOSEN}, page as (select * from chosen order by at, unit_id, series, value limit $8 offset $9)
  select c.dossier_id, c.series, c.unit_id, c.period, c.value, c.entry, c.label, c.at, c.procedure_code, c.procedure_version, p.person_id, p.full_name,
         d.data as answers, o.full_name as signer, r.signature #>> '{position}' as position,
         (select next.number from result next where next.dossier_id = c.dossier_id and next.revision > r.revision and next.number is not null and next.numbered_at < $5::timestamptz
           order by next.revision limit 1) as replaced,
         v.reason as void_reason, v.note as void_note,
         not ${numberStands('c')} and not exists (select from void_number w where w.series = c.series and w.unit_id = c.unit_id and w.period = c.period and w.value = c.value
           and (w.decision is null or w.decision = 'approved')) as voidable
    from page c
    join dossier_person p on p.dossier_id = c.dossier_id and p.role = 'owner'
    left join lateral (select data from dossier_declaration where dossier_id = c.dossier_id and at <= c.at order by revision desc limit 1) d on true
    left join lateral (
      select revision, decided_by, signature from result where dossier_id = c.dossier_id and decided_at < $5::timestamptz
         and (number = c.label or (c.series like 'register:%' and refusal is null)) order by revision desc limit 1) r on true
    left join officer o on o.id = r.decided_by
    left join void_number v on v.series = c.series and v.unit_id = c.unit_id and v.period = c.period and v.value = c.value and v.decision = 'approved' and v.decided_at < $5::timestamptz
   order by c.at, c.unit_id, c.series, c.value`;

/** The lines of the books whose lines are numbers of papers. */
export async function numberRows(name: Exclude<RegisterName, 'dossiers'>, { tx, world, catalogue }: RegisterReader, parameters: readonly unknown[], { offset, limit }: RegisterPart): Promise<RegisterRow[]> {
  const lines = await tx.rows<NumberLine>(NUMBERS, [...parameters, limit, offset]);
  return Promise.all(lines.map(async (line): Promise<RegisterRow> => {
    const { series, unit_id: unitId, period, value, void_reason: reason, void_note: note } = line;
    const words = reason === null ? undefined : VOID_WORDS[reason];
    const voided = words && { vi: note === null ? words.vi : `${words.vi}: ${note}`, en: note === null ? words.en : `${words.en}: ${note}` };
    const remark = voided === undefined ? (line.replaced === null ? null : `Được thay thế bởi số ${line.replaced}`) : `Số đã hủy. ${voided.vi}`;
    const archive = name === 'outgoing' ? (await unitView(world, unitId)).name : null;
    const procedure = await catalogue.getVersion(line.procedure_code, line.procedure_version);
    const parts = partsOf(line, procedure, archive, remark);
    const cells = COLUMNS[name].map(({ key }) => parts[key] ?? null);
    return { dossierId: line.dossier_id, personId: line.person_id, cells, ...(line.voidable && { number: { series, unitId, period, value } }), ...(voided && { voided }) };
  }));
}

/** What the columns of the books say of a number, by key. */
function partsOf(line: NumberLine, procedure: Procedure, archive: string | null, remark: string | null): Readonly<Record<string, RegisterCell>> {
  const { answers, entry } = line;
  const text = (key: string): string | null => (typeof answers[key] === 'string' ? answers[key] : null);
  const rows = Array.isArray(answers['papers']) ? (answers['papers'] as readonly CopiedPaper[]) : [];
  const row = line.series.startsWith('register:') ? rows[entry] : undefined;
  const day = Temporal.Instant.from(line.at).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString();
  const registered = [text('registerNumber') && `Số ${text('registerNumber')}`, text('registerBook') && `quyển ${text('registerBook')}`, text('registeredOn') && `ngày ${text('registeredOn')!.split('-').reverse().join('/')}`];
  return {
    number: line.label, day, owner: line.full_name, recipient: line.full_name, archive, remark,
    title: line.series.endsWith('KQ.G15.000342') ? (EVENT_WORDS[text('eventKind') ?? ''] ?? titleOf(procedure, line.series)) : titleOf(procedure, line.series),
    signer: [line.signer, line.position].filter(Boolean).join(', ') || null,
    copies: row?.copies ?? (typeof answers['copies'] === 'number' ? answers['copies'] : 1),
    paper: row?.kind ?? null,
    fee: row === undefined ? null : feeOf(procedure, row),
    subject: text('subjectName'),
    entry: registered.filter(Boolean).join(', ') || null,
  };
}

/** What the copies of one original cost; nothing where the procedure asks no fee by pages. */
function feeOf({ fee }: Procedure, row: CopiedPaper): number {
  return fee.lines.reduce((sum, line) => sum + (line.byPages === undefined ? 0 : rowFee(line.amount, line.byPages, row)), 0);
}

/** What a number was given to: the document of the procedure with that code, or the refusal in its place. */
function titleOf({ result, name }: Procedure, series: string): string {
  const code = series.slice('document:'.length);
  if (code === 'refusal') return `Thông báo từ chối giải quyết: ${name.vi}`;
  return [result, ...(result.alternatives ?? [])].find((each) => each.code === code)?.name.vi ?? result.name.vi;
}
