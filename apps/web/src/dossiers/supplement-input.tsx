import { Checkbox, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reason, SupplementItem } from '../api/types';
import { useLocalized } from '../shell/localized';
import type { InputsProps } from './inputs-props';
import { useReasons } from './use-reasons';

/** Everything the person must supply, or with `marks` the commune put right, at once: papers and answers, each with its reason and what to do. */
export function SupplementInput({ dossier, input, onChange, attempted, marks = false }: InputsProps & { marks?: boolean }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const reasons = useReasons('supplement');
  const items = input.items ?? [];
  const set = (target: SupplementItem['target'], key: string, next: Partial<SupplementItem> | undefined) => {
    const others = items.filter((item) => item.target !== target || item.key !== key);
    const present = items.find((item) => item.target === target && item.key === key);
    onChange({ ...input, items: next ? [...others, { target, key, reason: '', ...present, ...next }] : others });
  };
  const line = (target: SupplementItem['target'], key: string, name: string, detail?: string) => (
    <Line
      key={target + key}
      name={name}
      detail={detail}
      item={items.find((item) => item.target === target && item.key === key)}
      reasons={reasons}
      attempted={attempted}
      onChange={(next) => set(target, key, next)}
    />
  );
  return (
    <Stack gap="sm" id="act-items" tabIndex={-1}>
      <fieldset className="plain-fieldset" id="act-itemReasons" tabIndex={-1}>
        <legend>{t(marks ? 'marks.papers' : 'input.papers')}</legend>
        {dossier.components.map((component) => line('component', component.key, pick(component.name)))}
      </fieldset>
      <details open={items.some(({ target }) => target === 'field') || undefined}>
        <summary>{t(marks ? 'marks.answers' : 'input.answers')}</summary>
        {dossier.answers.map((group) => (
          <fieldset key={group.title.vi} className="plain-fieldset">
            <legend>{pick(group.title)}</legend>
            {group.answers.map((answer) => line('field', answer.pointer, pick(answer.label), answer.value))}
          </fieldset>
        ))}
      </details>
    </Stack>
  );
}

interface LineProps {
  name: string;
  detail: string | undefined;
  item: SupplementItem | undefined;
  reasons: readonly Reason[];
  attempted: boolean;
  onChange: (next: Partial<SupplementItem> | undefined) => void;
}

function Line({ name, detail, item, reasons, attempted, onChange }: LineProps) {
  const { t } = useTranslation(['dossiers', 'forms']);
  const pick = useLocalized();
  const reason = reasons.find((one) => one.code === item?.reason);
  return (
    <div className="supplement-line">
      <Checkbox label={detail ? `${name}: ${detail}` : name} checked={Boolean(item)} onChange={(event) => onChange(event.currentTarget.checked ? {} : undefined)} />
      {item && (
        <div className="supplement-detail">
          <NativeSelect
            label={t('dossiers:input.reasonFor', { name })}
            description={reason?.basis}
            value={item.reason}
            error={attempted && !item.reason ? t('dossiers:gap.itemReasons') : undefined}
            data={[{ value: '', label: t('forms:choose') }, ...reasons.map((one) => ({ value: one.code, label: pick(one.text) }))]}
            onChange={(event) => onChange({ reason: event.currentTarget.value })}
          />
          <Textarea
            label={t('dossiers:input.whatToDo', { name })}
            minRows={1}
            maxLength={1000}
            value={item.note ?? ''}
            onChange={(event) => onChange({ note: event.currentTarget.value || undefined })}
          />
        </div>
      )}
    </div>
  );
}
