/** A message for an agency's system. The same id always means the same message, however often it is sent. */
export interface AgencyMessage {
  readonly id: string;
  /** JSON text; the receipt names its digest. */
  readonly body: string;
}

/** What alone counts as received: the id and the digest of what was sent, in the agreed form. */
export interface Receipt {
  readonly id: string;
  /** SHA-256, lower-case hex. */
  readonly sha256: string;
  /** When the agency's system had it, as it says; ISO instant. */
  readonly at: string;
}

/** Everything an agency's system may tell of a case. */
export const AGENCY_EVENT_KINDS = [
  'acknowledged', 'confirmation-awaited', 'confirmation-given', 'supplement-asked', 'granted', 'refused', 'stopped', 'withdrawal-confirmed', 'withdrawal-declined',
] as const;
export type AgencyEventKind = (typeof AGENCY_EVENT_KINDS)[number];

/** One thing an agency asks the citizen to supply. */
export interface AskedItem {
  readonly target: 'component' | 'field';
  readonly key: string;
  readonly reason: string;
  readonly note?: string;
}

/** A paper an agency has issued. */
export interface AgencyResult {
  /** Under which id its bytes are fetched. */
  readonly id: string;
  readonly sha256: string;
  /** The number the agency gave it. */
  readonly number: string;
  /** Local date, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  /** What it says, in plain values: they become data on file. */
  readonly values?: Readonly<Record<string, string | number | boolean>>;
}

/** Something that happened to a case in the agency's own system. */
export interface AgencyEvent {
  readonly id: string;
  /** Its place in the feed: counted from 1 without a gap, so that a lost one is noticed. */
  readonly number: number;
  /** The id the case was sent under. */
  readonly caseId: string;
  readonly kind: AgencyEventKind;
  /** When it happened there; ISO instant. */
  readonly at: string;
  /** The agency's own number of the case. */
  readonly reference?: string;
  readonly note?: string;
  readonly items?: readonly AskedItem[];
  readonly result?: AgencyResult;
}

/** The own system of an agency, as the desk sees it. */
export interface AgencyPort {
  /** Hands a message over. Sending it again does nothing there. @throws ExchangeError */
  send(message: AgencyMessage): Promise<Receipt>;
  /** Hands a file over by its digest. Sending it again does nothing there. @throws ExchangeError */
  sendFile(sha256: string, bytes: Uint8Array): Promise<Receipt>;
  /** What happened after an event of the feed, in any order and perhaps not all of it. @throws ExchangeError */
  events(after: number): Promise<readonly AgencyEvent[]>;
  /** The bytes of a paper, if they are what their digest says. @throws ExchangeError */
  fetchResult(result: Pick<AgencyResult, 'id' | 'sha256'>): Promise<Uint8Array>;
}
