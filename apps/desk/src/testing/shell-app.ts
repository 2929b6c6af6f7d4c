import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Body, Controller, Get, Module, Param, Post, Query, Req, Res, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type as TypeOf } from 'class-transformer';
import { IsInt, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CitizenPrincipal, OfficerPrincipal } from '@app/access';
import { loadConfiguration, type Configuration } from '@app/configuration';
import { Database, DatabaseModule, startTestDatabase, SYSTEM, type TestDatabase } from '@app/database';
import { DomainError, systemClock } from '@app/kernel';
import { hashPassword, OrganisationModule, OrganisationService } from '@app/organisation';
import { PersonsModule } from '@app/persons';
import { ContentFolder, FileStore } from '@app/storage';
import { Citizens, Officers, Public } from '../http/audience.js';
import { createHttpApp } from '../http/create-http-app.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { receiveFile } from '../http/receive-file.js';
import { sendFile } from '../http/send-file.js';
import { ShellModule } from '../shell.module.js';

class ChildDto {
  @IsString() @MaxLength(5)
  name!: string;
}

class ProbeDto {
  @IsInt() @Min(1)
  count!: number;

  @ValidateNested() @TypeOf(() => ChildDto)
  child!: ChildDto;
}

/** One route of each kind, so that the shell can be asked about all of them without the rest of the desk. */
@Controller('api/probe')
class ProbeController {
  constructor(private readonly files: FileStore) {}

  @Get('mine')
  mine(@CurrentPrincipal() principal: OfficerPrincipal | CitizenPrincipal): { kind: string } {
    return { kind: principal.kind };
  }

  @Officers()
  @Post('officers')
  officers(@Body() body: ProbeDto): ProbeDto {
    return body;
  }

  @Citizens()
  @Get('citizens')
  citizens(@CurrentPrincipal() principal: CitizenPrincipal): { personId: string } {
    return { personId: principal.personId };
  }

  @Public()
  @Get('refuse')
  refuse(): never {
    throw new DomainError('act.impossible', { params: { event: 'approve', state: 'examine' }, possible: ['examine'], facts: { version: 3 } });
  }

  @Public()
  @Get('fail')
  fail(@Query('with') value: string): never {
    throw Object.assign(new Error(`invalid input syntax: "${value}"`), { code: '22P02', parameters: [value] });
  }

  @Public()
  @Get('things/:id')
  thing(@Param('id', IdPipe) id: string): { id: string } {
    return { id };
  }

  @Officers()
  @Post('files')
  async upload(@Req() request: FastifyRequest): Promise<{ id: string; name: string }> {
    const { name, content } = await receiveFile(request);
    return this.files.put(SYSTEM, { name, content, uploadedBy: { kind: 'system', id: null }, limitBytes: 1_000_000 });
  }

  @Officers()
  @Get('files/:id')
  async download(@Param('id', IdPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { file, stream } = await this.files.open(SYSTEM, id);
    await sendFile(reply, file, stream);
  }
}

/** A running shell with one officer, one citizen and a built page. */
export interface ShellApp {
  readonly app: NestFastifyApplication;
  readonly configuration: Configuration;
  readonly database: Database;
  /** The log's lines so far. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

export const OFFICER = { id: '0190a000-0000-7000-8000-000000000001', login: 'be.tran', password: 'MotCua@2026' };
export const CITIZEN = { id: '0190a000-0000-7000-8000-000000000002', personalId: '075190000001', name: 'Nguyễn Thị Hoa' };
const PAGE = '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><div id="root"></div>';

/** Starts the shell over a database of its own. */
export async function startShellApp(environment: Record<string, string> = {}): Promise<ShellApp> {
  const server = await startTestDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-shell-'));
  const webFolder = path.join(folder, 'web');
  mkdirSync(path.join(webFolder, 'assets'), { recursive: true });
  writeFileSync(path.join(webFolder, 'index.html'), PAGE);
  writeFileSync(path.join(webFolder, 'assets', 'main-abc123.js'), 'console.log(1)');
  writeFileSync(path.join(webFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const configuration = loadConfiguration({ DATA_FOLDER: folder, PUBLIC_URL: 'http://localhost:3000', ...environment });
  const logged: string[] = [];
  const app = await createHttpApp(moduleOf(server, configuration, logged), configuration, { webFolder });
  const database = app.get(Database);
  await enterPeople(database);
  app.get(OrganisationService).invalidate();
  return {
    app,
    logged,
    configuration,
    database,
    stop: async () => {
      await app.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function moduleOf(server: TestDatabase, configuration: Configuration, logged: string[]): Type {
  @Module({
    imports: [
      DatabaseModule.register({ url: server.applicationUrl }),
      OrganisationModule,
      PersonsModule,
      ShellModule.register({
        configuration,
        clock: systemClock,
        logTo: { write: (line) => void logged.push(line) },
        demonstrationAccounts: [{ login: OFFICER.login, who: 'Trần Thị Bé', unit: 'Trung tâm', password: OFFICER.password }],
      }),
    ],
    controllers: [ProbeController],
    providers: [{
      provide: FileStore,
      useFactory: (database: Database) => new FileStore(database, new ContentFolder(path.join(configuration.dataFolder, 'files')), systemClock),
      inject: [Database],
    }],
  })
  class ShellProbeModule {}
  return ShellProbeModule;
}

async function enterPeople(database: Database): Promise<void> {
  const passwordHash = await hashPassword(OFFICER.password);
  await database.transaction(SYSTEM, async (tx) => {
    const unit = `INSERT INTO unit (id, parent_id, path, kind, name_vi, name_en, short_vi, short_en, since)
      VALUES ($1, $2, $3::ltree, $4, $5, $5, $5, $5, '2025-07-01')`;
    await tx.execute(unit, ['vn', null, 'vn', 'nation', 'Việt Nam']);
    await tx.execute(unit, ['c26068', 'vn', 'vn.c26068', 'commune', 'Biên Hòa']);
    await tx.execute(unit, ['c26068.centre', 'c26068', 'vn.c26068.centre', 'centre', 'Trung tâm']);
    await tx.execute('INSERT INTO officer (id, login, password_hash, full_name) VALUES ($1, $2, $3, $4)', [OFFICER.id, OFFICER.login, passwordHash, 'Trần Thị Bé']);
    await tx.execute('INSERT INTO post (id, officer_id, unit_id, role, since) VALUES ($1, $2, $3, $4, $5)', [
      '0190a000-0000-7000-8000-000000000003', OFFICER.id, 'c26068.centre', 'receiving-clerk', '2025-07-01',
    ]);
    await tx.execute(
      `INSERT INTO person (id, personal_id, full_name, name_folded, sex, source, as_of) VALUES ($1, $2, $3, $4, 'female', 'population-register', '2026-01-01')`,
      [CITIZEN.id, CITIZEN.personalId, CITIZEN.name, 'nguyen thi hoa'],
    );
  });
}
