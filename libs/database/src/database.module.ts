import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { assertRestrictedRole } from './assert-restricted-role.js';
import { createDataSource, dataSourceOptions, type ConnectionOptions } from './create-data-source.js';
import { Database } from './database.js';
import { unreachable } from './unreachable.js';

/** Gives the whole application its {@link Database}, connected as the restricted role. */
@Module({})
export class DatabaseModule {
  /** @throws StartError at start-up when the database cannot be reached or the role is not restricted */
  static register(options: Omit<ConnectionOptions, 'role'>): DynamicModule {
    const connection: ConnectionOptions = { ...options, role: 'application' };
    const typeOrm = TypeOrmModule.forRootAsync({
      useFactory: () => ({ ...dataSourceOptions(connection), toRetry: () => false }),
      dataSourceFactory: async () => {
        const dataSource = await createDataSource(connection).initialize().catch((error: unknown) => {
          throw unreachable(connection.url, error);
        });
        try {
          await assertRestrictedRole(dataSource);
        } catch (error) {
          await dataSource.destroy();
          throw error;
        }
        return dataSource;
      },
    });
    return { module: DatabaseModule, global: true, imports: [typeOrm], providers: [Database], exports: [Database, typeOrm] };
  }
}
