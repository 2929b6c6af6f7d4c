import { Module, type DynamicModule } from '@nestjs/common';
import type { Configuration } from '@app/configuration';
import { DatabaseModule } from '@app/database';
import { DossiersModule, type LaneRules } from '@app/dossiers';
import type { AgencyConnection, SourceConnections } from '@app/exchange';
import type { Clock } from '@app/kernel';
import { OrganisationModule } from '@app/organisation';
import { PersonsModule } from '@app/persons';
import { RegisterExports, Registers } from '@app/reports';
import { SigningModule, signingOptions } from '@app/signing';
import { storageOptions } from '@app/storage';
import { AuthorityController } from './admin/authority.controller.js';
import { UnitChangesController } from './admin/unit-changes.controller.js';
import { CalendarController } from './admin/calendar.controller.js';
import { LocalRulesController } from './admin/local-rules.controller.js';
import { NonBoundaryController } from './admin/non-boundary.controller.js';
import { LocalRuleWords } from './admin/to-local-rule-dto.js';
import { OutageController } from './admin/outage.controller.js';
import { BuildingBlocksController } from './admin/building-blocks.controller.js';
import { CheckDraft } from './admin/check-draft.js';
import { DrawingsController } from './admin/drawings.controller.js';
import { EarlierDossiersController } from './admin/earlier-dossiers.controller.js';
import { ProceduresController } from './admin/procedures.controller.js';
import { SigningKeysController } from './admin/signing-keys.controller.js';
import { ProposalsController } from './admin/proposals.controller.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { CitizenController } from './citizen/citizen.controller.js';
import { AbsencesController } from './cover/absences.controller.js';
import { CoverController } from './cover/cover.controller.js';
import { CoverView } from './cover/cover-view.js';
import { GroupsController } from './citizen/groups.controller.js';
import { MyDataController } from './citizen/my-data.controller.js';
import { CounterController } from './counter/counter.controller.js';
import { AskAgainController } from './sources/ask-again.controller.js';
import { CitizenSourcesController } from './sources/citizen-sources.controller.js';
import { SourcesController } from './sources/sources.controller.js';
import { OversightController } from './persons/oversight.controller.js';
import { PersonPagesController } from './persons/person-pages.controller.js';
import { ReceptionController } from './persons/reception.controller.js';
import { AlarmsController } from './dossiers/alarms.controller.js';
import { BatchController } from './dossiers/batch.controller.js';
import { DossiersController } from './dossiers/dossiers.controller.js';
import { TransfersController } from './dossiers/transfers.controller.js';
import { LinkedController } from './dossiers/linked.controller.js';
import { DoubtView } from './quality/doubt-view.js';
import { DoubtsController } from './quality/doubts.controller.js';
import { QualityController } from './quality/quality.controller.js';
import { RegisterExportsController } from './registers/register-exports.controller.js';
import { RegistersController } from './registers/registers.controller.js';
import { VoidNumbersController } from './registers/void-numbers.controller.js';
import { OnceOnlyController } from './reports/once-only.controller.js';
import { ReviewController } from './review/review.controller.js';
import type { DemonstrationAccountDto } from './session/session.dto.js';
import { ShellModule } from './shell.module.js';
import { VerifyModule } from './verify/verify.module.js';

/** What the desk is made of, told once at start. */
export interface DeskOptions {
  readonly configuration: Configuration;
  /** The application's connection, as the restricted role. */
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly demonstrationAccounts?: readonly DemonstrationAccountDto[];
  readonly lanes?: Partial<LaneRules>;
  /** The own systems of agencies. */
  readonly agencies?: Readonly<Record<string, AgencyConnection>>;
  /** The national sources the desk may ask. */
  readonly sources?: SourceConnections;
}

/** The whole desk: three areas for three people, and the public look-up. Controllers are thin: parse, one call, map. */
@Module({})
export class DeskModule {
  static register({ configuration, databaseUrl, clock, demonstrationAccounts, lanes, agencies, sources }: DeskOptions): DynamicModule {
    return {
      module: DeskModule,
      imports: [
        DatabaseModule.register({ url: databaseUrl }),
        OrganisationModule,
        VerifyModule,
        PersonsModule,
        SigningModule.register(signingOptions(configuration)),
        DossiersModule.register({
          clock,
          ...storageOptions(configuration),
          publicUrl: configuration.publicUrl,
          hotline: configuration.hotline,
          fetchedDays: configuration.fetchedValuesDays,
          ...(lanes === undefined ? {} : { lanes }),
          ...(agencies === undefined ? {} : { agencies }),
          ...(sources === undefined ? {} : { sources }),
        }),
        ShellModule.register({ configuration, clock, ...(demonstrationAccounts === undefined ? {} : { demonstrationAccounts }) }),
      ],
      controllers: [
        EarlierDossiersController, CatalogueController, CounterController, AlarmsController, BatchController, DossiersController,
        ReviewController, CitizenController, ProceduresController, ProposalsController, AuthorityController, UnitChangesController, CalendarController,
        LocalRulesController, NonBoundaryController, OutageController, AbsencesController, CoverController, BuildingBlocksController, DrawingsController,
        ReceptionController, PersonPagesController, OversightController,
        TransfersController, OnceOnlyController, LinkedController, GroupsController, SourcesController, CitizenSourcesController, AskAgainController, MyDataController,
        DoubtsController, QualityController, RegistersController, RegisterExportsController, VoidNumbersController, SigningKeysController,
      ],
      providers: [CoverView, CheckDraft, LocalRuleWords, DoubtView, Registers, RegisterExports],
    };
  }
}
