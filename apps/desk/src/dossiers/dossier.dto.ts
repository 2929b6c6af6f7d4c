import { ApiProperty } from '@nestjs/swagger';
import type { SigningFault } from '@app/documents';
import { OUTCOMES } from '@app/exchange';
import { LaterVersionDto } from './version.dto.js';
import { AlarmDto, ChoicesDto, ConsultationDto, ElsewhereDto, ExtensionDto, NotedLineDto, PaymentDto, PeopleDto, ProposalDto, RevisionDto, StepTimeDto, StopDto, TimeSharesDto, WithdrawalDto } from './records.dto.js';
import { LocalizedDto, SupplementLineDto, UnitDto, WhereaboutsDto } from './parts.dto.js';
import { OnceOnlyScoreDto } from '../reports/once-only.dto.js';
import { ClockDto, LayerDto } from './clock.dto.js';
import { HandoverDto, PlacesDto } from './handover.dto.js';

export { LocalizedDto, SupplementLineDto, UnitDto };

/** The next act a person may do now, computed from the machine and the permissions. */
export class PossibleActDto {
  /** The event's name, sent back in {@link ActDto.event}. */
  event!: string;
  label!: LocalizedDto;
  /**
   * What the act needs: `none`, `reason`, `supplement`, `finding`, `draft`, `handover`, `minutes`, `return`, `checklist`, `supply`, `notice`,
   * `withdrawal`, `closing`, `payment`, `payment-proof`, `consultation`, `opinion`, `note`, `extension`, `apology`, `reroute`, `assignment`, `marks`, `correction`,
   * `difference`, `source-answer`.
   */
  data!: string;
  /** The question asked before an act that cannot be taken back. */
  confirm?: LocalizedDto;
  /** Whether it lies beside the way: the dossier stays in the state it is in. */
  beside!: boolean;
  /** The kind of reason it must cite, in the reason catalogue. */
  reasons?: string;
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

/** What was read off a paper handed in. */
export class ComponentPaperDto {
  number?: string;
  issuer?: string;
  issuedOn?: string;
  validUntil?: string;
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
  /** What was read off the paper handed in: number, issuer, days. */
  paper?: ComponentPaperDto;
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
/** How a source that was asked again about an answer ended. */
export class AskedAgainDto {
  source!: LocalizedDto;
  @ApiProperty({ enum: OUTCOMES }) outcome!: (typeof OUTCOMES)[number];
  at!: string;
  /** Of a match: what it says of this answer. */
  value?: string;
  /** Of a value: whether it says what was declared. */
  agrees?: boolean;
}

/** What is on file for an answer that says something else. */
export class OnFileDto {
  value!: string;
  source!: LocalizedDto;
  /** `YYYY-MM-DD`. */
  asOf!: string;
  /** What sources answered when the case officer asked again, oldest first. */
  asked!: AskedAgainDto[];
  /** The line of the history in which the case officer accepted what was declared. */
  acceptedSeq?: number;
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
  basis?: 'absence' | 'delegation' | 'role';
  unit?: string;
  from?: LocalizedDto;
  to!: LocalizedDto;
  note?: string;
  reason?: string;
}

/** One of the three acts on a decision's paper, with its evidence. */
export class SigningStepDto {
  /** `signature`, `number`, `seal`. */
  @ApiProperty({ enum: ['signature', 'number', 'seal'] })
  kind!: 'signature' | 'number' | 'seal';
  at!: string;
  /** The common name of the certificate; none of a number. */
  signer?: string;
  /** Of the paper as it was then. */
  sha256!: string;
}

/** Why a key gave no signature. */
export const SIGNING_FAULTS = ['key-refused', 'unreachable', 'field-missing', 'field-signed', 'too-long', 'value-missing'] as const satisfies readonly SigningFault[];

/** How far the paper of a decision is on its way from signature to seal. */
export class SigningDto {
  done!: SigningStepDto[];
  /** Why the last attempt failed. */
  @ApiProperty({ enum: SIGNING_FAULTS, required: false })
  fault?: (typeof SIGNING_FAULTS)[number];
}

export class PaperDto {
  id!: string;
  form!: string;
  title!: LocalizedDto;
  number?: string;
  sha256!: string;
  createdAt!: string;
  pages!: number;
  /** A marked copy, printed once more. */
  reprinted!: boolean;
}

/** A paper printed once more. */
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
  /** Whom it waits for when it is not the holder: `citizen`, `addressee`, `consulted`, `time`, `agency`, `signature`. */
  awaiting?: string;
  commune!: UnitDto;
  ownerName!: string;
  /** Masked identity number. */
  /** Whose page may be opened for this dossier. */
  ownerId?: string;
  ownerPersonalId?: string;
  ownerPhone?: string;
  filerName?: string;
  /** Where an organisation owns it: the recorded role in which the filer acts for it. */
  actingRole?: LocalizedDto;
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
  signing?: SigningDto;
  /** Issues of the result; a corrected one takes the place of the one before. */
  revisions!: RevisionDto[];
  /** Alarms that are open. */
  alarms!: AlarmDto[];
  people!: PeopleDto;
  /** The time of the step, beside the dossier's. */
  stepTime?: StepTimeDto;
  timeShares!: TimeSharesDto;
  authority!: DossierAuthorityDto;
  /** What the person did not have to bring; of a linked group, of this dossier alone. */
  onceOnly!: OnceOnlyScoreDto;
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
