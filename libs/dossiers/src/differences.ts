import { fieldSources } from '@app/catalogue';
import { SOURCE_NAMES } from '@app/exchange';
import { digestOf, DomainError, localDate } from '@app/kernel';
import { answerFor, doubtDeclared, parseSourcePath } from '@app/persons';
import type { ActScope } from './act-scope.js';
import { readDeclaration, writeDeclaration, type OnFile, type Origin, type StoredDeclaration } from './declaration.js';
import { findQuery, valuesOf } from './sources/query-rows.js';

/** Declared values that contradict the file and about which nobody has decided, by pointer. */
export function openDifferences({ origins }: Pick<StoredDeclaration, 'origins'>): Array<[string, OnFile]> {
  return Object.entries(origins).flatMap(([pointer, { onFile }]): Array<[string, OnFile]> => (onFile === undefined || onFile.acceptedSeq !== undefined ? [] : [[pointer, onFile]]));
}

/**
 * The case officer accepts what was declared though the file says something else; why stands in the journal. Both values stay in the
 * dossier, and a later change of the answer asks anew. Where it is about the owner, the file is in doubt from then on.
 * @throws DomainError request.invalid where nothing is open there
 */
export async function acceptDeclared(scope: ActScope): Promise<void> {
  await changeDifference(scope, (onFile) => ({ ...onFile, acceptedSeq: scope.seq }));
  await doubtTheFile(scope);
}

async function doubtTheFile({ tx, dossier, data, procedure, principal, now }: ActScope): Promise<void> {
  const { data: declaration } = await readDeclaration(tx, dossier.id);
  const path = fieldSources(procedure, declaration, localDate(now)).find(({ pointer }) => pointer === data.pointer)?.path;
  const parsed = path === undefined ? undefined : parseSourcePath(path);
  const owner = await tx.one<{ person_id: string | null }>(`select person_id from dossier_person where dossier_id = $1 and role = 'owner'`, [dossier.id]);
  if (parsed === undefined || !('attribute' in parsed) || parsed.holder !== 'owner' || owner.person_id === null) return;
  await doubtDeclared(tx, {
    personId: owner.person_id, attribute: parsed.attribute, value: String(declaration[data.pointer!.slice(1)]), dossierId: dossier.id,
    ...(principal.kind === 'officer' && { raisedBy: principal.officerId }),
  });
}

/**
 * Freezes how a national source answered when it was asked again for this dossier: the answer itself goes when it is no longer good.
 * @throws DomainError request.invalid where nothing is open there, or the question was another
 */
export async function noteSourceAnswer(scope: ActScope): Promise<void> {
  const { tx, dossier, data, procedure, now } = scope;
  const query = await findQuery(tx, data.queryId ?? '');
  if (query === undefined || query.case_id !== dossier.id || query.outcome === null || query.answered_at === null) throw invalid('/queryId', 'Không có câu hỏi này trong hồ sơ.', 'There is no such question in this dossier.');
  const { outcome, answered_at: at } = query;
  const stored = await readDeclaration(tx, dossier.id);
  const values = outcome === 'matched' ? ((await valuesOf(tx, query.id)) ?? {}) : {};
  const [found] = fieldSources(procedure, stored.data, localDate(now)).filter(({ pointer, path }) => pointer === data.pointer && query.wanted.includes(path)).flatMap(({ path, values: answers }) => {
    const value = values[path];
    return (value === undefined ? undefined : answerFor(value, answers)) ?? [];
  });
  const source = SOURCE_NAMES[query.source];
  const said = found === undefined ? {} : { value: String(found), digest: digestOf({ value: String(found), source, at }) };
  await changeDifference(scope, (onFile) => ({ ...onFile, asked: [...(onFile.asked ?? []), { queryId: query.id, source, outcome, at, ...said }] }));
}

async function changeDifference({ tx, dossier, data, now }: ActScope, change: (onFile: OnFile) => OnFile): Promise<void> {
  const stored = await readDeclaration(tx, dossier.id);
  const [pointer, onFile] = openDifferences(stored).find(([each]) => each === data.pointer) ?? [];
  if (pointer === undefined || onFile === undefined) throw invalid('/pointer', 'Mục này không khác với dữ liệu, hoặc đã được chấp nhận.', 'This answer does not differ from the file, or was accepted before.');
  const origin: Origin = { ...stored.origins[pointer]!, onFile: change(onFile) };
  await writeDeclaration(tx, dossier.id, stored.revision + 1, stored.data, { ...stored.origins, [pointer]: origin }, now);
}

const invalid = (pointer: string, vi: string, en: string): DomainError => new DomainError('request.invalid', { fields: [{ pointer, vi, en }] });
