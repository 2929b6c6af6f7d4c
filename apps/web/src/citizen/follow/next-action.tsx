import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CitizenDossier, DraftCheck, Payment, Stop, Supplement } from '../../api/types';
import { PaperCounts } from '../../components/paper-counts';
import { PdfLink } from '../../components/pdf-link';
import { ReasonLine } from '../../components/reason-line';
import { dateTime, shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { paperAddress } from '../calls';
import { phoneAddress } from '../words';

/** The one thing its owner has to do, highlighted; or how it ended; or nothing. */
export function NextAction({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  if (dossier.supplement && dossier.acts.some((act) => act.event === 'supply')) return <Supply dossier={dossier} supplement={dossier.supplement} />;
  if (dossier.status === 3) return <NotReceived dossier={dossier} />;
  if (dossier.stop) return <Stopped dossier={dossier} stop={dossier.stop} />;
  if (dossier.draftCheck && dossier.acts.some((act) => act.event === 'confirmDraft')) return <CheckDraft dossier={dossier} draft={dossier.draftCheck} />;
  if (dossier.payment?.state === 'due' && dossier.status === 6) return <Pay dossier={dossier} payment={dossier.payment} />;
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
      <p>
        {t('action.ask')} <strong lang="vi">{dossier.where.contact.name}</strong>
        {dossier.where.contact.phone && <span className="number"> · {dossier.where.contact.phone}</span>}
      </p>
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

function CheckDraft({ dossier, draft }: { dossier: CitizenDossier; draft: DraftCheck }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  return (
    <section className="card action" aria-labelledby="action">
      <h2 id="action">{t('draft.card', { result: pick(draft.result) })}</h2>
      <p>{t('draft.answerBy', { at: dateTime(draft.answerBy) })}</p>
      <div className="buttons">
        <Link to="/cong-dan/ho-so/$id/du-thao" params={{ id: dossier.id }} className="go">
          {t('draft.read')}
        </Link>
      </div>
    </section>
  );
}

/** How much, for what, where and until when; the time until then is not the office's. */
function Pay({ dossier, payment }: { dossier: CitizenDossier; payment: Payment }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const notice = dossier.papers.findLast(({ form }) => form === 'payment-notice');
  return (
    <section className="card action" aria-labelledby="action">
      <h2 id="action">{t('payment.title')}</h2>
      <p>
        {pick(payment.name)}: <strong className="number">{pick(payment.amountText)}</strong>
        <br />
        <span lang="vi">{payment.amountInWords}</span>
      </p>
      <p>
        <strong>{t('payment.by', { at: dateTime(payment.payBy) })}</strong> {t('payment.otherwise')}
      </p>
      <p>
        {t('payment.where')} <span lang="vi">{dossier.centre.name}</span>. {t('payment.keep')}
      </p>
      <p>{t('payment.notCounted', { date: shortDate(payment.askedAt) })}</p>
      {payment.note && <p lang="vi">{payment.note}</p>}
      <p className="quiet" lang="vi">
        {payment.basis}
      </p>
      {notice && <PdfLink href={paperAddress(dossier.id, notice.id)}>{t('payment.notice')}</PdfLink>}
    </section>
  );
}

function Stopped({ dossier, stop }: { dossier: CitizenDossier; stop: Stop }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  return (
    <section className="card action" aria-labelledby="action">
      <h2 id="action">{t('stopped.title')}</h2>
      <p>
        {t('action.reason')}: {pick(stop.causeText)}
        {stop.reason && (
          <>
            {' – '}
            <ReasonLine reason={stop.reason} />
          </>
        )}
      </p>
      {stop.note && <p lang="vi">{stop.note}</p>}
      {stop.papersReturned.length > 0 && (
        <>
          <p>{t('stopped.papers')}</p>
          <PaperCounts papers={stop.papersReturned} />
        </>
      )}
      {dossier.fee.paid && dossier.fee.total > 0 && <p>{t(stop.feeRefunded ? 'stopped.refunded' : 'stopped.notRefunded')}</p>}
      <p>{t('stopped.rights')}</p>
      <div className="buttons">
        <Link to="/cong-dan/thu-tuc/$code" params={{ code: dossier.procedureCode }} className="go">
          {t('action.again')}
        </Link>
      </div>
    </section>
  );
}
