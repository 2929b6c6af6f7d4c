import { LaterVersionDto } from './version.dto.js';
import { AlarmDto, ChoicesDto, ConsultationDto, ElsewhereDto, ExtensionDto, NotedLineDto, PaymentDto, PeopleDto, ProposalDto, RevisionDto, StepTimeDto, StopDto, TimeSharesDto, WithdrawalDto } from './records.dto.js';
import { LocalizedDto, RowShareDto, SupplementLineDto, UnitDto, WhereaboutsDto } from './parts.dto.js';

export { LocalizedDto, SupplementLineDto, UnitDto };

/** The next act a person may do now, computed from the machine and the permissions. */
export class PossibleActDto {
  /** The event's name, sent back in {@link ActDto.event}. */
  event!: string;
  label!: LocalizedDto;
  /**
   * What the act needs: `none`, `reason`, `supplement`, `finding`, `draft`, `handover`, `minutes`, `return`, `checklist`, `supply`, `notice`,
   * `withdrawal`, `closing`, `payment`, `payment-proof`, `consultation`, `opinion`, `note`, `extension`, `apology`, `reroute`, `assignment`, `marks`, `correction`.
   */
  data!: string;
  /** The question asked before an act that cannot be taken back. */
  confirm?: LocalizedDto;
  /** Whether it lies beside the way: the dossier stays in the state it is in. */
  beside!: boolean;
  /** The kind of reason it must cite, in the reason catalogue. */
  reasons?: string;
}

/** One row of a work list. */
export class DossierRowDto {
  id!: string;
  /** Dossier code once received, else the provisional filing number. */
  code!: string;
  received!: boolean;
  procedureCode!: string;
  procedureName!: string;
  ownerName!: string;
  status!: number;
  statusName!: LocalizedDto;
  stepName!: LocalizedDto;
  holder!: UnitDto;
  /** The unit the handover is addressed to while it is under way. */
  addressee?: UnitDto;
  commune!: UnitDto;
  channel!: string;
  round!: number;
  dueAt?: string;
  /** `on-time`, `due-soon`, `overdue`, `paused`, `none`. */
  timeToken!: string;
  /** "còn 5 giờ làm việc". */
  timeText!: LocalizedDto;
  filedAt!: string;
  updatedAt!: string;
  version!: number;
  /** The officer who has it in hand in the unit that holds it. */
  leadName?: string;
  /** What stands out: alarms that are open, an opinion asked of my unit, something a leader must decide, a withdrawal asked, a step over its time. */
  badges!: BadgeDto[];
  /** Who held the clock how long, and who of them made it late. */
  shares!: RowShareDto[];
  where!: WhereaboutsDto;
  /** The acts this officer may do on it together with others of the list ({@link BatchDto}); computed like {@link DossierDto.acts}. */
  manyActs!: PossibleActDto[];
}

/** Something that stands out on a row, in words. */
export class BadgeDto {
  /** An alarm's name, or `head-pending`, `consulted`, `withdrawal-asked`, `proposal`, `mine`. */
  kind!: string;
  label!: LocalizedDto;
  /** `alarm` or `note`. */
  tone!: string;
}

export class DossierListCountsDto {
  /** Waiting for me or my role. */
  mine!: number;
  /** Held by my units. */
  unit!: number;
  /** Handovers addressed to my units, not acknowledged. */
  incoming!: number;
  /** Received by my units, with another agency now. */
  sent!: number;
  /** Everything my units may see. */
  all!: number;
  /** Of the list looked at: in my own hands, and taken up by nobody. */
  assignedToMe!: number;
  unassigned!: number;
  /** Of the list looked at: with an alarm that my units have to answer. */
  alarms!: number;
}

/** How many dossiers of a list were late while a unit had them. */
export class LateByDto {
  unit!: UnitDto;
  count!: number;
}

export class DossierListDto {
  rows!: DossierRowDto[];
  lateBy!: LateByDto[];
  counts!: DossierListCountsDto;
  total!: number;
}

/** Who decides a dossier and by which law. */
export class DossierAuthorityDto {
  /** `commune` or `province`. */
  level!: string;
  /** The office that prepares the decision. */
  office?: UnitDto;
  /** The legal basis of the rule as cited, and its first day; left out where the procedure itself says who decides. */
  basis?: string;
  since?: string;
  /** From receipt on it stays, whatever the rules become. */
  settled!: boolean;
}

