import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { usePageTitle } from '../../shell/page-title';
import { may, useSession } from '../../shell/session';
import { type RuleRecord, rulesQuery } from './calls';
import { ChangeTable } from './change-table';
import { RuleTable } from './rule-table';
import './messages';

const STATES = ['in-force', 'coming', 'lapsed'] as const;

/** The rules of authority: in force, to come, lapsed; and what somebody wants changed. */
export function AuthorityPage() {
  const { t } = useTranslation('authority');
  usePageTitle(t('title'));
  const session = useSession();
  const query = useQuery(rulesQuery);
  const inState = (state: string): RuleRecord[] => (query.data ?? []).filter((rule) => rule.state === state);
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p>{t('about')}</p>
      {may(session, 'authority.propose') && (
        <p>
          <Link to="/quan-tri/tham-quyen/de-xuat">{t('propose')}</Link>
        </p>
      )}
      <ChangeTable />
      {query.isError ? (
        <LoadFault error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading />
      ) : (
        STATES.map((state) => <RuleTable key={state} state={state} rules={inState(state)} />)
      )}
    </>
  );
}
