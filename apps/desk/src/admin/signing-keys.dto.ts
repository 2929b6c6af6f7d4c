import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KEY_PROVIDERS, type KeyProviderName } from '@app/signing';

/** That a key may no longer be used, since when and why. */
export class KeyRevocationDto {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String })
  by!: string;

  @ApiProperty({ type: String })
  reason!: string;
}

/** A signing key as people see it: its certificate, never what opens it. */
export class SigningKeyDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, enum: ['officer', 'unit'], description: 'A person’s, for signatures, or an agency’s, for seals' })
  kind!: 'officer' | 'unit';

  @ApiProperty({ type: String })
  ownerName!: string;

  @ApiProperty({ type: String, enum: KEY_PROVIDERS, description: 'Where it lies: in a file, on a token or module, with a remote-signing service' })
  provider!: KeyProviderName;

  @ApiProperty({ type: String, description: 'The common name in its certificate' })
  subject!: string;

  @ApiProperty({ type: String, description: 'The common name of the authority' })
  issuer!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  validFrom!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  validUntil!: string;

  @ApiProperty({ type: Number, description: 'Whole days until its certificate ends; negative once it has ended' })
  daysLeft!: number;

  @ApiProperty({ type: Boolean, description: 'Whether a picture of the seal or signature is registered with it' })
  hasImage!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  addedAt!: string;

  @ApiProperty({ type: String })
  addedBy!: string;

  @ApiPropertyOptional({ type: KeyRevocationDto })
  revoked?: KeyRevocationDto;
}

/** The signing keys an officer may see. */
export class SigningKeysDto {
  @ApiPropertyOptional({ type: SigningKeyDto, description: 'The key in force of whoever asks; left out: papers are signed by hand' })
  own?: SigningKeyDto;

  @ApiProperty({ type: [SigningKeyDto], description: 'Of the units one answers for and of their officers, those in force first' })
  keys!: SigningKeyDto[];
}
