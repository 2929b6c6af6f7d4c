import { text } from 'node:stream/consumers';
import { SYSTEM } from '@app/database';
import { DomainError } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { withDatabase } from '../with-database.js';

/**
 * Lists who looked at a person's data, also the looks the person is not told of yet, for whoever supervises the looking. The ID number is read
 * from standard input, so that it stands in no list of processes.
 */
export async function showLooks(args: readonly string[]): Promise<boolean> {
  const personalId = (await text(process.stdin)).trim();
  const looks = await withDatabase('application', (database) => database.transaction(SYSTEM, async (tx) => {
    const persons = new PersonsService();
    const person = await persons.findByPersonalId(tx, personalId);
    if (person === undefined) throw new DomainError('person.unknown');
    return persons.inspectLogOf(tx, person.id);
  }));
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(looks)}\n`);
  else for (const { at, readerKind, unitId, role, officerId, dossierId, purpose, disclosure, disclosedFrom } of looks) {
    process.stdout.write(`${at}  ${[readerKind, unitId, role, officerId, dossierId].filter(Boolean).join(' ')}  ${purpose}${disclosedFrom === null ? '' : `  [${disclosure}, told from ${disclosedFrom}]`}\n`);
  }
  return true;
}
