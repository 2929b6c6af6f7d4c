import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { Authenticate, CitizenIdentity, CitizenRoles, OfficerDirectory, SessionStore, SignInOfficer, Throttle } from '@app/access';
import { Configuration } from '@app/configuration';
import { Database } from '@app/database';
import type { Clock } from '@app/kernel';
import { HealthController } from './http/health.controller.js';
import { loggingOptions } from './http/logging.js';
import { Metrics } from './http/metrics.js';
import { PlainStyleController } from './http/plain-style.controller.js';
import { PrincipalGuard } from './http/principal.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { createValidationPipe } from './http/validation.js';
import { CitizenSignInController } from './session/citizen-sign-in.controller.js';
import { SessionController } from './session/session.controller.js';
import type { DemonstrationAccountDto } from './session/session.dto.js';
import { DEMONSTRATION_ACCOUNT_LIST, SessionView } from './session/session-view.js';

/** What the shell needs to be told. */
export interface ShellOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  /** Where log lines go; standard output when left out. */
  readonly logTo?: DestinationStream;
  /** Offered on the sign-in page of a demonstration. */
  readonly demonstrationAccounts?: readonly DemonstrationAccountDto[];
}

/**
 * What stands around every route of the desk: logs, the guard, validation, the one error filter, sessions and sign-in,
 * health. Expects `DatabaseModule`, `OrganisationModule` and `PersonsModule` beside it.
 */
@Module({})
export class ShellModule {
  static register(options: ShellOptions): DynamicModule {
    const shared = [...valuesOf(options), ...accessProviders(options)];
    return {
      module: ShellModule,
      global: true,
      imports: [LoggerModule.forRoot(loggingOptions(options.configuration, options.logTo))],
      controllers: [SessionController, CitizenSignInController, HealthController, PlainStyleController],
      providers: [
        ...shared,
        SessionView,
        { provide: APP_GUARD, useClass: PrincipalGuard },
        { provide: APP_PIPE, useFactory: createValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: shared,
    };
  }
}

function valuesOf({ configuration, demonstrationAccounts = [] }: ShellOptions): Provider[] {
  return [
    { provide: Configuration, useValue: configuration },
    { provide: DEMONSTRATION_ACCOUNT_LIST, useValue: configuration.mode === 'demonstration' ? demonstrationAccounts : [] },
    { provide: Metrics, useFactory: () => new Metrics() },
  ];
}

function accessProviders({ configuration, clock }: ShellOptions): Provider[] {
  return [
    { provide: SessionStore, useFactory: (database: Database) => new SessionStore(database, clock), inject: [Database] },
    { provide: Throttle, useFactory: (database: Database) => new Throttle(database, clock), inject: [Database] },
    { provide: OfficerDirectory, useFactory: (database: Database) => new OfficerDirectory(database, clock), inject: [Database] },
    {
      provide: SignInOfficer,
      useFactory: (officers: OfficerDirectory, sessions: SessionStore, throttle: Throttle) => new SignInOfficer(officers, sessions, throttle),
      inject: [OfficerDirectory, SessionStore, Throttle],
    },
    {
      provide: Authenticate,
      useFactory: (sessions: SessionStore, officers: OfficerDirectory, database: Database) => new Authenticate(sessions, officers, new CitizenRoles(database, clock)),
      inject: [SessionStore, OfficerDirectory, Database],
    },
    { provide: CitizenIdentity, useFactory: () => citizenIdentity(configuration, clock) },
  ];
}

function citizenIdentity(configuration: Configuration, clock: Clock): CitizenIdentity | null {
  const { oidcIssuer, oidcClientId, oidcClientSecret, publicUrl, sessionSecret } = configuration;
  if (oidcIssuer === undefined || oidcClientId === undefined || oidcClientSecret === undefined) return null;
  const redirectUri = `${publicUrl}/api/citizen/callback`;
  return new CitizenIdentity(
    {
      issuer: oidcIssuer,
      clientId: oidcClientId,
      clientSecret: oidcClientSecret,
      redirectUri,
      personalIdClaim: configuration.oidcPersonalIdClaim,
      scope: configuration.oidcScope,
      cookieSecret: sessionSecret,
    },
    clock,
  );
}
