import { sha256Hex, newId } from '@app/kernel';
import type { AgencyEvent, AgencyEventKind, AgencyResult, AskedItem } from '@app/exchange';

/** A case as the agency has it: what it was sent, and how far it is. */
export interface AgencyCase {
  readonly id: string;
  readonly reference: string;
  readonly subject: string;
  readonly procedure: string;
  readonly dossierCode: string;
  readonly receivedAt: string;
  /** Messages by id with the digest of each, so that a repeat is known. */
  readonly messages: Readonly<Record<string, string>>;
  readonly declaration: Readonly<Record<string, unknown>>;
  readonly status: 'new' | 'acknowledged' | 'awaiting-confirmation' | 'awaiting-supplement' | 'supplied' | 'granted' | 'refused' | 'stopped' | 'withdrawn';
  readonly wantsWithdrawal: boolean;
}

/** Everything an agency's system keeps. */
export interface AgencyState {
  readonly cases: Readonly<Record<string, AgencyCase>>;
  readonly events: readonly AgencyEvent[];
  /** Papers by id, as base64. */
  readonly papers: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly issued: number;
}

export const EMPTY: AgencyState = { cases: {}, events: [], papers: {}, files: [], issued: 0 };

/** A message as the desk sends it, as far as an agency reads it. */
export interface Message {
  readonly type: 'case' | 'supplied' | 'withdrawal-asked' | 'stopped';
  readonly id: string;
  readonly caseId: string;
  readonly dossier?: { readonly code: string; readonly procedureName: string };
  readonly owner?: { readonly fullName: string };
  readonly declaration?: Readonly<Record<string, unknown>>;
}

/** What an agency says with an event. */
export interface Saying {
  readonly note?: string;
  readonly items?: readonly AskedItem[];
  readonly result?: AgencyResult;
}

/**
 * The own system of one agency, in memory: it takes messages in (each once), keeps cases, and writes down what happens to them in
 * a feed that is counted without a gap. Every change goes through `keep`, which may store it.
 */
export class Agency {
  /** @param prefix of its references and numbers; @param now ISO instant */
  constructor(
    readonly prefix: string,
    private state: AgencyState,
    private readonly now: () => string,
    private readonly keep: (state: AgencyState) => void = () => undefined,
  ) {}

  get cases(): readonly AgencyCase[] {
    return Object.values(this.state.cases);
  }

  get events(): readonly AgencyEvent[] {
    return this.state.events;
  }

  find(id: string): AgencyCase | undefined {
    return this.state.cases[id];
  }

  paper(id: string): Uint8Array | undefined {
    const text = this.state.papers[id];
    return text === undefined ? undefined : Buffer.from(text, 'base64');
  }

  hasFile(sha256: string): boolean {
    return this.state.files.includes(sha256);
  }

  takeFile(sha256: string): void {
    if (!this.hasFile(sha256)) this.change({ files: [...this.state.files, sha256] });
  }

  /** Takes a message in. The same one again changes nothing; another one under the same id is refused. */
  take(message: Message, body: string): 'taken' | 'refused' {
    const sha256 = sha256Hex(body);
    const known = this.state.cases[message.caseId];
    const before = known?.messages[message.id];
    if (before !== undefined) return before === sha256 ? 'taken' : 'refused';
    if (message.type !== 'case') {
      if (known === undefined) return 'refused';
      this.put({ ...known, messages: { ...known.messages, [message.id]: sha256 }, ...afterMessage(known, message) });
      return 'taken';
    }
    if (known !== undefined) return 'refused';
    const count = Object.keys(this.state.cases).length + 1;
    this.put({
      id: message.caseId, reference: `${this.prefix}-${String(count).padStart(5, '0')}`, subject: message.owner?.fullName ?? '', procedure: message.dossier?.procedureName ?? '',
      dossierCode: message.dossier?.code ?? '', receivedAt: this.now(), messages: { [message.id]: sha256 }, declaration: message.declaration ?? {}, status: 'new', wantsWithdrawal: false,
    });
    return 'taken';
  }

  /** Writes down that something happened to a case. */
  tell(caseId: string, kind: AgencyEventKind, saying: Saying = {}): AgencyEvent {
    const known = this.state.cases[caseId];
    if (known === undefined) throw new Error('the agency has no such case');
    const event: AgencyEvent = { id: newId(), number: this.state.events.length + 1, caseId, kind, at: this.now(), reference: known.reference, ...saying };
    this.change({ events: [...this.state.events, event], cases: { ...this.state.cases, [caseId]: { ...known, ...afterEvent(kind) } } });
    return event;
  }

  /** Keeps a paper and answers what is announced of it. */
  issue(bytes: Uint8Array, issuedOn: string, values: AgencyResult['values']): AgencyResult {
    const id = newId();
    const issued = this.state.issued + 1;
    this.change({ papers: { ...this.state.papers, [id]: Buffer.from(bytes).toString('base64') }, issued });
    return { id, sha256: sha256Hex(bytes), number: this.nextNumber(issued), issuedOn, ...(values === undefined ? {} : { values }) };
  }

  /** The number of the n-th paper it issues. */
  nextNumber(nth = this.state.issued + 1): string {
    return `${String(nth).padStart(4, '0')}/${this.prefix}`;
  }

  private put(each: AgencyCase): void {
    this.change({ cases: { ...this.state.cases, [each.id]: each } });
  }

  private change(changes: Partial<AgencyState>): void {
    this.state = { ...this.state, ...changes };
    this.keep(this.state);
  }
}

function afterMessage(known: AgencyCase, { type, declaration }: Message): Partial<AgencyCase> {
  switch (type) {
    case 'supplied': return { status: 'supplied', declaration: declaration ?? known.declaration };
    case 'withdrawal-asked': return { wantsWithdrawal: true };
    case 'stopped': return { status: 'stopped' };
    case 'case': return {};
  }
}

function afterEvent(kind: AgencyEventKind): Partial<AgencyCase> {
  switch (kind) {
    case 'acknowledged': case 'confirmation-given': return { status: 'acknowledged' };
    case 'confirmation-awaited': return { status: 'awaiting-confirmation' };
    case 'supplement-asked': return { status: 'awaiting-supplement' };
    case 'granted': return { status: 'granted' };
    case 'refused': return { status: 'refused' };
    case 'stopped': return { status: 'stopped' };
    case 'withdrawal-confirmed': return { status: 'withdrawn', wantsWithdrawal: false };
    case 'withdrawal-declined': return { wantsWithdrawal: false };
  }
}
