import { Global, Module } from '@nestjs/common';
import { PersonsService } from './persons-service.js';
import { SubjectsService } from './subjects/subjects-service.js';

/** Gives the application its {@link PersonsService} and {@link SubjectsService}. */
@Global()
@Module({ providers: [PersonsService, SubjectsService], exports: [PersonsService, SubjectsService] })
export class PersonsModule {}
