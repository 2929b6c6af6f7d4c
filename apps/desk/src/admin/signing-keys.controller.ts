import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { requirePermission, unitsWith, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { CLOCK } from '@app/dossiers';
import type { Clock } from '@app/kernel';
import { KeyRegistry, type RegisteredKey } from '@app/signing';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { SigningKeysDto, type SigningKeyDto } from './signing-keys.dto.js';

const MS_A_DAY = 86_400_000;

/** Which keys sign and seal, and until when. They are registered and revoked on the server, where what opens them is typed. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/signing-keys')
export class SigningKeysController {
  constructor(
    private readonly database: Database,
    private readonly registry: KeyRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The signing keys of the units one answers for, and the own one' })
  async list(@CurrentPrincipal() principal: OfficerPrincipal): Promise<SigningKeysDto> {
    requirePermission(principal, 'admin.read');
    const { officerId } = principal;
    const keys = await this.database.transaction({ kind: 'officer', officerId, units: unitsWith(principal, 'admin.read') }, (tx) => this.registry.list(tx));
    const own = keys.find(({ owner, revoked }) => owner.kind === 'officer' && owner.id === officerId && revoked === undefined);
    return { ...(own && { own: this.toDto(own) }), keys: keys.map((key) => this.toDto(key)) };
  }

  private toDto({ owner, revoked, ...key }: RegisteredKey): SigningKeyDto {
    const daysLeft = Math.floor((Temporal.Instant.from(key.validUntil).epochMilliseconds - this.clock.now().epochMilliseconds) / MS_A_DAY);
    return { ...key, kind: owner.kind, daysLeft, ...(revoked && { revoked }) };
  }
}
