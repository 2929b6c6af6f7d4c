import { Alert, Button, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../components/problem-notice';
import { useLocalized } from '../../../shell/localized';
import { fitProcess, getStandardProcesses } from '../calls';
import { isGroup, type Json, listAt, textAt, valueAt } from '../document';
import { inputIdOf, useDraftInHand, useFaultAt } from '../draft-context';
import { ChoiceAt, focusLater, LocalizedAt, NumberAt, TextAt } from '../inputs';
import { useUnitOptions } from '../unit-words';

/** The way of the dossier: one of the standard processes, each step adjusted. */
export function ProcessSection() {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const { document } = useDraftInHand();
  const steps = listAt(document, '/process/steps').filter(isGroup);
  const whole = useFaultAt('/process');
  const none = useFaultAt('/process/steps');
  const fault = whole ?? none;
  return (
    <>
      <ChooseStandard hasSteps={steps.length > 0} />
      <fieldset className="entry-group" id={inputIdOf('/process/steps')} tabIndex={-1}>
        <legend>{t('process.steps')}</legend>
        {fault && <p className="entry-group-fault">{pick(fault)}</p>}
        {steps.length === 0 && <p className="entry-group-help">{t('process.none')}</p>}
        <ol className="plain-list">
          {steps.map((step, index) => (
            <li key={String(step['id'])} className="row" id={inputIdOf(`/process/steps/${index}`)} tabIndex={-1}>
              <Step step={step} at={`/process/steps/${index}`} number={index + 1} />
            </li>
          ))}
        </ol>
      </fieldset>
    </>
  );
}

function ChooseStandard({ hasSteps }: { hasSteps: boolean }) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const { document, change, units } = useDraftInHand();
  const options = useUnitOptions(units);
  const { data: standards = [] } = useQuery({ queryKey: ['standard-processes'], queryFn: getStandardProcesses, staleTime: Infinity });
  const [key, setKey] = useState('');
  const [division, setDivision] = useState('');
  const [department, setDepartment] = useState('');
  const chosen = standards.find((standard) => standard.key === key);
  const limit = valueAt(document, '/timeLimit');
  const fit = useMutation({
    mutationFn: () => fitProcess(key, { ...(isGroup(limit) && { timeLimit: limit }), ...(division && { division }), ...(department && { department }) }),
    onSuccess: ({ process }) => {
      const supplement = valueAt(document, '/process/supplement');
      change('/process', { ...process, ...(supplement !== undefined && { supplement }) });
      focusLater(inputIdOf('/process/steps'));
    },
  });
  const missing = !chosen || (chosen.asks.includes('division') && !division) || (chosen.asks.includes('department') && !department);
  const withChoice = (list: Array<{ value: string; label: string }>) => [{ value: '', label: t('choose') }, ...list];
  return (
    <fieldset className="entry-group">
      <legend>{t('process.standard')}</legend>
      <div className="inputs">
        <NativeSelect id="standard" label={t('process.which')} data={withChoice(standards.map((standard) => ({ value: standard.key, label: pick(standard.name) })))} value={key} onChange={(event) => setKey(event.currentTarget.value)} />
        {chosen?.asks.includes('division') && (
          <NativeSelect id="division" label={t('process.division')} data={withChoice(options('commune'))} value={division} onChange={(event) => setDivision(event.currentTarget.value)} />
        )}
        {chosen?.asks.includes('department') && (
          <NativeSelect id="department" label={t('process.department')} data={withChoice(options('province'))} value={department} onChange={(event) => setDepartment(event.currentTarget.value)} />
        )}
      </div>
      {chosen && <Text>{pick(chosen.about)}</Text>}
      {hasSteps && chosen && (
        <Alert color="orange" mt="xs">
          {t('process.replaces')}
        </Alert>
      )}
      {fit.isError && <ProblemNotice error={fit.error} />}
      <Button mt="xs" variant="default" disabled={missing} loading={fit.isPending} onClick={() => fit.mutate()}>
        {t('process.apply')}
      </Button>
    </fieldset>
  );
}

