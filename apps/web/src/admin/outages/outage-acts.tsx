import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { may, useSession } from '../../shell/session';
import { useAdminAct } from '../use-admin-act';
import { approve, end, type Outage, reject } from './calls';
import { momentOf } from './outage-draft';
import './messages';

/** What a person may do about an outage: approve or not, take it back, enter its end. */
export function OutageActs({ outage }: { outage: Outage }) {
  const { t } = useTranslation('outages');
  const session = useSession();
  const [ending, setEnding] = useState(false);
  const agree = useAdminAct('outages', () => approve(outage.id));
  const refuse = useAdminAct('outages', () => reject(outage.id));
  const failed = [agree, refuse].find(({ isError }) => isError);
  const waits = outage.state === 'announced';
  const decides = waits && !outage.own && may(session, 'outage.approve');
  const goesOn = outage.state === 'approved' && outage.to === undefined && may(session, 'outage.announce');
  return (
    <>
      {failed && <ProblemNotice error={failed.error} />}
      <Group mt="xs">
        {decides && (
          <Button loading={agree.isPending} onClick={() => agree.mutate()}>
            {t('approve')}
          </Button>
        )}
        {(decides || (waits && outage.own)) && (
          <Button variant="default" loading={refuse.isPending} onClick={() => refuse.mutate()}>
            {t(outage.own ? 'withdraw' : 'reject')}
          </Button>
        )}
        {goesOn && !ending && (
          <Button variant="default" onClick={() => setEnding(true)}>
            {t('end.open')}
          </Button>
        )}
      </Group>
      {goesOn && ending && <EndForm outage={outage} />}
    </>
  );
}

function EndForm({ outage }: { outage: Outage }) {
  const { t } = useTranslation('outages');
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const [attempt, setAttempt] = useState(0);
  const to = momentOf(day, time);
  const finish = useAdminAct('outages', (at: string) => end(outage.id, at));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (to !== undefined) finish.mutate(to);
  };
  const fault = attempt > 0 && to === undefined ? t('form.missing.to') : undefined;
  return (
    <form onSubmit={submit} noValidate aria-label={t('end.at')} className="admin-form">
      {finish.isError && <ProblemNotice error={finish.error} />}
      <Group align="start">
        <DateInput label={t('end.day')} value={day} onChange={setDay} error={fault} />
        <TextInput label={t('end.time')} value={time} onChange={(event) => setTime(event.currentTarget.value)} autoComplete="off" />
      </Group>
      <Group>
        <Button type="submit" loading={finish.isPending}>
          {t('end.yes')}
        </Button>
      </Group>
    </form>
  );
}
