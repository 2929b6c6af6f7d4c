import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { CitizenPage } from '../page';
import { myDossierQuery, procedureQuery } from '../queries';
import { SignedIn } from '../signed-in';
import { supplementTitle } from './next-action';
import { SupplyForm } from './supply-form';

const route = getRouteApi('/cong-dan/ho-so/$id/bo-sung');

/** Answering the one open request of a dossier. */
export function SupplyPage() {
  const { id } = route.useParams();
  return <SignedIn>{(name) => <Loaded id={id} who={name} />}</SignedIn>;
}

function Loaded({ id, who }: { id: string; who: string }) {
  const { t } = useTranslation('citizen');
  const { data: dossier, error } = useQuery(myDossierQuery(id));
  const procedure = useQuery({ ...procedureQuery(dossier?.procedureCode ?? ''), enabled: dossier !== undefined });
  const supplement = dossier?.acts.some((act) => act.event === 'supply') ? dossier.supplement : undefined;
  const problem = error ?? procedure.error;
  return (
    <CitizenPage title={supplement ? t(supplementTitle(supplement)) : t('supply.title')} back={{ label: t('supply.back'), to: `/cong-dan/ho-so/${id}` }}>
      {problem && <ProblemNotice error={problem} />}
      {!problem && !(dossier && procedure.data) && <Loading />}
      {dossier && !supplement && <p>{t('supply.none')}</p>}
      {dossier && supplement && procedure.data && <SupplyForm key={supplement.id} dossier={dossier} supplement={supplement} form={procedure.data.form ?? {}} who={who} />}
    </CitizenPage>
  );
}
