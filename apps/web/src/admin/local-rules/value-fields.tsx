import { Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownValue } from '../../components/shown-values';
import { useLocalized } from '../../shell/localized';
import { type Channel, CHANNELS, UNITS } from './calls';
import { emptyLimit, type RuleDraft } from './rule-draft';
import './local-rules.css';
import './messages';

interface ValueFieldsProps {
  /** What holds now, for reading beside the questions. */
  values: readonly ShownValue[];
  /** Fees and receptions are the province's to set. */
  isProvince: boolean;
  draft: RuleDraft;
  change: (part: Partial<RuleDraft>) => void;
  faultAt: (field: string) => string | undefined;
}

/** What a rule may set, with what holds now; every field may stay blank. */
export function ValueFields({ values, isProvince, draft, change, faultAt }: ValueFieldsProps) {
  const { t } = useTranslation('localRules');
  const pick = useLocalized();
  const limits = values.filter(({ kind }) => kind === 'limit');
  const lines = values.filter(({ kind, key }, index) => kind === 'fee' && values.findIndex((other) => other.kind === 'fee' && other.key === key) === index);
  const setLimit = (key: string, part: object) => change({ limits: { ...draft.limits, [key]: { ...emptyLimit(key), ...draft.limits[key], ...part } } });
  return (
    <>
      {limits.length > 0 && (
        <fieldset>
          <legend>{t('form.limits')}</legend>
          <p>{t('form.limitsHelp')}</p>
          {limits.map(({ key = '', name, text }) => {
            const limit = draft.limits[key] ?? emptyLimit(key);
            return (
              <div key={key} className="rule-limit">
                <TextInput id={`limit-${key}`} label={name ? t('form.limitOf', { name: pick(name) }) : t('form.limit')} description={t('form.limitNow', { text: pick(text) })} inputMode="decimal" value={limit.amount} error={faultAt(`limit-${key}`)} autoComplete="off" onChange={(event) => setLimit(key, { amount: event.currentTarget.value })} />
                <NativeSelect label={t('form.unit')} data={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))} value={limit.unit} onChange={(event) => setLimit(key, { unit: event.currentTarget.value })} />
                <TextInput label={t('form.cutoff')} value={limit.cutoff} autoComplete="off" onChange={(event) => setLimit(key, { cutoff: event.currentTarget.value })} />
              </div>
            );
          })}
        </fieldset>
      )}
      {isProvince && lines.length > 0 && (
        <fieldset>
          <legend>{t('form.fees')}</legend>
          <p>{t('form.feesHelp')}</p>
          {lines.flatMap(({ key = '', name }) =>
            CHANNELS.map((channel) => (
              <TextInput key={`${key} ${channel}`} id={`fee-${key}-${channel}`} label={t('form.fee', { name: name ? pick(name) : key, way: t(`way.${channel}`) })} inputMode="numeric" value={draft.fees[`${key} ${channel}`] ?? ''} error={faultAt(`fee-${key}-${channel}`)} autoComplete="off" onChange={(event) => change({ fees: { ...draft.fees, [`${key} ${channel}`]: event.currentTarget.value } })} />
            )),
          )}
        </fieldset>
      )}
      <Checkbox.Group label={t('form.channels')} value={draft.channels} onChange={(chosen) => change({ channels: CHANNELS.filter((channel: Channel) => chosen.includes(channel)) })}>
        {CHANNELS.map((channel) => (
          <Checkbox key={channel} value={channel} label={t(`way.${channel}`)} mt={4} />
        ))}
      </Checkbox.Group>
      {isProvince && (
        <Radio.Group label={t('form.reception')} value={draft.received} onChange={(received) => change({ received })}>
          <Stack gap={4} mt={4}>
            <Radio value="keep" label={t('form.receptionKeep')} />
            <Radio value="yes" label={t('form.receptionYes')} />
            <Radio value="no" label={t('form.receptionNo')} />
          </Stack>
        </Radio.Group>
      )}
      <Textarea id="note-vi" label={t('form.noteVi')} value={draft.noteVi} error={faultAt('note-vi')} maxLength={2000} onChange={(event) => change({ noteVi: event.currentTarget.value })} />
      <Textarea id="note-en" label={t('form.noteEn')} value={draft.noteEn} error={faultAt('note-en')} maxLength={2000} onChange={(event) => change({ noteEn: event.currentTarget.value })} />
    </>
  );
}
