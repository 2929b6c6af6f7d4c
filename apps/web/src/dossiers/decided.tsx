import { useTranslation } from 'react-i18next';
import { Extensions } from './extensions';
import type { InputsProps } from './inputs-props';
import { Proposals } from './proposals';

/** Exactly what a leader, or whoever answers, decides on: the request proposed, the extension proposed, the wish to withdraw. */
export function Decided({ possible, dossier }: Pick<InputsProps, 'possible' | 'dossier'>) {
  const { t } = useTranslation('dossiers');
  switch (possible.event) {
    case 'approveSupplement':
    case 'declineSupplement':
      return <Proposals proposals={dossier.proposals.filter(({ outcome }) => outcome === undefined)} />;
    case 'grantExtension':
    case 'declineExtension':
      return <Extensions extensions={dossier.extensions.filter(({ outcome }) => outcome === undefined)} />;
    case 'declineWithdrawal': {
      const wish = dossier.withdrawals.find(({ outcome }) => outcome === undefined)?.wish;
      return wish ? (
        <div>
          {t('withdrawal.wish')}: <q lang="vi">{wish}</q>
        </div>
      ) : null;
    }
    default:
      return null;
  }
}
