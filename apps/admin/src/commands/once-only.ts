import { StartError } from '@app/kernel';
import { playExamples, type Figures, type PlayedCatalogue } from '@app/reports';

/**
 * Plays the worked examples of the complete procedures for a known family and says how much it is not asked for. With `--json` one object
 * `{fields, papers, procedures}`, else a table. Needs no database.
 */
export function tellOnceOnly(args: readonly string[]): Promise<boolean> {
  const unknown = args.find((each) => each !== '--json');
  if (unknown !== undefined) throw new StartError(`once-only does not know "${unknown}"; it takes --json or nothing.`);
  const played = playExamples();
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(asJson(played))}\n` : tableOf(played));
  return Promise.resolve(true);
}

function asJson({ fields, papers, procedures }: PlayedCatalogue): object {
  return {
    fields, papers,
    procedures: procedures.map(({ examples, left, ...procedure }) => ({
      ...procedure, left,
      examples: examples.map(({ name, by, score, askedFields, askedPapers }) => ({ name, by, fields: pick(score.fields), papers: pick(score.papers), askedFields, askedPapers })),
    })),
  };
}

const pick = ({ needed, notAsked }: Figures): Figures => ({ needed, notAsked });

function tableOf({ fields, papers, procedures }: PlayedCatalogue): string {
  const line = (code: string, one: Figures, other: Figures, name: string): string => `${code.padEnd(9)}  ${share(one).padStart(16)}  ${share(other).padStart(16)}  ${name}`;
  return [
    `${'procedure'.padEnd(9)}  ${'fields not asked'.padStart(16)}  ${'papers not asked'.padStart(16)}`,
    ...procedures.map(({ code, name, fields: one, papers: other }) => line(code, one, other, name.en)),
    line('all', fields, papers, ''),
    ...procedures.flatMap(({ code, left }) => left.map(({ name, why }) => `not played: ${code} "${name}", since ${why}`)),
    '',
  ].join('\n');
}

function share({ needed, notAsked }: Figures): string {
  return needed === 0 ? '–' : `${notAsked}/${needed} ${String(Math.floor((notAsked * 100) / needed)).padStart(3)} %`;
}
