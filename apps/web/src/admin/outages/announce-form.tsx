import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { useAdminAct } from '../use-admin-act';
import { announce } from './calls';
import { announcementOf, emptyOutage, type OutageDraft, type OutageFault } from './outage-draft';
import './messages';

const INPUT: Record<OutageFault, string> = { system: 'outage-system', owner: 'outage-owner', document: 'outage-document', from: 'outage-from', to: 'outage-to' };

/** Announces an outage; another person approves it. */
export function AnnounceForm() {
  const { t } = useTranslation('outages');
  const [draft, setDraft] = useState(emptyOutage);
  const [attempt, setAttempt] = useState(0);
  const { announcement, faults } = announcementOf(draft);
  const shown = attempt > 0 ? faults : [];
  const send = useAdminAct('outages', () => announce(announcement), () => {
    setDraft(emptyOutage());
    setAttempt(0);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length === 0) send.mutate();
  };
  const text = (field: keyof OutageDraft) => ({ value: draft[field], onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [field]: event.currentTarget.value }), autoComplete: 'off' });
  const fault = (field: OutageFault) => ({ id: INPUT[field], error: shown.includes(field) ? t(`form.missing.${field}`) : undefined });
  return (
    <section className="panel" aria-labelledby="announce">
      <h2 id="announce">{t('form.title')}</h2>
      <form onSubmit={submit} noValidate className="admin-form">
        <ErrorSummary errors={shown.map((field) => ({ inputId: INPUT[field], message: t(`form.missing.${field}`) }))} attempt={attempt} />
        {send.isError && <ProblemNotice error={send.error} />}
        <TextInput label={t('system')} maxLength={200} {...text('system')} {...fault('system')} />
        <TextInput label={t('owner')} maxLength={200} {...text('owner')} {...fault('owner')} />
        <TextInput label={t('document')} maxLength={200} {...text('document')} {...fault('document')} />
        <Group align="start">
          <DateInput label={t('form.fromDay')} value={draft.fromDay} onChange={(fromDay) => setDraft({ ...draft, fromDay })} {...fault('from')} />
          <TextInput label={t('form.fromTime')} description={t('form.timeHelp')} inputWrapperOrder={['label', 'input', 'description', 'error']} {...text('fromTime')} />
        </Group>
        <Group align="start">
          <DateInput label={t('form.toDay')} value={draft.toDay} onChange={(toDay) => setDraft({ ...draft, toDay })} {...fault('to')} />
          <TextInput label={t('form.toTime')} description={t('form.timeHelp')} inputWrapperOrder={['label', 'input', 'description', 'error']} {...text('toTime')} />
        </Group>
        <TextInput label={t('form.procedures')} description={t('form.proceduresHelp')} spellCheck={false} {...text('procedures')} />
        <TextInput label={t('form.communes')} description={t('form.communesHelp')} spellCheck={false} {...text('communes')} />
        <Group>
          <Button type="submit" loading={send.isPending}>
            {t('form.send')}
          </Button>
        </Group>
      </form>
    </section>
  );
}
