import { useTranslation } from 'react-i18next';
import type { Supplement } from '../api/types';
import { dateTime, shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';

/** What was asked to be supplied, why, by when, and whether it came. */
export function Supplements({ supplements }: { supplements: readonly Supplement[] }) {
  const { t } = useTranslation('dossiers');
  return supplements.map((supplement) => (
    <div key={supplement.id} className="supplement">
      <div>
        <strong>{t(supplement.beforeReceipt ? 'supplements.before' : 'supplements.after', { at: dateTime(supplement.askedAt) })}</strong>
      </div>
      <div>
        {supplement.answeredAt
          ? t('supplements.answered', { at: dateTime(supplement.answeredAt) })
          : supplement.expiredAt
            ? t('supplements.expired', { day: shortDate(supplement.answerBy) })
            : t('supplements.waiting', { day: shortDate(supplement.answerBy) })}
      </div>
      {supplement.note && <blockquote lang="vi">{supplement.note}</blockquote>}
      <SupplementItems items={supplement.items} />
    </div>
  ));
}

/** Each thing asked for, why, and what to do. */
export function SupplementItems({ items }: { items: Supplement['items'] }) {
  const pick = useLocalized();
  return (
    <ul>
      {items.map((item) => (
        <li key={item.target + item.key}>
          <strong lang="vi">{item.name}</strong>: {pick(item.reason)}{' '}
          <span className="under" lang="vi">
            ({item.basis})
          </span>
          {item.note && <div lang="vi">{item.note}</div>}
        </li>
      ))}
    </ul>
  );
}
