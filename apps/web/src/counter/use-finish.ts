import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendIntake } from '../api/calls';
import type { Assessment } from '../api/types';
import type { FieldError } from '../components/error-summary';
import { inputIdOf } from '../forms/field-input';
import { newId } from '../shell/ids';
import { keep, useKept } from '../shell/kept';
import { useLocalized } from '../shell/localized';
import { FORM_PREFIX } from './declaration';
import type { Finished } from './finish-panel';
import { type Chosen, type Intake, type IntakeChange, newIntake } from './intake-state';
import { PERSON_SEARCH } from './person-zone';
import { PROCEDURE_SEARCH } from './procedure-zone';
import { type Beside, intakeRequest, type Readiness } from './readiness';
import { zoneId } from './zone';

interface Finishing {
  intake: Intake;
  assessment: Assessment | undefined;
  /** Whether the assessment is of the present answers. */
  settled: boolean;
  ready: Readiness;
  change: (change: IntakeChange) => void;
}

/** Receiving, asking for what is missing, refusing, or helping to file elsewhere: what is checked before, what is sent, what stays after. */
export function useFinish({ intake, assessment, settled, ready, change }: Finishing) {
  const queries = useQueryClient();
  const missing = useMissing({ intake, assessment, ready });
  const [attempt, setAttempt] = useState(0);
  const [tried, setTried] = useState<keyof Missing>('toReceive');
  const [finished, setFinished] = useKept<Finished | undefined>('counter.finished', undefined);
  const send = useMutation({
    mutationFn: async ({ outcome, beside }: { outcome: Finished['outcome']; beside?: Beside }) => {
      if (!assessment) throw new Error('nothing has been assessed yet');
      return { outcome, result: await sendIntake(intakeRequest(intake, assessment, outcome, beside)) };
    },
    onSuccess: (done) => {
      setFinished(done);
      setAttempt(0);
      keep('counter.refusal.reason', undefined);
      keep('counter.refusal.note', undefined);
      change({ type: 'replace', intake: newIntake(newId, intake.owner) });
      void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      // The paper opens beside the screen; where the browser forbids it, its link stays on the screen.
      if (done.result.paperUrl) window.open(done.result.paperUrl, '_blank');
    },
  });
  // Asked for before the desk has judged the last answers: it is done as soon as they are judged.
  const [waiting, setWaiting] = useState(false);
  const finish = () => {
    if (finished || send.isPending) return;
    if (!settled) return setWaiting(true);
    setAttempt(attempt + 1);
    setTried('toReceive');
    if (missing.toReceive.length === 0) send.mutate({ outcome: ready.mustSupplement ? 'requestSupplement' : 'receive' });
  };
  const onSettled = useEffectEvent(() => {
    setWaiting(false);
    finish();
  });
  const due = waiting && settled;
  useEffect(() => {
    if (due) onSettled();
  }, [due]);
  return {
    finished,
    finish,
    refuse: (reason: string, note: string) => send.mutate({ outcome: 'refuseReceipt', beside: { refusal: { reason, note } } }),
    /** Files it online with another centre, where the papers are checked: only what the form itself lacks stands in the way. */
    help: (receivingCommuneId: string) => {
      setAttempt(attempt + 1);
      setTried('toFile');
      if (settled && missing.toFile.length === 0) send.mutate({ outcome: 'file', beside: { receivingCommuneId } });
    },
    /** Begins the next intake, with somebody or with nobody yet. */
    next: (owner?: Chosen) => {
      setFinished(undefined);
      change({ type: 'replace', intake: newIntake(newId, owner) });
    },
    attempt,
    errors: attempt > 0 ? missing[tried] : [],
    problem: send.error,
    sending: send.isPending || waiting,
    forget: () => {
      setAttempt(0);
      send.reset();
    },
  };
}

/** What stands in the way of receiving here, and of filing with another centre. */
interface Missing {
  toReceive: FieldError[];
  toFile: FieldError[];
}

const both = (errors: FieldError[]): Missing => ({ toReceive: errors, toFile: errors });

/** Everything that is missing as lines of the error summary, each leading to its place. */
function useMissing({ intake, assessment, ready }: Omit<Finishing, 'change' | 'settled'>): Missing {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  if (ready.ownerMissing) return both([{ inputId: PERSON_SEARCH, message: t('missing.owner') }]);
  if (ready.procedureMissing) return both([{ inputId: PROCEDURE_SEARCH, message: t('missing.procedure') }]);
  if (!assessment) return both([{ inputId: zoneId(2), message: t('missing.assessment', { code: intake.procedure?.code }) }]);
  const filer = ready.filerMissing ? [{ inputId: 'filer-search', message: t('missing.filer') }] : [];
  const fields = assessment.faults.map((fault) => ({ inputId: inputIdOf(FORM_PREFIX, fault.pointer.slice(1)), message: pick(fault) }));
  const papers = ready.unchecked.map((component) => ({ inputId: zoneId(3), message: t('missing.unchecked', { name: pick(component.name) }) }));
  const reasons = ready.withoutReason.map((component) => ({ inputId: `reason-${component.key}`, message: t('missing.reason', { name: pick(component.name) }) }));
  // With a failed mandatory paper the declaration may still be incomplete: the one notice asks for the rest.
  return { toReceive: [...filer, ...(ready.mustSupplement ? [] : fields), ...papers, ...reasons], toFile: [...filer, ...fields] };
}
