import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import '../calendar/messages';
import { useCalendarUnits } from '../calendar/units';
import { UnitSelect } from '../unit-select';
import { useAdminAct } from '../use-admin-act';
import { mattersQuery, officesQuery, propose } from './calls';
import { emptyRule, type RuleDraft, type RuleFault, ruleOf } from './rule-draft';
import { PageHead, useOfficeWords } from './words';
import './messages';

const INPUT: Record<RuleFault, string> = { matter: 'rule-matter', level: 'rule-level', from: 'rule-from', until: 'rule-until', number: 'rule-number', provenance: 'rule-provenance' };
/** A rule holds in the nation, a province or a commune, and below. */
const SEAT = /^(vn|p\d{2}|c\d{5})$/;

/** The form of a rule; sent, it shows at once which dossiers it would touch. */
export function ProposePage() {
  const { t } = useTranslation('authority');
  usePageTitle(t('form.title'));
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyRule);
  const [attempt, setAttempt] = useState(0);
  const { proposal, faults } = ruleOf(draft);
  const shown = attempt > 0 ? faults : [];
  const fault = (field: RuleFault) => ({ id: INPUT[field], error: shown.includes(field) ? t(`form.missing.${field}`) : undefined });
  const change = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part });
  const choices = useChoices(draft);
  const send = useAdminAct('authority', () => propose(proposal), ({ id }) => navigate({ to: '/quan-tri/tham-quyen/thay-doi/$id', params: { id } }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length === 0) send.mutate();
  };
  return (
    <>
      <PageHead title={t('form.title')} />
      <form onSubmit={submit} noValidate className="panel admin-form">
        <ErrorSummary errors={shown.map((field) => ({ inputId: INPUT[field], message: t(`form.missing.${field}`) }))} attempt={attempt} />
        {send.isError && <ProblemNotice error={send.error} />}
        <NativeSelect label={t('form.matter')} data={choices.matters} value={draft.matter} onChange={(event) => change({ matter: event.currentTarget.value, caseKey: '' })} {...fault('matter')} />
        {choices.cases.length > 1 && <NativeSelect label={t('form.case')} data={choices.cases} value={draft.caseKey} onChange={(event) => change({ caseKey: event.currentTarget.value })} />}
        <UnitSelect label={t('place')} description={t('form.placeHelp')} units={choices.places} value={draft.unitId} onChange={(unitId) => change({ unitId })} />
        <NativeSelect label={t('form.level')} data={choices.levels} value={draft.level} onChange={(event) => change({ level: event.currentTarget.value as RuleDraft['level'], office: '' })} {...fault('level')} />
        {draft.level !== '' && <NativeSelect label={t('form.office')} description={t('form.officeHelp')} data={choices.offices} value={draft.office} onChange={(event) => change({ office: event.currentTarget.value })} />}
        <DateInput label={t('form.from')} value={draft.from} onChange={(from) => change({ from })} {...fault('from')} />
        <DateInput label={t('form.until')} description={t('form.untilHelp')} value={draft.until} onChange={(until) => change({ until })} {...fault('until')} />
        <TextInput label={t('form.number')} description={t('form.numberHelp')} value={draft.number} onChange={(event) => change({ number: event.currentTarget.value })} maxLength={100} autoComplete="off" {...fault('number')} />
        <TextInput label={t('form.article')} value={draft.article} onChange={(event) => change({ article: event.currentTarget.value })} maxLength={100} autoComplete="off" />
        <TextInput label={t('form.lawTitle')} value={draft.title} onChange={(event) => change({ title: event.currentTarget.value })} maxLength={300} autoComplete="off" />
        <TextInput label={t('form.provenance')} description={t('form.provenanceHelp')} value={draft.provenance} onChange={(event) => change({ provenance: event.currentTarget.value })} maxLength={300} autoComplete="off" {...fault('provenance')} />
        <Group>
          <Button type="submit" loading={send.isPending}>
            {t('form.send')}
          </Button>
        </Group>
      </form>
    </>
  );
}

/** What the form offers, as far as it is filled in. */
function useChoices({ matter, level }: RuleDraft) {
  const { t } = useTranslation('authority');
  const pick = useLocalized();
  const { data: known = [] } = useQuery(mattersQuery);
  const { data: offices = [] } = useQuery(officesQuery);
  const officeWords = useOfficeWords();
  const fields = new Map(known.flatMap(({ fieldCode, fieldName }) => (fieldCode === undefined ? [] : [[fieldCode, pick(fieldName)] as const])));
  const chosen = known.find(({ code }) => matter === `procedure:${code}`);
  const choose = { value: '', label: t('form.choose') };
  return {
    matters: [
      choose,
      ...[...fields].map(([code, name]) => ({ value: `field:${code}`, label: t('form.field', { name, code }) })),
      ...known.map(({ code, name }) => ({ value: `procedure:${code}`, label: `${code} – ${pick(name)}` })),
    ],
    cases: [{ value: '', label: t('form.everyCase') }, ...(chosen?.cases ?? []).map(({ key, name }) => ({ value: key, label: pick(name) }))],
    places: useCalendarUnits().filter(({ value }) => SEAT.test(value)),
    levels: [choose, ...(['commune', 'province'] as const).map((value) => ({ value, label: t(`level.${value}`) }))],
    offices: [{ value: '', label: t('form.usualOffice') }, ...offices.filter(({ path }) => level !== '' && path.startsWith(`${level}/`)).map(({ path }) => ({ value: path, label: officeWords(path) }))],
  };
}
