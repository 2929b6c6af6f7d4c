import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../components/problem-notice';
import { dateTime } from '../shell/format';
import { may, useSession } from '../shell/session';
import { type VoidNumber, approveVoid, listVoids, rejectVoid } from './calls';

/** Numbers that wait to be voided; nothing is shown while none does. */
export function VoidList() {
  const { t } = useTranslation('registers');
  const session = useSession();
  const isKeeper = may(session, 'number.void') || may(session, 'number.approve-void');
  const { data } = useQuery({ queryKey: ['void-numbers'], queryFn: listVoids, enabled: isKeeper });
  if (!data || data.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="voids">
      <h2 id="voids">{t('voids.title')}</h2>
      {data.map((each) => (
        <Waiting key={each.id} number={each} decides={!each.own && may(session, 'number.approve-void')} />
      ))}
    </section>
  );
}

function Waiting({ number, decides }: { number: VoidNumber; decides: boolean }) {
  const { t } = useTranslation('registers');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const settled = { onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: ['void-numbers'] }), queries.invalidateQueries({ queryKey: ['registers'] })]) };
  const approve = useMutation({ mutationFn: () => approveVoid(number.id), ...settled });
  const reject = useMutation({ mutationFn: () => rejectVoid(number.id, reason), ...settled });
  const failed = [approve, reject].find(({ isError }) => isError);
  return (
    <article className="register-waiting" aria-label={number.label}>
      <p>
        <strong className="number">{number.label}</strong> · {t(`reasons.${number.reason as 'spoiled'}`)}: <span lang="vi">{number.note}</span>
        <br />
        <span lang="vi">{number.proposedBy}</span>, <span className="number">{dateTime(number.proposedAt)}</span>
      </p>
      {failed && <ProblemNotice error={failed.error} />}
      {(decides || number.own) && (
        <Group align="end">
          {decides && (
            <Button loading={approve.isPending} onClick={() => approve.mutate()}>
              {t('voids.approve')}
            </Button>
          )}
          {decides && <TextInput label={t('voids.why')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
          <Button variant="default" loading={reject.isPending} onClick={() => reject.mutate()}>
            {t(number.own ? 'voids.withdraw' : 'voids.reject')}
          </Button>
        </Group>
      )}
    </article>
  );
}
