import type { Localized } from '../api/types';

/** Whose data a part of the form asks for. */
export type Holder = 'owner' | 'owner.spouse';

/** Parents as a form names them, by the sex on file. */
const ROLE_OF: Readonly<Record<string, string>> = { female: 'mother', male: 'father' };

export interface FamilyRoles {
  /** The question that says who the owner is in the form. */
  asks: string;
  /** Answers that put owner and spouse into their places. */
  answers: Readonly<Record<string, string>>;
  /** The parts of the form they come into, in its order. */
  parties: readonly { holder: Holder; part: Localized }[];
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isLocalized = (value: unknown): value is Localized => isObject(value) && typeof value['vi'] === 'string' && typeof value['en'] === 'string';
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const objectsOf = (value: unknown): readonly Json[] => listOf(value).filter(isObject);
const propertiesOf = (value: unknown): [string, Json][] => (isObject(value) && isObject(value['properties']) ? Object.entries(value['properties']).filter((entry): entry is [string, Json] => isObject(entry[1])) : []);

/** A field that is filled from somebody's data once a question has a certain answer. */
interface Place {
  asks: string;
  answer: string;
  holder: Holder;
  part: string;
  /** Which answers to other questions show it. */
  shownBy: readonly { question: string; answers: readonly string[] }[];
}

function placesOf(schema: Json): Place[] {
  return propertiesOf(schema).flatMap(([, field]) =>
    objectsOf(field['x-source']).flatMap(({ path, when }) => {
      const holder = holderOf(path);
      const [condition] = propertiesOf(when);
      const answer = condition?.[1]['const'];
      if (!holder || !condition || typeof answer !== 'string' || typeof field['x-group'] !== 'string') return [];
      const shownBy = propertiesOf(field['x-visible-when']).map(([question, one]) => ({ question, answers: listOf(one['enum']).filter((each) => typeof each === 'string') }));
      return [{ asks: condition[0], answer, holder, part: field['x-group'], shownBy }];
    }),
  );
}

function holderOf(path: unknown): Holder | undefined {
  if (typeof path !== 'string' || path.startsWith('owner.papers.')) return undefined;
  if (path.startsWith('owner.spouse.')) return 'owner.spouse';
  return /^owner\.[a-zA-Z]+(\.|$)/.test(path) && !/^owner\.(father|mother|formerSpouse)\./.test(path) ? 'owner' : undefined;
}

/**
 * The places of a couple in a form that asks for mother and father: the owner's by the sex on file, the spouse's by what the form takes from
 * a spouse then. Read from the form alone; nothing for a form that has no such places.
 * @param spouse whether one spouse is on file
 */
export function familyRoles(schema: Json, sex: string, spouse: boolean): FamilyRoles | undefined {
  const role = ROLE_OF[sex];
  const places = placesOf(schema).filter(({ answer, holder }) => answer === role && (spouse || holder === 'owner'));
  const [first] = places;
  if (!first) return undefined;
  const own = places.filter(({ asks }) => asks === first.asks);
  const questions = new Set(own.flatMap(({ shownBy }) => shownBy.map(({ question }) => question)));
  // The one answer that shows all of their parts; where several do, it is asked.
  const shown = [...questions].flatMap((question): [string, string][] => {
    const lists = own.flatMap(({ shownBy }) => shownBy.filter((one) => one.question === question).map(({ answers }) => answers));
    const [only, ...others] = (lists[0] ?? []).filter((answer) => lists.every((list) => list.includes(answer)));
    return only !== undefined && others.length === 0 ? [[question, only]] : [];
  });
  const titles = new Map(objectsOf(schema['x-layout']).flatMap((group) => (isLocalized(group['title']) ? [[group['key'], group['title']] as const] : [])));
  const parties = [...new Map(own.map(({ holder, part }) => [`${holder} ${part}`, { holder, part: titles.get(part) }])).values()];
  return { asks: first.asks, answers: { [first.asks]: first.answer, ...Object.fromEntries(shown) }, parties: parties.flatMap(({ holder, part }) => (part ? [{ holder, part }] : [])) };
}
