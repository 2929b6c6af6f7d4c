import { useCallback, useState } from 'react';

function read<T>(key: string, initial: T): T {
  try {
    const stored = sessionStorage.getItem(key);
    return stored === null ? initial : (JSON.parse(stored) as T);
  } catch {
    return initial;
  }
}

/** Keeps a value for this tab: it survives a reload, a cut line and an expired session. */
export function keep(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage the page still works; only a reload would lose what was typed.
  }
}

/** Reads what {@link keep} stored. */
export const kept = read;

/** `useState` whose value survives a reload of this tab. Give `undefined` to forget it. */
export function useKept<T>(key: string, initial: T): [T, (next: T) => void] {
  const [stored, setStored] = useState(() => ({ key, value: read(key, initial) }));
  const current = stored.key === key ? stored.value : read(key, initial);
  const change = useCallback(
    (next: T) => {
      keep(key, next);
      setStored({ key, value: next });
    },
    [key],
  );
  return [current, change];
}
