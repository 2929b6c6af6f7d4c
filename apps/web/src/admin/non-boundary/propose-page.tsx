import { Button, Group, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, PageFault } from '../../components/empty-state';
import { ErrorSummary } from '../../components/error-summary';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { usePageTitle } from '../../shell/page-title';
import { DecisionFields } from '../local-rules/decision-fields';
import { useAdminAct } from '../use-admin-act';
import { type List, listsQuery, type Proposal, propose } from './calls';
import { emptyList, type ListDraft, type ListFault, linesOf, listOf } from './list-draft';
import { useProvince } from './provinces';
import './messages';

/** The form of the next list: begun with the one in force, since a decision seldom changes more than a few procedures. */
export function ProposePage() {
  const { t } = useTranslation('nonBoundary');
  usePageTitle(t('form.title'));
  const province = useProvince();
  const query = useQuery({ ...listsQuery(province ?? ''), enabled: province !== undefined });
  if (province === undefined) return <EmptyState text={t('noProvince')} />;
  if (query.isError) return <PageFault title={t('form.title')} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={6} />;
  return (
    <>
      <p>
        <Link to="/quan-tri/phi-dia-gioi">{t('back')}</Link>
      </p>
      <Title order={1}>{t('form.title')}</Title>
      <ListForm province={province} current={query.data.find(({ inForce }) => inForce)} />
    </>
  );
}

function ListForm({ province, current }: { province: string; current: List | undefined }) {
  const { t } = useTranslation('nonBoundary');
  const navigate = useNavigate();
  const [draft, setDraft] = useState<ListDraft>(() => ({ ...emptyList(), lines: linesOf((current?.procedures ?? []) as Proposal['procedures']) }));
  const [attempt, setAttempt] = useState(0);
  const { proposal, faults } = listOf(province, draft);
  const shown = attempt > 0 ? faults : [];
  const words = (field: ListFault) => t(`form.missing.${field}`);
  const faultAt = (field: string) => shown.filter((each) => each === field).map(words)[0];
  const send = useAdminAct('non-boundary', () => propose(proposal), ({ id }) => navigate({ to: '/quan-tri/phi-dia-gioi/$id', params: { id } }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length === 0) send.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="panel admin-form">
      <ErrorSummary errors={shown.map((field) => ({ inputId: field, message: words(field) }))} attempt={attempt} />
      {send.isError && <ProblemNotice error={send.error} />}
      <Textarea id="lines" label={t('form.lines')} description={t('form.linesHelp')} autosize minRows={6} maxRows={24} spellCheck={false} value={draft.lines} error={faultAt('lines')} onChange={(event) => setDraft({ ...draft, lines: event.currentTarget.value })} />
      <DecisionFields decision={draft.decision} onChange={(decision) => setDraft({ ...draft, decision })} faultAt={faultAt} />
      <DateInput id="from" label={t('form.from')} value={draft.from} error={faultAt('from')} onChange={(from) => setDraft({ ...draft, from })} />
      <DateInput id="until" label={t('form.until')} description={t('form.untilHelp')} value={draft.until} error={faultAt('until')} onChange={(until) => setDraft({ ...draft, until })} />
      <Group>
        <Button type="submit" loading={send.isPending}>
          {t('form.send')}
        </Button>
      </Group>
    </form>
  );
}
