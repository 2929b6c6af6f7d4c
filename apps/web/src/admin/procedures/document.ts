/** A procedure's document while it is written: plain JSON, addressed by JSON pointers. */
export type Json = Record<string, unknown>;

export const isGroup = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const segmentsOf = (pointer: string): string[] => pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value at a pointer; nothing when it is not there. */
export function valueAt(document: unknown, pointer: string): unknown {
  return segmentsOf(pointer).reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Json)[key] : undefined), document);
}

export const textAt = (document: unknown, pointer: string): string => {
  const value = valueAt(document, pointer);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

export const listAt = (document: unknown, pointer: string): unknown[] => {
  const value = valueAt(document, pointer);
  return Array.isArray(value) ? value : [];
};

/** A copy of the document with another value at a pointer; `undefined` takes the property, or the item, away. */
export function withValue(document: Json, pointer: string, value: unknown): Json {
  return put(document, segmentsOf(pointer), value) as Json;
}

function put(inner: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(inner)) {
    const copy = [...inner];
    if (rest.length === 0 && value === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = put(inner[Number(key)], rest, value);
    return copy;
  }
  const copy: Json = isGroup(inner) ? { ...inner } : {};
  const next = put(copy[key], rest, value);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}

/** A copy of the list with one item moved by a step. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const copy = [...list];
  const [item] = copy.splice(index, 1);
  if (item !== undefined) copy.splice(index + by, 0, item);
  return copy;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Brings what was changed here since `base` into what somebody else saved meanwhile. Where both changed the same place,
 * ours stands: the person has asked for it.
 */
export function mergeChanges(base: unknown, ours: unknown, theirs: unknown): unknown {
  if (same(base, ours)) return theirs;
  if (same(base, theirs)) return ours;
  if (Array.isArray(base) && Array.isArray(ours) && Array.isArray(theirs) && base.length === ours.length && base.length === theirs.length) {
    return ours.map((item, index) => mergeChanges(base[index], item, theirs[index]));
  }
  if (isGroup(base) && isGroup(ours) && isGroup(theirs)) {
    const merged: Json = {};
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const value = mergeChanges(base[key], ours[key], theirs[key]);
      if (value !== undefined) merged[key] = value;
    }
    return merged;
  }
  return ours;
}

/** A free key such as `answer3` or `phi-2` beside those that are taken. */
export function freeKey(stem: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const key = `${stem}${count}`;
    if (!taken.includes(key)) return key;
  }
}

/** Puts the Vietnamese words wherever the English ones are still missing: terms of law stay Vietnamese in English pages. */
export function withEnglishFilled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withEnglishFilled);
  if (!isGroup(value)) return value;
  const filled: Json = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withEnglishFilled(inner)]));
  if (typeof filled['vi'] === 'string' && filled['en'] === '') filled['en'] = filled['vi'];
  if (typeof filled['title'] === 'string' && filled['x-title-en'] === '') filled['x-title-en'] = filled['title'];
  return filled;
}
