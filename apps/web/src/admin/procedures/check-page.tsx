import { Alert, Button, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFault } from '../../components/empty-state';
import { ErrorSummary, type FieldError } from '../../components/error-summary';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { useAdminAct } from '../use-admin-act';
import { type Check, checkDraft, getDraft, propose } from './calls';
import { Differences, Drawings } from './comparison';
import { isGroup, listAt } from './document';
import { inputIdOf } from './draft-context';
import { levelsIn } from './level-drawing';
import type { KeptCheck } from './editor-page';
import { sectionOf } from './sections';
import './procedures.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/thu-tuc/$code/kiem-tra');

/** Check, compare, propose: what is wrong with the draft, what it changes, and from when it shall count. */
export function CheckPage() {
  const { t } = useTranslation('procedures');
  const { code } = route.useParams();
  usePageTitle(t('check.title', { code }));
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['procedure-check-page', code],
    queryFn: async () => {
      const [check, draft] = await Promise.all([checkDraft(code), getDraft(code)]);
      queries.setQueryData<KeptCheck>(['procedure-check', code], { check, document: draft.document });
      return { check, draft };
    },
    staleTime: 0,
    gcTime: 0,
  });
  if (query.isError) return <PageFault title={t('check.title', { code })} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.isFetching) return <Loading lines={8} />;
  const { check, draft } = query.data;
  const process = isGroup(draft.document) ? draft.document['process'] : undefined;
  return (
    <>
      <p>
        <Link to="/quan-tri/thu-tuc/$code/soan" params={{ code }}>
          {t('check.back')}
        </Link>
      </p>
      <Title order={1}>{t('check.title', { code })}</Title>
      <Faults code={code} check={check} />
      {check.faults.length === 0 && listAt(process, '/steps').length > 0 && <Drawings code={code} draft={draft.revision} comparedWith={check.comparedWith} levels={levelsIn(draft.document)} />}
      {check.comparedWith === undefined ? <p>{t('compare.first')}</p> : <Differences differences={check.differences} version={check.comparedWith} running={check.running} />}
      {check.faults.length === 0 && <ProposeForm code={code} revision={check.revision} />}
    </>
  );
}

function Faults({ code, check }: { code: string; check: Check }) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  if (check.faults.length === 0) {
    return (
      <Alert color="green" role="status" my="sm">
        {t('check.faultless')}
      </Alert>
    );
  }
  return (
    <section className="panel" aria-labelledby="faults">
      <h2 id="faults">{t('check.faults', { count: check.faults.length })}</h2>
      <ol className="fault-list">
        {check.faults.map((fault) => (
          <li key={fault.pointer + fault.vi}>
            <Link to="/quan-tri/thu-tuc/$code/soan" params={{ code }} search={{ phan: sectionOf(fault.pointer) }} hash={inputIdOf(fault.pointer)}>
              {pick(fault)}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ProposeForm({ code, revision }: { code: string; revision: number }) {
  const { t } = useTranslation('procedures');
  const navigate = useNavigate();
  const [effectiveOn, setEffectiveOn] = useState('');
  const [decisionNumber, setDecisionNumber] = useState('');
  const [decisionDate, setDecisionDate] = useState('');
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useAdminAct(
    'procedures',
    () => propose(code, { revision, effectiveOn, decisionNumber: decisionNumber.trim(), decisionDate, ...(note.trim() && { note: note.trim() }) }),
    ({ id }) => navigate({ to: '/quan-tri/de-xuat/$id', params: { id } }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: FieldError[] = [];
    if (!effectiveOn) missing.push({ inputId: 'effective-on', message: t('propose.effectiveMissing') });
    if (!decisionNumber.trim()) missing.push({ inputId: 'decision-number', message: t('propose.numberMissing') });
    if (!decisionDate) missing.push({ inputId: 'decision-date', message: t('propose.dateMissing') });
    setErrors(missing);
    setAttempt(attempt + 1);
    if (missing.length === 0) send.mutate();
  };
  const errorOf = (inputId: string) => errors.find((error) => error.inputId === inputId)?.message;
  return (
    <section className="panel" aria-labelledby="propose">
      <h2 id="propose">{t('propose.title')}</h2>
      <p>{t('propose.about')}</p>
      <form onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} attempt={attempt} />
        {send.isError && <ProblemNotice error={send.error} />}
        <div className="inputs">
          <DateInput id="effective-on" label={t('propose.effectiveOn')} value={effectiveOn} onChange={setEffectiveOn} error={errorOf('effective-on')} />
          <TextInput id="decision-number" label={t('propose.decisionNumber')} description={t('propose.decisionHelp')} autoComplete="off" value={decisionNumber} onChange={(event) => setDecisionNumber(event.currentTarget.value)} error={errorOf('decision-number')} maxLength={60} />
          <DateInput id="decision-date" label={t('propose.decisionDate')} value={decisionDate} onChange={setDecisionDate} error={errorOf('decision-date')} />
        </div>
        <Textarea id="note" label={t('propose.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={1000} />
        <Button type="submit" mt="sm" loading={send.isPending}>
          {t('propose.submit')}
        </Button>
      </form>
    </section>
  );
}
