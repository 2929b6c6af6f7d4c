import { useTranslation } from 'react-i18next';
import { money } from '../../shell/format';
import { useLanguage, useLocalized } from '../../shell/localized';
import type { Localized } from '../../api/types';
import { isGroup, type Json, listAt, textAt, valueAt } from './document';
import { readQuestions } from './questions';

/** A whole version for reading: what the second person answers for. */
export function Summary({ document }: { document: Json }) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const language = useLanguage();
  const limit = valueAt(document, '/timeLimit');
  const papers = listAt(document, '/components').filter(isGroup);
  const lines = listAt(document, '/fee/lines').filter(isGroup);
  const amount = (at: string): string => `${textAt(document, `${at}/value`).replace('.', ',')} ${t(`unitOfTime.${textAt(document, `${at}/unit`) as 'hours'}`, { defaultValue: '' })}`;
  const asked = (required: unknown): string => (required === true ? t('try.mandatory') : required === false ? t('try.optional') : t('summary.conditional'));
  return (
    <section className="panel" aria-labelledby="summary">
      <h2 id="summary">{t('summary.title')}</h2>
      <dl className="facts">
        <dt>{t('timeLimit')}</dt>
        <dd>{`${isGroup(limit) && limit['sameDay'] === true ? t('limit.sameDay') : amount('/timeLimit')} (${textAt(document, '/timeLimit/basis')})`}</dd>
        <dt>{t('legalBases')}</dt>
        <dd>{listAt(document, '/legalBases').map((basis) => [textAt(basis, '/number'), textAt(basis, '/articles')].filter(Boolean).join(', ')).join('; ')}</dd>
        <dt>{t('papers')}</dt>
        <dd>{papers.map((paper) => `${pick(paper['name'] as Localized)} (${asked(paper['required'])})`).join('; ')}</dd>
        <dt>{t('one.fee')}</dt>
        <dd>{lines.length === 0 ? t('examples.noFee') : lines.map((line) => `${pick(line['name'] as Localized)}: ${money(Number(line['amount']), language)}`).join('; ')}</dd>
        <dt>{t('section.form')}</dt>
        <dd>{readQuestions(document).map(({ label }) => pick(label)).join('; ')}</dd>
        <dt>{t('section.process')}</dt>
        <dd>
          <ol>
            {listAt(document, '/process/steps')
              .filter(isGroup)
              .map((step, index) => (
                <li key={String(step['id'])}>{`${pick(step['name'] as Localized)}: ${textAt(step, '/to') || textAt(step, '/unit')}, ${amount(`/process/steps/${index}/within`)}`}</li>
              ))}
          </ol>
        </dd>
        <dt>{t('section.result')}</dt>
        <dd>{pick(valueAt(document, '/result/name') as Localized)}</dd>
      </dl>
    </section>
  );
}
