import { canonicalText, sha256Hex, type Localized } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { PersonsService } from '@app/persons';
import type { ElsewhereStep } from '@app/workflow';
import type { Completion, EffectRow } from '../effects/effect-row.js';
import { readDeclaration } from '../declaration.js';
import { getDossier, type DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';

interface SentComponent {
  readonly key: string;
  readonly name: string;
  readonly files: readonly string[];
}

/** What an agency's system is told, as it lies in the outbox. */
interface Written {
  readonly step: ElsewhereStep;
  readonly unitId: string;
  readonly ownerId: string;
  readonly body: string;
  readonly files: readonly string[];
  readonly at: string;
}

/**
 * Writes a message for the agency in whose own system a dossier is decided: of the declaration only what the process says the
 * agency needs, of the owner only who it is. The message is put into the outbox; that it was given on stands in the log the person can read.
 */
export async function writeMessage(tx: Transaction, world: DossierWorld, effect: EffectRow<'sendElsewhere'>): Promise<Written> {
  const dossier = await getDossier(tx, effect.dossier_id);
  const { procedure } = await world.procedure(dossier.procedure_code, dossier.procedure_version);
  const step = procedure.process.steps.find(({ kind }) => kind === 'elsewhere');
  if (step?.kind !== 'elsewhere') throw new Error(`dossier ${dossier.id} is not decided elsewhere`);
  const [act, owner, known, declaration, centre] = await Promise.all([
    tx.one<{ at: string; data: { note?: string } | null }>('select j.at, a.data from journal j left join act_detail a using (dossier_id, seq) where dossier_id = $1 and seq = $2', [dossier.id, effect.seq]),
    tx.one<{ person_id: string; full_name: string; personal_id: string | null }>(`select person_id, full_name, personal_id from dossier_person where dossier_id = $1 and role = 'owner'`, [dossier.id]),
    tx.one<{ unit_id: string }>('select unit_id from elsewhere_case where dossier_id = $1', [dossier.id]),
    readDeclaration(tx, dossier.id),
    world.unit(dossier.receiving_unit),
  ]);
  const whole = effect.params.message === 'case' || effect.params.message === 'supplied';
  const components = whole ? await readComponents(tx, dossier.id) : [];
  const message = {
    type: effect.params.message, id: effect.id, caseId: dossier.id, system: step.system, purpose: step.purpose.vi, sentAt: act.at,
    ...(whole
      ? {
          dossier: dossierPart(dossier, procedure.name),
          receivedBy: centre.name.vi,
          owner: { fullName: owner.full_name, personalId: owner.personal_id },
          declaration: Object.fromEntries(step.shares.flatMap((field) => (declaration.data[field] === undefined ? [] : [[field, declaration.data[field]]]))),
          components,
        }
      : act.data?.note === undefined ? {} : { note: act.data.note }),
  };
  return { step, unitId: known.unit_id, ownerId: owner.person_id, body: canonicalText(message), files: [...new Set(components.flatMap(({ files }) => files))], at: act.at };
}

function dossierPart({ code, procedure_code, received_at, due_at }: DossierRow, name: Localized) {
  return { code, procedureCode: procedure_code, procedureName: name.vi, receivedAt: received_at, dueAt: due_at };
}

/** The papers of the dossier with the digests of their files: uploaded ones, and papers on file that were used. */
async function readComponents(tx: Transaction, dossierId: string): Promise<SentComponent[]> {
  const rows = await tx.rows<{ key: string; name: Localized; files: string[] }>(
    `select c.key, c.name, array_remove(array_agg(coalesce(f.sha256::text, c.paper_digest) order by f.created_at), null) as files
       from dossier_component c left join file f on f.dossier_id = c.dossier_id and f.component_key = c.key
      where c.dossier_id = $1 and c.origin <> 'absent' group by c.key, c.name, c.position order by c.position`, [dossierId]);
  return rows.map(({ key, name, files }) => ({ key, name: name.vi, files }));
}

/** Puts a written message into the outbox, with the line in the access log; the agency's system is reached later. */
export function intoOutbox(effect: EffectRow<'sendElsewhere'>, written: Written, procedureCode: string, persons: PersonsService): Completion {
  const { step, body, files, ownerId, unitId } = written;
  const sha256 = sha256Hex(body);
  return async (tx) => {
    await tx.execute(
      `insert into elsewhere_message (id, dossier_id, seq, n, system, message, body, sha256, files, queued_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
      [effect.id, effect.dossier_id, effect.seq, effect.n, step.system, effect.params.message, body, sha256, files, written.at]);
    if (effect.params.message === 'case') await tx.execute('update elsewhere_case set sent_sha256 = $2 where dossier_id = $1', [effect.dossier_id, sha256]);
    if (effect.params.message === 'case' || effect.params.message === 'supplied') {
      await persons.logLook(tx, [ownerId], { reader: { kind: 'system', unitId }, purpose: step.purpose.vi, procedureCode, dossierId: effect.dossier_id }, ['identity', ...(files.length > 0 ? ['papers' as const] : [])]);
    }
  };
}
