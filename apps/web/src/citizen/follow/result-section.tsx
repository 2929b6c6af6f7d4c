import { useTranslation } from 'react-i18next';
import type { CitizenDossier } from '../../api/types';
import { PdfLink } from '../../components/pdf-link';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { paperAddress } from '../calls';
import { Answers } from './answers';

/** The outcome to read on the page: what was decided, its number, and what it was decided on; the paper itself beside. */
export function ResultSection({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const refused = dossier.outcome === 'refused';
  const paper = dossier.papers.findLast(({ form }) => form === 'result' || (refused && form === 'refusal'));
  const reason = refused ? dossier.history.toReversed().find((line) => line.reason)?.reason : undefined;
  return (
    <section className={refused ? 'card' : 'card good'} aria-labelledby="result">
      <h2 id="result">{t(refused ? 'result.refused' : 'result.granted')}</h2>
      {reason && (
        <p>
          {t('action.reason')}: <span lang="vi">{reason}</span>
        </p>
      )}
      {refused && <p>{t('result.rights')}</p>}
      {paper && (
        <dl className="values">
          <div>
            <dt>{t('result.paper')}</dt>
            <dd>{pick(paper.title)}</dd>
          </div>
          {paper.number && (
            <div>
              <dt>{t('result.number')}</dt>
              <dd className="number">{paper.number}</dd>
            </div>
          )}
          <div>
            <dt>{t('result.date')}</dt>
            <dd>{shortDate(paper.createdAt)}</dd>
          </div>
        </dl>
      )}
      {!refused && (
        <details>
          <summary>{t('result.content')}</summary>
          <Answers groups={dossier.answers} />
        </details>
      )}
      {paper && <PdfLink href={paperAddress(dossier.id, paper.id)}>{t('result.open')}</PdfLink>}
    </section>
  );
}
