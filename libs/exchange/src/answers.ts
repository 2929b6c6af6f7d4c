import { newValidator } from '@app/kernel';
import { AGENCY_EVENT_KINDS, type AgencyEvent, type Receipt } from './agency-port.js';
import { ExchangeError } from './exchange-error.js';

const DIGEST = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const ID = { type: 'string', minLength: 1, maxLength: 100 };
const TEXT = { type: 'string', maxLength: 2000 };
const INSTANT = { type: 'string', format: 'date-time' };

const RECEIPT = {
  type: 'object', required: ['type', 'id', 'sha256', 'at'],
  properties: { type: { const: 'receipt' }, id: ID, sha256: DIGEST, at: INSTANT },
};

const EVENT = {
  type: 'object', required: ['id', 'number', 'caseId', 'kind', 'at'],
  properties: {
    id: ID,
    number: { type: 'integer', minimum: 1 },
    caseId: { type: 'string', format: 'uuid' },
    kind: { enum: AGENCY_EVENT_KINDS },
    at: INSTANT,
    reference: { type: 'string', minLength: 1, maxLength: 100 },
    note: TEXT,
    items: {
      type: 'array', minItems: 1, maxItems: 50,
      items: { type: 'object', required: ['target', 'key', 'reason'], properties: { target: { enum: ['component', 'field'] }, key: ID, reason: ID, note: TEXT } },
    },
    result: {
      type: 'object', required: ['id', 'sha256', 'number', 'issuedOn'],
      properties: {
        id: ID, sha256: DIGEST, number: { type: 'string', minLength: 1, maxLength: 100 }, issuedOn: { type: 'string', format: 'date' },
        values: { type: 'object', maxProperties: 40, additionalProperties: { type: ['string', 'number', 'boolean'], maxLength: 500 } },
      },
    },
  },
  allOf: [
    { if: { properties: { kind: { const: 'acknowledged' } } }, then: { required: ['reference'] } },
    { if: { properties: { kind: { const: 'supplement-asked' } } }, then: { required: ['items'] } },
    { if: { properties: { kind: { const: 'granted' } } }, then: { required: ['result'] } },
    { if: { properties: { kind: { enum: ['refused', 'stopped'] } } }, then: { required: ['note'] } },
  ],
};

const EVENTS = {
  type: 'object', required: ['type', 'events'],
  properties: { type: { const: 'events' }, events: { type: 'array', maxItems: 1000, items: EVENT } },
};

const ajv = newValidator();
const isReceipt = ajv.compile<Receipt>(RECEIPT);
const isEvents = ajv.compile<{ events: AgencyEvent[] }>(EVENTS);

/** The receipt an answer holds. @throws ExchangeError malformed for anything else, wrong-digest for a receipt of something else */
export function readReceipt(text: string, sent: { readonly id: string; readonly sha256: string }): Receipt {
  const answer = parse(text);
  if (!isReceipt(answer)) throw new ExchangeError('malformed', 'the answer is no receipt');
  const { id, sha256, at } = answer;
  if (id !== sent.id || sha256 !== sent.sha256) throw new ExchangeError('wrong-digest', 'the receipt is of something else');
  return { id, sha256, at };
}

/** The events an answer holds. @throws ExchangeError malformed when one of them is not as agreed: which, it says by its place */
export function readEvents(text: string): readonly AgencyEvent[] {
  const answer = parse(text);
  if (!isEvents(answer)) throw new ExchangeError('malformed', `the feed is not as agreed at ${isEvents.errors?.[0]?.instancePath || '/'}`);
  return answer.events;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ExchangeError('malformed', 'the answer is no JSON', { cause });
  }
}
