import { Button, Radio, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OneTextForm } from '../admin/one-text-form';
import type { DecideDoubt, Doubt } from '../api/types';
import { ErrorSummary } from '../components/error-summary';
import { ProblemNotice } from '../components/problem-notice';
import { approveMerger, decideDoubt, declineMerger, undoMerger } from './calls';

/** Sends one act; afterwards the doubt, the lists and the figures are read anew. */
function useDoubtAct<Given = void>(send: (given: Given) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: ['doubts'] }), queries.invalidateQueries({ queryKey: ['quality'] })]),
  });
}

/** What the reader may do now: decide with a reason, approve or send back a merger, take one back. */
export function DoubtActs({ doubt }: { doubt: Doubt }) {
  return (
    <>
      {doubt.choices.length > 0 && <Decide key={doubt.state} doubt={doubt} />}
      {doubt.mayDecline && <SecondOfficer doubt={doubt} />}
      {doubt.mayUndo && <Undo doubt={doubt} />}
    </>
  );
}

function Decide({ doubt }: { doubt: Doubt }) {
  const { t } = useTranslation('quality');
  const [decision, setDecision] = useState<string>();
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const send = useDoubtAct((body: DecideDoubt) => decideDoubt(doubt.id, body));
  const gaps = [
    ...(decision ? [] : [{ inputId: `decision-${doubt.choices[0]}`, message: t('decide.missing') }]),
    ...(reason.trim() ? [] : [{ inputId: 'decision-reason', message: t('decide.reasonMissing') }]),
  ];
  const gapOf = (start: string) => (attempt > 0 ? gaps.find(({ inputId }) => inputId.startsWith(start))?.message : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (decision && gaps.length === 0) send.mutate({ decision: decision as DecideDoubt['decision'], reason: reason.trim() });
  };
  const words = (choice: string) => t(`choice.${doubt.kind}.${choice}` as 'choice.twin.same');
  return (
    <section className="panel" aria-labelledby="decide">
      <h2 id="decide">{t('decide.title')}</h2>
      <form className="doubt-form" onSubmit={submit} noValidate>
        <ErrorSummary errors={attempt > 0 ? gaps : []} attempt={attempt} />
        {send.isError && <ProblemNotice error={send.error} />}
        <Radio.Group label={t('decide.choice')} value={decision ?? ''} onChange={setDecision} error={gapOf(`decision-${doubt.choices[0]}`)}>
          {doubt.choices.map((choice) => (
            <Radio key={choice} id={`decision-${choice}`} value={choice} label={words(choice)} mt="xs" />
          ))}
        </Radio.Group>
        {decision === 'same' && <p>{t('decide.twoOfficers')}</p>}
        <Textarea id="decision-reason" label={t('decide.reason')} value={reason} error={gapOf('decision-reason')} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
        <div>
          <Button type="submit" loading={send.isPending}>
            {t('decide.send')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function SecondOfficer({ doubt }: { doubt: Doubt }) {
  const { t } = useTranslation('quality');
  const approve = useDoubtAct(() => approveMerger(doubt.id));
  const decline = useDoubtAct((reason: string) => declineMerger(doubt.id, reason));
  const failed = [approve, decline].find(({ isError }) => isError);
  return (
    <section className="panel" aria-labelledby="second">
      <h2 id="second">{t('second.title')}</h2>
      {failed && <ProblemNotice error={failed.error} />}
      <p>{t(doubt.mayApprove ? 'second.about' : 'second.own')}</p>
      {doubt.mayApprove && (
        <Button mb="sm" loading={approve.isPending} onClick={() => approve.mutate()}>
          {t('second.approve')}
        </Button>
      )}
      <OneTextForm id="decline-reason" label={t('second.reason')} missing={t('decide.reasonMissing')} maxLength={1000} lines="many" onSend={decline.mutate} className="doubt-form">
        <Button type="submit" variant="default" loading={decline.isPending}>
          {t(doubt.mayApprove ? 'second.decline' : 'second.withdraw')}
        </Button>
      </OneTextForm>
    </section>
  );
}

function Undo({ doubt }: { doubt: Doubt }) {
  const { t } = useTranslation('quality');
  const undo = useDoubtAct((reason: string) => undoMerger(doubt.id, reason));
  return (
    <section className="panel" aria-labelledby="undo">
      <h2 id="undo">{t('undo.title')}</h2>
      {undo.isError && <ProblemNotice error={undo.error} />}
      <p>{t('undo.about')}</p>
      <OneTextForm id="undo-reason" label={t('undo.reason')} missing={t('decide.reasonMissing')} maxLength={1000} lines="many" onSend={undo.mutate} className="doubt-form">
        <Button type="submit" variant="default" loading={undo.isPending}>
          {t('undo.send')}
        </Button>
      </OneTextForm>
    </section>
  );
}
