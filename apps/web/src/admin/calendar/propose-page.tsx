import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { usePageTitle } from '../../shell/page-title';
import { UnitSelect } from '../unit-select';
import { useAdminAct } from '../use-admin-act';
import { propose, WEEKDAYS } from './calls';
import { type ChangeDraft, type DraftFault, emptyChange, emptyDay, proposalOf } from './change-draft';
import { DayFields } from './day-fields';
import { PageHead } from './page-head';
import { useCalendarUnits } from './units';
import './calendar.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/lich/de-xuat');

/** The form of a change: days, weekly hours, years; sent, it shows at once which promise dates it would move. */
export function ProposePage() {
  const { t } = useTranslation('calendar');
  usePageTitle(t('form.title'));
  const { donvi: unit = 'vn' } = route.useSearch();
  const navigate = route.useNavigate();
  const units = useCalendarUnits();
  const [draft, setDraft] = useState(emptyChange);
  const [attempt, setAttempt] = useState(0);
  const { proposal, faults } = proposalOf(unit, draft);
  const shown = attempt > 0 ? faults : [];
  const wordsOf = ({ key, number }: DraftFault) => t(`form.missing.${key}`, { number });
  const faultAt = (field: string) => shown.filter((fault) => fault.field === field).map(wordsOf)[0];
  const change = (part: Partial<ChangeDraft>) => setDraft({ ...draft, ...part });
  const send = useAdminAct('calendar', () => propose(proposal), ({ id }) => navigate({ to: '/quan-tri/lich/thay-doi/$id', params: { id } }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length === 0) send.mutate();
  };
  return (
    <>
      <PageHead unit={unit} title={t('form.title')} />
      <form onSubmit={submit} noValidate className="panel admin-form">
        <ErrorSummary errors={shown.map((fault) => ({ inputId: fault.field, message: wordsOf(fault) }))} attempt={attempt} />
        {send.isError && <ProblemNotice error={send.error} />}
        <UnitSelect label={t('unit')} units={units} value={unit} onChange={(donvi) => void navigate({ search: { donvi } })} />
        <TextInput id="change-document" label={t('form.document')} description={t('form.documentHelp')} value={draft.document} error={faultAt('change-document')} onChange={(event) => change({ document: event.currentTarget.value })} maxLength={300} autoComplete="off" />
        {draft.days.map((day, index) => (
          <DayFields
            key={index}
            day={day}
            index={index}
            faultAt={faultAt}
            onChange={(changed) => change({ days: draft.days.with(index, changed) })}
            onDrop={draft.days.length > 1 ? () => change({ days: draft.days.filter((_, other) => other !== index) }) : undefined}
          />
        ))}
        <Group>
          <Button variant="default" onClick={() => change({ days: [...draft.days, emptyDay()] })}>
            {t('form.addDay')}
          </Button>
        </Group>
        <TextInput id="change-removed" label={t('form.removed')} description={t('form.removedHelp')} value={draft.removed} error={faultAt('change-removed')} onChange={(event) => change({ removed: event.currentTarget.value })} autoComplete="off" />
        {unit === 'vn' && <TextInput label={t('form.years')} description={t('form.yearsHelp')} inputMode="numeric" value={draft.years} onChange={(event) => change({ years: event.currentTarget.value })} autoComplete="off" />}
        <Checkbox label={t('form.withHours')} checked={draft.withHours} onChange={(event) => change({ withHours: event.currentTarget.checked })} />
        {draft.withHours && (
          <fieldset>
            <legend>{t('hours')}</legend>
            <DateInput id="change-since" label={t('form.since')} description={t('form.weekHelp')} value={draft.since} error={faultAt('change-since')} onChange={(since) => change({ since })} />
            {WEEKDAYS.map((weekday) => (
              <TextInput key={weekday} label={t(`weekday.${weekday}`)} value={draft.week[weekday]} onChange={(event) => change({ week: { ...draft.week, [weekday]: event.currentTarget.value } })} autoComplete="off" spellCheck={false} />
            ))}
          </fieldset>
        )}
        <Group>
          <Button type="submit" loading={send.isPending}>
            {t('form.send')}
          </Button>
        </Group>
      </form>
    </>
  );
}
