import { CatalogueService, publishProcedure, type Migration, type Procedure } from '@app/catalogue';
import { SYSTEM } from '@app/database';
import { compile, stateList } from '@app/workflow';
import type { TestDesk } from './desk.js';

/** A document that can be written into. */
type Writable = { -readonly [Key in keyof Procedure]: Procedure[Key] };

const renamedStep = (text: string): string => text.replaceAll('"examine"', '"verify"');

/**
 * The next version of a procedure with an examination: the step has another id, a question another name, one question and one paper are
 * new, and the limit is longer.
 * @param edit what a story changes about it
 */
export function nextVersion(first: Procedure, edit: (next: Writable) => void = () => undefined): Procedure {
  const process = JSON.parse(renamedStep(JSON.stringify(first.process)).replaceAll('"kind":"verify"', '"kind":"examine"')) as Procedure['process'];
  const fields = Object.entries(first.declaration.properties);
  const next: Writable = {
    ...(JSON.parse(JSON.stringify(first).replaceAll('/declaration/personEthnicity', '/declaration/ethnicGroup')) as Procedure),
    version: first.version + 1, effective: { from: '2026-11-23' }, process, timeLimit: { ...first.timeLimit, value: 5 },
    declaration: {
      ...first.declaration,
      properties: {
        ...Object.fromEntries(fields.map(([name, field]) => [name === 'personEthnicity' ? 'ethnicGroup' : name, field])),
        copies: { type: 'integer', title: 'Số bản', 'x-title-en': 'Copies', 'x-group': fields.at(-1)![1]['x-group'], 'x-widget': 'number' },
      },
      required: [...first.declaration.required, 'copies'],
    },
    components: [
      ...first.components.map((each) => (each.key === 'residence-proof' ? { ...each, key: 'residence-paper' } : each)),
      {
        key: 'commitment', name: { vi: 'Bản cam kết', en: 'Written commitment' }, kinds: ['original'], originals: 1, copies: 0, required: true,
        why: { vi: 'Luật mới yêu cầu.', en: 'The new law asks for it.' }, fate: 'stays-with-dossier',
      },
    ],
    migrations: [migration(first)],
  };
  edit(next);
  return next;
}

/** How a dossier of the first version becomes one of the next. */
export function migration(first: Procedure): Migration {
  const states = stateList(compile(first.process)).filter((path) => path.includes('.examine.')).map((path): [string, string] => [path, path.replace('.examine.', '.verify.')]);
  return {
    from: first.version, states: Object.fromEntries(states),
    declaration: { rename: { personEthnicity: 'ethnicGroup' }, set: { copies: 1 } }, components: { 'residence-proof': 'residence-paper' },
  };
}

/** Publishes a version as a release brings it. @throws DomainError procedure.faulty */
export async function publishVersion(desk: TestDesk, document: Procedure): Promise<void> {
  await desk.asOwner.transaction(SYSTEM, (tx) => publishProcedure(tx, document));
  await desk.app.get(CatalogueService).refresh();
}
