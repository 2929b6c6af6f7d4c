import type { Localized } from './types';

/** A field a refusal points at: JSON pointer into the body that was sent, and what is wrong in both languages. */
export interface ProblemField extends Localized {
  pointer: string;
}

/** A refusal as the desk sends it (`application/problem+json`), or one made here when the line is cut. */
export interface ProblemBody {
  status: number;
  code: string;
  detail: string;
  detailEn: string;
  fields?: ProblemField[];
  /** What is possible instead: the names of acts. */
  possible?: unknown;
  /** Who changed what, for a conflict. */
  facts?: Record<string, unknown>;
  requestId?: string;
}

/** What every failed call throws: one kind, so that screens show one kind of message. */
export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.code);
    this.name = 'Problem';
    this.body = body;
  }

  get code(): string {
    return this.body.code;
  }
}

/** The code of the refusal that no server has sent: nothing came back at all. */
export const LINE_CUT = 'line.cut';

/** Turns whatever a call threw into a {@link Problem}; a failed fetch means that the line is cut. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ status: 0, code: LINE_CUT, detail: '', detailEn: '' });
}

/** Reads a refusal out of an answer whose body may be missing or not ours (a proxy's page, say). */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
    return new Problem({ detail: '', detailEn: '', ...(body as Partial<ProblemBody>), code: body.code, status });
  }
  return new Problem({ status, code: status >= 502 ? LINE_CUT : 'server.fault', detail: '', detailEn: '' });
}
