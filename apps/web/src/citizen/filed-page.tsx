import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Filed } from '../api/types';
import { Loading } from '../components/loading';
import { ProblemNotice } from '../components/problem-notice';
import { dateTime } from '../shell/format';
import { kept } from '../shell/kept';
import { useLocalized } from '../shell/localized';
import { filedKey } from './filed-copy';
import { CitizenPage } from './page';
import { myDossierQuery } from './queries';
import { SignedIn } from './signed-in';
import { phoneAddress } from './words';

const route = getRouteApi('/cong-dan/da-nop/$dossierId');

/** The confirmation of a filing, at its own address. What it says comes from the desk, so it is there after a reload. */
export function FiledPage() {
  const { dossierId } = route.useParams();
  return <SignedIn>{() => <Confirmation id={dossierId} />}</SignedIn>;
}

function Confirmation({ id }: { id: string }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const { data: dossier, error } = useQuery(myDossierQuery(id));
  const filed = kept<Filed | undefined>(filedKey(id), undefined);
  const number = filed?.filingNumber ?? dossier?.code;
  const filedAt = filed?.filedAt ?? dossier?.filedAt;
  const centre = filed?.centre ?? dossier?.centre;
  return (
    <CitizenPage title={t('filed.title')} back={{ label: t('home'), to: '/cong-dan' }}>
      {error && <ProblemNotice error={error} />}
      {!number && !error && <Loading />}
      {number && filedAt && centre && (
        <>
          <div className="card good">
            <p>{t('filed.number')}</p>
            <p className="big number">{number}</p>
            {dossier && <p>{pick(dossier.procedureName)}</p>}
            <p>{t('filed.at', { at: dateTime(filedAt) })}</p>
          </div>
          <h2>{t('filed.nextTitle')}</h2>
          <p>
            {filed ? t('filed.next', { at: dateTime(filed.answerBy) }) : t('filed.nextLater')} {t('filed.codeLater')}
          </p>
          <p lang="vi">
            <strong>{centre.name}</strong>
            {centre.phone && (
              <>
                {' · '}
                <a href={phoneAddress(centre.phone)} className="link">
                  {centre.phone}
                </a>
              </>
            )}
          </p>
          <h2>{t('filed.secretTitle')}</h2>
          {filed ? (
            <>
              <p className="big number">{filed.secret}</p>
              <p>{t('filed.secretHow')}</p>
            </>
          ) : (
            <p>{t('filed.secretElsewhere')}</p>
          )}
          <div className="buttons">
            <Link to="/cong-dan/ho-so/$id" params={{ id }} className="go">
              {t('filed.follow')}
            </Link>
            <button type="button" className="other" onClick={() => window.print()}>
              {t('filed.print')}
            </button>
          </div>
        </>
      )}
    </CitizenPage>
  );
}
