import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { useLanguage } from '../shell/localized';
import './components.css';

interface SearchBoxProps<T> {
  label: string;
  description?: string;
  placeholder?: string;
  /** Name of the search, for the cache. */
  name: string;
  find: (text: string) => Promise<readonly T[]>;
  /** Whether a text is long enough to be looked for. */
  isAskable: (text: string) => boolean;
  keyOf: (item: T) => string;
  show: (item: T) => ReactNode;
  onPick: (item: T) => void;
  nothing: string;
  inputRef?: Ref<HTMLInputElement>;
  id: string;
  inputMode?: 'text' | 'search' | 'numeric';
}

/**
 * A type-ahead list. Enter takes the marked result; pressed before the results are here, it takes the only one when
 * they come, so that number and Enter are enough for a known person.
 */
export function SearchBox<T>({ label, description, placeholder, name, find, isAskable, keyOf, show, onPick, nothing, inputRef, id, inputMode }: SearchBoxProps<T>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const [entered, setEntered] = useState(false);
  const [text] = useDebouncedValue(typed.trim().normalize('NFC'), 200);
  const asked = isAskable(text);
  const { data, isFetching, error } = useQuery({ queryKey: ['search', name, text], queryFn: () => find(text), enabled: asked, staleTime: 30_000 });
  const current = asked && text === typed.trim().normalize('NFC') ? data : undefined;
  // Told here and not by the combobox, which learns of its list too late to say at once that it is open.
  const listId = `${id}-results`;
  const isListed = combobox.dropdownOpened && current !== undefined && current.length > 0;

  const pick = (item: T) => {
    setTyped('');
    setEntered(false);
    combobox.closeDropdown();
    onPick(item);
  };
  const onResults = useEffectEvent((results: readonly T[]) => {
    combobox.updateSelectedOptionIndex();
    if (results.length > 0) combobox.selectFirstOption();
    const [only] = results;
    if (entered && results.length === 1 && only) pick(only);
  });
  useEffect(() => {
    if (current) onResults(current);
  }, [current, entered]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (!current && isAskable(typed.trim())) setEntered(true);
    } else if (event.key !== 'Shift') setEntered(false);
  };

  return (
    <Combobox store={combobox} position="bottom-start" width={440} portalProps={{ target: '#main' }} onOptionSubmit={(key) => current?.filter((item) => keyOf(item) === key).slice(0, 1).forEach(pick)}>
      <Combobox.Target withExpandedAttribute aria-expanded={isListed} aria-controls={isListed ? listId : undefined}>
        <TextInput
          id={id}
          ref={inputRef}
          label={label}
          description={description}
          placeholder={placeholder}
          inputMode={inputMode}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={error ? asProblem(error).body[language === 'en' ? 'detailEn' : 'detail'] || asProblem(error).code : undefined}
          rightSection={isFetching ? <Loader size="xs" /> : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => current && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!current} maw="calc(100vw - 48px)">
        {current && current.length > 0 && (
          <Combobox.Options id={listId} aria-label={t('results', { label })} mah={320} className="scroll">
            {current.map((item) => (
              <Combobox.Option key={keyOf(item)} value={keyOf(item)}>
                {show(item)}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        )}
        {current?.length === 0 && <Combobox.Empty role="status">{nothing}</Combobox.Empty>}
      </Combobox.Dropdown>
    </Combobox>
  );
}
