import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FeeLines } from '../components/fee-lines';
import { PaperCounts } from '../components/paper-counts';
import type { InputsProps } from './inputs-props';
import { ReasonInput } from './reason-input';

/** A dossier ends before a decision: why, and what the person gets back. */
export function ClosingInput(props: InputsProps) {
  const { t } = useTranslation('dossiers');
  const { possible, dossier, input, onChange } = props;
  const wish = dossier.withdrawals.find(({ outcome }) => outcome === undefined)?.wish;
  return (
    <Stack gap="sm">
      {possible.reasons && <ReasonInput {...props} />}
      {wish && possible.event === 'confirmWithdrawal' && (
        <div>
          {t('withdrawal.wish')}: <q lang="vi">{wish}</q>
        </div>
      )}
      <GivenBack dossier={dossier} />
      {dossier.fee.total > 0 && dossier.fee.paid && (
        <Checkbox label={t('withdrawal.feeRefunded')} checked={input.feeRefunded ?? false} onChange={(event) => onChange({ ...input, feeRefunded: event.currentTarget.checked })} />
      )}
    </Stack>
  );
}

/** What the person brought and what was paid. */
export function GivenBack({ dossier }: Pick<InputsProps, 'dossier'>) {
  const { t } = useTranslation(['dossiers', 'common']);
  const brought = dossier.components.filter(({ origin }) => origin === 'brought');
  return (
    <div>
      <strong>{t('dossiers:withdrawal.givenBack')}</strong>
      {brought.length === 0 ? (
        <p>{t('dossiers:withdrawal.noPapers')}</p>
      ) : (
        <PaperCounts papers={brought} />
      )}
      {dossier.fee.total > 0 && (
        <>
          <FeeLines fee={dossier.fee} />
          {t(dossier.fee.paid ? 'common:fee.paid' : 'common:fee.unpaid')}
        </>
      )}
    </div>
  );
}
