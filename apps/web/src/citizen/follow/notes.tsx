import { useTranslation } from 'react-i18next';
import type { CitizenDossier } from '../../api/types';
import { PdfLink } from '../../components/pdf-link';
import { ReasonLine } from '../../components/reason-line';
import { dateTime, shortDate } from '../../shell/format';
import { paperAddress } from '../calls';

/** What the person should know and need not act on: a withdrawal considered or declined, an apology, an extension, a correction. */
export function Notes({ dossier }: { dossier: CitizenDossier }) {
  return (
    <>
      <WithdrawalNote dossier={dossier} />
      <LateNote dossier={dossier} />
      <CorrectionNote dossier={dossier} />
    </>
  );
}

function WithdrawalNote({ dossier: { withdrawal, status } }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  if (!withdrawal) return null;
  if (status === 7) {
    return (
      <section className="card" aria-labelledby="withdrawal">
        <h2 id="withdrawal">{t('withdrawal.considered')}</h2>
        <p>{t('withdrawal.askedAt', { at: dateTime(withdrawal.askedAt) })}</p>
        <p>{t('withdrawal.meanwhile')}</p>
      </section>
    );
  }
  if (withdrawal.outcome !== 'declined') return null;
  return (
    <section className="card" aria-labelledby="withdrawal">
      <h2 id="withdrawal">{t('withdrawal.declined')}</h2>
      {withdrawal.reason && (
        <p>
          {t('action.reason')}: <ReasonLine reason={withdrawal.reason} />
        </p>
      )}
      {withdrawal.answer && <p lang="vi">{withdrawal.answer}</p>}
      <p>{t('withdrawal.goesOn')}</p>
    </section>
  );
}

/** The apology and the new date show the moment they are issued; never silence. */
function LateNote({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const latest = dossier.extensions.at(-1);
  if (!latest || dossier.status >= 8) return null;
  const letter = dossier.papers.findLast(({ form }) => form === 'apology');
  return (
    <section className="card" aria-labelledby="late">
      <h2 id="late">{t(latest.kind === 'apology' ? 'late.apology' : 'late.extended')}</h2>
      <p>
        {t('late.cause')}: <ReasonLine reason={latest.reason} />
      </p>
      {latest.dueBefore && latest.dueAfter && (
        <p>
          {t('late.moved', { from: dateTime(latest.dueBefore) })} <strong className="number">{dateTime(latest.dueAfter)}</strong>
        </p>
      )}
      {latest.expectedOn && (
        <p>
          {t('late.expected')} <strong className="number">{shortDate(latest.expectedOn)}</strong>
        </p>
      )}
      <p>
        {t('late.unit')}: <span lang="vi">{latest.unit.name}</span>
      </p>
      {letter && <PdfLink href={paperAddress(dossier.id, letter.id)}>{t('late.letter')}</PdfLink>}
    </section>
  );
}

function CorrectionNote({ dossier: { revisions } }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const corrected = revisions.filter(({ reason }) => reason);
  if (corrected.length === 0) return null;
  return (
    <section className="card" aria-labelledby="correction">
      <h2 id="correction">{t('correction.title')}</h2>
      <ul>
        {revisions.map((revision) => (
          <li key={revision.revision}>
            {revision.number ? t(revision.superseded ? 'correction.superseded' : 'correction.inForce', { number: revision.number }) : t('correction.working')}
            {revision.reason && (
              <div className="quiet">
                {t('action.reason')}: <ReasonLine reason={revision.reason} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
