import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guidanceAddress } from '../api/calls';
import type { Procedure } from '../api/types';
import { Loading } from '../components/loading';
import { PdfLink } from '../components/pdf-link';
import { ShownValues } from '../components/shown-values';
import { ProblemNotice } from '../components/problem-notice';
import { shortDate } from '../shell/format';
import { newId } from '../shell/ids';
import { useLocalized } from '../shell/localized';
import { sessionQuery } from '../shell/session';
import { saveDraft } from './calls';
import { newFiling } from './filing/filing-state';
import { OwnDrafts } from './own-drafts';
import { CitizenPage } from './page';
import { communesQuery, draftsQuery, procedureQuery } from './queries';
import { SignInLink } from './sign-in-link';
import { phoneAddress } from './words';

const route = getRouteApi('/cong-dan/thu-tuc/$code');

/** What one procedure is about and what it takes, before anyone signs in. */
export function ProcedurePage() {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const { code } = route.useParams();
  const { data: procedure, error } = useQuery(procedureQuery(code));
  return (
    <CitizenPage title={procedure ? pick(procedure.name) : t('procedure.title')} back={{ label: t('home'), to: '/cong-dan' }}>
      {error && <ProblemNotice error={error} />}
      {!procedure && !error && <Loading />}
      {procedure && (
        <>
          <Begin procedure={procedure} />
          <About procedure={procedure} />
        </>
      )}
    </CitizenPage>
  );
}

function Begin({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const begin = async () => {
    setBusy(true);
    try {
      const draftId = newId();
      await saveDraft(draftId, { procedureCode: procedure.code, data: { filing: newFiling(newId()) } });
      void queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      await navigate({ to: '/cong-dan/nop/$draftId', params: { draftId } });
    } catch (reason) {
      setProblem(reason);
      setBusy(false);
    }
  };
  if (!procedure.receivable) return <p className="card">{procedure.referral ? t('procedure.elsewhere', { agency: pick(procedure.referral) }) : t('procedure.notOnline')}</p>;
  return (
    <div className="card">
      {session?.kind === 'citizen' && <OwnDrafts procedureCode={procedure.code} />}
      {problem !== undefined && <ProblemNotice error={problem} />}
      <div className="buttons">
        {session?.kind === 'citizen' ? (
          <button type="button" className="go" disabled={busy} onClick={() => void begin()}>
            {t('procedure.begin')}
          </button>
        ) : (
          <SignInLink returnTo={`/cong-dan/thu-tuc/${procedure.code}`} label={t('procedure.signInBegin')} />
        )}
      </div>
      <p className="quiet">{t('procedure.saves')}</p>
    </div>
  );
}

function About({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation(['citizen', 'common']);
  const pick = useLocalized();
  const { data: communes = [] } = useQuery(communesQuery);
  const { components, applicants, legalBases, results } = procedure;
  return (
    <>
      <h2>{t('procedure.who')}</h2>
      <List items={applicants} nothing={t('procedure.unknown')} />
      <h2>{t('procedure.ready')}</h2>
      {components.length === 0 ? (
        <p>{t('procedure.noPapers')}</p>
      ) : (
        <ul>
          {components.map((component) => (
            <li key={component.name.vi}>
              {pick(component.name)}
              {component.conditional && ` (${t('procedure.conditional')})`}
              {component.why && <div className="quiet">{pick(component.why)}</div>}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{t('procedure.known')}</p>
      <h2>{t('procedure.fee')}</h2>
      {procedure.values.some(({ kind }) => kind === 'fee') ? <ShownValues values={procedure.values} kind="fee" /> : <p>{pick(procedure.fee)}</p>}
      {procedure.values.some(({ kind }) => kind === 'exemption') && (
        <>
          <h3>{t('common:layer.exemptions')}</h3>
          <ShownValues values={procedure.values} kind="exemption" />
        </>
      )}
      <h2>{t('procedure.limit')}</h2>
      {procedure.values.some(({ kind }) => kind === 'limit') ? <ShownValues values={procedure.values} kind="limit" /> : <p>{pick(procedure.limit)}</p>}
      <p className="quiet">{t('procedure.ifMissing')}</p>
      {procedure.values.some(({ kind }) => kind === 'channels' || kind === 'note') && (
        <>
          <h2>{t('common:layer.ways')}</h2>
          <ShownValues values={procedure.values} kind="channels" />
          <ShownValues values={procedure.values} kind="note" />
          <ShownValues values={procedure.values} kind="reception" />
        </>
      )}
      <h2>{t('procedure.result')}</h2>
      <List items={results} nothing={t('procedure.unknown')} />
      <p>
        {t('procedure.decidedBy')}: {pick(procedure.decidedBy)}
      </p>
      <h2>{t('procedure.counter')}</h2>
      <p>{t('procedure.counterAbout')}</p>
      <ul className="plain-list">
        {communes.map((unit) => (
          <li key={unit.id} lang="vi">
            {unit.name}
            {unit.phone && (
              <>
                {' · '}
                <a href={phoneAddress(unit.phone)} className="link">
                  {unit.phone}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p>
        <PdfLink href={guidanceAddress(procedure.code)}>{t('procedure.guidance')}</PdfLink>
      </p>
      <h2>{t('procedure.law')}</h2>
      <List items={legalBases} nothing={t('procedure.unknown')} />
      {procedure.assumptions.length > 0 && (
        <details>
          <summary>{t('procedure.assumptions')}</summary>
          <ul>
            {procedure.assumptions.map((one) => (
              <li key={one.vi}>{pick(one)}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet">
        {t('procedure.code', { code: procedure.code })}
        {procedure.effectiveFrom && ` · ${t('procedure.version', { version: procedure.version, date: shortDate(procedure.effectiveFrom) })}`}
      </p>
    </>
  );
}

/** Texts of the law and the catalogue, which exist in Vietnamese only. */
function List({ items, nothing }: { items: readonly string[]; nothing: string }) {
  if (items.length === 0) return <p>{nothing}</p>;
  return (
    <ul lang="vi">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
