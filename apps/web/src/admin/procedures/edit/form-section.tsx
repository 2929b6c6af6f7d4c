import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../../shell/localized';
import { getFormSections } from '../calls';
import { ConditionInput } from '../condition-input';
import { type Json, textAt } from '../document';
import { inputIdOf, useDraftInHand, useFaultAt } from '../draft-context';
import { addGroup, addQuestion, addSection, type FormDocument, moveGroup, moveQuestion, readFormDocument, removeGroup, removeQuestion, setRequired, withForm } from '../form-document';
import { focusLater, LocalizedAt, NumberAt, TextAt } from '../inputs';
import { kindOf, QUESTION_KINDS, type QuestionKind } from '../questions';

/** The e-form: standard sections and questions of one's own, in groups; each group is one step of the citizen. */
export function FormSection() {
  const { t } = useTranslation('procedures');
  const { document, change } = useDraftInHand();
  const { declaration } = document;
  const form = readFormDocument(declaration);
  const set = (next: FormDocument) => change('/declaration', withForm(declaration, next));
  return (
    <>
      <p className="entry-group-help">{t('form.help')}</p>
      <div className="both-languages">
        <TextAt at="/declaration/title" label={t('vi', { label: t('form.title') })} lang="vi" />
        <TextAt at="/declaration/x-title-en" label={t('en', { label: t('form.title') })} lang="en" />
      </div>
      {form.groups.map((group, index) => (
        <FormGroup key={String(group['key'])} form={form} group={group} index={index} set={set} />
      ))}
      <AddParts form={form} set={set} />
    </>
  );
}

interface PartProps {
  form: FormDocument;
  set: (form: FormDocument) => void;
}

function AddParts({ form, set }: PartProps) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const { data: sections = [] } = useQuery({ queryKey: ['form-sections'], queryFn: getFormSections, staleTime: Infinity });
  const [key, setKey] = useState('');
  const free = sections.filter((section) => !form.groups.some((group) => group['key'] === section.key));
  const chosen = free.find((section) => section.key === key);
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect id="form-section" label={t('form.section')} data={[{ value: '', label: t('choose') }, ...free.map((section) => ({ value: section.key, label: pick(section.name) }))]} value={chosen ? key : ''} onChange={(event) => setKey(event.currentTarget.value)} />
      <Button
        variant="default" disabled={!chosen}
        onClick={() => {
          if (!chosen) return;
          set(addSection(form, chosen));
          focusLater(`group-${chosen.key}`);
        }}
      >
        {t('form.addSection')}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          const next = addGroup(form);
          set(next);
          focusLater(`group-${String(next.groups.at(-1)?.['key'])}`);
        }}
      >
        {t('form.addGroup')}
      </Button>
    </Group>
  );
}

function FormGroup({ form, set, group, index }: PartProps & { group: Json; index: number }) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const key = String(group['key']);
  const at = `/declaration/x-layout/${index}`;
  const name = textAt(group, '/title/vi') || t('item.group', { number: index + 1 });
  const questions = form.questions.filter(([, field]) => field['x-group'] === key);
  const fault = useFaultAt(at);
  const [kind, setKind] = useState<QuestionKind>('text');
  const add = () => {
    const { added, ...next } = addQuestion(form, key, kind);
    set(next);
    focusLater(inputIdOf(`/declaration/properties/${added}/title`));
  };
  return (
    <fieldset className="entry-group form-part" id={`group-${key}`} tabIndex={-1}>
      <legend>{t('form.group', { name })}</legend>
      {fault && <p className="entry-group-fault">{pick(fault)}</p>}
      <LocalizedAt at={`${at}/title`} label={t('form.groupTitle')} />
      <ol className="plain-list">
        {questions.map(([question, field], place) => (
          <li key={question} className="row" id={inputIdOf(`/declaration/properties/${question}`)} tabIndex={-1}>
            <QuestionEditor name={question} field={field} form={form} set={set} isFirst={place === 0} isLast={place === questions.length - 1} />
          </li>
        ))}
      </ol>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('form.kind')} aria-label={t('form.kindIn', { name })} data={QUESTION_KINDS.map((value) => ({ value, label: t(`questionKind.${value}`) }))} value={kind}
          onChange={(event) => setKind(event.currentTarget.value as QuestionKind)}
        />
        <Button variant="default" onClick={add} aria-label={t('form.addQuestionTo', { name })}>
          {t('form.addQuestion')}
        </Button>
        <Group gap={6}>
          <Button size="compact-sm" variant="default" disabled={index === 0} onClick={() => set(moveGroup(form, index, -1))} aria-label={t('row.up', { name })}>
            {t('row.upShort')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={index === form.groups.length - 1} onClick={() => set(moveGroup(form, index, 1))} aria-label={t('row.down', { name })}>
            {t('row.downShort')}
          </Button>
          <Button size="compact-sm" variant="default" color="red" onClick={() => set(removeGroup(form, key))} aria-label={t('form.removeGroup', { name })}>
            {t('row.removeShort')}
          </Button>
        </Group>
      </Group>
    </fieldset>
  );
}

