/** A text in both languages; the Vietnamese one is the legal wording. */
export class LocalizedDto {
  vi!: string;
  en!: string;
}

/** A unit as screens show it. */
export class UnitDto {
  id!: string;
  name!: string;
  phone?: string;
}

/** The next act a person may do now, computed from the machine and the permissions. */
export class PossibleActDto {
  /** The event's name, sent back in {@link ActDto.event}. */
  event!: string;
  label!: LocalizedDto;
  /** What the act needs: `none`, `reason`, `supplement`, `finding`, `draft`, `handover`, `minutes`, `return`, `checklist`, `supply`, `notice`. */
  data!: string;
  /** The question asked before an act that cannot be taken back. */
  confirm?: LocalizedDto;
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
}

export class DossierListCountsDto {
  /** Waiting for me or my role. */
  mine!: number;
  /** Held by my units. */
  unit!: number;
  /** Handovers addressed to my units, not acknowledged. */
  incoming!: number;
  /** Everything my units may see. */
  all!: number;
}

export class DossierListDto {
  rows!: DossierRowDto[];
  counts!: DossierListCountsDto;
  total!: number;
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
export class AnswerDto {
  pointer!: string;
  label!: LocalizedDto;
  /** The answer as text. */
  value!: string;
  /** `population` data on file, `paper` on file, `citizen` declared, `clerk` typed. */
  origin!: string;
  source?: LocalizedDto;
  /** Marked by an open supplement request. */
  marked?: boolean;
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
  manifest!: ManifestLineDto[];
}

export class ManifestLineDto {
  key!: string;
  name!: string;
  sha256?: string;
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
  items!: SupplementLineDto[];
  contact!: string;
}

export class SupplementLineDto {
  target!: string;
  key!: string;
  name!: string;
  reason!: LocalizedDto;
  basis!: string;
  note?: string;
}

export class TraceLineDto {
  text!: LocalizedDto;
}

export class ClockDto {
  /** `not-started`, `running`, `paused`, `stopped`. */
  state!: string;
  startedAt?: string;
  dueAt?: string;
  /** "còn 5 giờ làm việc", and the token for colour and icon. */
  timeToken!: string;
  timeText!: LocalizedDto;
  /** "Vì sao là ngày này?" line by line. */
  trace!: LocalizedDto[];
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
  papers!: PaperDto[];
  history!: HistoryLineDto[];
  /** The examiner's findings, newest last. */
  findings!: FindingDto[];
  /** Draft of the result under approval: its fields. */
  draft?: Record<string, string>;
  /** Mermaid drawing of the procedure with the present state, and the steps for a plain stepper. */
  steps!: StepDto[];
  deliveryMethod!: string;
  /** Whether this officer may print the receipt once more. */
  reprintable!: boolean;
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
}

export class FeeLineDto {
  name!: LocalizedDto;
  amount!: number;
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

