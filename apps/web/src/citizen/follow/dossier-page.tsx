import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CitizenDossier } from '../../api/types';
import { DueChanges } from '../../components/due-changes';
import { FeeLines } from '../../components/fee-lines';
import { Loading } from '../../components/loading';
import { PdfLink } from '../../components/pdf-link';
import { ProblemNotice } from '../../components/problem-notice';
import { TimeToken } from '../../components/time-token';
import { WhyDate } from '../../components/why-date';
import { dateTime } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { paperAddress } from '../calls';
import { CitizenPage } from '../page';
import { myDossierQuery } from '../queries';
import { SignedIn } from '../signed-in';
import { phoneAddress } from '../words';
import { Answers } from './answers';
import { NextAction, supplementTitle } from './next-action';
import { Notes } from './notes';
import { ResultSection } from './result-section';
import { TrackerSteps } from './tracker-steps';

const route = getRouteApi('/cong-dan/ho-so/$id');

/** One dossier as its owner follows it. */
export function DossierPage() {
  const { id } = route.useParams();
  return <SignedIn>{() => <Loaded id={id} />}</SignedIn>;
}

function Loaded({ id }: { id: string }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const { data: dossier, error } = useQuery({ ...myDossierQuery(id), refetchInterval: 60_000 });
  return (
    <CitizenPage title={dossier ? pick(dossier.procedureName) : t('tracker.title')} back={{ label: t('home'), to: '/cong-dan' }}>
      {error && <ProblemNotice error={error} />}
      {!dossier && !error && <Loading />}
      {dossier && <Tracker dossier={dossier} />}
    </CitizenPage>
  );
}

function Tracker({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation(['citizen', 'common']);
  const pick = useLocalized();
  return (
    <>
      <p>
        {t(dossier.received ? 'tracker.code' : 'tracker.filingNumber')}: <strong className="number">{dossier.code}</strong> · {pick(dossier.statusName)}
      </p>
      <NextAction dossier={dossier} />
      <Notes dossier={dossier} />
      {dossier.status >= 9 && <ResultSection dossier={dossier} />}
      <h2>{t('tracker.where')}</h2>
      <TrackerSteps steps={dossier.steps} stage={dossier.supplement && dossier.status === 5 ? t(supplementTitle(dossier.supplement)) : pick(dossier.stage)} />
      <Holder dossier={dossier} />
      <Appointment dossier={dossier} />
      <Papers dossier={dossier} />
      <h2>{t('tracker.fee')}</h2>
      <FeeLines fee={dossier.fee} />
      {dossier.fee.total > 0 && <p>{t(dossier.fee.paid ? 'common:fee.paid' : 'common:fee.unpaid')}</p>}
      <Notices dossier={dossier} />
      {dossier.status < 9 && (
        <details>
          <summary>{t('tracker.answers')}</summary>
          <Answers groups={dossier.answers} />
        </details>
      )}
      <History dossier={dossier} />
      {dossier.acts.some(({ event }) => event === 'askWithdrawal') && (
        <p className="no-print">
          <Link to="/cong-dan/ho-so/$id/rut-ho-so" params={{ id: dossier.id }} className="link">
            {t('citizen:withdrawal.title')}
          </Link>
        </p>
      )}
    </>
  );
}

function Holder({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const { holder, since, until, addressee, contact } = dossier.where;
  return (
    <dl className="values">
      <div>
        <dt>{t('tracker.holder')}</dt>
        <dd lang="vi">
          {holder.name}
          {since && <span className="number">, {t('tracker.since', { at: dateTime(since) })}</span>}
          {addressee && `; ${t('tracker.onItsWay', { to: addressee.name })}`}
        </dd>
      </div>
      {until && (
        <div>
          <dt>{t('tracker.until')}</dt>
          <dd className="number">{dateTime(until)}</dd>
        </div>
      )}
      <div>
        <dt>{t('tracker.contact')}</dt>
        <dd lang="vi">
          {contact.name}
          {contact.phone && (
            <>
              {' · '}
              <a href={phoneAddress(contact.phone)} className="link">
                {contact.phone}
              </a>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** The appointed date with its reasons; nothing is promised while the clock has not begun or stands still. */
function Appointment({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const { clock } = dossier;
  const over = dossier.status === 3 || dossier.status >= 8;
  if (dossier.status === 8 || (over && !clock.dueAt)) return null;
  return (
    <>
      <h2>{t('tracker.due')}</h2>
      {clock.dueAt && clock.state !== 'paused' ? (
        <p>
          <strong className="number">{dateTime(clock.dueAt)}</strong>
        </p>
      ) : clock.state === 'paused' ? (
        <p>
          {t('tracker.paused')} {clock.pausedSince && t('tracker.pausedSince', { at: dateTime(clock.pausedSince) })}
        </p>
      ) : (
        <p>{dossier.received ? pick(clock.timeText) : t('tracker.notYet')}</p>
      )}
      {!over && clock.state !== 'not-started' && <TimeToken token={clock.timeToken} text={clock.timeText} />}
      {clock.trace.length > 0 && <WhyDate trace={clock.trace} />}
      <DueChanges changes={clock.changes} />
    </>
  );
}

function Papers({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  return (
    <>
      <h2>{t('tracker.papers')}</h2>
      {dossier.papers.length === 0 && <p>{t('tracker.noPapers')}</p>}
      <ul className="plain-list">
        {dossier.papers.map((paper) => (
          <li key={paper.id}>
            <PdfLink href={paperAddress(dossier.id, paper.id)}>
              {pick(paper.title)}
              {paper.number && ` ${t('tracker.paperNumber', { number: paper.number })}`}
            </PdfLink>{' '}
            <span className="quiet">{dateTime(paper.createdAt)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Notices({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  if (dossier.notices.length === 0) return null;
  return (
    <>
      <h2>{t('tracker.notices')}</h2>
      <ul className="plain-list">
        {dossier.notices.toReversed().map((notice) => (
          <li key={`${notice.at} ${notice.text.vi}`}>
            <span className="quiet">{dateTime(notice.at)}</span>
            <br />
            {pick(notice.text)}
          </li>
        ))}
      </ul>
    </>
  );
}

function History({ dossier }: { dossier: CitizenDossier }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  return (
    <details>
      <summary>{t('tracker.history')}</summary>
      <ul className="plain-list">
        {dossier.history.map((line) => (
          <li key={line.seq} className="values">
            <span className="quiet">{dateTime(line.at)}</span> · <strong>{pick(line.label)}</strong>
            <br />
            <span lang="vi">{line.unit ?? line.who}</span>
            {line.reason && (
              <>
                <br />
                <span lang="vi">{line.reason}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
