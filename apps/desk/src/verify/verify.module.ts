import { Module } from '@nestjs/common';
import { CatalogueModule } from '@app/catalogue';
import { LookUpController } from './look-up.controller.js';
import { PublicDossiers } from './public-dossiers.js';
import { VerifyController } from './verify.controller.js';

/** The two public pages about a dossier: look-up by code and secret, and what a paper's QR code opens. */
@Module({
  imports: [CatalogueModule],
  controllers: [LookUpController, VerifyController],
  providers: [PublicDossiers],
})
export class VerifyModule {}
