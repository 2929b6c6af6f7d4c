import { PAPERS, type PaperForm } from '../papers.js';
import { PAPER_SOURCES } from '../sources.js';
import { fieldsOf } from './template-fields.js';

/** The name of a form's picture in docs/images/forms. */
export const pictureOf = (form: PaperForm): string => `${form.replace('/', '-')}.png`;

const HEADING = `# Forms

Every paper the desk makes: its template, where its form comes from, what it looks like with invented people, and the values it prints. Written by
\`npm run forms\` from the templates themselves; a test fails when it is out of date.

"always" is a value that every sample has, the one with all optional values empty too; the others may be missing, and their line then stays blank or away. \`[]\` is any of a
list. A paper that is signed, numbered and sealed on the desk has \`head.reserved.symbol\` instead of \`head.number\` and \`head.date\`, and keeps the places for them.
`;

/** docs/forms.md as it should be. */
export function writeFormsDocument(): string {
  const forms = Object.keys(PAPERS) as PaperForm[];
  return [HEADING, ...forms.map(section)].join('\n');
}

function section(form: PaperForm): string {
  const { titleVi, titleEn, templateVersion, sizes } = PAPERS[form];
  const rows = fieldsOf(form).map(({ path, always, example }) => `| \`${path}\` | ${always ? 'always' : ''} | ${example.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`);
  return [
    `## ${titleVi}`,
    '',
    `\`${form}\` · ${titleEn} · version ${templateVersion} · Tinos ${sizes.join(', ')} pt · ${PAPER_SOURCES[form]}`,
    '',
    `![${titleVi}](images/forms/${pictureOf(form)})`,
    '',
    '| value | | example |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
