import { loadCatalogue, type Procedure } from '@app/catalogue';
import { provides, SOURCES, type SourceKey, type SourceRecord, type SourceValue } from '@app/exchange';
import { offersFor } from '@app/persons';
import type { KnownMember } from '@app/reports';

/** What each national source holds of somebody of the known family, and nothing else: the entries a stand-in is given. */
export function registersOf({ key, file }: KnownMember, on: string): Readonly<Record<SourceKey, readonly SourceRecord[]>> {
  const { personalId, fullName, birthDate } = file.person;
  if (personalId === null || birthDate === null) throw new Error(`${key} has no identity`);
  const paths = [...new Set(loadCatalogue().procedures.flatMap(pathsOf))];
  const valuesOf = (source: SourceKey): Record<string, SourceValue> => Object.fromEntries(paths.filter((path) => provides(source, path)).flatMap((path) => {
    const [offer] = offersFor(file, [{ pointer: '/value', path }], on);
    return offer === undefined || offer.value === false ? [] : [[path, offer.value]];
  }));
  const recordOf = (source: SourceKey): SourceRecord => ({ id: `${source} ${key}`, subject: { personalId, fullName, birthDate }, state: 'in-force', values: valuesOf(source) });
  return Object.fromEntries(SOURCES.map((source) => [source, [recordOf(source)]])) as unknown as Record<SourceKey, SourceRecord[]>;
}

/** Every path a procedure could ask for: of its questions, and of the papers that take the place of its components. */
function pathsOf({ declaration, components }: Procedure): string[] {
  const asked = Object.values(declaration.properties).flatMap(({ 'x-source': source }) => (source === undefined ? [] : typeof source === 'string' ? [source] : source.map(({ path }) => path)));
  const papers = components.flatMap(({ satisfiedBy }) => (satisfiedBy === undefined ? [] : ['exists', 'number', 'issuer', 'issuedOn', 'validUntil'].map((part) => `owner.papers.${satisfiedBy.paper}.${part}`)));
  return [...asked, ...papers];
}
