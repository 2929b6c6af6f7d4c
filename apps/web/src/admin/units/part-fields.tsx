import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Quoting } from '../../components/quoting';
import { useLocalized } from '../../shell/localized';
import { postsQuery } from './calls';
import type { PartDraft } from './change-draft';
import { Options, type UnitOption } from './options';
import './messages';

interface PartFieldsProps {
  number: number;
  part: PartDraft;
  /** The commune that is split. */
  unit: string;
  options: readonly UnitOption[];
  inputId: string;
  error: string | undefined;
  onChange: (part: PartDraft) => void;
  onRemove: (() => void) | undefined;
}

const LISTS = ['places', 'procedures', 'dossiers'] as const;

/** One part of a commune that is split: where it goes, which dossiers, which officers. */
export function PartFields({ number, part, unit, options, inputId, error, onChange, onRemove }: PartFieldsProps) {
  const { t } = useTranslation('units');
  const pick = useLocalized();
  const { data: posts = [] } = useQuery(postsQuery(unit));
  return (
    <fieldset>
      <legend>{t('form.part', { number })}</legend>
      <NativeSelect id={inputId} label={t('form.partTo')} value={part.to} error={error} onChange={({ currentTarget: { value } }) => onChange({ ...part, to: value })}>
        <Options options={options} />
      </NativeSelect>
      {LISTS.map((list) => (
        <Textarea key={list} label={t(`form.${list}`)} description={t(`form.${list}Help`)} value={part[list]} autosize minRows={2} onChange={({ currentTarget: { value } }) => onChange({ ...part, [list]: value })} />
      ))}
      {posts.length > 0 && (
        <Checkbox.Group label={t('form.posts')} value={part.posts} onChange={(chosen) => onChange({ ...part, posts: chosen })}>
          {posts.map(({ post, officer, role, unit: office }) => (
            <Checkbox key={post} value={post} label={<Quoting text={`${officer} – ${pick(role)}, ${office}`} quotes={[officer, office]} />} mt="xs" />
          ))}
        </Checkbox.Group>
      )}
      {onRemove && (
        <Button variant="default" onClick={onRemove}>
          {t('form.removePart', { number })}
        </Button>
      )}
    </fieldset>
  );
}
