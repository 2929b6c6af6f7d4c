import { Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InputsProps } from './inputs-props';

const NOTHING = { request: '', finding: '', openQuestions: [] };

/** What goes up to the province with the dossier: proposed from what the commune has written down, every word the sender's to change. */
export function PackageInput({ dossier, input, onChange, attempted }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const proposed = dossier.choices.package;
  if (!proposed) return null;
  const content = input.package ?? NOTHING;
  const set = (part: Partial<typeof content>) => onChange({ ...input, package: { ...content, ...part } });
  return (
    <fieldset className="plain-fieldset package-input">
      <legend>{t('package.title', { to: proposed.to.name })}</legend>
      <Stack gap="sm">
        {proposed.round > 1 && <Text>{t('package.round', { round: proposed.round })}</Text>}
        <Text c="dimmed">{t('package.help')}</Text>
        <Textarea
          id="act-packageRequest"
          label={t('package.request')}
          autosize
          minRows={2}
          maxLength={4000}
          value={content.request}
          error={attempted && !content.request.trim() ? t('gap.packageRequest') : undefined}
          onChange={(event) => set({ request: event.currentTarget.value })}
        />
        <Textarea
          id="act-packageFinding"
          label={t('package.finding')}
          autosize
          minRows={2}
          maxLength={4000}
          value={content.finding}
          error={attempted && !content.finding.trim() ? t('gap.packageFinding') : undefined}
          onChange={(event) => set({ finding: event.currentTarget.value })}
        />
        <Textarea
          id="act-packageQuestions"
          label={t('package.questions')}
          description={t('package.questionsHelp')}
          autosize
          minRows={2}
          value={content.openQuestions.join('\n')}
          onChange={(event) => set({ openQuestions: event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n') })}
        />
      </Stack>
    </fieldset>
  );
}
