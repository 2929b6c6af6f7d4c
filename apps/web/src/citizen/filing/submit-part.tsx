import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment, Draft } from '../../api/types';
import { ProblemNotice } from '../../components/problem-notice';
import type { FormGroup } from '../../forms/form-schema';
import { keep } from '../../shell/kept';
import { fileDossier } from '../calls';
import { draftsQuery, myDossiersQuery } from '../queries';
import { filedKey } from '../filed-copy';
import { type Files, type Filing, filingBody } from './filing-state';

interface SubmitPartProps {
  draft: Draft;
  filing: Filing;
  files: Files;
  groups: readonly FormGroup[];
  ask: () => Promise<Assessment>;
  /** The steps that still lack something, by what the desk says now. */
  incomplete: (judged: Assessment) => string[];
  titleOf: (step: string) => string;
  onFiled: () => void;
}

/** The declaration to read, and the button that confirms it and files the dossier. */
export function SubmitPart({ draft, filing, files, groups, ask, incomplete, titleOf, onFiled }: SubmitPartProps) {
  const { t } = useTranslation('citizen');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [lacking, setLacking] = useState<readonly string[]>([]);
  const box = useRef<HTMLDivElement>(null);

  const submit = async () => {
    setSending(true);
    setProblem(undefined);
    try {
      const judged = await ask();
      const open = incomplete(judged);
      setLacking(open);
      if (open.length > 0) {
        setTimeout(() => box.current?.focus());
        return;
      }
      const filed = await fileDossier(filingBody(draft.id, draft.procedureCode, filing, files, groups, judged));
      onFiled();
      if (!filed.groupId) keep(filedKey(filed.dossierId), filed);
      void queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      void queries.invalidateQueries({ queryKey: myDossiersQuery.queryKey });
      if (filed.groupId) await navigate({ to: '/cong-dan/lien-thong/$id', params: { id: filed.groupId }, replace: true });
      else await navigate({ to: '/cong-dan/da-nop/$dossierId', params: { dossierId: filed.dossierId }, replace: true });
    } catch (reason) {
      setProblem(reason);
    } finally {
      setSending(false);
    }
  };
  return (
    <section className="card" aria-labelledby="declaration">
      <h2 id="declaration">{t('submit.title')}</h2>
      <p>{t('submit.truth')}</p>
      <p>{t('submit.data')}</p>
      <p>{t('submit.next')}</p>
      {lacking.length > 0 && (
        <div ref={box} tabIndex={-1} role="group" aria-labelledby="lacking" className="card action">
          <h3 id="lacking">{t('submit.lacking')}</h3>
          <ul className="plain-list">
            {lacking.map((step) => (
              <li key={step}>
                <Link to="/cong-dan/nop/$draftId" params={{ draftId: draft.id }} search={{ buoc: step, sua: true }} className="link">
                  {titleOf(step)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {problem !== undefined && <ProblemNotice error={problem} />}
      <div className="buttons">
        <button type="button" className="go" disabled={sending} onClick={() => void submit()}>
          {t(sending ? 'submit.sending' : 'submit.go')}
        </button>
      </div>
    </section>
  );
}
