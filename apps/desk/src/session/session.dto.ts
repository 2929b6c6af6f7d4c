import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { LocalizedDto } from '../dossiers/dossier.dto.js';

/** An officer signing in. */
export class SignInDto {
  @ApiProperty({ type: String, maxLength: 64 })
  @IsString() @IsNotEmpty() @MaxLength(64)
  account!: string;

  @ApiProperty({ type: String, format: 'password', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  password!: string;
}

/** A post of the officer who is signed in. */
export class SessionPostDto {
  @ApiProperty({ type: String, example: 'c26068.centre' })
  unitId!: string;

  @ApiProperty({ type: String })
  unitName!: string;

  @ApiProperty({ type: String, example: 'receiving-clerk' })
  role!: string;

  @ApiProperty({ type: LocalizedDto })
  roleName!: LocalizedDto;
}

/** Somebody's post that this officer exercises now, until when, and by which right. */
export class ActingForDto {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, enum: ['absence', 'delegation'] })
  basis!: 'absence' | 'delegation';

  @ApiProperty({ type: String, description: 'The post, in words' })
  post!: string;

  @ApiProperty({ type: [String], description: 'The only units whose dossiers it concerns' })
  units!: string[];

  @ApiProperty({ type: [String], description: 'The only procedures; empty: all' })
  procedures!: string[];

  @ApiPropertyOptional({ type: String, enum: ['TL.', 'TUQ.'] })
  formula?: 'TL.' | 'TUQ.';

  @ApiPropertyOptional({ type: String })
  document?: string;

  @ApiProperty({ type: String, format: 'date-time' })
  until!: string;
}

/** An account a visitor of the demonstration may try; never in real use. */
export class DemonstrationAccountDto {
  @ApiProperty({ type: String })
  login!: string;

  @ApiProperty({ type: String, description: 'Name and role' })
  who!: string;

  @ApiProperty({ type: String })
  unit!: string;

  @ApiProperty({ type: String })
  password!: string;
}

/** Who is signed in, and what they may do. */
export class SessionDto {
  @ApiProperty({ type: String, enum: ['anonymous', 'officer', 'citizen'] })
  kind!: 'anonymous' | 'officer' | 'citizen';

  @ApiPropertyOptional({ type: String })
  name?: string;

  @ApiPropertyOptional({ type: String, description: 'To be repeated in x-csrf-token with every changing request' })
  csrf?: string;

  @ApiPropertyOptional({ type: [SessionPostDto] })
  posts?: SessionPostDto[];

  @ApiPropertyOptional({ type: [ActingForDto], description: 'For whom an officer acts now' })
  actingFor?: ActingForDto[];

  @ApiPropertyOptional({ type: [String], description: 'Permissions held on at least one unit' })
  permissions?: string[];

  @ApiProperty({ type: Boolean, description: 'Whether this is the demonstration, with stand-ins and known passwords' })
  demonstration!: boolean;

  @ApiProperty({ type: Boolean, description: 'Whether citizens can sign in here' })
  citizenSignIn!: boolean;

  @ApiPropertyOptional({ type: [DemonstrationAccountDto] })
  demonstrationAccounts?: DemonstrationAccountDto[];

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'When the session ends if nothing more is heard' })
  expiresAt?: string;
}
