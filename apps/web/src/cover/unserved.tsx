import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Quoting } from '../components/quoting';
import { dateTime } from '../shell/format';
import { may, useSession } from '../shell/session';
import { useRoleNames } from './absence-form';
import { type LaneAlarm, unservedQuery } from './calls';
import './cover.css';
import './messages';

/** Work that nobody does now, for whoever answers for the unit; nothing where every lane has somebody. */
export function Unserved() {
  const { data } = useQuery(unservedQuery);
  return data && data.length > 0 ? <UnservedLanes alarms={data} /> : null;
}

/** The lanes without anybody: which, since when, who sees to it, and what to do. */
export function UnservedLanes({ alarms }: { alarms: readonly LaneAlarm[] }) {
  const { t } = useTranslation('cover');
  const session = useSession();
  const roles = useRoleNames();
  return (
    <section className="panel cover-warning strong" aria-labelledby="unserved">
      <h2 id="unserved">{t('unserved.title')}</h2>
      <ul className="plain-list cover-list">
        {alarms.map(({ unitId, unitName, role, raisedAt, ownerName, ownerUnitName, openDossiers }) => (
          <li key={`${unitId} ${role}`}>
            <strong>
              <Quoting text={t('unserved.lane', { role: roles(role), unit: unitName })} quotes={[unitName]} />
            </strong>{' '}
            <span className="number">{t('unserved.since', { at: dateTime(raisedAt), count: openDossiers })}</span>
            <p>{ownerName ? <Quoting text={t('unserved.owner', { who: ownerName, unit: ownerUnitName ?? '' })} quotes={[ownerName, ownerUnitName]} /> : t('unserved.noOwner')}</p>
          </li>
        ))}
      </ul>
      <p>{t('unserved.do')}</p>
      {may(session, 'absence.manage') && <Link to="/quan-tri/thay-the">{t('unserved.open')}</Link>}
    </section>
  );
}
