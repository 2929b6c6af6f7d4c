import { ExclamationTriangleIcon } from '@radix-ui/react-icons';
import { useTranslation } from 'react-i18next';
import type { AnswerGroup } from '../api/types';
import { ANSWER_ORIGINS, oneOf } from '../components/words';
import { useLocalized } from '../shell/localized';

/** The declaration with where each answer came from; clerk-typed answers and open marks stand out in words. */
export function Answers({ groups }: { groups: readonly AnswerGroup[] }) {
  const { t } = useTranslation(['dossiers', 'common']);
  const pick = useLocalized();
  return groups.map((group) => (
    <div key={group.title.vi} className="answers">
      <h3>{pick(group.title)}</h3>
      <dl>
        {group.answers.map((answer) => {
          const origin = oneOf(ANSWER_ORIGINS, answer.origin, 'citizen');
          return (
            <div key={answer.pointer} className={answer.marked ? 'answer marked' : 'answer'}>
              <dt>{pick(answer.label)}</dt>
              <dd>
                <span lang="vi" className="answer-value">
                  {answer.value}
                </span>{' '}
                <span className={`origin origin-${origin}`}>{t(`common:origin.${origin}`)}</span>
                {answer.source && <span className="under">{pick(answer.source)}</span>}
                {answer.marked && (
                  <span className="mark">
                    <ExclamationTriangleIcon aria-hidden /> {t('dossiers:answers.marked')}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  ));
}
