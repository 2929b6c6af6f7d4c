import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CatalogueService, importLocalRules, parseLocalRules, readLocalRules, writeLocalRules } from '@app/catalogue';
import { SYSTEM, type Transaction } from '@app/database';
import { StartError, systemClock } from '@app/kernel';
import { findOfficerByLogin } from '@app/organisation';
import { withDatabase } from '../with-database.js';

/** Writes the rules of a province and its communes into one file; the same rules always give the same bytes. */
export async function exportOverlay(args: readonly string[]): Promise<boolean> {
  const { province, to } = read(args, ['province', 'to'], 'export-overlay --province p75 --to FILE');
  const text = await withDatabase('migrator', (database) => database.transaction(SYSTEM, (tx) => overlayText(tx, province)));
  writeFileSync(to, text);
  process.stdout.write(`${to}: ${parseLocalRules(text).rules.length} rules of ${province}.\n`);
  return true;
}

/** The file of a province. @throws StartError when there is no such province */
export async function overlayText(tx: Transaction, province: string): Promise<string> {
  const units = await tx.rows<{ id: string }>("select id from unit where (id = $1 and kind = 'province') or (parent_id = $1 and kind = 'commune')", [province]);
  if (units.length === 0) throw new StartError(`There is no province ${province}. Write it like p75: the letter p and the two digits of its code.`);
  const ids = new Set(units.map(({ id }) => id));
  return writeLocalRules(province, (await readLocalRules(tx)).filter(({ unitId }) => ids.has(unitId)));
}

/** Enters the rules of such a file. A running desk shows them within seconds. */
export async function importOverlay(args: readonly string[]): Promise<boolean> {
  const { from, 'proposed-by': first, 'approved-by': second } = read(args, ['from', 'proposed-by', 'approved-by'], 'import-overlay --from FILE --proposed-by LOGIN --approved-by LOGIN');
  const file = parseLocalRules(readText(from));
  const { added, ended, known } = await withDatabase('migrator', async (database) => {
    const catalogue = new CatalogueService(database);
    await catalogue.refresh();
    return database.transaction(SYSTEM, async (tx) => importLocalRules(tx, file, catalogue.catalogue, {
      proposer: await officerId(tx, first), approver: await officerId(tx, second), now: systemClock.now(),
    }));
  });
  process.stdout.write(`${added} rules entered, ${ended} ended, ${known} were there already.\n`);
  return true;
}

async function officerId(tx: Transaction, login: string): Promise<string> {
  const officer = await findOfficerByLogin(tx, login);
  if (officer === undefined) throw new StartError(`There is no officer with the account ${login}. Two officers answer for the rules: name both by their accounts.`);
  return officer.id;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StartError(`${file} cannot be read. Name a file that export-overlay wrote.`, { cause });
  }
}

function read<const Names extends readonly string[]>(args: readonly string[], names: Names, usage: string): Record<Names[number], string> {
  try {
    const { values } = parseArgs({ args: [...args], options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) });
    if (names.every((name) => values[name])) return values as Record<Names[number], string>;
  } catch {
    // told below
  }
  throw new StartError(`Say it like this: npm run -s admin -- ${usage}.`);
}
