import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../shell/localized';
import { textAt, valueAt } from './document';
import { inputIdOf, useDraftInHand, useFaultAt } from './draft-context';

interface InputProps {
  /** JSON pointer into the document. */
  at: string;
  label: string;
  description?: string;
}

/** What every input of the document has in common: id, label, the fault found there. */
function useInput({ at, label, description }: InputProps) {
  const { document, change } = useDraftInHand();
  const fault = useFaultAt(at);
  const pick = useLocalized();
  return { document, change, common: { id: inputIdOf(at), label, description, error: fault && pick(fault), autoComplete: 'off' } };
}

/** A text. With `optional` an empty one is taken out of the document. */
export function TextAt({ long, optional, lang, ...input }: InputProps & { long?: boolean; optional?: boolean; lang?: 'vi' | 'en' }) {
  const { document, change, common } = useInput(input);
  const set = (typed: string) => change(input.at, typed === '' && optional ? undefined : typed);
  const Field = long ? Textarea : TextInput;
  return <Field {...common} lang={lang} spellCheck={false} value={textAt(document, input.at)} onChange={(event: { currentTarget: { value: string } }) => set(event.currentTarget.value)} />;
}

/** A text in both languages, side by side. */
export function LocalizedAt({ at, label, long, description }: InputProps & { long?: boolean }) {
  const { t } = useTranslation('procedures');
  return (
    <div className="both-languages">
      <TextAt at={`${at}/vi`} label={t('vi', { label })} description={description} long={long} lang="vi" />
      <TextAt at={`${at}/en`} label={t('en', { label })} long={long} lang="en" />
    </div>
  );
}

/** A number; what is no number stays on the screen and out of the document. */
export function NumberAt(input: InputProps) {
  const { document, change, common } = useInput(input);
  const known = textAt(document, input.at);
  const [typing, setTyping] = useState<string>();
  const set = (typed: string) => {
    setTyping(typed);
    const number = Number(typed.trim().replace(',', '.'));
    change(input.at, typed.trim() === '' || Number.isNaN(number) ? undefined : number);
  };
  return <TextInput {...common} inputMode="decimal" className="narrow" value={typing ?? known.replace('.', ',')} onChange={(event) => set(event.currentTarget.value)} onBlur={() => setTyping(undefined)} />;
}

export interface Option {
  value: string;
  label: string;
}

/** One of several; an unknown value that stands in the document is shown as it is. */
export function ChoiceAt({ options, optional, ...input }: InputProps & { options: readonly Option[]; optional?: boolean }) {
  const { t } = useTranslation('procedures');
  const { document, change, common } = useInput(input);
  const value = textAt(document, input.at);
  const known = options.some((option) => option.value === value);
  const data = [...(known ? [] : [{ value, label: value || t('choose') }]), ...options, ...(optional && value !== '' ? [{ value: '', label: t('none') }] : [])];
  return <NativeSelect {...common} data={data} value={value} onChange={(event) => change(input.at, event.currentTarget.value === '' && optional ? undefined : event.currentTarget.value)} />;
}

/** Several of a few. */
export function ChecksAt({ options, ...input }: InputProps & { options: readonly Option[] }) {
  const { document, change, common } = useInput(input);
  const found = valueAt(document, input.at);
  const chosen = Array.isArray(found) ? found.map(String) : [];
  return (
    <Checkbox.Group {...common} value={chosen} onChange={(next) => change(input.at, options.map(({ value }) => value).filter((value) => next.includes(value)))}>
      <Group gap="md" mt={4}>
        {options.map(({ value, label }, index) => (
          <Checkbox key={value} id={index === 0 ? common.id : undefined} value={value} label={label} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

interface RowsProps<T> {
  at: string;
  title: string;
  /** What a new row begins with. */
  fresh: () => T;
  addLabel: string;
  /** What stands in a row, given its pointer. */
  children: (at: string, index: number) => ReactNode;
  /** Names a row for the buttons that act on it. */
  nameOf: (index: number) => string;
  help?: string;
}

/** A list whose rows are added, taken away and moved. */
export function Rows<T>({ at, title, fresh, addLabel, children, nameOf, help }: RowsProps<T>) {
  const { t } = useTranslation('procedures');
  const { document, change } = useDraftInHand();
  const fault = useFaultAt(at);
  const pick = useLocalized();
  const found = valueAt(document, at);
  const rows = Array.isArray(found) ? (found as unknown[]) : [];
  const add = () => {
    change(`${at}/${rows.length}`, fresh());
    focusLater(`${inputIdOf(`${at}/${rows.length}`)}`);
  };
  const move = (index: number, by: -1 | 1) => {
    const copy = [...rows];
    copy.splice(index + by, 0, ...copy.splice(index, 1));
    change(at, copy);
  };
  return (
    <fieldset className="entry-group" id={inputIdOf(at)} tabIndex={-1}>
      <legend>{title}</legend>
      {help && <p className="entry-group-help">{help}</p>}
      {fault && <p className="entry-group-fault">{pick(fault)}</p>}
      <ol className="plain-list">
        {rows.map((_, index) => (
          // Rows have no name of their own that could not change while it is typed: the place is the key.
          <li key={index} id={inputIdOf(`${at}/${index}`)} tabIndex={-1} className="row">
            {children(`${at}/${index}`, index)}
            <Group gap={6} className="row-buttons">
              <Button size="compact-sm" variant="default" disabled={index === 0} onClick={() => move(index, -1)} aria-label={t('row.up', { name: nameOf(index) })}>
                {t('row.upShort')}
              </Button>
              <Button size="compact-sm" variant="default" disabled={index === rows.length - 1} onClick={() => move(index, 1)} aria-label={t('row.down', { name: nameOf(index) })}>
                {t('row.downShort')}
              </Button>
              <Button size="compact-sm" variant="default" color="red" onClick={() => change(`${at}/${index}`, undefined)} aria-label={t('row.remove', { name: nameOf(index) })}>
                {t('row.removeShort')}
              </Button>
            </Group>
          </li>
        ))}
      </ol>
      <Button size="compact-md" variant="default" onClick={add}>
        {addLabel}
      </Button>
    </fieldset>
  );
}

/** Puts the focus on something that is drawn after this moment. */
export function focusLater(id: string): void {
  requestAnimationFrame(() => {
    const place = document.getElementById(id);
    const target = place?.matches('input, textarea, select') ? place : (place?.querySelector<HTMLElement>('input, textarea, select') ?? place);
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  });
}
