import { Global, Module } from '@nestjs/common';
import { OrganisationService } from './organisation-service.js';

/** Gives the application its {@link OrganisationService}; expects the database module. */
@Global()
@Module({ providers: [OrganisationService], exports: [OrganisationService] })
export class OrganisationModule {}
