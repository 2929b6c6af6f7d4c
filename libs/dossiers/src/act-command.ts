import type { Principal } from '@app/access';
import type { SigningFault } from '@app/documents';
import type { Localized } from '@app/kernel';
import type { PaperDetails } from './paper-details.js';

/** One thing a supplement request asks for: a paper or a field, why, and what to do about it. */
export interface SupplementItem {
  readonly target: 'component' | 'field';
  /** Component key, or JSON pointer of the field. */
  readonly key: string;
  /** A code of the reason catalogue. */
  readonly reason: string;
  readonly note?: string;
}

/** A paper the citizen or the clerk puts into a component. */
export interface SuppliedComponent {
  readonly key: string;
  readonly paperOnFileId?: string;
  readonly fileIds?: readonly string[];
  /** Ticked by the clerk who saw it; what arrives online is unchecked. */
  readonly state?: 'unchecked' | 'passed' | 'failed';
  readonly kind?: 'original' | 'certified-copy' | 'photocopy' | 'electronic';
  readonly note?: string;
  /** What the clerk read off the paper. */
  readonly paper?: PaperDetails;
}

/** What goes with a dossier from a commune up to the province: what is asked, what was found, what is open. */
export interface EscalationPackage {
  readonly request: string;
  readonly finding: string;
  readonly openQuestions: string[];
}

/** Figures, dates, choices and words, as the form of a finding asks for them. */
export type Noted = Readonly<Record<string, string | number>>;

/** What accompanies an act; which parts are needed is said by the act's rule in the workflow's table. */
export interface ActData {
  readonly reason?: string;
  readonly note?: string;
  readonly meets?: boolean;
  readonly items?: readonly SupplementItem[];
  /** What a finding or an opinion notes, by the keys of its form. */
  readonly noted?: Noted;
  readonly originals?: ReadonlyArray<{ key: string; travels: boolean }>;
  /** With a handover that goes up. */
  readonly package?: EscalationPackage;
  readonly draft?: Readonly<Record<string, string>>;
  readonly recipient?: string;
  readonly feePaid?: boolean;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly components?: readonly SuppliedComponent[];
  /** The bodies of the process asked, each with a question of its own or the process's. */
  readonly consult?: ReadonlyArray<{ readonly body: string; readonly question?: string }>;
  /** Dong: what is due, or what was paid. */
  readonly amount?: number;
  readonly noticeNumber?: string;
  readonly receiptNumber?: string;
  /** Local date of a payment. */
  readonly paidOn?: string;
  /** By how many working days an extension moves the date. */
  readonly days?: number;
  /** The local date on which a late result is expected. */
  readonly expectedOn?: string;
  /** The commune a re-route goes to. */
  readonly commune?: string;
  /** Who is assigned, called in or released. */
  readonly officerId?: string;
  readonly feeRefunded?: boolean;
  /** The version of its procedure a dossier is moved to. */
  readonly toVersion?: number;
  /** The field whose declared value contradicts the file; JSON pointer. */
  readonly pointer?: string;
  /** The question to a national source whose end is noted. */
  readonly queryId?: string;
  /** Records the system's own acts are about. */
  readonly consultationId?: string;
  readonly outageId?: string;
  readonly calendarChangeId?: string;
  readonly unitChangeId?: string;
  /** The paper as it is once signed or sealed. */
  readonly signed?: SignedPaper;
  /** Why it could not be signed or sealed. */
  readonly signingFault?: SigningFault;
  /** What an agency's own system told with its event. */
  readonly elsewhere?: ToldElsewhere;
}

/** A decision's paper with one more signature in it, its bytes kept already. */
export interface SignedPaper {
  /** The effect that was carried out. */
  readonly effectId: string;
  readonly title: Localized;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly templateVersion: string;
  readonly keyId: string;
  /** The common name of the certificate. */
  readonly signer: string;
}

/** What came from an agency's own system, beside items and note. */
export interface ToldElsewhere {
  /** When it happened there; ISO instant. */
  readonly at: string;
  /** The agency's own number of the case. */
  readonly reference?: string;
  /** With a decision: the paper the agency issued, its bytes kept already. */
  readonly paper?: { readonly sha256: string; readonly size: number; readonly pages: number; readonly number: string; readonly issuedOn: string };
  /** With a decision: what it says, in plain values. */
  readonly values?: Readonly<Record<string, string | number | boolean>>;
}

/** One act asked of a dossier. */
export interface ActCommand {
  /** Made by the client; a repeat gets the first answer, the same id with another body is refused. */
  readonly id: string;
  readonly dossierId: string;
  /** The version the person saw; null where the act checks its own open record instead (party acts, the system). */
  readonly expectedVersion: number | null;
  readonly event: string;
  readonly data: ActData;
}

/** What an act answers, and what a repeat of it answers again. */
export interface ActAnswer {
  readonly dossierId: string;
  readonly version: number;
  readonly status: number;
  readonly code: string | null;
}

/** The key under which commands and drafts belong to a principal; the database computes the same for row security. */
export function principalKey(principal: Principal): string {
  switch (principal.kind) {
    case 'officer': return `officer:${principal.officerId}`;
    case 'citizen': return `citizen:${principal.personId}`;
    case 'system': return 'system';
  }
}
