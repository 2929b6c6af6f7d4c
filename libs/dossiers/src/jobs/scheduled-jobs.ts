import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Logger as JobLogger, run, type Runner } from 'graphile-worker';
import { Database, SYSTEM } from '@app/database';
import type { Clock } from '@app/kernel';
import { OrganisationService } from '@app/organisation';
import { Contents } from '@app/storage';
import { AbsenceAdministration } from '../administration/absence-administration.js';
import { followCalendarChanges } from '../administration/calendar-administration.js';
import { OutageAdministration } from '../administration/outage-administration.js';
import { UnitAdministration } from '../administration/unit-administration.js';
import { CLOCK } from '../clock-token.js';
import { QualityWatch } from '../quality/quality-watch.js';
import { purgeAnswers } from '../sources/query-rows.js';
import { purgeDrafts } from './purge-drafts.js';
import { sweepContents } from './sweep-contents.js';
import { DRAFT_RULES, purgeFetched, type DraftRules } from './purge-fetched.js';
import { verifyJournal } from '../verify-journal.js';

/** What looks after records every minute; and local night hours of Asia/Ho_Chi_Minh (UTC+7, no summer time), written in UTC as graphile-worker reads them. */
const CRONTAB = [
  '* * * * * follow-outages',
  '* * * * * follow-calendar-changes',
  '* * * * * follow-unit-changes',
  '* * * * * watch-lanes',
  '* * * * * find-doubts',
  '*/5 * * * * purge-answers',
  '10 * * * * purge-fetched',
  '0 18 * * * purge-drafts', // 01:00
  '30 18 * * * verify-journal', // 01:30
  '0 19 * * * measure-quality', // 02:00
  '30 19 * * * sweep-contents', // 02:30
].join('\n');

/**
 * The work that has no order and no dossier of its own: it runs on graphile-worker, whose tables belong to the owner of
 * the schema. With several processes each job still runs once.
 */
@Injectable()
export class ScheduledJobs implements BeforeApplicationShutdown {
  private readonly log = new Logger(ScheduledJobs.name);
  private runner: Runner | undefined;

  constructor(
    private readonly database: Database,
    private readonly folder: Contents,
    private readonly organisation: OrganisationService,
    private readonly outages: OutageAdministration,
    private readonly absences: AbsenceAdministration,
    private readonly units: UnitAdministration,
    private readonly quality: QualityWatch,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DRAFT_RULES) private readonly draftRules: DraftRules,
  ) {}

  /**
   * Begins the schedule.
   * @param migratorUrl the owner of the schema, whose job tables refuse the restricted role
   * @param others jobs of the floor above: ordered by name, and looked after every ten minutes in case an order was lost
   */
  async start(migratorUrl: string, others: Readonly<Record<string, () => Promise<void>>> = {}): Promise<void> {
    this.runner = await run({
      connectionString: migratorUrl,
      crontab: [CRONTAB, ...Object.keys(others).map((name) => `*/10 * * * * ${name}`)].join('\n'),
      concurrency: 1,
      maxPoolSize: 2,
      noHandleSignals: true,
      // Its own lines would stand between the desk's structured ones; failures of jobs are told through ours.
      logger: new JobLogger(() => (level, message) => (level === 'error' ? this.log.error(message) : undefined)),
      taskList: {
        'follow-outages': async () => void (await this.outages.follow()),
        'follow-calendar-changes': async () => void (await followCalendarChanges(this.database, this.organisation, this.clock.now())),
        'follow-unit-changes': async () => void (await this.units.follow()),
        'watch-lanes': async () => void (await this.absences.watch()),
        'purge-answers': async () => void (await this.database.transaction(SYSTEM, (tx) => purgeAnswers(tx, this.clock.now().toString()))),
        'purge-fetched': async () => void (await purgeFetched(this.database, { ...this.draftRules, now: this.clock.now() })),
        'purge-drafts': async () => this.log.log({ msg: 'stale drafts are gone', count: await purgeDrafts(this.database, this.folder) }),
        'sweep-contents': async () => this.sweep(),
        'verify-journal': async () => this.verify(),
        'find-doubts': async () => void (await this.quality.sweep()),
        'measure-quality': async () => this.measure(),
        ...others,
      },
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
  }

  /** At night also facts are compared whose transaction ended late. */
  private async measure(): Promise<void> {
    const [doubts, communes] = [await this.quality.sweep(24), await this.quality.measure()];
    this.log.log({ msg: 'the quality of the data is measured', communes, doubts });
  }

  private async sweep(): Promise<void> {
    const { contents, orphans } = await sweepContents(this.database, this.folder);
    this.log.log({ msg: 'stored contents are swept', contents, gone: orphans.length });
  }

  private async verify(): Promise<void> {
    const { dossiers, rows, faults } = await verifyJournal(this.database);
    if (faults.length === 0) this.log.log({ msg: 'the journal is sound', dossiers, rows });
    else this.log.error({ msg: 'the journal has faulty rows', faults: faults.slice(0, 20) });
  }
}