const ROLES: Readonly<Record<string, readonly Role[]>> = {
  handover: ['receiving-clerk', 'case-officer', 'reviewer', 'records-clerk'], approve: ['leader'], number: ['records-clerk'],
};
type Role = 'receiving-clerk' | 'case-officer' | 'reviewer' | 'leader' | 'records-clerk';
const WORKING: readonly Role[] = ['case-officer', 'reviewer'];
/** Steps during which others have the word, and the limit may stand. */
const WAITING: readonly string[] = ['notice', 'consult', 'check'];

function Step({ step, at, number }: { step: Json; at: string; number: number }) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const { units, document } = useDraftInHand();
  const fault = useFaultAt(at);
  const options = useUnitOptions(units);
  const kind = String(step['kind']);
  const roles = ROLES[kind] ?? WORKING;
  return (
    <>
      <h3>
        {t('process.step', { number })} <span className="step-kind">{t(`kind.${kind as 'examine'}`, { defaultValue: kind })}</span>
      </h3>
      {fault && <p className="entry-group-fault">{pick(fault)}</p>}
      <LocalizedAt at={`${at}/name`} label={t('process.stepName')} />
      <div className="inputs">
        {kind === 'handover' ? (
          <ChoiceAt at={`${at}/to`} label={t('process.to')} options={options()} />
        ) : (
          <>
            <ChoiceAt at={`${at}/unit`} label={t('process.unit')} options={options()} />
            <ChoiceAt at={`${at}/role`} label={t('process.role')} options={roles.map((value) => ({ value, label: t(`role.${value}`) }))} />
          </>
        )}
        <Time at={`${at}/within`} label={t('process.within')} />
        {kind === 'approve' && <Earlier at={`${at}/sendBackTo`} index={number - 1} />}
      </div>
      {WAITING.includes(kind) && (
        <div className="inputs">
          {kind === 'notice' && <Time at={`${at}/posting`} label={t('process.posting')} />}
          <ChoiceAt at={`${at}/clock`} label={t('process.clock')} options={(['paused', 'running'] as const).map((value) => ({ value, label: t(`clock.${value}`) }))} />
          {kind !== 'consult' && <TextAt at={`${at}/basis`} label={t('basis')} />}
        </div>
      )}
      {isGroup(step['duty']) && (
        <>
          <LocalizedAt at={`${at}/duty/name`} label={t('process.duty')} />
          <div className="inputs">
            <Time at={`${at}/duty/within`} label={t('process.dutyWithin')} />
            <TextAt at={`${at}/duty/basis`} label={t('basis')} />
          </div>
        </>
      )}
      {textAt(document, `${at}/stage/vi`) !== '' && <LocalizedAt at={`${at}/stage`} label={t('process.stage')} />}
    </>
  );
}

function Time({ at, label }: { at: string; label: string }) {
  const { t } = useTranslation('procedures');
  return (
    <>
      <NumberAt at={`${at}/value`} label={label} />
      <ChoiceAt at={`${at}/unit`} label={t('unitOf', { label })} options={(['minutes', 'hours', 'working-days', 'calendar-days', 'months'] as const).map((value) => ({ value, label: t(`unitOfTime.${value}`) }))} />
    </>
  );
}

/** The earlier steps a draft may be sent back to. */
function Earlier({ at, index }: { at: string; index: number }) {
  const { t } = useTranslation('procedures');
  const { document } = useDraftInHand();
  const earlier = listAt(document, '/process/steps').slice(0, index).filter(isGroup).filter(({ kind }) => kind === 'draft' || kind === 'examine');
  return <ChoiceAt at={at} label={t('process.sendBackTo')} options={earlier.map((step) => ({ value: String(step['id']), label: textAt(step, '/name/vi') }))} />;
}
