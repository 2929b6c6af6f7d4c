import { SYSTEM } from '@app/database';
import { readPaperFacts, type PaperFacts } from '../papers/facts.js';
import { rasterise } from '../../../documents/src/testing/rasterise.js';
import type { TestOffice } from './test-office.js';

/** The text of a PDF on one line. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  return (await rasterise(bytes)).pages.map(({ text }) => text).join('\n').replace(/\s+/g, ' ');
}

export function factsOf(office: TestOffice, dossierId: string): Promise<PaperFacts> {
  return office.database.transaction(SYSTEM, (tx) => readPaperFacts(tx, office.world, office.options, dossierId));
}

/** The text of a paper as an officer gets it on request. */
export async function paperText(office: TestOffice, login: string, dossierId: string, form: string): Promise<string> {
  return textOf((await office.papers.onRequest(await office.officer(login), dossierId, form)).bytes);
}
