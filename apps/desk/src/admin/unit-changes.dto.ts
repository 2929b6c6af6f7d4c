import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { LocalizedDto } from '../dossiers/parts.dto.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UNIT = /^[pc]\d{2,5}(\.[a-z0-9-]+)*$/;
const CODE = /^[A-Z]\d{2}(\.[0-9A-Z]{2,3}){1,4}$/;
const KINDS = ['merge', 'split'] as const;

export class UnitNameDto {
  @IsString() @IsNotEmpty() @MaxLength(200) vi!: string;
  @IsString() @IsNotEmpty() @MaxLength(200) en!: string;
}

/** A unit that comes into being with the change; a commune gets the offices of the one it is like. */
export class NewUnitDto {
  @Matches(UNIT) id!: string;
  @Matches(UNIT) like!: string;
  @IsObject() @ValidateNested() @Type(() => UnitNameDto) name!: UnitNameDto;
  @IsObject() @ValidateNested() @Type(() => UnitNameDto) shortName!: UnitNameDto;
  /** Its own part of dossier codes; a commune cannot receive without one. */
  @IsOptional() @Matches(CODE) codeSegment?: string;
  @IsOptional() @IsString() @MaxLength(100) placeName?: string;
  @IsOptional() @IsString() @MaxLength(300) address?: string;
  @IsOptional() @IsString() @MaxLength(20) phone?: string;
}

/** One part of a commune that is split; what is left out does not restrict. */
export class SplitPartDto {
  @Matches(UNIT) to!: string;
  /** Places of which one stands in the owner's address. */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(100, { each: true }) places?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(500) @Matches(/^\d\.\d{6}$/, { each: true }) procedures?: string[];
  /** Dossier codes or filing numbers, picked by hand. */
  @IsOptional() @IsArray() @ArrayMaxSize(5000) @IsString({ each: true }) @MaxLength(60, { each: true }) dossiers?: string[];
  /** Posts that go there. */
  @IsArray() @ArrayMaxSize(500) @IsUUID('all', { each: true }) posts!: string[];
}

export class UnitChangeBodyDto {
  @IsIn(KINDS) kind!: (typeof KINDS)[number];
  /** Merged: those that end. Split: the one. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @Matches(UNIT, { each: true }) units!: string[];
  /** Of a merger who takes over; of a split who takes what no part does, so that the unit ends. */
  @IsOptional() @Matches(UNIT) successor?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => NewUnitDto) created?: NewUnitDto[];
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => SplitPartDto) parts?: SplitPartDto[];
}

export class ProposeUnitChangeDto {
  @IsObject() @ValidateNested() @Type(() => UnitChangeBodyDto) body!: UnitChangeBodyDto;
  /** The decision with its number, as cited. */
  @IsString() @IsNotEmpty() @MaxLength(300) decision!: string;
  /** The law it rests on. */
  @IsString() @IsNotEmpty() @MaxLength(300) basis!: string;
  /** The first day it holds. */
  @Matches(DAY) effectiveOn!: string;
}

export class RejectUnitChangeDto {
  @IsString() @IsNotEmpty() @MaxLength(1000) reason!: string;
}

export class UnitChangeDto {
  id!: string;
  body!: UnitChangeBodyDto;
  /** The names of the units of the body, as they are or will be, by id. */
  names!: Record<string, string>;
  decision!: string;
  basis!: string;
  effectiveOn!: string;
  /** `proposed`, `approved`, `rejected`, `under-way` or `done`. */
  state!: string;
  proposedBy!: string;
  proposedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  rejectedReason?: string;
  startedAt?: string;
  finishedAt?: string;
  /** Whether the one who asks proposed it, and so may not approve it. */
  own!: boolean;
}

export class MovedUnitDto {
  from!: string;
  to!: string;
}

export class MovedPostDto {
  post!: string;
  officer!: string;
  role!: LocalizedDto;
  from!: string;
  /** Absent for one left without a place. */
  to?: string;
}

export class TouchedGroupDto {
  unit!: string;
  status!: LocalizedDto;
  count!: number;
}

export class UnfilledRoleDto {
  unit!: string;
  role!: LocalizedDto;
}

export class NamedByRuleDto {
  /** `authority`, `local-rule`, `hours`, `special-days` or `delegation`. */
  kind!: string;
  unit!: string;
  what!: string;
}

export class UnitProgressDto {
  waiting!: number;
  done!: number;
  failed!: number;
}

/** What a change would do, or how far it has come. */
export class UnitChangePreviewDto {
  change!: UnitChangeDto;
  units!: MovedUnitDto[];
  dossiers!: TouchedGroupDto[];
  total!: number;
  handovers!: number;
  consultations!: number;
  deadlines!: number;
  alarms!: number;
  waitingGroups!: number;
  posts!: MovedPostDto[];
  /** Lanes that would have no owner; with any of them it cannot be approved. */
  unfilled!: UnfilledRoleDto[];
  /** What names a unit that ends and does not go over by itself. */
  rules!: NamedByRuleDto[];
  progress!: UnitProgressDto;
}

export class UnitPostsQuery {
  @Matches(UNIT) unit!: string;
}

/** A post of a unit or of one of its offices. */
export class UnitPostDto {
  post!: string;
  officer!: string;
  role!: LocalizedDto;
  unit!: string;
}

export class UnitFiguresQuery {
  /** Local day whose end is asked about. */
  @Matches(DAY) on!: string;
}

/** A unit's figures at the end of a day, by the units of that day. */
export class UnitFiguresDto {
  unitId!: string;
  unit!: string;
  received!: number;
  held!: number;
  finished!: number;
}
