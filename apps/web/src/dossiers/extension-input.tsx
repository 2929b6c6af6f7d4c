import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { previewExtension } from '../api/calls';
import { ProblemNotice } from '../components/problem-notice';
import { WhyDate } from '../components/why-date';
import { DateInput } from '../forms/date-input';
import { dateTime } from '../shell/format';
import type { InputsProps } from './inputs-props';
import { ReasonInput } from './reason-input';

/** By how many working days and why; the new date is the desk's to derive, nobody types one. */
export function ExtensionInput(props: InputsProps) {
  const { t } = useTranslation('dossiers');
  const { dossier, input, onChange, attempted } = props;
  const [days] = useDebouncedValue(input.days, 250);
  const asked = days !== undefined && days >= 1 && days <= 60;
  const preview = useQuery({ queryKey: ['extension', dossier.id, dossier.version, days], queryFn: () => previewExtension(dossier.id, days ?? 0), enabled: asked, retry: false });
  return (
    <>
      <ReasonInput {...props} />
      <TextInput
        id="act-days"
        label={t('extension.days')}
        description={t('extension.once')}
        inputMode="numeric"
        autoComplete="off"
        value={input.days === undefined ? '' : String(input.days)}
        error={attempted && !(input.days !== undefined && input.days >= 1 && input.days <= 60) ? t('gap.days') : undefined}
        onChange={(event) => {
          const figures = event.currentTarget.value.replace(/\D/g, '').slice(0, 2);
          onChange({ ...input, days: figures === '' ? undefined : Number(figures) });
        }}
      />
      <div role="status">
        {asked && preview.data && preview.data.days === input.days && (
          <p className="moved-date">
            {t('extension.moves', { from: dateTime(preview.data.from) })} <strong className="number">{dateTime(preview.data.to)}</strong>
          </p>
        )}
      </div>
      {asked && preview.data && <WhyDate trace={preview.data.trace} />}
      {asked && preview.isError && <ProblemNotice error={preview.error} />}
    </>
  );
}

/** An apology for what is late already: an expected day, and no new promise. */
export function ApologyInput(props: InputsProps) {
  const { t } = useTranslation('dossiers');
  const { input, onChange, attempted } = props;
  return (
    <>
      <ReasonInput {...props} />
      <DateInput
        id="act-expectedOn"
        label={t('extension.expectedOn')}
        description={t('extension.noNewPromise')}
        value={input.expectedOn ?? ''}
        error={attempted && !/^\d{4}-\d{2}-\d{2}$/.test(input.expectedOn ?? '') ? t('gap.expectedOn') : undefined}
        onChange={(expectedOn) => onChange({ ...input, expectedOn: expectedOn || undefined })}
      />
    </>
  );
}
