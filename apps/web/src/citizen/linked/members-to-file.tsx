import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../api/types';
import { useLocalized } from '../../shell/localized';

/** What one filing is for: each procedure of the group, when it begins, how long it takes. */
export function MembersToFile({ members }: { members: NonNullable<Assessment['members']> }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  return (
    <section>
      <div className="head">
        <h2>{t('linked.willFile')}</h2>
      </div>
      <ul>
        {members.map(({ key, name, limit, waitsFor }) => (
          <li key={key}>
            {pick(name)}: {waitsFor.length === 0 ? t('linked.now') : t('linked.waits', { names: waitsFor.map(pick).join('; ') })}
            <div className="quiet">{t('linked.limit', { limit: pick(limit) })}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
