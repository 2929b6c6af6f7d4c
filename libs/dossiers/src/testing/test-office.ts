import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OfficerDirectory, type OfficerPrincipal } from '@app/access';
import { CatalogueService, importCatalogue, loadCatalogue, publishProcedure, type Declaration, type Procedure } from '@app/catalogue';
import { createDataSource, Database, startTestDatabase, SYSTEM } from '@app/database';
import { MovableClock, newId } from '@app/kernel';
import { NotificationsService } from '@app/notifications';
import { AuthorityBook, OrganisationService, seedOrganisation } from '@app/organisation';
import { PersonsService, SubjectsService, seedPersons } from '@app/persons';
import { KeyPlaces, SigningKeys } from '@app/signing';
import { ContentFolder } from '@app/storage';
import type { EventType } from '@app/workflow';
import type { ActAnswer, ActData, SuppliedComponent } from '../act-command.js';
import { Acts } from '../acts.js';
import { DeadlineSweeper } from '../deadline-sweeper.js';
import { DossierWorld } from '../dossier-world.js';
import { EffectDeedsService } from '../effects/deeds.js';
import { MakeMember } from '../linked/make-member.js';
import { PassOn } from '../linked/pass-on.js';
import { LaneNudge } from '../effects/lane-nudge.js';
import { DEFAULT_LANE_RULES, LaneRunner } from '../effects/lane-runner.js';
import { FileDossier, type FiledPerson, type Filing } from '../file-dossier.js';
import type { PaperOptions } from '../papers/paper-options.js';
import { DecisionPapers } from '../signing/decision-papers.js';
import { ReceiptSeal } from '../signing/receipt-seal.js';
import { PapersService } from '../papers/papers.service.js';

/** What a test files at a counter. */
export interface TestFiling {
  readonly procedureCode: string;
  readonly communeId: string;
  /** Whose offices decide, where that is another commune. */
  readonly competentCommuneId?: string;
  /** Personal ID of the owner, one of the demonstration's people. */
  readonly owner: string;
  readonly declaration: Declaration;
  readonly components?: readonly SuppliedComponent[];
  readonly event: Filing['event'];
  readonly data?: ActData;
}

/** The dossiers of the demonstration province on a database of one's own, without HTTP and with a clock that tests move. */
export interface TestOffice {
  readonly clock: MovableClock;
  readonly database: Database;
  readonly papers: PapersService;
  readonly deeds: EffectDeedsService;
  readonly world: DossierWorld;
  readonly options: PaperOptions;
  officer(login: string): Promise<OfficerPrincipal>;
  person(personalId: string): Promise<FiledPerson>;
  /** Files as an officer; answers the dossier's id. */
  file(login: string, filing: TestFiling): Promise<string>;
  /** Does an act at the version the dossier has now. */
  act(login: string, dossierId: string, event: EventType, data?: ActData): Promise<ActAnswer>;
  drain(): Promise<void>;
  /** Moves to a local time (`2026-11-24T09:00`) and lets due deadlines fall. */
  moveTo(at: string): Promise<void>;
  stop(): Promise<void>;
}

/** What goes up where a test says nothing of it. */
const TEST_PACKAGE = { request: 'Đề nghị giải quyết theo thẩm quyền.', finding: 'Thành phần hồ sơ đủ.', openQuestions: [] };

/** @param further procedures published beside the catalogue's own */
export async function startTestOffice(at: string, further: readonly Procedure[] = []): Promise<TestOffice> {
  const server = await startTestDatabase();
  const clock = new MovableClock('2026-11-23T00:00:00Z');
  clock.moveTo(at);
  const owner = await createDataSource({ url: server.migratorUrl, role: 'migrator' }).initialize();
  await new Database(owner).transaction(SYSTEM, async (tx) => {
    await seedOrganisation(tx);
    await seedPersons(tx, at.slice(0, 10));
    await importCatalogue(tx, loadCatalogue());
    for (const procedure of further) await publishProcedure(tx, procedure);
  });
  await owner.destroy();
  const dataSource = await createDataSource({ url: server.applicationUrl, role: 'application' }).initialize();
  const database = new Database(dataSource);
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-papers-'));
  const catalogue = new CatalogueService(database);
  await catalogue.refresh();
  const options: PaperOptions = { publicUrl: 'https://motcua.example.vn', hotline: '1900 0000' };
  const keysOptions = { keysFolder: path.join(folder, 'keys') };
  const keys = new SigningKeys(database, new KeyPlaces(keysOptions), keysOptions);
  const world = new DossierWorld(catalogue, new OrganisationService(database), new ContentFolder(folder), new AuthorityBook(), keys);
  const nudge = new LaneNudge();
  const papers = new PapersService(database, world, catalogue, new ContentFolder(folder), new ReceiptSeal(keys), options, clock);
  const filings = new FileDossier(database, catalogue, world, nudge, clock);
  const linked = new PassOn(database, catalogue, new ContentFolder(folder), new MakeMember(catalogue, world, filings), new NotificationsService(), clock);
  const acts = new Acts(database, world, nudge, clock);
  const decisions = new DecisionPapers(database, world, keys, new ContentFolder(folder), acts, options);
  const deeds = new EffectDeedsService(database, world, papers, decisions, new NotificationsService(), new PersonsService(), new SubjectsService(), linked, options);
  const runner = new LaneRunner(database, nudge, deeds, DEFAULT_LANE_RULES);
  const sweeper = new DeadlineSweeper(database, acts, clock);
  const directory = new OfficerDirectory(database, clock);

  const officer = async (login: string): Promise<OfficerPrincipal> => {
    const account = await directory.findAccount(login);
    const principal = account && (await directory.findPrincipal(account.id));
    if (!principal) throw new Error(`there is no officer ${login}`);
    return principal;
  };
  const person = (personalId: string): Promise<FiledPerson> =>
    database.transaction(SYSTEM, (tx) => tx.one<FiledPerson>(
      `select id as "personId", full_name as "fullName", personal_id as "personalId", phone, email, permanent_address ->> 'text' as address from person where personal_id = $1`, [personalId]));

  return {
    clock, database, papers, deeds, world, options, officer, person,
    file: async (login, { owner: personalId, components = [], data = {}, ...filing }) => {
      const dossierId = newId();
      await filings.file({
        ...filing, commandId: newId(), dossierId, channel: 'counter', delivery: 'counter', owner: await person(personalId), origins: {}, components, paperDigests: new Map(), data,
      }, await officer(login));
      return dossierId;
    },
    act: async (login, dossierId, event, data = {}) => {
      const { version } = await database.transaction(SYSTEM, (tx) => tx.one<{ version: number }>('select version from dossier where id = $1', [dossierId]));
      return acts.act({ id: newId(), dossierId, expectedVersion: version, event, data: event === 'handOver' ? { package: TEST_PACKAGE, ...data } : data }, await officer(login));
    },
    drain: () => runner.drain(),
    moveTo: async (to) => {
      clock.moveTo(to);
      await sweeper.sweep();
    },
    stop: async () => {
      await dataSource.destroy();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
