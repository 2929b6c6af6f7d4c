import { Module, type DynamicModule } from '@nestjs/common';
import { Database } from '@app/database';
import { KeyPlaces } from './key-places.js';
import { KeyRegistry } from './key-registry.js';
import { SigningKeys } from './signing-keys.js';
import type { SigningOptions } from './signing-options.js';

/** Signing keys for the whole application. Expects the database beside it. */
@Module({})
export class SigningModule {
  static register(options: SigningOptions): DynamicModule {
    return {
      module: SigningModule,
      global: true,
      providers: [
        { provide: KeyPlaces, useFactory: () => new KeyPlaces(options) },
        { provide: SigningKeys, useFactory: (database: Database, places: KeyPlaces) => new SigningKeys(database, places, options), inject: [Database, KeyPlaces] },
        { provide: KeyRegistry, useFactory: (places: KeyPlaces) => new KeyRegistry(places, options), inject: [KeyPlaces] },
      ],
      exports: [SigningKeys, KeyRegistry],
    };
  }
}
