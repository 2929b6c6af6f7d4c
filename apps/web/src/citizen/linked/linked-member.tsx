import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkedMember } from '../../api/types';
import { ProblemNotice } from '../../components/problem-notice';
import { dateTime } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { callOffMember } from '../calls';
import { myGroupQuery } from '../queries';

type Cause = 'refused' | 'stopped' | 'withdrawn' | 'not-received' | 'called-off' | 'by-citizen';

/** One procedure of a linked filing as it stands. */
export function LinkedMemberCard({ groupId, member }: { groupId: string; member: LinkedMember }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const { state, name, dossierId, statusName, stage, holder } = member;
  return (
    <li className={state === 'called-off' ? 'card action' : 'card'}>
      <h3>{dossierId ? <Link to="/cong-dan/ho-so/$id" params={{ id: dossierId }} className="matter">{pick(name)}</Link> : pick(name)}</h3>
      {statusName && stage && (
        <p>
          <strong>{pick(statusName)}</strong>
          {pick(stage) !== pick(statusName) && ` · ${pick(stage)}`}
        </p>
      )}
      {dossierId && (
        <dl className="values">
          <Value label={t('linked.code')} text={member.code} />
          <Value label={t('linked.where')} text={holder?.name} vi />
          <Value label={t('linked.until')} text={member.dueAt && dateTime(member.dueAt)} />
        </dl>
      )}
      {member.paused && <Paused paused={member.paused} />}
      {member.passed.map(({ from, at }) => (
        <p key={at} className="quiet">
          {t('linked.passed', { name: pick(from), at: dateTime(at) })}
        </p>
      ))}
      {member.byHand && <p className="quiet">{t('linked.byHand')}</p>}
      {state === 'waiting' && <Waiting groupId={groupId} member={member} />}
      {state === 'called-off' && (
        <>
          <p>
            <strong>{t('linked.calledOff')}</strong>
          </p>
          <p>{t(`linked.cause.${(member.cause ?? 'by-citizen') as Cause}`, { name: member.because ? pick(member.because) : '' })}</p>
          <p className="quiet">{t('linked.anotherPaper')}</p>
        </>
      )}
    </li>
  );
}

/** What is not counted, and until when an answer is awaited. */
function Paused({ paused: { why, since, until } }: { paused: NonNullable<LinkedMember['paused']> }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  return (
    <p>
      <strong>{pick(why)}</strong> · {t('linked.pausedSince', { at: dateTime(since) })}
      {until && ` · ${t('linked.answerBy', { at: dateTime(until) })}`}
    </p>
  );
}

function Value({ label, text, vi = false }: { label: string; text: string | undefined; vi?: boolean }) {
  if (!text) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd lang={vi ? 'vi' : undefined}>{text}</dd>
    </div>
  );
}

/** What it waits for, and the way to give it up before it has begun. */
function Waiting({ groupId, member }: { groupId: string; member: LinkedMember }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const giveUp = async () => {
    try {
      queries.setQueryData(myGroupQuery(groupId).queryKey, await callOffMember(groupId, member.key));
    } catch (reason) {
      setProblem(reason);
    }
  };
  return (
    <>
      <p>
        <strong>{t('linked.notYet')}</strong> · {t('linked.waits', { names: member.waitsFor.map(pick).join('; ') })}
      </p>
      {problem !== undefined && <ProblemNotice error={problem} />}
      {asked ? (
        <div role="group" aria-label={t('linked.callOffSure', { name: pick(member.name) })}>
          <p>{t('linked.callOffSure', { name: pick(member.name) })}</p>
          <button type="button" className="link" onClick={() => void giveUp()}>
            {t('linked.yes')}
          </button>{' '}
          <button type="button" className="link" onClick={() => setAsked(false)}>
            {t('linked.no')}
          </button>
        </div>
      ) : (
        <button type="button" className="link" onClick={() => setAsked(true)}>
          {t('linked.callOff')}
          <span className="visually-hidden">: {pick(member.name)}</span>
        </button>
      )}
    </>
  );
}
