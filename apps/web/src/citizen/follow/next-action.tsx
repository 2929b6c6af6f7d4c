import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CitizenDossier, Supplement } from '../../api/types';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { phoneAddress } from '../words';

/** The one thing its owner has to do, highlighted; or how it ended; or nothing. */
export function NextAction({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  if (dossier.supplement && dossier.acts.some((act) => act.event === 'supply')) return <Supply dossier={dossier} supplement={dossier.supplement} />;
  if (dossier.status === 3) return <NotReceived dossier={dossier} />;
  if (!dossier.action) return null;
  return (
    <section className="card action" aria-labelledby="action">
      <h2 id="action">{pick(dossier.action)}</h2>
      {dossier.status === 9 && <p>{t('action.collect')}</p>}
      <p lang="vi">
        <strong>{dossier.centre.name}</strong>
        {dossier.centre.phone && (
          <>
            {' · '}
            <a href={phoneAddress(dossier.centre.phone)} className="link">
              {dossier.centre.phone}
            </a>
          </>
        )}
      </p>
    </section>
  );
}

/** Before receipt and after it a return has another word: only after receipt a clock runs and now stands still. */
export const supplementTitle = (supplement: Supplement) => (supplement.beforeReceipt ? 'action.correct' : 'action.supplement');

function Supply({ dossier, supplement }: { dossier: CitizenDossier; supplement: Supplement }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  return (
    <section className="card action" aria-labelledby="action">
      <h2 id="action">{t(supplementTitle(supplement))}</h2>
      <p>{t(supplement.beforeReceipt ? 'action.noClock' : 'action.clockPaused', { date: shortDate(supplement.askedAt) })}</p>
      <ul>
        {supplement.items.map((item) => (
          <li key={`${item.target} ${item.key}`}>
            <strong lang="vi">{item.name}</strong>: {pick(item.reason)}
          </li>
        ))}
      </ul>
      <p>{t('action.answerBy', { date: shortDate(supplement.answerBy) })}</p>
      <div className="buttons">
        <Link to="/cong-dan/ho-so/$id/bo-sung" params={{ id: dossier.id }} className="go">
          {t('action.answer')}
        </Link>
      </div>
    </section>
  );
}

function NotReceived({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const reason = dossier.history.toReversed().find((line) => line.reason)?.reason;
  return (
    <section className="card action" aria-labelledby="action">
      <h2 id="action">{t('action.notReceived')}</h2>
      {reason && (
        <p>
          {t('action.reason')}: <span lang="vi">{reason}</span>
        </p>
      )}
      <p>{t('action.rights')}</p>
      <div className="buttons">
        <Link to="/cong-dan/thu-tuc/$code" params={{ code: dossier.procedureCode }} className="go">
          {t('action.again')}
        </Link>
      </div>
    </section>
  );
}
