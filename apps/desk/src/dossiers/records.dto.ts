import { LocalizedDto, SupplementLineDto, UnitDto } from './parts.dto.js';

/** A reason of the catalogue in words, with its article. */
export class ReasonTextDto {
  text!: LocalizedDto;
  basis!: string;
}

/** One body whose opinion was asked. */
export class ConsultationDto {
  id!: string;
  unit!: UnitDto;
  question!: LocalizedDto;
  /** The article that orders it and, where silence counts as agreement, says so. */
  basis!: string;
  silenceAgrees!: boolean;
  askedAt!: string;
  askedBy?: string;
  dueAt!: string;
  /** `open`, `overdue`, `answered`, `declined`, `deemed-agreed`, `waived`, `closed`. */
  state!: string;
  agrees?: boolean;
  answer?: string;
  reason?: ReasonTextDto;
  answeredBy?: string;
  answeredAt?: string;
  /** Whether my own unit is asked and has not answered. */
  mine!: boolean;
}

/** How a dossier stands in the own system of the agency that decides it. */
export class ElsewhereDto {
  unit!: UnitDto;
  /** The agency's own number of the case. */
  reference?: string;
  status!: 'sending' | 'sent' | 'acknowledged' | 'awaiting-confirmation' | 'awaiting-supplement' | 'granted' | 'refused' | 'stopped' | 'withdrawn';
  /** When it became so there, and when that was heard here. */
  statusAt!: string;
  seenAt!: string;
  /** The agency's words with it. */
  note?: string;
  /** Whether anything between the two waits: `even`, `waiting`, `parked`, `refused`. */
  exchange!: 'even' | 'waiting' | 'parked' | 'refused';
  /** Why something waits. */
  why?: string;
}

/** A financial duty. */
export class PaymentDto {
  id!: string;
  name!: LocalizedDto;
  basis!: string;
  /** Whole đồng. */
  amount!: number;
  amountText!: LocalizedDto;
  amountInWords!: string;
  noticeNumber?: string;
  note?: string;
  askedAt!: string;
  payBy!: string;
  /** `due`, `paid`, `expired`, `closed`. */
  state!: string;
  paidAmount?: number;
  paidOn?: string;
  receiptNumber?: string;
  confirmedBy?: string;
  confirmedAt?: string;
}

/** The citizen's wish to withdraw, and its answer. */
export class WithdrawalDto {
  askedAt!: string;
  wish?: string;
  /** `confirmed`, `declined`, `closed`; nothing while it waits. */
  outcome?: string;
  answer?: string;
  reason?: ReasonTextDto;
  decidedBy?: string;
  decidedAt?: string;
}

/** An extension, or an apology for one that is late already. */
export class ExtensionDto {
  /** `extension` or `apology`. */
  kind!: string;
  reason!: ReasonTextDto;
  note?: string;
  /** The unit at fault. */
  unit!: UnitDto;
  /** Working days. */
  days?: number;
  expectedOn?: string;
  proposedAt!: string;
  proposedBy?: string;
  /** `granted`, `declined`, `closed`; nothing while the leader has not decided. */
  outcome?: string;
  /** Why it was declined. */
  answer?: ReasonTextDto;
  decidedAt?: string;
  decidedBy?: string;
  dueBefore?: string;
  /** The new date; of an open proposal what signing it now would give. */
  dueAfter?: string;
}

/** What the leader is asked to allow: a further supplement request. */
export class ProposalDto {
  proposedAt!: string;
  proposedBy?: string;
  items!: SupplementLineDto[];
  note?: string;
  /** `approved`, `declined`, `closed`; nothing while the leader has not decided. */
  outcome?: string;
  answer?: ReasonTextDto;
  decidedAt?: string;
  decidedBy?: string;
}

export class ReturnedPaperDto {
  key!: string;
  name!: LocalizedDto;
  originals!: number;
  copies!: number;
}

/** The end of a dossier without a decision. */
export class StopDto {
  at!: string;
  /** `withdrawn`, `not-supplemented`, `not-paid`, `lapsed`. */
  cause!: string;
  causeText!: LocalizedDto;
  reason?: ReasonTextDto;
  note?: string;
  papersReturned!: ReturnedPaperDto[];
  feeRefunded!: boolean;
  by?: string;
}

