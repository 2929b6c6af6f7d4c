import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyData, OwnValue } from '../../api/types';
import { ProblemNotice } from '../../components/problem-notice';
import { newId } from '../../shell/ids';
import { useLocalized } from '../../shell/localized';
import { saveDraft } from '../calls';
import { newFiling } from '../filing/filing-state';
import { draftsQuery } from '../queries';
import { correctionAnswers } from './correction-answers';

/** "Thông tin này chưa đúng": by which procedure a value is put right, and the way there with that value filled in. */
export function NotRight({ value, file }: { value: OwnValue; file: MyData }) {
  const { t } = useTranslation('myData');
  const pick = useLocalized();
  const [asked, setAsked] = useState(false);
  const { correction } = value;
  if (!correction) return <p className="quiet">{t('contact')}</p>;
  if (!asked) {
    return (
      <button type="button" className="link" onClick={() => setAsked(true)}>
        {t('wrong')}
        <span className="visually-hidden">: {pick(value.label)}</span>
      </button>
    );
  }
  return (
    <div role="group" aria-label={t('wrongFor', { label: pick(value.label) })}>
      {correction.isReceivable ? (
        <Begin value={value} file={file} code={correction.procedureCode} name={pick(correction.procedureName)} onCancel={() => setAsked(false)} />
      ) : (
        <>
          <p>{t('wrongElsewhere', { name: pick(correction.procedureName) })}</p>
          <Link to="/cong-dan/thu-tuc/$code" params={{ code: correction.procedureCode }} className="link">
            {t('wrongGuide')}
          </Link>
        </>
      )}
    </div>
  );
}

function Begin({ value, file, code, name, onCancel }: { value: OwnValue; file: MyData; code: string; name: string; onCancel: () => void }) {
  const { t } = useTranslation('myData');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const first = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the focus goes on to what it opened.
  useEffect(() => first.current?.focus(), []);
  const begin = async () => {
    setBusy(true);
    try {
      const draftId = newId();
      await saveDraft(draftId, { procedureCode: code, data: { filing: { ...newFiling(newId()), answers: correctionAnswers(value, file) } } });
      void queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      await navigate({ to: '/cong-dan/nop/$draftId', params: { draftId } });
    } catch (reason) {
      setProblem(reason);
      setBusy(false);
    }
  };
  return (
    <>
      <p>{t('wrongHow', { name })}</p>
      {problem !== undefined && <ProblemNotice error={problem} />}
      <div className="buttons">
        <button type="button" className="go" ref={first} disabled={busy} onClick={() => void begin()}>
          {t('wrongBegin')}
        </button>
        <button type="button" className="link" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </>
  );
}
