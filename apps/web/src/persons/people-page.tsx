import { Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { searchPersons } from '../api/calls';
import type { PersonRow } from '../api/types';
import { LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import { SearchBox } from '../components/search-box';
import '../counter/new-person/messages';
import { isAskablePerson } from '../counter/person-zone';
import '../dossiers/dossiers.css';
import { Section } from '../dossiers/section';
import { QualityTabs } from '../quality/tabs';
import { usePageTitle } from '../shell/page-title';
import { may, useSession } from '../shell/session';
import { listCorrections } from './calls';
import { Corrections } from './corrections';
import { Looks } from './looks';
import { PersonOption } from './person-option';
import './persons.css';

/** Data on file about people: find somebody, decide corrections, read who looked outside dossiers; each where the officer may. */
export function PeoplePage() {
  const { t } = useTranslation('persons');
  const session = useSession();
  const navigate = useNavigate();
  usePageTitle(t('people.title'));
  const corrects = may(session, 'person.approve-correction') || may(session, 'person.correct');
  return (
    <>
      <Title order={1} mb="xs">
        {t('people.title')}
      </Title>
      <QualityTabs />
      <div className="people-parts">
        {may(session, 'person.search') && (
          <Section title={t('people.find')}>
            <SearchBox<PersonRow>
              id="people-search" name="persons" label={t('people.search')} description={t('people.searchHelp')} inputMode="search" find={searchPersons} isAskable={isAskablePerson} keyOf={(person) => person.id}
              onPick={({ id }) => void navigate({ to: '/nguoi/$id', params: { id } })} nothing={t('people.nobody')}
              show={(person) => <PersonOption person={person} />}
            />
          </Section>
        )}
        {corrects && <Waiting />}
        <Looks />
      </div>
    </>
  );
}

function Waiting() {
  const { t } = useTranslation('persons');
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['corrections'], queryFn: listCorrections, staleTime: 60_000 });
  return (
    <Section title={t('people.corrections')}>
      {query.isError && <LoadFault error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data?.length === 0 && <p>{t('people.noCorrections')}</p>}
      {query.data && query.data.length > 0 && <Corrections corrections={query.data} named onDone={() => void queries.invalidateQueries({ queryKey: ['corrections'] })} />}
    </Section>
  );
}
