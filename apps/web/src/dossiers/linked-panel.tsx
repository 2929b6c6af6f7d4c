import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fileLinkedMember, getLinked } from '../api/calls';
import type { LinkedMember } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { Section } from './section';

/** What was filed together with this dossier: each sibling's place; of those the officer may not open no more than that. */
export function LinkedPanel({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const { data, error } = useQuery({ queryKey: ['dossier', dossierId, 'linked'], queryFn: () => getLinked(dossierId) });
  if (error) return <ProblemNotice error={error} />;
  const group = data?.group;
  if (!group) return null;
  return (
    <Section title={t('linked.title')}>
      <p>
        {pick(group.name)} · <span className="number">{t('linked.number', { number: group.filingNumber })}</span>
      </p>
      {group.dueAt && <p>{t('linked.due', { at: dateTime(group.dueAt) })}</p>}
      <ul>
        {group.members.map((member) => (
          <li key={member.key}>
            <Sibling member={member} own={dossierId} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Sibling({ member, own }: { member: LinkedMember; own: string }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const { dossierId, state, statusName, stage, holder, dueAt } = member;
  // At the end the national status and the public stage are the same words: said once.
  return (
    <>
      <strong>{dossierId && dossierId !== own ? <Link to="/ho-so/$id" params={{ id: dossierId }}>{pick(member.name)}</Link> : pick(member.name)}</strong>
      {dossierId === own && ` (${t('linked.this')})`}
      {member.code && <span className="number"> · {member.code}</span>}
      {statusName && stage && (
        <div>
          {[...new Set([pick(statusName), pick(stage)])].join(' · ')}
          {holder && <span lang="vi"> · {holder.name}</span>}
          {dueAt && ` · ${t('linked.due1', { at: dateTime(dueAt) })}`}
        </div>
      )}
      {member.paused && (
        <div>
          {pick(member.paused.why)} · {t('linked.pausedSince', { at: dateTime(member.paused.since) })}
          {member.paused.until && ` · ${t('linked.answerBy', { at: dateTime(member.paused.until) })}`}
        </div>
      )}
      {state === 'waiting' && <div>{t('linked.waits', { names: member.waitsFor.map(pick).join('; ') })}</div>}
      {member.passed.map(({ from, at }) => (
        <div key={at}>{t('linked.passed', { name: pick(from), at: dateTime(at) })}</div>
      ))}
      {member.byHand && <div>{t('linked.byHand')}</div>}
      {state === 'called-off' && <CalledOff member={member} own={own} />}
    </>
  );
}

/** Why it does not go on, and the way to file it with another paper. */
function CalledOff({ member, own }: { member: LinkedMember; own: string }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const file = useMutation({
    mutationFn: () => fileLinkedMember(own, member.key),
    onSuccess: async ({ dossierId }) => {
      await queries.invalidateQueries({ queryKey: ['dossier', own] });
      await navigate({ to: '/ho-so/$id', params: { id: dossierId } });
    },
  });
  return (
    <>
      <div>
        {t('linked.calledOff')} {member.because ? t('linked.because', { name: pick(member.because) }) : t('linked.byCitizen')}
      </div>
      <p>{t('linked.fileAbout')}</p>
      {file.error && <ProblemNotice error={file.error} />}
      <Button size="compact-sm" variant="default" loading={file.isPending} onClick={() => file.mutate()}>
        {t('linked.file')}
      </Button>
    </>
  );
}
