import { useEffect, useRef } from 'react';

export interface CounterKeys {
  searchPerson: () => void;
  searchProcedure: () => void;
  nextZone: () => boolean;
  previousZone: () => boolean;
  finish: () => void;
  help: () => void;
  park: () => void;
}

/** Physical keys, since input methods and layouts change what a key writes; no chord with Ctrl+Shift, which switches them. */
function actionOf(event: KeyboardEvent): keyof CounterKeys | undefined {
  if (event.altKey && !event.ctrlKey && !event.metaKey) return event.code === 'Digit0' ? 'park' : undefined;
  if (event.altKey || event.metaKey) return undefined;
  if (event.ctrlKey) {
    if (event.shiftKey) return undefined;
    if (event.code === 'Enter' || event.code === 'NumpadEnter') return 'finish';
    return event.code === 'KeyK' ? 'searchProcedure' : undefined;
  }
  if (event.code === 'F6') return event.shiftKey ? 'previousZone' : 'nextZone';
  if (event.shiftKey) return undefined;
  return event.code === 'F1' ? 'help' : event.code === 'F2' ? 'searchPerson' : undefined;
}

/** Listens for the counter's keys wherever the focus is. Past the last zone F6 belongs to the browser again. */
export function useCounterKeys(keys: CounterKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const action = actionOf(event);
      if (action && latest.current[action]() !== false) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
