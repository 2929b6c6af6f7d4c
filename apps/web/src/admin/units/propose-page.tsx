import { Button, Checkbox, Group, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { usePageTitle } from '../../shell/page-title';
import { useAdminAct } from '../use-admin-act';
import { communesQuery, propose } from './calls';
import { type ChangeDraft, type ChangeFault, emptyChange, emptyPart, makesUnit, NEW, proposalOf } from './change-draft';
import { CreatedFields } from './created-fields';
import { Options } from './options';
import { PartFields } from './part-fields';
import { PageHead } from './words';
import './messages';

const INPUT: Record<ChangeFault, string> = {
  units: 'units-units', successor: 'units-successor', created: 'units-created-id', parts: 'units-part-0-to', decision: 'units-decision', basis: 'units-basis', effectiveOn: 'units-day',
};

/** The form of a change; sent, it shows at once what would move. */
export function ProposePage() {
  const { t } = useTranslation('units');
  usePageTitle(t('form.title'));
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyChange);
  const [attempt, setAttempt] = useState(0);
  const { proposal, faults } = proposalOf(draft);
  const shown = attempt > 0 ? faults : [];
  const error = (field: ChangeFault) => (shown.includes(field) ? t(`form.missing.${field}`) : undefined);
  const change = (part: Partial<ChangeDraft>) => setDraft({ ...draft, ...part });
  const { data: communes = [] } = useQuery(communesQuery);
  const options = communes.map(({ id, name }) => ({ value: id, label: name, isName: true }));
  const others = options.filter(({ value }) => !draft.units.includes(value));
  const choose = { value: '', label: t('form.choose') };
  const made = { value: NEW, label: t('form.successorNew') };
  const send = useAdminAct('units', () => propose(proposal), ({ id }) => navigate({ to: '/quan-tri/sap-xep/$id', params: { id } }));
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
        <Radio.Group label={t('form.kind')} value={draft.kind} onChange={(kind) => change({ kind, units: [], successor: '' })}>
          <Group>
            {(['merge', 'split'] as const).map((kind) => (
              <Radio key={kind} value={kind} label={t(`kind.${kind}`)} />
            ))}
          </Group>
        </Radio.Group>
        {draft.kind === 'merge' ? (
          <Checkbox.Group label={t('form.units')} description={t('form.unitsHelp')} value={draft.units} onChange={(units) => change({ units })} error={error('units')}>
            {options.map(({ value, label }, index) => (
              <Checkbox key={value} value={value} label={<span lang="vi">{label}</span>} mt="xs" {...(index === 0 && { id: INPUT.units })} />
            ))}
          </Checkbox.Group>
        ) : (
          <NativeSelect id={INPUT.units} label={t('form.unit')} value={draft.units[0] ?? ''} error={error('units')}
            onChange={({ currentTarget: { value } }) => change({ units: value === '' ? [] : [value], parts: draft.parts.map((part) => ({ ...part, posts: [] })) })}>
            <Options options={[choose, ...options]} />
          </NativeSelect>
        )}
        {draft.kind === 'split' &&
          draft.parts.map((part, index) => (
            <PartFields
              // Parts are told apart by their place alone.
              key={index}
              number={index + 1}
              part={part}
              unit={draft.units[0] ?? ''}
              options={[choose, ...others, made]}
              inputId={`units-part-${index}-to`}
              error={index === 0 ? error('parts') : undefined}
              onChange={(changed) => change({ parts: draft.parts.with(index, changed) })}
              onRemove={draft.parts.length > 1 ? () => change({ parts: draft.parts.toSpliced(index, 1) }) : undefined}
            />
          ))}
        {draft.kind === 'split' && (
          <Group>
            <Button variant="default" onClick={() => change({ parts: [...draft.parts, emptyPart()] })}>
              {t('form.addPart')}
            </Button>
          </Group>
        )}
        <NativeSelect id={INPUT.successor} label={t(draft.kind === 'merge' ? 'form.successor' : 'form.rest')} description={draft.kind === 'split' ? t('form.restHelp') : undefined} value={draft.successor} error={error('successor')}
          onChange={({ currentTarget: { value } }) => change({ successor: value })}>
          <Options options={[draft.kind === 'merge' ? choose : { value: '', label: t('form.restStays') }, ...others, made]} />
        </NativeSelect>
        {makesUnit(draft) && <CreatedFields created={draft.created} models={options} inputId={INPUT.created} error={error('created')} onChange={(created) => change({ created })} />}
        <TextInput id={INPUT.decision} label={t('form.decision')} description={t('form.decisionHelp')} value={draft.decision} maxLength={300} autoComplete="off" error={error('decision')}
          onChange={({ currentTarget: { value } }) => change({ decision: value })} />
        <TextInput id={INPUT.basis} label={t('form.basis')} value={draft.basis} maxLength={300} autoComplete="off" error={error('basis')} onChange={({ currentTarget: { value } }) => change({ basis: value })} />
        <DateInput id={INPUT.effectiveOn} label={t('form.effectiveOn')} value={draft.effectiveOn} error={error('effectiveOn')} onChange={(effectiveOn) => change({ effectiveOn })} />
        <Group>
          <Button type="submit" loading={send.isPending}>
            {t('form.send')}
          </Button>
        </Group>
      </form>
    </>
  );
}
