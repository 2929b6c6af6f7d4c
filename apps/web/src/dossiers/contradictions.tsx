import { useTranslation } from 'react-i18next';
import type { AnswerGroup } from '../api/types';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import '../sources/messages';
import '../sources/sources.css';

/** Declared values that contradict what was on file when they were declared, each with both: for whoever decides. */
export function Contradictions({ groups }: { groups: readonly AnswerGroup[] }) {
  const { t } = useTranslation('sources');
  const pick = useLocalized();
  const found = groups.flatMap((group) => group.answers).flatMap((answer) => (answer.onFile ? [{ ...answer, onFile: answer.onFile }] : []));
  if (found.length === 0) return null;
  return (
    <section className="contradictions" aria-labelledby="contradictions-title">
      <h3 id="contradictions-title">{t('contradictions.title')}</h3>
      <p>{t('contradictions.help')}</p>
      <dl>
        {found.map(({ pointer, label, value, onFile }) => (
          <div key={pointer}>
            <dt>{pick(label)}</dt>
            <dd>
              {t('contradictions.declared')}: <span lang="vi">{value}</span>
            </dd>
            <dd>
              {t('contradictions.onFile')}: <span lang="vi">{onFile.value}</span>
              <span className="under">{t('onFile', { source: pick(onFile.source), date: shortDate(onFile.asOf) })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
