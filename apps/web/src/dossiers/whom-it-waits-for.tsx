import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { dateTime, shortDate } from '../shell/format';

/** Said to an officer who has nothing to do: whose turn it is. A dossier that waits for its citizen, for an opinion or for time is nobody's of the unit. */
export function WhomItWaitsFor({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossiers');
  const { awaiting, elsewhere, status, holder, addressee, supplements, payments, consultations, stepTime } = dossier;
  const unit = (name: string) => <span lang="vi">{name}</span>;
  const supplement = supplements.findLast(({ answeredAt }) => answeredAt === undefined);
  const payment = payments.findLast(({ state }) => state === 'due');
  if (awaiting === 'citizen' && status === 5 && supplement) return t('waits.supplement', { date: shortDate(supplement.answerBy) });
  if (awaiting === 'citizen' && status === 6 && payment) return t('waits.payment', { at: dateTime(payment.payBy) });
  if (awaiting === 'citizen' && status === 9) return <>{t('waits.collection')} {unit(holder.name)}.</>;
  if (awaiting === 'citizen' && elsewhere) return t('waits.confirmation');
  if (awaiting === 'citizen') return t('waits.draft');
  if (awaiting === 'signature') return t('waits.signature');
  if (awaiting === 'agency' && elsewhere) return <>{t('waits.agency')} {unit(elsewhere.unit.name)}.</>;
  if (awaiting === 'time' && stepTime) return <>{t('waits.posting', { at: dateTime(stepTime.dueAt) })} {unit(holder.name)}.</>;
  if (awaiting === 'consulted') {
    const asked = consultations.filter(({ state }) => state === 'open' || state === 'overdue');
    return <>{t('waits.opinion')} {unit(asked.map((each) => each.unit.name).join('; '))}.</>;
  }
  return <>{t('waits.unit')} {unit(addressee?.name ?? holder.name)}.</>;
}
