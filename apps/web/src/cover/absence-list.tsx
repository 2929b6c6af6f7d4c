import { Badge, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAdminAct } from '../admin/use-admin-act';
import { ProblemNotice } from '../components/problem-notice';
import { Quoting } from '../components/quoting';
import { oneOf } from '../components/words';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { REASONS } from './absence-draft';
import { type Absence, endAbsence } from './calls';
import './messages';

const COLOURS = { now: 'orange', coming: 'blue', over: 'gray' } as const;

/** Absences, each with its time, its posts and who stands in; what may be ended has its button. */
export function AbsenceList({ absences }: { absences: readonly Absence[] }) {
  const { t } = useTranslation('cover');
  return (
    <ul className="plain-list cover-list">
      {absences.map((absence) => (
        <li key={absence.id}>
          <AbsenceLine absence={absence} />
        </li>
      ))}
      {absences.length === 0 && <li>{t('none')}</li>}
    </ul>
  );
}

function AbsenceLine({ absence }: { absence: Absence }) {
  const { t } = useTranslation('cover');
  const pick = useLocalized();
  const end = useAdminAct('cover', () => endAbsence(absence.id));
  return (
    <>
      <h3>
        <span lang="vi">{absence.officerName}</span>{' '}
        <Badge color={COLOURS[absence.state]} variant="light">
          {t(`states.${absence.state}`)}
        </Badge>
      </h3>
      {end.isError && <ProblemNotice error={end.error} />}
      <dl className="facts">
        <dt>{t('time')}</dt>
        <dd className="number">
          {dateTime(absence.from)} – {dateTime(absence.endedAt ?? absence.to)}
        </dd>
        <dt>{t('reason')}</dt>
        <dd>{t(`reasons.${oneOf(REASONS, absence.reason, 'other')}`)}</dd>
        <dt>{t('post')}</dt>
        <dd>
          <Quoting text={absence.posts.map(({ roleName, unitName }) => `${pick(roleName)}, ${unitName}`).join('; ')} quotes={absence.posts.map(({ unitName }) => unitName)} />
        </dd>
        <dt>{t('scope')}</dt>
        <dd className="number">{absence.procedures.join(', ') || t('everyProcedure')}</dd>
        <dt>{t('standIn')}</dt>
        <dd lang="vi">{absence.standInName ?? t('nobody')}</dd>
        <dt>{t('enteredBy')}</dt>
        <dd>
          <span lang="vi">{absence.enteredBy}</span>, <span className="number">{dateTime(absence.enteredAt)}</span>
        </dd>
      </dl>
      {absence.endable && (
        <Button variant="default" size="compact-md" mt="xs" loading={end.isPending} onClick={() => end.mutate()} aria-label={`${t(absence.state === 'coming' ? 'takeBack' : 'end')}: ${absence.officerName}`}>
          {t(absence.state === 'coming' ? 'takeBack' : 'end')}
        </Button>
      )}
    </>
  );
}
