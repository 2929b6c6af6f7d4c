import { PAPERS, type PaperForm } from '../papers.js';
import { SAMPLE_KINDS, SAMPLE_TIME, sampleOf, type SampleKind } from '../samples/index.js';
import { Sheet } from '../sheet.js';

/** One value a template prints. */
export interface TemplateField {
  /** Dotted; `[]` is any of a list. */
  readonly path: string;
  /** Every sample has it. */
  readonly always: boolean;
  /** As the ordinary sample has it. */
  readonly example: string;
}

/**
 * The values a template reads, found by watching it draw its samples: what is not read cannot be printed, and what is read stands
 * here without anybody having to keep a list.
 */
export function fieldsOf(form: PaperForm): TemplateField[] {
  const seen = new Map<string, { readonly values: unknown[]; readonly kinds: Set<SampleKind>; mayMiss: boolean }>();
  for (const kind of SAMPLE_KINDS) {
    const sheet = new Sheet({ title: 'x', createdAt: Temporal.Instant.from(SAMPLE_TIME) });
    const paper = PAPERS[form] as { render: (sheet: Sheet, model: unknown) => void };
    paper.render(sheet, watched(sampleOf(form, kind), '', (path, value) => {
      const known = seen.get(path) ?? { values: [], kinds: new Set<SampleKind>(), mayMiss: false };
      if (value === undefined) known.mayMiss = true;
      else {
        known.values.push(value);
        known.kinds.add(kind);
      }
      seen.set(path, known);
    }));
  }
  return [...seen].filter(([, { values }]) => values.length > 0)
    .map(([path, { values, kinds, mayMiss }]) => ({ path, always: !mayMiss && kinds.size === SAMPLE_KINDS.length, example: shortened(String(values[0])) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function watched<Value>(value: Value, path: string, tell: (path: string, value: unknown) => void): Value {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key, receiver) {
      const inner: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || typeof inner === 'function' || (Array.isArray(target) && !/^\d+$/.test(key))) return inner;
      const place = Array.isArray(target) ? `${path}[]` : path === '' ? key : `${path}.${key}`;
      if (typeof inner !== 'object' || inner === null) tell(place, inner);
      return watched(inner, place, tell);
    },
  });
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}