/** One component (thành phần hồ sơ) of a dossier. */
export class DossierComponentDto {
  key!: string;
  name!: LocalizedDto;
  required!: boolean;
  why?: LocalizedDto;
  /** `unchecked`, `passed`, `failed`. */
  state!: string;
  /** `original`, `certified-copy`, `photocopy`, `electronic`. */
  kind!: string;
  originals!: number;
  copies!: number;
  /** `brought`, `on-file`, `uploaded`. */
  origin!: string;
  note?: string;
  /** Where the paper original is now. */
  location?: string;
  files!: FileDto[];
}

export class FileDto {
  id!: string;
  name!: string;
  mediaType!: string;
  size!: number;
  sha256!: string;
  uploadedAt!: string;
}

/** One answer of the declaration, ready to show, with where it came from. */
/** What is on file for an answer that says something else. */
export class OnFileDto {
  value!: string;
  source!: LocalizedDto;
  /** `YYYY-MM-DD`. */
  asOf!: string;
}

export class AnswerDto {
  pointer!: string;
  label!: LocalizedDto;
  /** The answer as text. */
  value!: string;
  /** `population` data on file, `paper` on file, `register`: a national source asked for this dossier, `citizen` declared, `clerk` typed. */
  origin!: string;
  source?: LocalizedDto;
  /** Marked by an open supplement request. */
  marked?: boolean;
  /** What was on file, where something else is declared. */
  onFile?: OnFileDto;
}

export class AnswerGroupDto {
  title!: LocalizedDto;
  answers!: AnswerDto[];
}

/** One line of the history. */
export class HistoryLineDto {
  seq!: number;
  at!: string;
  event!: string;
  label!: LocalizedDto;
  /** Who did it: officer's name and unit; for citizens' screens only the unit. */
  who!: string;
  /** Whom the officer acted for: standing in for somebody absent, or by a delegation. */
  forWhom?: string;
  basis?: 'absence' | 'delegation';
  unit?: string;
  from?: LocalizedDto;
  to!: LocalizedDto;
  note?: string;
  reason?: string;
}

export class HandoverDto {
  id!: string;
  from!: UnitDto;
  to!: UnitDto;
  purpose!: LocalizedDto;
  sentAt!: string;
  sentBy!: string;
  acknowledgedAt?: string;
  acknowledgedBy?: string;
  returnedAt?: string;
  recalledAt?: string;
  reason?: string;
  /** How many times it has gone this way. */
  round!: number;
  /** What went up with it. */
  package?: PackageDto;
  /** What was marked with its return, and whether it has been put right since. */
  marks!: SupplementLineDto[];
  settled!: boolean;
  /** When the bytes of its papers were last compared with the digests. */
  checkedAt?: string;
  manifest!: ManifestLineDto[];
}

/** Where a dossier was helped, received and is collected, and whose offices decide: facts apart. */
export class PlacesDto {
  help?: UnitDto;
  receipt!: UnitDto;
  competent!: UnitDto;
  collect?: UnitDto;
}

/** What a commune sends up with a dossier. */
export class PackageDto {
  request!: string;
  finding!: string;
  openQuestions!: string[];
}

export class ManifestLineDto {
  key!: string;
  name!: string;
  sha256?: string;
  /** How the paper stands now: `same` as sent, `replaced` since, or a `sheet` without a file. */
  state!: string;
  originals!: number;
  copies!: number;
  /** `travels` with the handover, `stays` where it is, `electronic`. */
  original!: string;
  location!: string;
}

export class PaperDto {
  id!: string;
  form!: string;
  title!: LocalizedDto;
  number?: string;
  sha256!: string;
  createdAt!: string;
  pages!: number;
}

/** A receipt printed once more. */
export class ReprintDto {
  paperId!: string;
}

export class SupplementDto {
  id!: string;
  askedAt!: string;
  answeredAt?: string;
  /** The day by which the citizen should answer. */
  answerBy!: string;
  beforeReceipt!: boolean;
  /** When the time to answer was over and nothing had come. */
  expiredAt?: string;
  note?: string;
  items!: SupplementLineDto[];
  contact!: string;
}

/** One move of the appointed date, with its reason. */
/** Whose rule a shown value is: the nation's, or what a province or commune decided over it. */
export class LayerDto {
  /** `nation`, `province` or `commune`. */
  layer!: string;
  /** The decision's number; of a national value the provision. */
  decision?: string;
  date?: string;
  issuedBy?: string;
  since?: string;
  until?: string;
  /** The national value it rests on has changed, and nobody has decided yet what follows. */
  underReview?: boolean;
  text!: LocalizedDto;
}

export class DueChangeDto {
  at!: string;
  cause!: LocalizedDto;
  basis?: string;
  /** Left out where it cannot be told any more: the calendar changed since. */
  from?: string;
  to?: string;
}

/** From when to when a granted extension moved the date. */
export class ExtendedDto {
  from!: string;
  to!: string;
}

