import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDossierRow, Draft } from '../api/types';
import { Loading } from '../components/loading';
import { ProblemNotice } from '../components/problem-notice';
import { dateTime, shortDate, timeOfDay } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { removeDraft } from './calls';
import { forgetCopy } from './filing/use-filing';
import { draftsQuery, myDossiersQuery } from './queries';

/** "Việc của tôi": drafts to go on with and dossiers to follow; what needs the person comes first. */
export function MyMatters() {
  const { t } = useTranslation('citizen');
  const drafts = useQuery(draftsQuery);
  const dossiers = useQuery(myDossiersQuery);
  const problem = drafts.error ?? dossiers.error;
  const rows = [...(dossiers.data ?? [])].sort((a, b) => Number(Boolean(b.action)) - Number(Boolean(a.action)));
  const nothing = drafts.data?.length === 0 && dossiers.data?.length === 0;
  return (
    <section aria-labelledby="matters">
      <h2 id="matters">{t('matters.title')}</h2>
      {problem && <ProblemNotice error={problem} />}
      {!problem && !(drafts.data && dossiers.data) && <Loading />}
      {nothing && <p>{t('matters.nothing')}</p>}
      <ul className="plain-list">
        {drafts.data?.map((draft) => <DraftRow key={draft.id} draft={draft} />)}
        {rows.map((row) => (
          <DossierRow key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function DraftRow({ draft }: { draft: Draft }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const keepIt = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the focus goes to the harmless one of the two in its place.
  useEffect(() => {
    if (asked) keepIt.current?.focus();
  }, [asked]);
  const remove = async () => {
    try {
      await removeDraft(draft.id);
      forgetCopy(draft.id);
      await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
    } catch (reason) {
      setProblem(reason);
    }
  };
  return (
    <li className="card">
      <Link to="/cong-dan/nop/$draftId" params={{ draftId: draft.id }} className="matter">
        {t('matters.goOn', { name: pick(draft.procedureName) })}
      </Link>
      <p className="quiet">{t('matters.draft', { at: dateTime(draft.savedAt) })}</p>
      {problem !== undefined && <ProblemNotice error={problem} />}
      {asked ? (
        <div role="group" aria-label={t('matters.removeSure')}>
          <p>{t('matters.removeSure')}</p>
          <button type="button" className="link" onClick={() => void remove()}>
            {t('matters.removeYes')}
          </button>
          <button type="button" className="link" ref={keepIt} onClick={() => setAsked(false)}>
            {t('matters.removeNo')}
          </button>
        </div>
      ) : (
        <button type="button" className="link" onClick={() => setAsked(true)}>
          {t('matters.remove')}
          <span className="visually-hidden">: {pick(draft.procedureName)}</span>
        </button>
      )}
    </li>
  );
}

function DossierRow({ row }: { row: CitizenDossierRow }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  return (
    <li className={row.action ? 'card action' : 'card'}>
      <Link to="/cong-dan/ho-so/$id" params={{ id: row.id }} className="matter">
        {pick(row.procedureName)}
      </Link>
      {row.onBehalfOf && (
        <p className="quiet">
          {t('onBehalfOf.row')} <span lang="vi">{row.onBehalfOf}</span>
        </p>
      )}
      {row.action && (
        <p>
          <strong>{t('matters.todo', { action: pick(row.action) })}</strong>
        </p>
      )}
      {row.groupId && (
        <p>
          <Link to="/cong-dan/lien-thong/$id" params={{ id: row.groupId }} className="link">
            {t('linked.partOf')}
          </Link>
        </p>
      )}
      {row.status !== 3 && row.status !== 8 && row.status !== 10 && (
        <p className="quiet">
          {t('matters.where')} <span lang="vi">{row.where.holder.name}</span>
        </p>
      )}
      <p className="quiet">
        <span className="number">{row.code}</span> · {pick(row.statusName)}
        {row.dueAt && row.status !== 8 && row.status !== 10 && ` · ${t('matters.due', { at: `${timeOfDay(row.dueAt)}, ${shortDate(row.dueAt)}` })}`}
      </p>
    </li>
  );
}
