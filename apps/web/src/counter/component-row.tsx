import { Button, FileButton, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { CheckCircledIcon, CircleIcon, CrossCircledIcon, FileIcon } from '@radix-ui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { uploadToIntake } from '../api/calls';
import type { ComponentOffer, Reason, RequiredComponent } from '../api/types';
import { PaperDetailsInputs } from '../components/paper-details';
import { ProblemNotice } from '../components/problem-notice';
import { COMPONENT_KINDS, COMPONENT_STATES, oneOf } from '../components/words';
import { useLocalized } from '../shell/localized';
import { standingOf } from './component-standing';
import type { Check, IntakeChange } from './intake-state';
import { PaperOffers } from './paper-offers';
import { isScanned, kindOf } from './readiness';

interface ComponentRowProps {
  component: RequiredComponent;
  check: Check;
  /** Papers on file that might do. */
  offers: readonly ComponentOffer[];
  reasons: readonly Reason[];
  attempted: boolean;
  /** Why the desk refused what was sent last. */
  problem: unknown;
  draft: string;
  saveDraft: () => Promise<unknown>;
  change: (change: IntakeChange) => void;
}

const ICONS = { unchecked: CircleIcon, passed: CheckCircledIcon, failed: CrossCircledIcon };

/** One paper: what is asked and why, its state as icon and word, its kind, a paper on file in its place, scans. */
export function ComponentRow({ component, check, offers, reasons, attempted, problem, draft, saveDraft, change }: ComponentRowProps) {
  const { t } = useTranslation(['counter', 'common']);
  const pick = useLocalized();
  const { key } = component;
  const set = (part: Partial<Check>) => change({ type: 'check', key, check: part });
  const name = pick(component.name);
  const standing = standingOf(component, check, offers);
  return (
    <li className={`component component-${check.state}`}>
      <div className="component-name">
        <strong>{name}</strong>{' '}
        <span className="component-why">
          ({t(component.required ? 'common:component.required' : 'common:component.optional')}
          {component.why && ` – ${pick(component.why)}`})
        </span>{' '}
        {standing && <span className={`component-standing component-standing-${standing}`}>{t(`counter:components.standing.${standing}`)}</span>}
      </div>
      <div className="component-line">
        <SegmentedControl
          size="xs"
          aria-label={t('counter:components.stateOf', { name })}
          value={check.state}
          onChange={(state) => set({ state: oneOf(COMPONENT_STATES, state, 'unchecked') })}
          data={COMPONENT_STATES.map((state) => ({ value: state, label: <StateLabel state={state} /> }))}
        />
        <NativeSelect
          size="xs"
          aria-label={t('counter:components.kindOf', { name })}
          value={check.kind ?? kindOf(component.kinds)}
          data={component.kinds.map((kind) => ({ value: kind, label: t(`common:component.kind.${oneOf(COMPONENT_KINDS, kind, 'original')}`) }))}
          onChange={(event) => set({ kind: oneOf(COMPONENT_KINDS, event.currentTarget.value, 'original') })}
        />
        <Upload componentKey={key} name={name} draft={draft} saveDraft={saveDraft} change={change} />
      </div>
      {check.files.length > 0 && <div className="component-files">{t('counter:components.files', { names: check.files.map((file) => file.name).join(', ') })}</div>}
      {isScanned(check) && check.state !== 'failed' && <PaperDetailsInputs componentKey={key} name={name} value={check.paper} problem={problem} onChange={(paper) => set({ paper })} />}
      {offers.length > 0 && <PaperOffers offers={offers} kinds={component.kinds} check={check} set={set} />}
      {check.state === 'failed' && <FailedReason componentKey={key} name={name} check={check} reasons={reasons} attempted={attempted} set={set} />}
    </li>
  );
}

function StateLabel({ state }: { state: (typeof COMPONENT_STATES)[number] }) {
  const { t } = useTranslation();
  const Icon = ICONS[state];
  return (
    <span className="state-label">
      <Icon aria-hidden /> {t(state === 'unchecked' ? 'component.open' : `component.${state}`)}
    </span>
  );
}

interface FailedReasonProps {
  componentKey: string;
  name: string;
  check: Check;
  reasons: readonly Reason[];
  attempted: boolean;
  set: (part: Partial<Check>) => void;
}

function FailedReason({ componentKey, name, check, reasons, attempted, set }: FailedReasonProps) {
  const { t } = useTranslation(['counter', 'forms']);
  const pick = useLocalized();
  const reason = reasons.find((one) => one.code === check.reason);
  return (
    <div className="component-reason">
      <NativeSelect
        id={`reason-${componentKey}`}
        size="xs"
        label={t('counter:components.reason', { name })}
        description={reason?.basis}
        error={attempted && !check.reason ? t('counter:components.reasonMissing') : undefined}
        value={check.reason ?? ''}
        data={[{ value: '', label: t('forms:choose') }, ...reasons.map((one) => ({ value: one.code, label: pick(one.text) }))]}
        onChange={(event) => set({ reason: event.currentTarget.value || undefined })}
      />
      <TextInput size="xs" label={t('counter:components.note')} value={check.note ?? ''} maxLength={1000} onChange={(event) => set({ note: event.currentTarget.value })} />
    </div>
  );
}

function Upload({ componentKey, name, draft, saveDraft, change }: { componentKey: string; name: string; draft: string; saveDraft: () => Promise<unknown>; change: (change: IntakeChange) => void }) {
  const { t } = useTranslation('counter');
  const send = useMutation({
    // A scan belongs to the draft: the desk must know the draft before the first file comes.
    mutationFn: async (file: File) => {
      await saveDraft();
      return uploadToIntake(draft, componentKey, file);
    },
    onSuccess: (file) => change({ type: 'file', key: componentKey, file: { id: file.id, name: file.name } }),
  });
  return (
    <>
      <FileButton onChange={(file) => file && send.mutate(file)} accept="application/pdf,image/jpeg,image/png">
        {(props) => (
          <Button {...props} size="compact-sm" variant="default" loading={send.isPending} leftSection={<FileIcon aria-hidden />} aria-label={t('components.uploadOf', { name })}>
            {t('components.upload')}
          </Button>
        )}
      </FileButton>
      {send.isError && <ProblemNotice error={send.error} />}
    </>
  );
}
