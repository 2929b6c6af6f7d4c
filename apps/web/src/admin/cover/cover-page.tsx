import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadFault } from '../../components/empty-state';
import { Quoting } from '../../components/quoting';
import { Loading } from '../../components/loading';
import { AbsenceForm } from '../../cover/absence-form';
import { AbsenceList } from '../../cover/absence-list';
import { coverQuery, type SingleSigner } from '../../cover/calls';
import '../../cover/cover.css';
import '../../cover/messages';
import { UnservedLanes } from '../../cover/unserved';
import { dateTime } from '../../shell/format';
import { usePageTitle } from '../../shell/page-title';
import { DelegationForm } from './delegation-form';
import { DelegationList } from './delegation-list';

/** Who is away, who stands in and who signs for whom in the units one answers for, and where somebody is missing. */
export function CoverPage() {
  const { t } = useTranslation('cover');
  usePageTitle(t('title'));
  const query = useQuery(coverQuery);
  if (query.isError) return <LoadFault error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { officerId, absences, delegations, singleSigners, alarms, colleagues } = query.data;
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p>{t('about')}</p>
      {alarms.length > 0 && <UnservedLanes alarms={alarms} />}
      {singleSigners.length > 0 && <SingleSigners signers={singleSigners} />}
      <section className="panel" aria-labelledby="absences">
        <h2 id="absences">{t('absences')}</h2>
        <AbsenceList absences={absences} />
      </section>
      <AbsenceForm officerId={officerId} colleagues={colleagues} forOthers />
      <section className="panel" aria-labelledby="delegations">
        <h2 id="delegations">{t('delegations')}</h2>
        <p>{t('rules')}</p>
        <DelegationList delegations={delegations} />
      </section>
      <DelegationForm colleagues={colleagues} />
    </>
  );
}

function SingleSigners({ signers }: { signers: readonly SingleSigner[] }) {
  const { t } = useTranslation('cover');
  return (
    <section className="panel cover-warning" aria-labelledby="single-signers">
      <h2 id="single-signers">{t('single.title')}</h2>
      <ul>
        {signers.map(({ unitId, unitName, officerName, awayFrom, awayTo }) => (
          <li key={unitId}>
            <Quoting text={t('single.line', { unit: unitName, who: officerName })} quotes={[unitName, officerName]} />
            {awayFrom && awayTo && <strong> {t('single.away', { from: dateTime(awayFrom), to: dateTime(awayTo) })}</strong>}
          </li>
        ))}
      </ul>
      <p>{t('single.do')}</p>
    </section>
  );
}