export class ClockDto {
  /** `not-started`, `running`, `paused`, `stopped`. */
  state!: string;
  startedAt?: string;
  /** The limit frozen at receipt, and whose it is. */
  limit?: LocalizedDto;
  layer?: LayerDto;
  dueAt?: string;
  /** Why it stands: `supplement`, `financial-duty`, `public-notice`, `consultation`, `identity-confirmation`, `outage`. */
  pauseCause?: string;
  pausedSince?: string;
  extended?: ExtendedDto;
  /** "còn 5 giờ làm việc", and the token for colour and icon. */
  timeToken!: string;
  timeText!: LocalizedDto;
  /** "Vì sao là ngày này?" line by line. */
  trace!: LocalizedDto[];
  /** Each change of the appointed date, oldest first. */
  changes!: DueChangeDto[];
}

/** The whole dossier as an officer sees it. */
export class DossierDto {
  id!: string;
  code!: string;
  received!: boolean;
  version!: number;
  procedureCode!: string;
  procedureVersion!: number;
  procedureName!: LocalizedDto;
  status!: number;
  statusName!: LocalizedDto;
  stepName!: LocalizedDto;
  stage!: LocalizedDto;
  /** `none`, `granted`, `refused`. */
  outcome!: string;
  channel!: string;
  assisted!: boolean;
  holder!: UnitDto;
  addressee?: UnitDto;
  places!: PlacesDto;
  where!: WhereaboutsDto;
  /** Whom it waits for when it is not the holder: `citizen`, `addressee`, `consulted`, `time`, `agency`. */
  awaiting?: string;
  commune!: UnitDto;
  ownerName!: string;
  /** Masked identity number. */
  ownerPersonalId?: string;
  ownerPhone?: string;
  filerName?: string;
  clock!: ClockDto;
  fee!: FeeDto;
  acts!: PossibleActDto[];
  answers!: AnswerGroupDto[];
  components!: DossierComponentDto[];
  supplements!: SupplementDto[];
  handovers!: HandoverDto[];
  /** What the province has marked and the commune has to put right. */
  marks!: SupplementLineDto[];
  papers!: PaperDto[];
  history!: HistoryLineDto[];
  /** The examiner's findings, newest last. */
  findings!: FindingDto[];
  /** Draft of the result under approval: its fields. */
  draft?: Record<string, string>;
  /** What the drafting officer may enter or correct in the result; empty where the procedure leaves nothing to it. */
  draftEntries!: DraftEntryDto[];
  /** Mermaid drawing of the procedure with the present state, and the steps for a plain stepper. */
  steps!: StepDto[];
  deliveryMethod!: string;
  /** Whether this officer may print the receipt once more. */
  reprintable!: boolean;
  /** Whether a further supplement request makes it late in the index. */
  countedLate!: boolean;
  choices!: ChoicesDto;
  consultations!: ConsultationDto[];
  payments!: PaymentDto[];
  withdrawals!: WithdrawalDto[];
  extensions!: ExtensionDto[];
  /** Further supplement requests put to the leader. */
  proposals!: ProposalDto[];
  stop?: StopDto;
  /** Of a dossier that an agency decides in a system of its own. */
  elsewhere?: ElsewhereDto;
  /** Issues of the result; a corrected one takes the place of the one before. */
  revisions!: RevisionDto[];
  /** Alarms that are open. */
  alarms!: AlarmDto[];
  people!: PeopleDto;
  /** The time of the step, beside the dossier's. */
  stepTime?: StepTimeDto;
  timeShares!: TimeSharesDto;
  authority!: DossierAuthorityDto;
  /** Versions of the procedure in force now that came after its own. */
  laterVersions!: LaterVersionDto[];
}

export class DraftEntryDto {
  /** Key in the draft. */
  to!: string;
  label!: LocalizedDto;
  /** As it stands now; empty when nobody knows it yet. */
  value!: string;
}

export class StepDto {
  id!: string;
  name!: LocalizedDto;
  unit!: string;
  /** `done`, `now`, `next`. */
  state!: string;
}

export class FindingDto {
  at!: string;
  by!: string;
  unit!: string;
  meets!: boolean;
  text!: string;
  /** What was noted with it. */
  noted!: NotedLineDto[];
}

export class FeeLineDto {
  name!: LocalizedDto;
  amount!: number;
  layer!: LayerDto;
}

export class FeeDto {
  total!: number;
  lines!: FeeLineDto[];
  explanation!: LocalizedDto;
  paid!: boolean;
}

/** A reason of the catalogue (supplement, refusal, sending back). */
export class ReasonDto {
  code!: string;
  kind!: string;
  text!: LocalizedDto;
  basis!: string;
  example?: LocalizedDto;
}