/** One issue of the result. */
export class RevisionDto {
  revision!: number;
  number?: string;
  numberedAt?: string;
  recipient?: string;
  /** Whether a later one has taken its place. */
  superseded!: boolean;
  /** Why the one before was taken up again. */
  reason?: ReasonTextDto;
  note?: string;
  openedAt?: string;
  openedBy?: string;
}

/** Something that warns, and who has to answer it. */
export class AlarmDto {
  kind!: string;
  label!: LocalizedDto;
  unit!: UnitDto;
  officer?: string;
  since!: string;
}

export class PersonAtWorkDto {
  officerId!: string;
  name!: string;
  unit?: string;
  since!: string;
}

/** Who has it in hand, who is called in beside, who watches. */
export class PeopleDto {
  lead?: PersonAtWorkDto;
  cooperators!: PersonAtWorkDto[];
  followers!: PersonAtWorkDto[];
  leading!: boolean;
  following!: boolean;
}

/** The time of the step; its overrun warns the holder and moves no promise. */
export class StepTimeDto {
  dueAt!: string;
  timeToken!: string;
  timeText!: LocalizedDto;
}

export class HolderShareDto {
  unit!: UnitDto;
  officer?: string;
  /** Working minutes while the clock ran, and how many of them after the appointed date. */
  minutes!: number;
  late!: number;
}

export class PauseShareDto {
  cause!: string;
  causeText!: LocalizedDto;
  minutes!: number;
}

/** Where the time went: the holders' and the pauses' working minutes add up to the whole. */
export class TimeSharesDto {
  total!: number;
  holders!: HolderShareDto[];
  pauses!: PauseShareDto[];
  /** `early`, `on-time`, `late`; nothing while it cannot be said. */
  outcome?: string;
}

/** A body the process names. */
export class ConsultChoiceDto {
  body!: string;
  unit!: UnitDto;
  question!: LocalizedDto;
  basis!: string;
  silenceAgrees!: boolean;
  /** When its time would be over if it were asked now. */
  dueAt!: string;
  /** Whether this declaration calls for its opinion. */
  preselected!: boolean;
}

export class DutyChoiceDto {
  name!: LocalizedDto;
  basis!: string;
  payBy!: string;
}

export class OfficerChoiceDto {
  officerId!: string;
  name!: string;
  role!: LocalizedDto;
  unit!: UnitDto;
}

/** What would go up with the dossier, made from what the commune has written down. */
export class ProposedPackageDto {
  to!: UnitDto;
  /** How many times it would have gone there. */
  round!: number;
  request!: string;
  finding!: string;
  openQuestions!: string[];
}

/** What the acts offered are to be chosen from. */
export class ChoicesDto {
  consult?: ConsultChoiceDto[];
  duty?: DutyChoiceDto;
  /** Whom this officer may make the lead. */
  assignees?: OfficerChoiceDto[];
  /** With a handover up to the province. */
  package?: ProposedPackageDto;
  /** What is to be noted with `finding` or with my own `opinion`; sent back in {@link ActDto.noted}. */
  finding?: FindingFormDto;
}

/** What an officer or a consulted body notes; it becomes a paper of its own. */
export class FindingFormDto {
  title!: LocalizedDto;
  items!: NotedItemDto[];
}

export class NotedItemDto {
  key!: string;
  name!: LocalizedDto;
  /** `number`, `money` (whole đồng), `date`, `choice`, `text`. */
  kind!: string;
  unit?: string;
  minimum?: number;
  maximum?: number;
  choices?: NotedChoiceDto[];
  optional?: boolean;
}

export class NotedChoiceDto {
  value!: string;
  name!: LocalizedDto;
}

/** One thing noted, in words. */
export class NotedLineDto {
  name!: LocalizedDto;
  value!: LocalizedDto;
}

/** Where an extension would move the date if it were signed now. */
export class ExtensionPreviewDto {
  days!: number;
  from!: string;
  to!: string;
  trace!: LocalizedDto[];
}

/** The draft of a result, for the citizen to check before it is signed. */
export class DraftCheckDto {
  /** Until when; silence then means agreement. */
  answerBy!: string;
  basis!: string;
  result!: LocalizedDto;
  lines!: DraftLineDto[];
}

export class DraftLineDto {
  label!: LocalizedDto;
  value!: string;
}

/** A sum in figures, and in words as papers write it. */
export class AmountDto {
  figures!: LocalizedDto;
  words!: string;
}
