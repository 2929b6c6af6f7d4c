import { DomainError } from '@app/kernel';
import type { ActScope } from './act-scope.js';
import type { SupplementItem } from './act-command.js';
import { keepScore } from './once-only/keep-score.js';
import { refuseOutside, replaceAnswers, replaceComponents } from './supply.js';

/**
 * The commune puts right what the province marked. Only marked fields and papers may change, everything else stays as it
 * was accepted; a mark that is left as it is needs a word why.
 * @throws DomainError supplement.outside-marks, declaration.invalid, request.invalid
 */
export async function correctWhatWasMarked(scope: ActScope): Promise<void> {
  const { marks } = await scope.tx.one<{ marks: SupplementItem[] }>(
    'select marks from handover where dossier_id = $1 and marks is not null and settled_seq is null order by sent_seq desc limit 1', [scope.dossier.id]);
  const answers = scope.data.answers ?? {};
  const components = scope.data.components ?? [];
  refuseOutside(marks, answers, components);
  const done = new Set([...Object.keys(answers), ...components.map(({ key }) => key)]);
  const left = marks.filter(({ key }) => !done.has(key));
  if (left.length > 0 && !scope.data.note?.trim()) {
    throw new DomainError('request.invalid', {
      fields: left.map(({ key }) => ({
        pointer: key.startsWith('/') ? key : `/components/${key}`,
        vi: 'Mục này bị đánh dấu: hãy sửa, hoặc ghi lý do giữ nguyên vào phần giải trình.',
        en: 'This was marked: put it right, or say in the note why it stays.',
      })),
    });
  }
  await replaceAnswers(scope, answers);
  await replaceComponents(scope, scope.dossier.holder_unit);
  await keepScore(scope.tx, scope.procedure, scope.dossier.id);
}
