import { requiredComponents, type Declaration, type Form, type Procedure } from '@app/catalogue';
import { provides, SOURCE_NAMES, type SourceKey, type SourceValue } from '@app/exchange';
import { digestOf, idOf, localDate, type Localized } from '@app/kernel';
import type { OwnerOnFile, PaperOnFile } from '@app/persons';
import type { KeptAnswer } from './query-rows.js';

/** A component of which a source could say that the paper exists. */
export interface WantedPaper {
  readonly key: string;
  readonly name: Localized;
  readonly kind: string;
}

type FormWithPapers = Form & Pick<Procedure, 'components'>;

/** What is asked of a paper that takes the place of a component: that there is one, and what names it. */
const PARTS = ['exists', 'number', 'issuer', 'issuedOn', 'validUntil'] as const;

/** The components called for now whose place an entry of a source could take. */
export function papersOfSource(form: FormWithPapers, declaration: Declaration, source: SourceKey): WantedPaper[] {
  return requiredComponents(form, declaration).flatMap(({ key, name, component: { satisfiedBy } }) => (
    satisfiedBy !== undefined && provides(source, pathOf(satisfiedBy.paper, 'exists')) ? [{ key, name, kind: satisfiedBy.paper }] : []));
}

/** The paths asked of a source for these components. */
export const pathsOfPapers = (wanted: readonly WantedPaper[]): string[] => wanted.flatMap(({ kind }) => PARTS.map((part) => pathOf(kind, part)));

/** The wanted papers that an answer says there are. */
export const papersIn = (values: Readonly<Record<string, SourceValue>>, wanted: readonly WantedPaper[]): WantedPaper[] => wanted.filter(({ kind }) => values[pathOf(kind, 'exists')] === true);

/**
 * The papers that the answers of a case name, the latest word for each kind, as they would lie on the person's file. They are offered
 * like papers on file and put there when a dossier uses one; until then they are nowhere but in the answer, and go with it.
 */
export function sourcePapers({ components }: Pick<Procedure, 'components'>, answers: readonly KeptAnswer[], personId: string): PaperOnFile[] {
  const kinds = new Map(components.flatMap(({ name, satisfiedBy }) => (satisfiedBy === undefined ? [] : [[satisfiedBy.paper, name] as const])));
  return [...kinds].flatMap(([kind, name]) => {
    const answer = answers.findLast(({ values }) => values[pathOf(kind, 'exists')] === true);
    return answer === undefined ? [] : [paperOf(kind, name, answer, personId)];
  });
}

/** A file with what sources named beside it. What is on file already, by kind and number, is not offered twice. */
export function withSourcePapers<T extends OwnerOnFile>(file: T, form: Pick<Procedure, 'components'>, answers: readonly KeptAnswer[]): T {
  if ('organisation' in file) return file;
  const named = sourcePapers(form, answers, file.person.id).filter((paper) => !file.papers.some(({ kind, number, id }) => id === paper.id || (kind === paper.kind && number === paper.number)));
  return named.length === 0 ? file : { ...file, papers: [...file.papers, ...named] };
}

function paperOf(kind: string, name: Localized, { queryId, source, answeredAt, values }: KeptAnswer, personId: string): PaperOnFile {
  const text = (part: (typeof PARTS)[number]): string | null => {
    const value = values[pathOf(kind, part)];
    return value === undefined ? null : String(value);
  };
  const said = { number: text('number'), issuer: text('issuer') ?? SOURCE_NAMES[source].vi, issuedOn: text('issuedOn') ?? localDate(Temporal.Instant.from(answeredAt)), validUntil: text('validUntil') };
  return {
    id: idOf(`${queryId} ${kind}`), personId, organisationId: null, kind, name, ...said, state: 'in-force', revocation: null, componentKey: null, acceptedOn: null,
    content: {}, fileId: null, assurance: 'register', source, dossierId: null, dossierCode: null, sha256: digestOf({ kind, source, ...said }),
  };
}

const pathOf = (kind: string, part: string): string => `owner.papers.${kind}.${part}`;
