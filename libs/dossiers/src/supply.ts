import { validateDeclaration, type Declaration } from '@app/catalogue';
import { DomainError, localDate } from '@app/kernel';
import { PersonsService, SubjectsService, type Look } from '@app/persons';
import type { ActScope } from './act-scope.js';
import type { SuppliedComponent, SupplementItem } from './act-command.js';
import { attachFiles } from './components.js';
import { keptDetails } from './paper-details.js';
import { keepScore } from './once-only/keep-score.js';
import { pairPapers } from './pair-papers.js';
import { readerOf } from './reader-of.js';
import { contradicts, readDeclaration, writeDeclaration, type OnFile, type Origin } from './declaration.js';

/**
 * The citizen (or the counter for them) supplies what the one open request asks. Only marked fields and papers may
 * change; everything else stays as it was accepted.
 * @throws DomainError supplement.outside-marks, declaration.invalid
 */
export async function supplyWhatWasAsked(scope: ActScope): Promise<void> {
  const { items } = await scope.tx.one<{ items: SupplementItem[] }>(
    'select items from supplement where dossier_id = $1 and answered_at is null', [scope.dossier.id]);
  const answers = scope.data.answers ?? {};
  const components = scope.data.components ?? [];
  refuseOutside(items, answers, components);
  const given = new Set(components.filter((each) => (each.fileIds ?? []).length > 0 || each.paperOnFileId !== undefined || each.state === 'passed').map((each) => each.key));
  const unanswered = [...[...marked(items, 'component')].filter((key) => !given.has(key)), ...[...marked(items, 'field')].filter((pointer) => !(pointer in answers))];
  if (unanswered.length > 0) {
    throw new DomainError('request.invalid', {
      fields: unanswered.map((key) => ({ pointer: key.startsWith('/') ? key : `/components/${key}`, vi: 'Mục này được yêu cầu nhưng chưa được bổ sung.', en: 'This was asked for and has not been supplied.' })),
    });
  }
  await replaceAnswers(scope, answers);
  await replaceComponents(scope, scope.dossier.receiving_unit);
  await keepScore(scope.tx, scope.procedure, scope.dossier.id);
}

const marked = (items: readonly SupplementItem[], target: SupplementItem['target']): Set<string> => new Set(items.filter((each) => each.target === target).map((each) => each.key));

/** Only marked fields and papers may change. @throws DomainError supplement.outside-marks */
export function refuseOutside(items: readonly SupplementItem[], answers: Readonly<Record<string, unknown>>, components: readonly SuppliedComponent[]): void {
  const outside = [
    ...Object.keys(answers).filter((pointer) => !marked(items, 'field').has(pointer)),
    ...components.map(({ key }) => key).filter((key) => !marked(items, 'component').has(key)),
  ];
  if (outside.length > 0) throw new DomainError('supplement.outside-marks', { params: { names: outside.join(', ') } });
}

/** A new revision of the declaration with the changed answers. @throws DomainError declaration.invalid */
export async function replaceAnswers(scope: ActScope, answers: Readonly<Record<string, unknown>>): Promise<void> {
  if (Object.keys(answers).length === 0) return;
  const current = await readDeclaration(scope.tx, scope.dossier.id);
  const changed: Declaration = { ...current.data, ...Object.fromEntries(Object.entries(answers).map(([pointer, value]) => [pointer.slice(1), value])) };
  const assessed = validateDeclaration(scope.procedure, changed, localDate(scope.now));
  if (assessed.faults.length > 0) throw new DomainError('declaration.invalid', { fields: assessed.faults });
  const by: Origin = { origin: scope.principal.kind === 'citizen' ? 'citizen' : 'clerk' };
  // What was on file when it was first declared stays beside it until the answer says the same.
  const origins = { ...current.origins, ...Object.fromEntries(Object.entries(answers).map(([pointer, value]): [string, Origin] => {
    const before = current.origins[pointer]?.onFile;
    return [pointer, before !== undefined && contradicts(value, before.value) ? { ...by, onFile: reopened(before) } : by];
  })) };
  await writeDeclaration(scope.tx, scope.dossier.id, current.revision + 1, assessed.declaration, origins, scope.now);
}

/** What was accepted was another answer: the new one is looked at anew. */
function reopened({ acceptedSeq: _other, ...onFile }: OnFile): OnFile {
  return onFile;
}

/**
 * The papers as they were supplied; of a paper on file the digest is frozen.
 * @param at the unit where a brought original lies
 * @throws DomainError not-found, paper.unusable
 */
export async function replaceComponents(scope: ActScope, at: string): Promise<void> {
  const components = scope.data.components ?? [];
  const digests = await digestsOfPapers(scope, components);
  await scope.tx.execute(
    `update dossier_component c
        set state = coalesce(r.state, 'unchecked'),
            origin = case when r.paper is not null then 'on-file' when r.files then 'uploaded' else 'brought' end,
            kind = case when r.paper is not null or r.files then 'electronic' else coalesce(r.kind, c.kind) end,
            paper_on_file_id = r.paper, paper_digest = r.digest, paper = nullif(r.details, 'null'),
            location = case when r.paper is null and not r.files and coalesce(r.kind, c.kind) = 'original' then $3 end
       from jsonb_to_recordset($2::jsonb) as r (key text, state text, kind text, paper uuid, digest text, details jsonb, files boolean)
      where c.dossier_id = $1 and c.key = r.key`,
    [scope.dossier.id,
      JSON.stringify(components.map((each) => ({ key: each.key, state: each.state, kind: each.kind, paper: each.paperOnFileId ?? null, digest: digests.get(each.paperOnFileId ?? '') ?? null, details: each.paperOnFileId === undefined ? keptDetails(each.key, each.paper, each.state, localDate(scope.now)) : null, files: (each.fileIds ?? []).length > 0 }))),
      at]);
  await attachFiles(scope.tx, scope.dossier.id, components);
}

/** The digests of the papers on file that are used; the owner's file is opened, and logged, only where one is. */
async function digestsOfPapers({ tx, principal, dossier, procedure, now }: ActScope, components: readonly SuppliedComponent[]): Promise<ReadonlyMap<string, string>> {
  if (components.every(({ paperOnFileId }) => paperOnFileId === undefined)) return new Map();
  const owner = await tx.one<{ person_id: string }>(`select person_id from dossier_person where dossier_id = $1 and role = 'owner'`, [dossier.id]);
  const look: Look = {
    reader: principal.kind === 'system' ? { kind: 'system' } : readerOf(principal), purpose: 'Bổ sung hồ sơ bằng giấy tờ đã có', procedureCode: dossier.procedure_code, dossierId: dossier.id,
  };
  const { papers } = dossier.owner_organisation === null
    ? await new PersonsService().getPerson(tx, owner.person_id, look)
    : await new SubjectsService().getOrganisation(tx, dossier.owner_organisation, localDate(now), look);
  return pairPapers(procedure.components, components, papers, localDate(now));
}
