import { Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import type { InputsProps } from './inputs-props';
import { NotedInput } from './noted-input';

/** What my unit is asked, read right above the answer. */
export function AskedQuestion({ dossier }: Pick<InputsProps, 'dossier'>) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const asked = dossier.consultations.find(({ mine }) => mine);
  if (!asked) return null;
  return (
    <blockquote>
      <strong>{pick(asked.question)}</strong>
      <div className="under">
        {t('consult.answersBy', { at: dateTime(asked.dueAt) })} · <span lang="vi">{asked.basis}</span>
      </div>
      {asked.silenceAgrees && <div className="under">{t('consult.silence')}</div>}
    </blockquote>
  );
}

/** The opinion of a body that was asked: agreed or not, and in words. */
export function OpinionInput(props: InputsProps) {
  const { dossier, input, onChange, attempted } = props;
  const { t } = useTranslation('dossiers');
  return (
    <>
      <AskedQuestion dossier={dossier} />
      <Radio.Group
        label={t('opinion.question')}
        value={input.meets === undefined ? '' : String(input.meets)}
        onChange={(value) => onChange({ ...input, meets: value === 'true' })}
        error={attempted && input.meets === undefined ? t('gap.agrees') : undefined}
      >
        <Stack gap={6} mt={4}>
          <Radio id="act-agrees" value="true" label={t('opinion.agrees')} />
          <Radio value="false" label={t('opinion.disagrees')} />
        </Stack>
      </Radio.Group>
      <NotedInput {...props} />
      <Textarea
        id="act-opinion"
        label={t('opinion.text')}
        minRows={3}
        maxLength={4000}
        value={input.note ?? ''}
        error={attempted && !input.note?.trim() ? t('gap.opinion') : undefined}
        onChange={(event) => onChange({ ...input, note: event.currentTarget.value || undefined })}
      />
    </>
  );
}
