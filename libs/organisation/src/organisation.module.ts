import { Global, Module } from '@nestjs/common';
import { AuthorityBook } from './authority/authority-book.js';
import { OrganisationService } from './organisation-service.js';

/** Gives the application its {@link OrganisationService} and {@link AuthorityBook}; expects the database module. */
@Global()
@Module({ providers: [OrganisationService, AuthorityBook], exports: [OrganisationService, AuthorityBook] })
export class OrganisationModule {}
