import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getReasons } from '../../api/calls';
import { asProblem } from '../../api/problem';
import type { CitizenDossier, Supplement } from '../../api/types';
import { ErrorSummary, type FieldError } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import { inputIdOf } from '../../forms/field-input';
import { nameOf, readForm } from '../../forms/form-schema';
import { shortDate } from '../../shell/format';
import { newId } from '../../shell/ids';
import { keep, kept } from '../../shell/kept';
import { useLocalized } from '../../shell/localized';
import { supply } from '../calls';
import { FilePicker } from '../filing/file-picker';
import { LIMIT_MB } from '../filing/file-rules';
import { CitizenField, FIELD_PREFIX } from '../filing/questions-step';
import { paperInputId } from '../filing/papers-step';
import { newSupply, type SupplyDraft, supplyBody, unanswered } from './supply-state';
import { useSending } from './use-sending';

interface SupplyFormProps {
  dossier: CitizenDossier;
  supplement: Supplement;
  form: Record<string, unknown>;
  who: string;
}

type Line = Supplement['items'][number];

/** Only what was marked is open, each with its reason and, where the catalogue has one, an example of a right one. */
export function SupplyForm({ dossier, supplement, form, who }: SupplyFormProps) {
  const { t } = useTranslation(['citizen', 'forms']);
  const pick = useLocalized();
  const fields = useMemo(() => readForm(form).flatMap((group) => group.fields), [form]);
  const { data: reasons = [] } = useQuery({ queryKey: ['reasons', 'supplement'], queryFn: () => getReasons('supplement'), staleTime: Infinity });
  const key = `citizen.supply.${who}.${supplement.id}`;
  const [draft, setDraft] = useState<SupplyDraft>(() => kept(key, newSupply(newId())));
  const latest = useRef(draft);
  const [attempt, setAttempt] = useState(0);
  const { send, sending, problem, forgetProblem } = useSending(dossier.id, key);

  // From the latest value: an upload may end after other things were typed.
  const change = (update: (before: SupplyDraft) => SupplyDraft) => {
    latest.current = update(latest.current);
    setDraft(latest.current);
    keep(key, latest.current);
  };
  const inputOf = (line: Line): string => (line.target === 'field' ? inputIdOf(FIELD_PREFIX, nameOf(line.key)) : paperInputId(line.key));
  const refused = problem === undefined ? [] : (asProblem(problem).body.fields ?? []);
  const faultOf = (line: Line): string | undefined => {
    if (attempt === 0) return undefined;
    if (unanswered(supplement, draft).includes(line)) return t(line.target === 'field' ? 'supply.missingAnswer' : 'papers.missing', { name: line.name });
    const fault = refused.find((one) => nameOf(one.pointer) === nameOf(line.key));
    return fault && pick(fault);
  };
  const errors: FieldError[] = supplement.items.flatMap((line) => {
    const message = faultOf(line);
    return message ? [{ inputId: inputOf(line), message }] : [];
  });

  const submit = () => {
    forgetProblem();
    setAttempt((before) => before + 1);
    if (unanswered(supplement, draft).length === 0) void send(() => supply(dossier.id, supplyBody(supplement, draft)));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{t(supplement.beforeReceipt ? 'action.noClock' : 'action.clockPaused', { date: shortDate(supplement.askedAt) })}</p>
      <p>
        <strong>{t('action.answerBy', { date: shortDate(supplement.answerBy) })}</strong> {t('supply.otherwise')}
      </p>
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem !== undefined && <ProblemNotice error={problem} />}
      {supplement.items.map((line) => {
        const field = line.target === 'field' ? fields.find((one) => one.name === nameOf(line.key)) : undefined;
        const example = reasons.find((reason) => reason.text.vi === line.reason.vi)?.example;
        const before = dossier.answers.flatMap((group) => group.answers).find((answer) => answer.pointer === line.key)?.value;
        const id = inputOf(line);
        const fault = faultOf(line);
        return (
          <section key={`${line.target} ${line.key}`} className="card" aria-labelledby={`${id}-name`}>
            <h2 id={`${id}-name`}>{field ? pick(field.label) : <span lang="vi">{line.name}</span>}</h2>
            <p>
              <strong>{t('supply.why')}:</strong> {pick(line.reason)} {line.basis && <span className="quiet" lang="vi">({line.basis})</span>}
            </p>
            {line.note && (
              <p>
                <strong>{t('supply.what')}:</strong> <span lang="vi">{line.note}</span>
              </p>
            )}
            {example && (
              <p>
                <strong>{t('supply.example')}:</strong> {pick(example)}
              </p>
            )}
            {field && before && <p className="quiet">{t('supply.before', { value: before })}</p>}
            {field && (
              <CitizenField field={field} value={draft.answers[field.name]} fault={fault} onChange={(value) => change((old) => ({ ...old, answers: { ...old.answers, [field.name]: value } }))} />
            )}
            {line.target === 'component' && (
              <>
                <p className="quiet">{t('papers.rules', { limit: LIMIT_MB })}</p>
                {fault && (
                  <p className="fault" id={`${id}-error`}>
                    {fault}
                  </p>
                )}
                <FilePicker
                  id={id}
                  paperKey={line.key}
                  paperName={line.name}
                  owner={{ dossier: dossier.id }}
                  files={draft.files[line.key] ?? []}
                  onChange={(update) => change((old) => ({ ...old, files: { ...old.files, [line.key]: update(old.files[line.key] ?? []) } }))}
                  describedBy={fault && `${id}-error`}
                />
              </>
            )}
          </section>
        );
      })}
      <div className="field">
        <label htmlFor="supply-note">{t('forms:optional', { label: t('supply.note') })}</label>
        <textarea id="supply-note" rows={3} maxLength={1000} value={draft.note} onChange={(event) => change((old) => ({ ...old, note: event.target.value }))} />
      </div>
      <section className="card" aria-labelledby="confirm">
        <h2 id="confirm">{t('supply.confirmTitle')}</h2>
        <p>{t('submit.truth')}</p>
        <div className="buttons">
          <button type="submit" className="go" disabled={sending}>
            {t(sending ? 'submit.sending' : 'supply.go')}
          </button>
        </div>
      </section>
    </form>
  );
}
