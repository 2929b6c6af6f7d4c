import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Correction } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { oneOf } from '../components/words';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { may, useSession } from '../shell/session';
import { ATTRIBUTES } from './attribute-names';
import { approveCorrection, rejectCorrection } from './calls';

/** Corrections as they were proposed and as they stand; those that wait are decided here, never by who proposed them. */
export function Corrections({ corrections, named, onDone }: { corrections: readonly Correction[]; named?: boolean; onDone: () => void }) {
  return (
    <ul className="plain-list corrections">
      {corrections.map((correction) => (
        <Line key={correction.id} correction={correction} named={named ?? false} onDone={onDone} />
      ))}
    </ul>
  );
}

function Line({ correction, named, onDone }: { correction: Correction; named: boolean; onDone: () => void }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  const text = (value: Correction['before']) => <span lang={value.vi === value.en ? 'vi' : undefined}>{pick(value)}</span>;
  return (
    <li>
      {named && <strong lang="vi">{correction.personName}</strong>} {t(`attribute.${oneOf(ATTRIBUTES, correction.attribute, 'fullName')}`)}: <s>{text(correction.before)}</s> → <strong>{text(correction.after)}</strong>
      <span className="under" lang="vi">
        {correction.reason} · {correction.authority}, {correction.document}
      </span>
      <span className="under">
        {t('correct.proposedBy')} <span lang="vi">{correction.proposedBy}</span>, {dateTime(correction.proposedAt)}
        {correction.decision && (
          <>
            {' '}
            · {t(`correct.${correction.decision}`)} <span lang="vi">{[correction.decidedBy, correction.decisionReason].filter(Boolean).join(': ')}</span>
          </>
        )}
      </span>
      {!correction.decision && <Decide correction={correction} onDone={onDone} />}
    </li>
  );
}

function Decide({ correction, onDone }: { correction: Correction; onDone: () => void }) {
  const { t } = useTranslation('persons');
  const session = useSession();
  const [reason, setReason] = useState('');
  const [attempted, setAttempted] = useState(false);
  const approve = useMutation({ mutationFn: () => approveCorrection(correction.id), onSuccess: onDone });
  const reject = useMutation({ mutationFn: () => rejectCorrection(correction.id, reason.trim()), onSuccess: onDone });
  const failed = [approve, reject].find(({ isError }) => isError);
  if (!correction.own && !may(session, 'person.approve-correction')) return <p>{t('correct.waits')}</p>;
  const refuse = () => {
    setAttempted(true);
    if (correction.own || reason.trim() !== '') reject.mutate();
  };
  return (
    <>
      {failed && <ProblemNotice error={failed.error} />}
      {!correction.own && (
        <TextInput
          id={`decide-${correction.id}`} size="xs" lang="vi" label={t('correct.rejectReason')} maxLength={1000} value={reason} error={attempted && reason.trim() === '' ? t('new.missing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Group gap="sm" mt="xs">
        {!correction.own && (
          <Button size="compact-md" loading={approve.isPending} onClick={() => approve.mutate()}>
            {t('correct.approve')}
          </Button>
        )}
        <Button size="compact-md" variant="default" loading={reject.isPending} onClick={refuse}>
          {t(correction.own ? 'correct.withdraw' : 'correct.reject')}
        </Button>
      </Group>
    </>
  );
}
