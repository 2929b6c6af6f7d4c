import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDossier, DraftCheck } from '../../api/types';
import { ErrorSummary } from '../../components/error-summary';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { dateTime } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { CitizenPage } from '../page';
import { myDossierQuery } from '../queries';
import { SignedIn } from '../signed-in';
import { useOwnAct } from './use-own-act';

const route = getRouteApi('/cong-dan/ho-so/$id/du-thao');

/** Reading the draft of a result before it is signed: right, or what is wrong. */
export function DraftPage() {
  const { id } = route.useParams();
  return <SignedIn>{(name) => <Loaded id={id} who={name} />}</SignedIn>;
}

function Loaded({ id, who }: { id: string; who: string }) {
  const { t } = useTranslation('citizen');
  const { data: dossier, error } = useQuery(myDossierQuery(id));
  const draft = dossier?.acts.some(({ event }) => event === 'confirmDraft') ? dossier.draftCheck : undefined;
  return (
    <CitizenPage title={t('draft.title')} back={{ label: t('supply.back'), to: `/cong-dan/ho-so/${id}` }}>
      {error && <ProblemNotice error={error} />}
      {!dossier && !error && <Loading />}
      {dossier && !draft && <p>{t('draft.none')}</p>}
      {dossier && draft && <Draft dossier={dossier} draft={draft} who={who} />}
    </CitizenPage>
  );
}

function Draft({ dossier, draft, who }: { dossier: CitizenDossier; draft: DraftCheck; who: string }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const right = useOwnAct(dossier.id, 'confirmDraft', who);
  const wrong = useOwnAct(dossier.id, 'objectToDraft', who);
  const [objecting, setObjecting] = useState(wrong.note !== '');
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && wrong.note.trim() === '';
  const object = () => {
    setAttempt(attempt + 1);
    if (wrong.note.trim() !== '') void wrong.send();
  };
  return (
    <>
      <p>{t('draft.about')}</p>
      <p>
        <strong>{t('draft.answerBy', { at: dateTime(draft.answerBy) })}</strong>{' '}
        <span className="quiet" lang="vi">
          {draft.basis}
        </span>
      </p>
      <section className="statement" aria-labelledby="draft-lines">
        <h2 id="draft-lines">{pick(draft.result)}</h2>
        <dl className="values">
          {draft.lines.map((line, index) => (
            <div key={index}>
              <dt>{pick(line.label)}</dt>
              <dd lang="vi">{line.value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {right.problem !== undefined && <ProblemNotice error={right.problem} />}
      <div className="buttons">
        <button type="button" className="go" disabled={right.sending} onClick={() => void right.send()}>
          {t(right.sending ? 'submit.sending' : 'draft.right')}
        </button>
        <button type="button" className="other" aria-expanded={objecting} onClick={() => setObjecting(!objecting)}>
          {t('draft.wrong')}
        </button>
      </div>
      {objecting && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            object();
          }}
        >
          <ErrorSummary attempt={attempt} errors={missing ? [{ inputId: 'draft-note', message: t('draft.sayWhat') }] : []} />
          {wrong.problem !== undefined && <ProblemNotice error={wrong.problem} />}
          <div className="field">
            <label htmlFor="draft-note">{t('draft.what')}</label>
            {missing && (
              <p className="fault" id="draft-note-error">
                {t('draft.sayWhat')}
              </p>
            )}
            <textarea
              id="draft-note"
              rows={4}
              maxLength={2000}
              value={wrong.note}
              aria-invalid={missing}
              aria-describedby={missing ? 'draft-note-error' : undefined}
              onChange={(event) => wrong.write(event.target.value)}
            />
          </div>
          <div className="buttons">
            <button type="submit" className="go" disabled={wrong.sending}>
              {t(wrong.sending ? 'submit.sending' : 'draft.send')}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
