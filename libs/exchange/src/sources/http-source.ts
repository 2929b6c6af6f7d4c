import { newValidator, sha256Hex } from '@app/kernel';
import { ExchangeError } from '../exchange-error.js';
import { SignedHttp, type HttpRules } from '../signed-http.js';
import type { SourcePort, SourceQuestion, SourceRecord } from './source.js';

const TEXT = { type: 'string', minLength: 1, maxLength: 500 };
const DAY = { type: 'string', format: 'date' };

const ANSWER = {
  type: 'object', required: ['type', 'id', 'sha256', 'records'],
  properties: {
    type: { const: 'answer' }, id: TEXT, sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    records: {
      type: 'array', maxItems: 50,
      items: {
        type: 'object', required: ['id', 'subject', 'state', 'values'],
        properties: {
          id: TEXT,
          subject: {
            type: 'object', required: ['personalId', 'fullName', 'birthDate'],
            properties: { personalId: { type: 'string', pattern: '^[0-9]{12}$' }, fullName: TEXT, birthDate: { type: 'string', pattern: '^[0-9]{4}(-[0-9]{2}){0,2}$' } },
          },
          state: { enum: ['in-force', 'expired', 'revoked'] },
          validUntil: DAY,
          values: { type: 'object', maxProperties: 60, additionalProperties: { type: ['string', 'number', 'boolean'], maxLength: 500 } },
        },
      },
    },
  },
};

interface Answer {
  readonly id: string;
  readonly sha256: string;
  readonly records: readonly SourceRecord[];
}

const isAnswer = newValidator().compile<Answer>(ANSWER);

/** A source reached over signed HTTP. The question travels in the body: no personal value stands in an address. */
export class HttpSource implements SourcePort {
  private readonly http: SignedHttp;

  constructor(address: string, key: string, rules: HttpRules) {
    this.http = new SignedHttp(address, key, rules);
  }

  async ask(question: SourceQuestion): Promise<readonly SourceRecord[]> {
    const body = JSON.stringify({ type: 'question', ...question });
    const bytes = await this.http.call({ method: 'PUT', path: `/questions/${encodeURIComponent(question.id)}`, body, type: 'application/json' });
    const answer = parse(Buffer.from(bytes).toString('utf8'));
    if (!isAnswer(answer)) throw new ExchangeError('malformed', `the answer is not as agreed at ${isAnswer.errors?.[0]?.instancePath || '/'}`);
    if (answer.id !== question.id || answer.sha256 !== sha256Hex(body)) throw new ExchangeError('wrong-digest', 'the answer is to another question');
    return answer.records;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ExchangeError('malformed', 'the answer is no JSON', { cause });
  }
}
