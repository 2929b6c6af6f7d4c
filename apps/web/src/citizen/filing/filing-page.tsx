import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../api/types';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { CitizenPage } from '../page';
import { draftQuery, procedureQuery } from '../queries';
import { SignedIn } from '../signed-in';
import { FilingSteps } from './filing-steps';

const route = getRouteApi('/cong-dan/nop/$draftId');

/** Filing online, step by step. */
export function FilingPage() {
  const { draftId } = route.useParams();
  return <SignedIn>{(name) => <LoadedFiling key={draftId} id={draftId} who={name} />}</SignedIn>;
}

function LoadedFiling({ id, who }: { id: string; who: string }) {
  const { t } = useTranslation('citizen');
  const { data: draft, error } = useQuery(draftQuery(id));
  if (draft) return <WithProcedure draft={draft} who={who} />;
  return (
    <CitizenPage title={t('filing.title')} back={{ label: t('home'), to: '/cong-dan' }}>
      {error ? <ProblemNotice error={error} /> : <Loading />}
    </CitizenPage>
  );
}

function WithProcedure({ draft, who }: { draft: Draft; who: string }) {
  const { t } = useTranslation('citizen');
  const { data: procedure, error } = useQuery(procedureQuery(draft.procedureCode));
  if (procedure?.form) return <FilingSteps draft={draft} who={who} procedure={procedure} form={procedure.form} />;
  return (
    <CitizenPage title={t('filing.title')} back={{ label: t('home'), to: '/cong-dan' }}>
      {error ? <ProblemNotice error={error} /> : procedure ? <p>{t('procedure.notOnline')}</p> : <Loading />}
    </CitizenPage>
  );
}
