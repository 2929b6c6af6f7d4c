import { unitView } from '@app/dossiers';
import { CHOSEN, type RegisterPart, type RegisterReader } from './chosen-numbers.js';
import { DELIVERY_WORDS, remarkOf } from './register-words.js';
import type { RegisterRow } from './register.js';

interface DossierLine {
  readonly dossier_id: string;
  readonly procedure_code: string;
  readonly procedure_version: number;
  readonly label: string;
  readonly at: string;
  readonly delivery: keyof typeof DELIVERY_WORDS;
  readonly person_id: string | null;
  readonly full_name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly due_at: string | null;
  readonly office: string | null;
  readonly passed_on: string | null;
  readonly result_back: string | null;
  readonly returned: string | null;
  readonly recipient: string | null;
  readonly stop_cause: string | null;
  readonly refused: boolean;
}

const DOSSIERS = `with ${CHOSEN}, page as (select * from chosen order by at, unit_id, value limit $8 offset $9)
  select c.dossier_id, c.procedure_code, c.procedure_version, c.label, c.at, c.delivery, p.person_id, p.full_name, p.address, p.phone,
         (select due_at from promise where dossier_id = c.dossier_id and at < $5::timestamptz order by seq desc limit 1) as due_at,
         f.unit_id as office, f.since as passed_on,
         (select min(at) from journal where dossier_id = c.dossier_id and event = 'resultReady' and at < $5::timestamptz) as result_back,
         r.at as returned, r.recipient,
         (select cause from stop where dossier_id = c.dossier_id and stopped_at < $5::timestamptz) as stop_cause,
         exists (select 1 from result where dossier_id = c.dossier_id and refusal is not null and number is not null and numbered_at < $5::timestamptz) as refused
    from page c
    join dossier_person p on p.dossier_id = c.dossier_id and p.role = 'owner'
    left join lateral (select unit_id, since from holding where dossier_id = c.dossier_id and unit_id <> c.unit_id and since < $5::timestamptz order by seq limit 1) f on true
    left join lateral (
      select j.at, a.data ->> 'recipient' as recipient from journal j left join act_detail a using (dossier_id, seq)
       where j.dossier_id = c.dossier_id and j.event = 'returnResult' and j.at < $5::timestamptz order by j.seq limit 1) r on true
   order by c.at, c.unit_id, c.value`;

/** The lines of form 07: each dossier the counter gave a code to. */
export async function dossierRows({ tx, world, catalogue }: RegisterReader, parameters: readonly unknown[], { offset, limit }: RegisterPart): Promise<RegisterRow[]> {
  const lines = await tx.rows<DossierLine>(DOSSIERS, [...parameters, limit, offset]);
  return Promise.all(lines.map(async (line, index): Promise<RegisterRow> => ({
    dossierId: line.dossier_id,
    personId: line.person_id,
    cells: [
      offset + index + 1, line.label, (await catalogue.getVersion(line.procedure_code, line.procedure_version)).name.vi, 1, line.full_name,
      [line.address, line.phone].filter(Boolean).join('; ') || null, line.office === null ? null : (await unitView(world, line.office)).name,
      line.at, line.due_at, line.passed_on, line.result_back, line.returned, DELIVERY_WORDS[line.delivery], line.recipient, remarkOf(line.stop_cause, line.refused),
    ],
  })));
}
