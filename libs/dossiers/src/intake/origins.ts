import type { Declaration, Form } from '@app/catalogue';
import { digestOf } from '@app/kernel';
import type { PersonOnFile } from '@app/persons';
import type { Origin } from '../declaration.js';
import { offersOn } from './assess-intake.js';

/** What the person said of an offer: shown and agreed, or declined. */
export interface AnsweredOffer {
  readonly pointer: string;
  readonly agreed: boolean;
}

/**
 * Where each answer came from, frozen with source, date and digest. Only an answer that was offered, agreed to and
 * still equals the offer counts as reused; whatever the screen claims, the server compares.
 */
export function originsOf(
  procedure: Form,
  declaration: Declaration,
  answered: readonly AnsweredOffer[],
  file: PersonOnFile,
  today: string,
  by: 'citizen' | 'clerk',
): Record<string, Origin> {
  const agreed = new Set(answered.filter((each) => each.agreed).map((each) => each.pointer));
  const offers = new Map(offersOn(procedure, declaration, file, today).map((offer) => [offer.pointer, offer]));
  return Object.fromEntries(Object.entries(declaration).map(([name, value]): [string, Origin] => {
    const pointer = `/${name}`;
    const offer = offers.get(pointer);
    if (offer === undefined || !agreed.has(pointer) || String(value) !== offer.value) return [pointer, { origin: by }];
    return [pointer, {
      origin: offer.paperId === undefined ? 'population' : 'paper',
      source: offer.source,
      asOf: offer.asOf,
      ...(offer.paperId === undefined ? {} : { paperId: offer.paperId }),
      digest: digestOf({ value: offer.value, source: offer.source, asOf: offer.asOf }),
    }];
  }));
}
