import { Module } from '@nestjs/common';
import { CatalogueModule } from '@app/catalogue';
import { CheckFileController } from './check-file.controller.js';
import { LookUpController } from './look-up.controller.js';
import { OutagesController } from './outages.controller.js';
import { PublicDossiers } from './public-dossiers.js';
import { VerifyController } from './verify.controller.js';

/** The public pages: look-up of a dossier by code and secret, what a paper's QR code opens, and the list of outages. */
@Module({
  imports: [CatalogueModule],
  controllers: [CheckFileController, LookUpController, OutagesController, VerifyController],
  providers: [PublicDossiers],
})
export class VerifyModule {}
