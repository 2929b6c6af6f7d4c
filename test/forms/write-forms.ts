/**
 * Writes docs/forms.md, a picture of each form, and what the golden test compares: `npm run forms` after a template was changed
 * on purpose. `npm run forms -- result/decision` draws only that one.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { PAPERS, type PaperForm } from '@app/documents';
import { pictureOf, writeFormsDocument } from '../../libs/documents/src/testing/forms-document.js';
import { goldenFile, takeGolden } from '../../libs/documents/src/testing/golden.js';
import { writeGreyPng } from './grey-png.js';

const asked = process.argv.slice(2);
const forms = (Object.keys(PAPERS) as PaperForm[]).filter((form) => asked.length === 0 || asked.includes(form));
mkdirSync('docs/images/forms', { recursive: true });
mkdirSync('libs/documents/src/golden', { recursive: true });
writeFileSync('docs/forms.md', writeFormsDocument());
for (const form of forms) {
  const [plain, longest, empty] = [await takeGolden(form, 'plain'), await takeGolden(form, 'longest'), await takeGolden(form, 'empty')];
  writeFileSync(goldenFile(form), `${JSON.stringify({ plain: plain.golden, longest: longest.golden, empty: empty.golden }, null, 1)}\n`);
  const picture = writeGreyPng(plain.facts.pages[0]!.pixels);
  writeFileSync(`docs/images/forms/${pictureOf(form)}`, picture);
  const faults = [plain, longest, empty].flatMap(({ golden }) => golden.faults);
  process.stdout.write(`${form}: ${Math.round(picture.length / 1024)} KB${faults.length > 0 ? `; FAULTS ${faults.join('; ')}` : ''}\n`);
}
