import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { useAdminAct } from '../use-admin-act';
import { procedureQuery, propose, type Rule, ruleQuery } from './calls';
import { DecisionFields } from './decision-fields';
import { PageHead } from './page-head';
import { useCommunes, usePlaces } from './places';
import { draftOf, emptyRule, proposalOf, type RuleDraft } from './rule-draft';
import { ValueFields } from './value-fields';
import './local-rules.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/quy-dinh/de-xuat');

/** The form of a rule; one that takes another's place begins with what that one says. */
export function ProposePage() {
  const { t } = useTranslation('localRules');
  usePageTitle(t('form.title'));
  const { thay } = route.useSearch();
  const query = useQuery({ ...ruleQuery(thay ?? ''), enabled: thay !== undefined });
  if (thay !== undefined && !query.data) return query.isError ? <ProblemNotice error={query.error} /> : <Loading lines={8} />;
  return <RuleForm known={query.data?.rule} />;
}

function RuleForm({ known }: { known: Rule | undefined }) {
  const { t } = useTranslation('localRules');
  const pick = useLocalized();
  const places = usePlaces();
  const communes = useCommunes();
  const { donvi: unit = known?.unitId ?? places[0]?.value ?? '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [code, setCode] = useState(known?.code ?? '');
  const [draft, setDraft] = useState<RuleDraft>(() => (known ? draftOf(known) : emptyRule()));
  const [attempt, setAttempt] = useState(0);
  const procedure = useQuery({ ...procedureQuery(code.trim()), enabled: /^\d\.\d{6}$/.test(code.trim()) });
  const { proposal, faults } = proposalOf(unit, procedure.data ? code.trim() : undefined, draft, known);
  const shown = attempt > 0 ? faults : [];
  const faultAt = (field: string) => shown.filter((fault) => fault.field === field).map(({ key }) => t(`form.missing.${key}`))[0];
  const change = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part });
  const send = useAdminAct('local-rules', () => propose(proposal), ({ id }) => navigate({ to: '/quan-tri/quy-dinh/$id', params: { id } }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length === 0) send.mutate();
  };
  return (
    <>
      <PageHead unit={unit} title={t(known ? 'form.titleReplace' : 'form.title')} />
      <form onSubmit={submit} noValidate className="panel admin-form rule-form">
        <ErrorSummary errors={shown.map(({ field, key }) => ({ inputId: field, message: t(`form.missing.${key}`) }))} attempt={attempt} />
        {send.isError && <ProblemNotice error={send.error} />}
        <NativeSelect lang="vi" label={t('place')} data={places} value={unit} disabled={known !== undefined} onChange={(event) => void navigate({ search: { donvi: event.currentTarget.value } })} />
        <TextInput id="rule-code" label={t('form.code')} description={t('form.codeHelp')} value={code} disabled={known !== undefined} error={faultAt('rule-code')} maxLength={8} autoComplete="off" onChange={(event) => setCode(event.currentTarget.value)} />
        {procedure.data && <p>{pick(procedure.data.name)}</p>}
        {unit.startsWith('p') && (
          <Checkbox.Group label={t('form.communes')} value={draft.communes} onChange={(chosen) => change({ communes: chosen })}>
            {communes.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} mt={4} />
            ))}
          </Checkbox.Group>
        )}
        {procedure.data && <ValueFields values={procedure.data.values} isProvince={unit.startsWith('p')} draft={draft} change={change} faultAt={faultAt} />}
        <DecisionFields decision={draft.decision} onChange={(decision) => change({ decision })} faultAt={faultAt} />
        <DateInput id="rule-from" label={t('form.from')} value={draft.from} error={faultAt('rule-from')} onChange={(from) => change({ from })} />
        <DateInput id="rule-until" label={t('form.until')} value={draft.until} error={faultAt('rule-until')} onChange={(until) => change({ until })} />
        <TextInput label={t('form.remark')} value={draft.remark} maxLength={1000} autoComplete="off" onChange={(event) => change({ remark: event.currentTarget.value })} />
        <Group>
          <Button type="submit" loading={send.isPending}>
            {t('form.send')}
          </Button>
        </Group>
      </form>
    </>
  );
}
