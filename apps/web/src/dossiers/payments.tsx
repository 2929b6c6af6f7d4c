import { useTranslation } from 'react-i18next';
import type { Payment } from '../api/types';
import { dateTime, shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';

/** What had to be paid, by when, and the proof that it was. */
export function Payments({ payments }: { payments: readonly Payment[] }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return payments.map((payment) => (
    <div key={payment.id} className="supplement">
      <div>
        <strong>{pick(payment.name)}</strong>: <strong className="number">{pick(payment.amountText)}</strong>
      </div>
      <div lang="vi">{payment.amountInWords}</div>
      {payment.state === 'due' && <div>{t('payment.dueBy', { at: dateTime(payment.payBy) })}</div>}
      {payment.state === 'paid' && (
        <div>
          {t('payment.paid', { day: shortDate(payment.paidOn ?? ''), number: payment.receiptNumber ?? '' })} <span lang="vi">{payment.confirmedBy}</span>
        </div>
      )}
      {payment.state === 'expired' && <div>{t('payment.expired', { at: dateTime(payment.payBy) })}</div>}
      {payment.state === 'closed' && <div>{t('payment.closed')}</div>}
      <div className="under">
        {payment.noticeNumber && `${t('payment.notice', { number: payment.noticeNumber })} · `}
        <span lang="vi">{payment.basis}</span>
      </div>
      {payment.note && <blockquote lang="vi">{payment.note}</blockquote>}
    </div>
  ));
}
