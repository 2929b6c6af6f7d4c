import { fieldSources, type Declaration, type Form } from '@app/catalogue';
import { digestOf } from '@app/kernel';
import type { Filer, OwnerOnFile } from '@app/persons';
import { contradicts, type Origin } from '../declaration.js';
import { classOf } from '../once-only/score.js';
import type { KeptAnswer } from '../sources/query-rows.js';
import { offersOn, type OfferView } from './assess-intake.js';

/** What the person said of an offer: shown and agreed, or declined. */
export interface AnsweredOffer {
  readonly pointer: string;
  readonly agreed: boolean;
}

/** What origins are worked out from: the owner's file and what national sources answered for this case. */
export interface Known {
  readonly file: OwnerOnFile;
  readonly answers: readonly KeptAnswer[];
  /** Whether the owner files. */
  readonly byOwner?: boolean;
  /** Whoever files for the owner. */
  readonly filer?: Filer;
  /** The commune whose offices decide. */
  readonly communeId?: string;
}

/** How to reach a person is theirs to say: another number than the one on file contradicts nothing. */
const CONTACTS: ReadonlySet<string> = new Set(['owner.phone', 'owner.email', 'organisation.phone']);

/**
 * Where each answer came from, frozen with source, date and digest. Only an answer that was offered, agreed to and
 * still equals the offer counts as reused; whatever the screen claims, the server compares. An answer that says something else
 * than what was offered keeps that beside it, for the case officer; an offer the person said no to is counted.
 */
export function originsOf(
  procedure: Form,
  declaration: Declaration,
  answered: readonly AnsweredOffer[],
  { file, answers, byOwner, filer, communeId }: Known,
  today: string,
  by: 'citizen' | 'clerk',
): Record<string, Origin> {
  const agreed = new Set(answered.filter((each) => each.agreed).map((each) => each.pointer));
  const refused = new Set(answered.filter((each) => !each.agreed).map((each) => each.pointer));
  const offers = new Map(offersOn(procedure, declaration, file, today, { answers, byOwner, filer, communeId }).map((offer) => [offer.pointer, offer]));
  const contacts = new Set(fieldSources(procedure, declaration, today).filter(({ path }) => CONTACTS.has(path)).map(({ pointer }) => pointer));
  return Object.fromEntries(Object.entries(declaration).map(([name, value]): [string, Origin] => {
    const pointer = `/${name}`;
    const offer = offers.get(pointer);
    if (offer === undefined) return [pointer, { origin: by }];
    const said = [offer, ...(offer.others ?? [])];
    const meant = said.find((each) => String(value) === each.value);
    if (agreed.has(pointer) && meant !== undefined) return [pointer, { origin: classOf(meant), ...frozen(meant) }];
    const differs = !contacts.has(pointer) && said.every((each) => contradicts(value, each.value));
    return [pointer, {
      origin: by,
      ...(differs ? { onFile: { value: offer.value, ...frozen(offer) } } : {}),
      ...(refused.has(pointer) ? { declined: classOf(offer) } : {}),
    }];
  }));
}

function frozen({ value, source, asOf, paperId, queryId }: Pick<OfferView, 'value' | 'source' | 'asOf' | 'paperId' | 'queryId'>) {
  return { source, asOf, ...(paperId === undefined ? {} : { paperId }), ...(queryId === undefined ? {} : { queryId }), digest: digestOf({ value, source, asOf }) };
}
