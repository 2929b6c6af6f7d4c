import { Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import type { InputsProps } from './inputs-props';

type Choice = NonNullable<Dossier['choices']['consult']>[number];

/** Which bodies are asked, each with its question, its time and what silence means; none, where the case calls for none. */
export function ConsultationInput({ dossier, input, onChange }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const asked = input.consult ?? [];
  const set = (body: string, question: string | undefined, on: boolean) =>
    onChange({ ...input, consult: [...asked.filter((one) => one.body !== body), ...(on ? [{ body, ...(question ? { question } : {}) }] : [])] });
  return (
    <fieldset className="plain-fieldset">
      <legend>{t('consult.whom')}</legend>
      {dossier.choices.consult?.map((choice) => (
        <Body key={choice.body} choice={choice} asked={asked.find(({ body }) => body === choice.body)} onChange={(question, on) => set(choice.body, question, on)} />
      ))}
      {asked.length === 0 && <p role="status">{t('consult.nobody')}</p>}
    </fieldset>
  );
}

interface BodyProps {
  choice: Choice;
  asked: { question?: string } | undefined;
  onChange: (question: string | undefined, on: boolean) => void;
}

function Body({ choice, asked, onChange }: BodyProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return (
    <div className="supplement-line">
      <Checkbox label={<span lang="vi">{choice.unit.name}</span>} checked={asked !== undefined} onChange={(event) => onChange(asked?.question, event.currentTarget.checked)} />
      <div className="supplement-detail">
        <div>{pick(choice.question)}</div>
        <div className="under">
          {t(choice.preselected ? 'consult.called' : 'consult.notCalled')} · {t('consult.answersBy', { at: dateTime(choice.dueAt) })} · <span lang="vi">{choice.basis}</span>
        </div>
        {choice.silenceAgrees && <div className="under">{t('consult.silence')}</div>}
        {asked && (
          <Textarea
            label={
              <>
                {t('consult.own')} – <span lang="vi">{choice.unit.name}</span>
              </>
            }
            minRows={1}
            maxLength={2000}
            value={asked.question ?? ''}
            onChange={(event) => onChange(event.currentTarget.value, true)}
          />
        )}
      </div>
    </div>
  );
}
