import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue, type LinkedGroup, type LoadedCatalogue, type Procedure } from '@app/catalogue';
import { addTallies, type Tally } from '@app/dossiers';
import { dataPath, type Localized } from '@app/kernel';
import { readKnownFamily, type KnownFamily } from './known-family.js';
import { playExample, rememberedMatter, type PlayedExample, type WorkedExample } from './play-example.js';

/** What the known family is not asked, of what is needed. */
export type Figures = Pick<Tally, 'needed' | 'notAsked'>;

/** What the known family still has to say and to bring for one procedure or linked group. */
export interface PlayedProcedure {
  readonly code: string;
  readonly name: Localized;
  readonly fields: Figures;
  readonly papers: Figures;
  readonly examples: readonly PlayedExample[];
  /** Worked examples that are of no known family, each with the reason. */
  readonly left: ReadonlyArray<{ readonly name: string; readonly why: string }>;
}

export interface PlayedCatalogue {
  readonly fields: Figures;
  readonly papers: Figures;
  readonly procedures: readonly PlayedProcedure[];
}

/** Plays the worked examples of every complete procedure and linked group for the known family. Needs no database. */
export function playExamples(family: KnownFamily = readKnownFamily(), { procedures, groups }: Pick<LoadedCatalogue, 'procedures' | 'groups'> = loadCatalogue()): PlayedCatalogue {
  const played = [...procedures, ...groups].toSorted((one, other) => one.code.localeCompare(other.code)).map((form) => playProcedure(form, family));
  return { fields: figuresOf(played.map(({ fields }) => fields)), papers: figuresOf(played.map(({ papers }) => papers)), procedures: played };
}

function playProcedure(form: Procedure | LinkedGroup, family: KnownFamily): PlayedProcedure {
  const examples = examplesOf(form.code);
  const played = examples.filter(({ name }) => family.whyLeft(form.code, name) === undefined).map((example) => playByBest(form, example, family));
  return {
    code: form.code, name: form.name, examples: played,
    fields: figuresOf(played.map(({ score }) => score.fields)), papers: figuresOf(played.map(({ score }) => score.papers)),
    left: examples.flatMap(({ name }) => {
      const why = family.whyLeft(form.code, name);
      return why === undefined ? [] : [{ name, why }];
    }),
  };
}

/** An example is played by whoever of the family it fits best: a divorce by the divorced, a birth by the mother. One that says what is not on record is played by whom the family names. */
function playByBest(form: Procedure | LinkedGroup, example: WorkedExample, { members, onlyBy }: KnownFamily): PlayedExample {
  const only = onlyBy(form.code, example.name);
  const matter = rememberedMatter();
  const played = members.filter(({ key }) => only === undefined || key === only).map(({ key, file }) => playExample(form, example, key, file, matter));
  const spared = ({ score: { fields, papers } }: PlayedExample): number => fields.notAsked + papers.notAsked;
  return played.reduce((best, each) => (spared(each) > spared(best) ? each : best));
}

function examplesOf(code: string): WorkedExample[] {
  const root = dataPath('libs/procedures');
  const folder = readdirSync(root).find((name) => name.startsWith(`${code}-`));
  if (folder === undefined) throw new Error(`there is no folder of ${code}`);
  return JSON.parse(readFileSync(join(root, folder, 'examples.json'), 'utf8')) as WorkedExample[];
}

function figuresOf(figures: readonly Figures[]): Figures {
  const { needed, notAsked } = addTallies(figures.map((each) => ({ ...each, refused: 0, mismatched: 0 })));
  return { needed, notAsked };
}
