import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../forms/date-input';
import { KINDS, STATUSES } from './calls';
import type { DayDraft } from './change-draft';
import './messages';

interface DayFieldsProps {
  day: DayDraft;
  index: number;
  faultAt: (field: string) => string | undefined;
  onChange: (day: DayDraft) => void;
  onDrop: (() => void) | undefined;
}

/** One day of a change. */
export function DayFields({ day, index, faultAt, onChange, onDrop }: DayFieldsProps) {
  const { t } = useTranslation('calendar');
  const number = index + 1;
  const set = (part: Partial<DayDraft>) => onChange({ ...day, ...part });
  return (
    <fieldset>
      <legend>{t('form.day', { number })}</legend>
      <DateInput id={`day-${index}-date`} label={t('date')} value={day.date} error={faultAt(`day-${index}-date`)} onChange={(date) => set({ date })} />
      <NativeSelect label={t('kind')} data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} value={day.kind} onChange={(event) => set({ kind: event.currentTarget.value as DayDraft['kind'] })} />
      <TextInput id={`day-${index}-name`} label={t('form.nameVi')} lang="vi" value={day.nameVi} error={faultAt(`day-${index}-name`)} onChange={(event) => set({ nameVi: event.currentTarget.value })} maxLength={200} autoComplete="off" />
      <TextInput label={t('form.nameEn')} lang="en" value={day.nameEn} onChange={(event) => set({ nameEn: event.currentTarget.value })} maxLength={200} autoComplete="off" />
      <NativeSelect label={t('status')} data={STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))} value={day.status} onChange={(event) => set({ status: event.currentTarget.value as DayDraft['status'] })} />
      <TextInput label={t('open')} description={t('form.openHelp')} value={day.open} onChange={(event) => set({ open: event.currentTarget.value })} autoComplete="off" spellCheck={false} />
      {onDrop && (
        <Button variant="subtle" onClick={onDrop}>
          {t('form.dropDay', { number })}
        </Button>
      )}
    </fieldset>
  );
}
