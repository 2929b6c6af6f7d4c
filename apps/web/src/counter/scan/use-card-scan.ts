import { useEffect, useEffectEvent } from 'react';
import { looksLikeCard } from './read-id-card';

/** After so many milliseconds without a key the line is over, if the scanner sends no Enter. */
const PAUSE = 500;

/** Digits so far, or digits and a bar: nobody types that by hand at a counter. */
const mayBecomeCard = (line: string): boolean => /^\d{1,14}$/.test(line) || looksLikeCard(line);

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (target: EventTarget | null): target is Field => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** Puts a field back to what stood in it, in a way its form hears of. */
function restore(field: Field, value: string): void {
  if (field.value === value) return;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

/**
 * Listens for the line of an ID card wherever the focus is, typed by a scanner or pasted. What it has already put into a field is
 * taken out again, and the rest of it reaches no field, button or shortcut.
 */
export function useCardScan(onLine: (line: string) => void): void {
  const tell = useEffectEvent(onLine);
  useEffect(() => {
    let line = '';
    let last = 0;
    let before: { field: Field; value: string } | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      const whole = line;
      line = '';
      if (looksLikeCard(whole)) tell(whole);
    };
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.key === 'Enter' && looksLikeCard(line)) {
        swallow(event);
        return end();
      }
      if (event.key.length !== 1) return;
      const isNew = line === '' || event.timeStamp - last > PAUSE || !mayBecomeCard(line + event.key);
      last = event.timeStamp;
      if (isNew) {
        line = '';
        before = isField(event.target) ? { field: event.target, value: event.target.value } : undefined;
      }
      line += event.key;
      if (!looksLikeCard(line)) return;
      swallow(event);
      if (before) restore(before.field, before.value);
      clearTimeout(timer);
      timer = setTimeout(end, PAUSE);
    };
    // An input method hides the keys, and a paste has none: then the line is found in the field.
    const onInput = (event: Event) => {
      const { target } = event;
      if (!isField(target) || target instanceof HTMLSelectElement) return;
      const found = /\d{6,14}\|(?:[^|\n]*\|){4,}[^|\n]*/.exec(target.value)?.[0];
      if (!found) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const at = target.value.search(/\d{6,14}\|/);
        const text = target.value.slice(at);
        restore(target, target.value.slice(0, at));
        tell(text);
      }, PAUSE);
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('input', onInput, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('input', onInput, true);
    };
  }, []);
}
