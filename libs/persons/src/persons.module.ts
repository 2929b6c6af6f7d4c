import { Global, Module } from '@nestjs/common';
import { PersonsService } from './persons-service.js';

/** Gives the application its {@link PersonsService}. */
@Global()
@Module({ providers: [PersonsService], exports: [PersonsService] })
export class PersonsModule {}
