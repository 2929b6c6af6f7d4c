import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SEAT = /^(vn|p\d{2}|c\d{5})$/;
const LEVELS = ['commune', 'province'] as const;

/** The provision a rule rests on. */
export class AuthorityBasisDto {
  /** Number of the instrument, such as `120/2025/NĐ-CP`. */
  @IsString() @IsNotEmpty() @MaxLength(100) number!: string;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100) article?: string;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(300) title?: string;
}

export class ProposeAuthorityRuleDto {
  /** The procedure; or in its place `fieldCode`. */
  @IsOptional() @Matches(/^\d\.\d{6}$/) procedureCode?: string;
  /** One case of the procedure. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60) caseKey?: string;
  /** All procedures of a field, such as `G15-TP07`. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(40) fieldCode?: string;
  /** `vn` for the nation, `p75`, `c26068`: the rule holds there and below. */
  @Matches(SEAT) unitId!: string;
  @IsIn(LEVELS) level!: (typeof LEVELS)[number];
  /** The office that prepares the decision, in the place of the one the process names: `province/home-affairs`. */
  @IsOptional() @IsString() @MaxLength(80) office?: string;
  @Matches(DAY) from!: string;
  /** Last day in force. */
  @IsOptional() @Matches(DAY) until?: string;
  @ValidateNested() @Type(() => AuthorityBasisDto) basis!: AuthorityBasisDto;
  /** Where the rule is from. */
  @IsString() @IsNotEmpty() @MaxLength(300) provenance!: string;
}

export class EndAuthorityRuleDto {
  /** The new last day. */
  @Matches(DAY) until!: string;
  /** The document that ends it. */
  @IsString() @IsNotEmpty() @MaxLength(300) document!: string;
}

export class RejectAuthorityChangeDto {
  @IsString() @IsNotEmpty() @MaxLength(1000) reason!: string;
}

/** What a rule says. */
export class AuthorityRuleDto {
  procedureCode?: string;
  caseKey?: string;
  fieldCode?: string;
  /** The procedure, case or field by name. */
  subject!: LocalizedDto;
  unitId!: string;
  unitName!: string;
  /** `commune` or `province`. */
  level!: string;
  office?: string;
  from!: string;
  until?: string;
  basis!: AuthorityBasisDto;
  provenance!: string;
}

/** A rule in the book. */
export class AuthorityRecordDto extends AuthorityRuleDto {
  id!: string;
  /** `in-force`, `coming` or `lapsed`. */
  state!: string;
  proposedBy?: string;
  approvedBy?: string;
  approvedAt?: string;
  /** The proposed end that waits for its decision. */
  endProposed?: string;
}

export class AuthorityChangeDto {
  id!: string;
  /** `rule` makes a rule, `end` ends one. */
  kind!: string;
  rule!: AuthorityRuleDto;
  /** Of an end: the new last day and the document. */
  until?: string;
  document?: string;
  /** `proposed`, `approved` or `rejected`. */
  state!: string;
  proposedBy!: string;
  proposedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  rejectedReason?: string;
  /** Whether the one who asks proposed it, and so may not approve it. */
  own!: boolean;
}

/** Who decides: the level, the office a rule names, the unit that is at the place. */
export class DecidingAuthorityDto {
  level!: string;
  office?: string;
  unitName?: string;
}

export class TouchedDossierDto {
  dossierId!: string;
  filingNumber!: string;
  procedureCode!: string;
  procedureName!: LocalizedDto;
  unitName!: string;
  from!: DecidingAuthorityDto;
  to!: DecidingAuthorityDto;
}

export class TouchedProcedureDto {
  procedureCode!: string;
  procedureName!: LocalizedDto;
  from!: DecidingAuthorityDto;
  to!: DecidingAuthorityDto;
  /** The places that can receive it, by name. */
  places!: string[];
}

export class RefusedProcedureDto {
  procedureCode!: string;
  procedureName!: LocalizedDto;
  /** Left out where it fails everywhere. */
  unitName?: string;
  /** The code of the refusal: `authority.no-way`, `unit.unresolved`. */
  code!: string;
  reason!: LocalizedDto;
}

/** What a change would do from its first day on. */
export class AuthorityEffectDto {
  day!: string;
  open!: TouchedDossierDto[];
  /** Open dossiers already received: they keep their authority. */
  kept!: number;
  future!: TouchedProcedureDto[];
  refused!: RefusedProcedureDto[];
}

export class AuthorityPreviewDto {
  change!: AuthorityChangeDto;
  /** Left out once the change is decided. */
  effect?: AuthorityEffectDto;
}

export class AuthorityCaseDto {
  key!: string;
  name!: LocalizedDto;
}

/** A procedure a rule may be about. */
export class AuthorityMatterDto {
  code!: string;
  name!: LocalizedDto;
  fieldCode?: string;
  fieldName!: LocalizedDto;
  /** The levels its process has a way at. */
  levels!: string[];
  cases!: AuthorityCaseDto[];
}
