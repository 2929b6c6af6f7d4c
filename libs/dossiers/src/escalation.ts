import { DomainError } from '@app/kernel';
import { goesUp, type UnitPath } from '@app/workflow';
import type { EscalationPackage } from './act-command.js';
import type { ActScope } from './act-scope.js';
import type { ManifestLine } from './manifest.js';

/**
 * What the sender says with a handover that goes up to the province. Without what is asked and what was found the
 * reviewer would have to ask back, so it does not go.
 * @returns nothing for a handover on the same level or down
 * @throws DomainError request.invalid naming what is missing
 */
export function packageOf({ data }: Pick<ActScope, 'data'>, from: UnitPath, to: UnitPath): EscalationPackage | null {
  if (!goesUp(from, to)) return null;
  const given = data.package;
  const request = given?.request.trim() ?? '';
  const finding = given?.finding.trim() ?? '';
  const fields = [
    ...(request === '' ? [{ pointer: '/package/request', vi: 'Ghi nội dung đề nghị cấp tỉnh giải quyết.', en: 'Say what the province is asked to do.' }] : []),
    ...(finding === '' ? [{ pointer: '/package/finding', vi: 'Ghi kết quả thẩm tra của xã, phường.', en: 'Write down what the commune found.' }] : []),
  ];
  if (fields.length > 0) throw new DomainError('request.invalid', { fields });
  return { request, finding, openQuestions: (given?.openQuestions ?? []).map((each) => each.trim()).filter((each) => each !== '') };
}

/** The papers of a manifest whose bytes lie with the desk; a paper on file lies with its register, a sheet of paper nowhere. */
const withBytes = (manifest: readonly ManifestLine[]): ManifestLine[] =>
  manifest.filter(({ key, sha256, fileName }) => sha256 !== undefined && (fileName !== undefined || key.startsWith('paper:')));

/**
 * A dossier arrives complete or not at all: every paper of the manifest is there, byte for byte what its digest says.
 * @throws DomainError handover.paper-damaged naming those that are not
 */
export async function checkPapers({ isIntact }: Pick<ActScope, 'isIntact'>, manifest: readonly ManifestLine[]): Promise<void> {
  const checked = await Promise.all(withBytes(manifest).map(async (line) => ({ line, intact: await isIntact(line.sha256 ?? '') })));
  const damaged = checked.filter(({ intact }) => !intact).map(({ line }) => line);
  if (damaged.length === 0) return;
  throw new DomainError('handover.paper-damaged', {
    params: { names: damaged.map(({ name, fileName }) => (fileName === undefined ? name.vi : `${name.vi} (${fileName})`)).join('; ') },
    facts: { keys: damaged.map(({ key }) => key) },
  });
}
