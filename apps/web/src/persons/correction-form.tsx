import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import type { Fact } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { DateInput } from '../forms/date-input';
import { useLanguage } from '../shell/localized';
import { type ATTRIBUTES, RELATIONS } from './attribute-names';
import { type Ground, proposeCorrection } from './calls';

interface CorrectionFormProps {
  personId: string;
  fact: Fact;
  attribute: (typeof ATTRIBUTES)[number];
  ground: Ground;
  onDone: () => void;
  onCancel: () => void;
}

/** Another value for a wrong one, with reason and document; a second officer decides. Of a relation it is only said that there is none. */
export function CorrectionForm({ personId, fact, attribute, ground, onDone, onCancel }: CorrectionFormProps) {
  const { t } = useTranslation('persons');
  const language = useLanguage();
  const [value, setValue] = useState('');
  const [texts, setTexts] = useState({ reason: '', authority: '', document: '' });
  const [attempted, setAttempted] = useState(false);
  const isRelation = RELATIONS.includes(attribute);
  const propose = useMutation({ mutationFn: () => proposeCorrection(personId, { factId: fact.id, value: isRelation ? undefined : value.trim() || undefined, ...texts, ...ground }), onSuccess: onDone });
  const fault = propose.isError ? asProblem(propose.error).body.fields?.find(({ pointer }) => pointer === '/value') : undefined;
  const missing = (text: string) => (attempted && text.trim() === '' ? t('new.missing') : undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if ((isRelation || value.trim() !== '') && Object.values(texts).every((text) => text.trim() !== '')) propose.mutate();
  };
  const input = { id: `correct-${fact.id}`, size: 'xs' as const, label: t('correct.value'), value, error: fault ? fault[language] : missing(value) };
  const isDay = attribute === 'birthDate' || attribute === 'death';
  return (
    <form onSubmit={send} noValidate className="correction-form">
      {isRelation && <p>{t('correct.noRelation')}</p>}
      {!isRelation && isDay && <DateInput {...input} onChange={setValue} />}
      {attribute === 'sex' && <NativeSelect {...input} data={[{ value: '', label: t('new.choose') }, { value: 'male', label: t('sex.male') }, { value: 'female', label: t('sex.female') }]} onChange={(event) => setValue(event.currentTarget.value)} />}
      {!isRelation && !isDay && attribute !== 'sex' && <TextInput {...input} lang="vi" maxLength={400} onChange={(event) => setValue(event.currentTarget.value)} />}
      {(['authority', 'document'] as const).map((key) => (
        <TextInput key={key} id={`${key}-${fact.id}`} size="xs" lang="vi" label={t(`correct.${key}`)} maxLength={300} value={texts[key]} error={missing(texts[key])} onChange={(event) => setTexts({ ...texts, [key]: event.currentTarget.value })} />
      ))}
      <Textarea id={`reason-${fact.id}`} size="xs" lang="vi" label={t('correct.reason')} maxLength={1000} value={texts.reason} error={missing(texts.reason)} onChange={(event) => setTexts({ ...texts, reason: event.currentTarget.value })} />
      {propose.isError && !fault && <ProblemNotice error={propose.error} />}
      <Group gap="sm" mt="xs">
        <Button type="submit" size="compact-md" loading={propose.isPending}>
          {t('correct.propose')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          {t('correct.cancel')}
        </Button>
      </Group>
    </form>
  );
}
