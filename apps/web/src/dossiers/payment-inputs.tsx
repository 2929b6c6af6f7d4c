import { Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getAmountInWords } from '../api/calls';
import { DateInput } from '../forms/date-input';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import type { InputsProps } from './inputs-props';

/** A financial duty: how much, and the notice of the tax authority where it comes from there. */
export function PaymentInput(props: InputsProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const { dossier, input, onChange } = props;
  const { duty } = dossier.choices;
  return (
    <>
      {duty && (
        <div>
          <strong>{pick(duty.name)}</strong>
          <div className="under">
            {t('payment.wouldBeDue', { at: dateTime(duty.payBy) })} · <span lang="vi">{duty.basis}</span>
          </div>
          <div className="under">{t('payment.notCounted')}</div>
        </div>
      )}
      <AmountInput {...props} label={t('payment.amount')} />
      <TextInput label={t('payment.noticeNumber')} maxLength={60} autoComplete="off" value={input.noticeNumber ?? ''} onChange={(event) => onChange({ ...input, noticeNumber: event.currentTarget.value || undefined })} />
    </>
  );
}

/** The proof of a payment: without the number of its receipt nothing goes on. */
export function PaymentProofInput(props: InputsProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const { dossier, input, onChange, attempted } = props;
  const due = dossier.payments.find(({ state }) => state === 'due');
  return (
    <>
      {due && (
        <div>
          <strong>{pick(due.name)}</strong>: <span className="number">{pick(due.amountText)}</span>
          <div className="under" lang="vi">
            {due.amountInWords}
          </div>
        </div>
      )}
      <AmountInput {...props} label={t('payment.paidAmount')} />
      <TextInput
        id="act-receiptNumber"
        label={t('payment.receiptNumber')}
        maxLength={60}
        autoComplete="off"
        value={input.receiptNumber ?? ''}
        error={attempted && !input.receiptNumber?.trim() ? t('gap.receiptNumber') : undefined}
        onChange={(event) => onChange({ ...input, receiptNumber: event.currentTarget.value || undefined })}
      />
      <DateInput
        id="act-paidOn"
        label={t('payment.paidOn')}
        value={input.paidOn ?? ''}
        error={attempted && !/^\d{4}-\d{2}-\d{2}$/.test(input.paidOn ?? '') ? t('gap.paidOn') : undefined}
        onChange={(paidOn) => onChange({ ...input, paidOn: paidOn || undefined })}
      />
    </>
  );
}

/** A sum typed in figures and shown in words, so that a nought too many is seen. */
function AmountInput({ input, onChange, attempted, label }: InputsProps & { label: string }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const [amount] = useDebouncedValue(input.amount, 250);
  const words = useQuery({ queryKey: ['amount', amount], queryFn: () => getAmountInWords(amount ?? 0), enabled: (amount ?? 0) > 0, staleTime: Infinity });
  const shown = input.amount !== undefined && amount === input.amount ? words.data : undefined;
  return (
    <div>
      <TextInput
        id="act-amount"
        label={label}
        inputMode="numeric"
        autoComplete="off"
        value={input.amount === undefined ? '' : String(input.amount)}
        error={attempted && !input.amount ? t('gap.amount') : undefined}
        onChange={(event) => {
          const figures = event.currentTarget.value.replace(/\D/g, '').slice(0, 12);
          onChange({ ...input, amount: figures === '' ? undefined : Number(figures) });
        }}
      />
      <Text mt={4} role="status">
        {shown && (
          <>
            <span className="number">{pick(shown.figures)}</span> – <span lang="vi">{shown.words}</span>
          </>
        )}
      </Text>
    </div>
  );
}
