import { Module } from '@nestjs/common';
import { CatalogueService } from './catalogue.service.js';

/** The catalogue of procedures; needs the global database module. */
@Module({ providers: [CatalogueService], exports: [CatalogueService] })
export class CatalogueModule {}
