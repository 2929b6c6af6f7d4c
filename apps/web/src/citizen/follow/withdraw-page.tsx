import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CitizenDossier } from '../../api/types';
import { FeeLines } from '../../components/fee-lines';
import { Loading } from '../../components/loading';
import { PaperCounts } from '../../components/paper-counts';
import { ProblemNotice } from '../../components/problem-notice';
import { useLocalized } from '../../shell/localized';
import { CitizenPage } from '../page';
import { myDossierQuery } from '../queries';
import { SignedIn } from '../signed-in';
import { useOwnAct } from './use-own-act';

const route = getRouteApi('/cong-dan/ho-so/$id/rut-ho-so');

/** Asking to withdraw, with what follows from it said beforehand. */
export function WithdrawPage() {
  const { id } = route.useParams();
  return <SignedIn>{(name) => <Loaded id={id} who={name} />}</SignedIn>;
}

function Loaded({ id, who }: { id: string; who: string }) {
  const { t } = useTranslation('citizen');
  const { data: dossier, error } = useQuery(myDossierQuery(id));
  const possible = dossier?.acts.find(({ event }) => event === 'askWithdrawal');
  return (
    <CitizenPage title={t('withdrawal.title')} back={{ label: t('supply.back'), to: `/cong-dan/ho-so/${id}` }}>
      {error && <ProblemNotice error={error} />}
      {!dossier && !error && <Loading />}
      {dossier && !possible && <p>{t('withdrawal.none')}</p>}
      {dossier && possible && <WithdrawForm dossier={dossier} confirm={possible.confirm} who={who} />}
    </CitizenPage>
  );
}

function WithdrawForm({ dossier, confirm, who }: { dossier: CitizenDossier; confirm: CitizenDossier['stage'] | undefined; who: string }) {
  const { t } = useTranslation(['citizen', 'forms']);
  const pick = useLocalized();
  const { note, write, send, sending, problem } = useOwnAct(dossier.id, 'askWithdrawal', who);
  const brought = dossier.components.filter(({ origin }) => origin === 'brought');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>
        {pick(dossier.procedureName)} · <span className="number">{dossier.code}</span>
      </p>
      <h2>{t('citizen:withdrawal.whatFollows')}</h2>
      <ul>
        <li>{t('citizen:withdrawal.follows.asked')}</li>
        <li>{t('citizen:withdrawal.follows.stands')}</li>
        <li>{t('citizen:withdrawal.follows.stops')}</li>
        <li>{t('citizen:withdrawal.follows.again')}</li>
      </ul>
      <h2>{t('citizen:withdrawal.back')}</h2>
      {brought.length === 0 ? (
        <p>{t('citizen:withdrawal.noPapers')}</p>
      ) : (
        <PaperCounts papers={brought} />
      )}
      {dossier.fee.total > 0 && (
        <>
          <FeeLines fee={dossier.fee} />
          <p>{t(dossier.fee.paid ? 'citizen:withdrawal.feePaid' : 'citizen:withdrawal.feeUnpaid')}</p>
        </>
      )}
      {problem !== undefined && <ProblemNotice error={problem} />}
      <div className="field">
        <label htmlFor="withdrawal-note">{t('forms:optional', { label: t('citizen:withdrawal.reason') })}</label>
        <textarea id="withdrawal-note" rows={3} maxLength={2000} value={note} onChange={(event) => write(event.target.value)} />
      </div>
      {confirm && (
        <p>
          <strong>{pick(confirm)}</strong>
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="go" disabled={sending}>
          {t(sending ? 'citizen:submit.sending' : 'citizen:withdrawal.go')}
        </button>
      </div>
    </form>
  );
}
