import { NestFactory } from '@nestjs/core';
import { nationalDays } from '@app/calendar';
import { DatabaseModule, SYSTEM } from '@app/database';
import { DossiersModule, LaneRunner } from '@app/dossiers';
import { localDate, MovableClock } from '@app/kernel';
import { OrganisationModule, OrganisationService } from '@app/organisation';
import { PersonsModule } from '@app/persons';
import { SigningModule } from '@app/signing';
import { ALARMS, type EventType } from '@app/workflow';
import { dossierIdOf } from './ids.js';
import { DemonstrationOffice } from './demonstration-office.js';
import { PLANNED_DOSSIERS } from './planned-dossiers.js';
import { PLANNED_GROUPS } from './planned-groups.js';
import { seedAuthority } from './seed-authority.js';
import { schedule, type ScheduledStep } from './schedule.js';
import type { SeedOptions } from './seed-options.js';
import { WorkingDays } from './working-days.js';

const PLANNED = [...PLANNED_DOSSIERS, ...PLANNED_GROUPS];

/** Acts of the system that come by themselves. */
const UNPLANNED: readonly EventType[] = [...ALARMS, 'signed', 'sealed'];

/** The longest way of a planned dossier reaches back this far. */
const DAYS_BACK = 60;

/**
 * Dossiers at every stage, each brought there by its acts, as the application's restricted role, on a clock that walks
 * through the past weeks. Every act has its own id, so an interrupted seed goes on where it stopped.
 */
export async function seedDossiers(options: SeedOptions): Promise<void> {
  const done = await readDone(options);
  const isComplete = PLANNED.every(({ key, steps }) => (done.get(dossierIdOf(key)) ?? 0) >= steps.length);
  if (isComplete) return;
  if (!calendarReaches(options.now)) {
    options.log('No dossiers are seeded: the holidays of this year are not known.');
    return;
  }
  options.log('Bringing the demonstration’s dossiers to their stages …');
  await act(options, done);
}

/**
 * How many planned acts each dossier has behind it, of a linked group all its dossiers together. The reminders of the system were not
 * planned, nor what becomes of a key, nor that it files a procedure of a group whose turn has come.
 */
async function readDone({ asMigrator }: SeedOptions): Promise<Map<string, number>> {
  const rows = await asMigrator.transaction(SYSTEM, (tx) => tx.rows<{ id: string; done: number }>(
    `select coalesce(m.group_id, j.dossier_id) as id, count(*)::int as done from journal j left join linked_member m on m.dossier_id = j.dossier_id
      where coalesce(m.group_id, j.dossier_id) = any ($1) and j.event <> all ($2) and not (coalesce(m.position, 0) > 0 and j.event = 'file') group by 1`,
    [PLANNED.map(({ key }) => dossierIdOf(key)), UNPLANNED]));
  return new Map(rows.map(({ id, done }) => [id, done]));
}

function calendarReaches(now: Temporal.Instant): boolean {
  const { years } = nationalDays();
  return [now, now.subtract({ hours: 24 * DAYS_BACK }), now.add({ hours: 24 * DAYS_BACK })].every((at) => years.includes(Number(localDate(at).slice(0, 4))));
}

async function act({ applicationUrl, now, filesFolder, objectStorage, keysFolder, publicUrl, hotline }: SeedOptions, done: ReadonlyMap<string, number>): Promise<void> {
  const clock = new MovableClock(now);
  const app = await NestFactory.createApplicationContext({
    module: class DemonstrationModule {},
    imports: [
      DatabaseModule.register({ url: applicationUrl, applicationName: 'mot-cua demonstration' }),
      OrganisationModule,
      PersonsModule,
      SigningModule.register({ keysFolder }),
      DossiersModule.register({ clock, filesFolder, ...(objectStorage && { objectStorage }), publicUrl, hotline }),
    ],
  }, { logger: false, abortOnError: false });
  try {
    const days = new WorkingDays(await app.get(OrganisationService).unitCalendar('p75'), now);
    const office = new DemonstrationOffice(app, clock, days.newest);
    const isOpen = ({ dossier, number }: ScheduledStep): boolean => number > (done.get(dossierIdOf(dossier.key)) ?? 0);
    await seedAuthority(app, clock);
    // A seed that was interrupted may have left a paper to be signed, and its dossier waits for it.
    await app.get(LaneRunner).drain();
    for (const step of schedule(PLANNED, days).filter(isOpen)) await office.take(step);
  } finally {
    await app.close();
  }
}