function QuestionEditor({ name, field, form, set, isFirst, isLast }: PartProps & { name: string; field: Json; isFirst: boolean; isLast: boolean }) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const at = `/declaration/properties/${name}`;
  const kind = kindOf(field);
  const fault = useFaultAt(at);
  const label = textAt(field, '/title') || name;
  return (
    <>
      <p className="question-kind">
        {t(`questionKind.${kind}`)} · <code>{name}</code>
      </p>
      {fault && <p className="entry-group-fault">{pick(fault)}</p>}
      <div className="both-languages">
        <TextAt at={`${at}/title`} label={t('vi', { label: t('form.label') })} lang="vi" />
        <TextAt at={`${at}/x-title-en`} label={t('en', { label: t('form.label') })} lang="en" />
      </div>
      <Checkbox label={t('form.required')} checked={form.required.includes(name)} onChange={(event) => set(setRequired(form, name, event.currentTarget.checked))} />
      {kind === 'choice' && <Choices at={at} field={field} />}
      {kind === 'number' && (
        <div className="inputs">
          <NumberAt at={`${at}/minimum`} label={t('form.minimum')} />
          <NumberAt at={`${at}/maximum`} label={t('form.maximum')} />
        </div>
      )}
      <ConditionInput at={`${at}/x-visible-when`} label={t('form.asked')} before={name} ways={[{ value: undefined, label: t('form.always') }]} />
      <Group gap={6} className="row-buttons">
        <Button size="compact-sm" variant="default" disabled={isFirst} onClick={() => set(moveQuestion(form, name, -1))} aria-label={t('row.up', { name: label })}>
          {t('row.upShort')}
        </Button>
        <Button size="compact-sm" variant="default" disabled={isLast} onClick={() => set(moveQuestion(form, name, 1))} aria-label={t('row.down', { name: label })}>
          {t('row.downShort')}
        </Button>
        <Button size="compact-sm" variant="default" color="red" onClick={() => set(removeQuestion(form, name))} aria-label={t('row.remove', { name: label })}>
          {t('row.removeShort')}
        </Button>
      </Group>
    </>
  );
}

/** The answers to choose from: what is stored is the desk's, the words are the person's. */
function Choices({ at, field }: { at: string; field: Json }) {
  const { t } = useTranslation('procedures');
  const { change } = useDraftInHand();
  const values = Array.isArray(field['enum']) ? field['enum'].map(String) : [];
  const labels = (field['x-labels'] ?? {}) as Json;
  const add = () => {
    let count = values.length + 1;
    while (values.includes(`choice${count}`)) count += 1;
    const value = `choice${count}`;
    change(at, { ...field, enum: [...values, value], 'x-labels': { ...labels, [value]: { vi: '', en: '' } } });
    focusLater(inputIdOf(`${at}/x-labels/${value}/vi`));
  };
  const remove = (value: string) => {
    const { [value]: _, ...rest } = labels;
    change(at, { ...field, enum: values.filter((each) => each !== value), 'x-labels': rest });
  };
  return (
    <fieldset className="entry-group">
      <legend>{t('form.choices')}</legend>
      <ol className="plain-list">
        {values.map((value, index) => (
          <li key={value} className="choice">
            <LocalizedAt at={`${at}/x-labels/${value}`} label={t('item.choice', { number: index + 1 })} />
            <Button size="compact-sm" variant="default" color="red" disabled={values.length < 3} onClick={() => remove(value)} aria-label={t('row.remove', { name: textAt(labels, `/${value}/vi`) || t('item.choice', { number: index + 1 }) })}>
              {t('row.removeShort')}
            </Button>
          </li>
        ))}
      </ol>
      <Button size="compact-md" variant="default" onClick={add}>
        {t('form.addChoice')}
      </Button>
    </fieldset>
  );
}
