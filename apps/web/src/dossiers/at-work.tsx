import { useTranslation } from 'react-i18next';
import type { PeopleAtWork } from '../api/types';

/** Exactly one lead, who is called in beside, who watches. */
export function AtWork({ people }: { people: PeopleAtWork }) {
  const { t } = useTranslation('dossiers');
  const names = (list: PeopleAtWork['cooperators']) => list.map(({ name, unit }) => (unit ? `${name} (${unit})` : name)).join('; ');
  return (
    <dl className="facts">
      <dt>{t('atWork.lead')}</dt>
      <dd lang={people.lead ? 'vi' : undefined}>{people.lead ? names([people.lead]) : t('atWork.nobody')}</dd>
      {people.cooperators.length > 0 && (
        <>
          <dt>{t('atWork.cooperators')}</dt>
          <dd lang="vi">{names(people.cooperators)}</dd>
        </>
      )}
      {people.followers.length > 0 && (
        <>
          <dt>{t('atWork.followers')}</dt>
          <dd lang="vi">{names(people.followers)}</dd>
        </>
      )}
    </dl>
  );
}
