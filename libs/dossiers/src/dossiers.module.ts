import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { CatalogueModule } from '@app/catalogue';
import { Database } from '@app/database';
import { Agencies, NationalSources, type AgencyConnection, type SourceConnections } from '@app/exchange';
import type { Clock } from '@app/kernel';
import { NotificationsModule } from '@app/notifications';
import { Contents, FileStore, openContents, VirusScanner, type StorageOptions } from '@app/storage';
import { ActOnMany } from './act-on-many.js';
import { Acts } from './acts.js';
import { AbsenceAdministration } from './administration/absence-administration.js';
import { AuthorityAdministration } from './administration/authority-administration.js';
import { CalendarAdministration } from './administration/calendar-administration.js';
import { DelegationAdministration } from './administration/delegation-administration.js';
import { OutageAdministration } from './administration/outage-administration.js';
import { LocalRuleAdministration } from './administration/local-rule-administration.js';
import { NonBoundaryAdministration } from './administration/non-boundary-administration.js';
import { UnitAdministration } from './administration/unit-administration.js';
import { DoubtDecisions } from './quality/doubt-decisions.js';
import { DoubtOffice } from './quality/doubt-office.js';
import { QualityWatch } from './quality/quality-watch.js';
import { CLOCK } from './clock-token.js';
import { DeadlineSweeper } from './deadline-sweeper.js';
import { DossierWorld } from './dossier-world.js';
import { Drafts } from './drafts.js';
import { EffectDeedsService } from './effects/deeds.js';
import { EFFECT_DEEDS } from './effects/effect-row.js';
import { DEFAULT_LANE_RULES, LANE_RULES, LaneRunner, type LaneRules } from './effects/lane-runner.js';
import { LaneNudge } from './effects/lane-nudge.js';
import { ExchangeRunner } from './elsewhere/exchange-runner.js';
import { ReadFeed } from './elsewhere/read-feed.js';
import { SendMessages } from './elsewhere/send-messages.js';
import { FileDossier } from './file-dossier.js';
import { FileGroup } from './linked/file-group.js';
import { MakeMember } from './linked/make-member.js';
import { SettleByHand } from './linked/settle-by-hand.js';
import { PassOn } from './linked/pass-on.js';
import { AssessIntake } from './intake/assess-intake.js';
import { Intake } from './intake/intake.js';
import { DEFAULT_DRAFT_RULES, DRAFT_RULES } from './jobs/purge-fetched.js';
import { ScheduledJobs } from './jobs/scheduled-jobs.js';
import { AskAgain } from './sources/ask-again.js';
import { MyData } from './my-data/my-data.js';
import { LookUps } from './sources/look-ups.js';
import { FactCorrections } from './persons/fact-corrections.js';
import { OutsideLooks } from './persons/outside-looks.js';
import { PersonPages } from './persons/person-page.js';
import { Reception } from './persons/reception.js';
import { RegisterInquiry } from './persons/register-inquiry.js';
import { VoidNumbers } from './numbers/void-numbers.js';
import { PAPER_OPTIONS } from './papers/paper-options.js';
import { DecisionPapers } from './signing/decision-papers.js';
import { ReceiptSeal } from './signing/receipt-seal.js';
import { PapersService } from './papers/papers.service.js';

/** What dossiers need to be told. */
export interface DossiersOptions extends StorageOptions {
  readonly clock: Clock;
  /** The desk's address as people reach it: what a QR code opens. */
  readonly publicUrl: string;
  /** Printed on slips: whom to call. */
  readonly hotline: string;
  /** After how many days values from sources go out of a draft that was not filed; 3 when left out. */
  readonly fetchedDays?: number;
  readonly lanes?: Partial<LaneRules>;
  /** The systems of agencies the desk is connected to, by the name processes call them. */
  readonly agencies?: Readonly<Record<string, AgencyConnection>>;
  /** The national sources the desk may ask. */
  readonly sources?: SourceConnections;
}

/** Dossiers: acts, filing, effects, deadlines, papers and views. Expects database, organisation and persons beside it. */
@Module({})
export class DossiersModule {
  static register(options: DossiersOptions): DynamicModule {
    return {
      module: DossiersModule,
      global: true,
      imports: [CatalogueModule, NotificationsModule],
      providers: [
        { provide: CLOCK, useValue: options.clock },
        { provide: Contents, useFactory: () => watched(openContents(options)) },
        { provide: FileStore, useFactory: (database: Database, contents: Contents) => new FileStore(database, contents, options.clock, { scanner: options.scanner && new VirusScanner(options.scanner), limits: options.limits }), inject: [Database, Contents] },
        { provide: Agencies, useFactory: () => new Agencies(options.agencies ?? {}) },
        { provide: NationalSources, useFactory: () => new NationalSources(options.sources ?? {}) },
        { provide: LANE_RULES, useValue: { ...DEFAULT_LANE_RULES, ...options.lanes } },
        { provide: PAPER_OPTIONS, useValue: { publicUrl: options.publicUrl, hotline: options.hotline } },
        { provide: DRAFT_RULES, useValue: { fetchedDays: options.fetchedDays ?? DEFAULT_DRAFT_RULES.fetchedDays } },
        { provide: EFFECT_DEEDS, useExisting: EffectDeedsService },
        AbsenceAdministration, ActOnMany, Acts, AskAgain, AssessIntake, AuthorityAdministration, CalendarAdministration,
        DeadlineSweeper, DecisionPapers, DelegationAdministration, DossierWorld, Drafts, EffectDeedsService, ExchangeRunner,
        FactCorrections, FileDossier, FileGroup, Intake, LaneNudge, LaneRunner, LocalRuleAdministration, LookUps, MyData, NonBoundaryAdministration,
        MakeMember, OutageAdministration, OutsideLooks, PapersService, PersonPages, PassOn, ReadFeed, ReceiptSeal, Reception, RegisterInquiry, ScheduledJobs,
        SendMessages, SettleByHand, UnitAdministration, VoidNumbers, QualityWatch, DoubtOffice, DoubtDecisions,
      ],
      exports: [
        CLOCK, CatalogueModule, Contents, FileStore,
        AbsenceAdministration, ActOnMany, Acts, AskAgain, AssessIntake, AuthorityAdministration, CalendarAdministration,
        DeadlineSweeper, DelegationAdministration, DossierWorld, Drafts, ExchangeRunner, FactCorrections, FileDossier,
        Intake, LaneRunner, LocalRuleAdministration, LookUps, MyData, NonBoundaryAdministration, OutageAdministration, OutsideLooks, PapersService, PersonPages, Reception, RegisterInquiry, ScheduledJobs,
        SettleByHand, UnitAdministration, VoidNumbers, QualityWatch, DoubtOffice, DoubtDecisions,
      ],
    };
  }
}

/** What cannot be given out any more is told to the operator, by the name a back-up has it under. */
function watched(contents: Contents): Contents {
  const log = new Logger(Contents.name);
  contents.watch((fault) => log.error({ msg: 'a stored content is not what was stored', ...fault }));
  return contents;
}
