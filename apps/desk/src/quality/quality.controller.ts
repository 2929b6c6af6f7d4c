import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { may, requirePermission, toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { CLOCK, DoubtOffice, measuredCommune, readerOf } from '@app/dossiers';
import { DomainError, localDate, type Clock } from '@app/kernel';
import type { Unit } from '@app/organisation';
import { CONFIRMED_WITHIN_MONTHS, FAULTS, PersonsService, type Fault, type FaultyPerson, type Measurement } from '@app/persons';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { sendFile } from '../http/send-file.js';
import { CommuneQualityDto, CommuneQualityPageDto, RepairDto, WorkListDto, WorkListQuery } from './quality.dto.js';
import { monthDto, workListCsv, workRowDto } from './to-quality-dto.js';

const PAGE = 50;
/** Rows of a file; more people than that are not repaired from one list. */
const MOST_ROWS = 10_000;
const LOOK = 'Làm sạch dữ liệu công dân của xã';

/** How good the data on the people of a commune are ("đúng, đủ, sạch, sống"), and the work lists to repair them. */
@ApiTags('quality')
@Officers()
@Controller('api/quality')
export class QualityController {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly office: DoubtOffice,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The last measurement of each of my communes, and how it went month by month. */
  @Get()
  async list(@CurrentPrincipal() principal: OfficerPrincipal): Promise<CommuneQualityDto[]> {
    const communes = await this.communes(principal);
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const measured = await this.measurements(tx, communes.map(({ placeCode }) => placeCode ?? ''));
      return communes.map(({ placeCode, shortName }) => {
        const months = measured.filter(({ communeCode }) => communeCode === placeCode);
        const last = months.at(-1);
        return { code: placeCode ?? '', name: shortName.vi, months: months.map(monthDto), ...(last && { measuredOn: last.on, now: monthDto(last) }) };
      });
    });
  }

  /** One commune, measured at this moment. */
  @Get(':code')
  async open(@Param('code') code: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<CommuneQualityPageDto> {
    const commune = await this.commune(principal, code);
    const mayRepair = await this.mayRepair(principal, code);
    // Counted as the measurement of the night counts: whatever the reader may see of single doubts.
    const { faults, ...now } = await this.database.transaction(SYSTEM, async (tx) => this.persons.measureQuality(tx, await measuredCommune(tx, code), this.today()));
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const { total } = await this.persons.listDoubts(tx, { decided: false, commune: code, offset: 0, limit: 1 });
      return {
        code, name: commune.shortName.vi, now, months: (await this.measurements(tx, [code])).map(monthDto), doubts: total, confirmedWithin: CONFIRMED_WITHIN_MONTHS, mayRepair,
        faults: Object.entries(faults).map(([fault, people]) => ({ fault, dimension: FAULTS[fault as Fault], people })),
      };
    });
  }

  /** The people whose data want repair. Everyone listed finds it in their own log. */
  @Get(':code/people')
  async people(@Param('code') code: string, @Query() { page = 1, ...which }: WorkListQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<WorkListDto> {
    const { rows, total, mayRepair } = await this.faulty(principal, code, which, (page - 1) * PAGE, PAGE);
    return { rows: rows.map((row) => workRowDto(row, mayRepair)), total, page, pages: Math.max(1, Math.ceil(total / PAGE)) };
  }

  /** The same as a file for a spreadsheet. */
  @Get(':code/people.csv')
  @ApiProduces('text/csv')
  async file(@Param('code') code: string, @Query() which: WorkListQuery, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const { rows, mayRepair } = await this.faulty(principal, code, which, 0, MOST_ROWS);
    const content = Buffer.from(workListCsv(rows.map((row) => workRowDto(row, mayRepair))));
    await sendFile(reply, { name: `chat-luong-du-lieu-${code}.csv`, mediaType: 'text/csv; charset=utf-8', size: content.length }, content, 'attachment');
  }

  /** Enters a value that was missing or wrong, from the register or the original paper, with the reason. */
  @Post(':code/repairs')
  @HttpCode(204)
  async repair(@Param('code') code: string, @Body() { personId, attribute, value, reason }: RepairDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    await this.commune(principal, code);
    const office = await this.office.require(principal, [code]);
    await this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      if (!(await this.persons.livesIn(tx, personId, await measuredCommune(tx, code)))) throw new DomainError('person.unknown');
      await this.persons.repairValue(tx, { personId, attribute, value, reason, authority: office.name.vi, officerId: principal.officerId, on: this.today() });
    });
  }

  private today(): string {
    return localDate(this.clock.now());
  }

  private async faulty(principal: OfficerPrincipal, code: string, which: WorkListQuery, offset: number, limit: number): Promise<{ rows: FaultyPerson[]; total: number; mayRepair: boolean }> {
    await this.commune(principal, code);
    const mayRepair = await this.mayRepair(principal, code);
    return this.database.transaction(SYSTEM, async (tx) => ({
      ...(await this.persons.listFaulty(tx, await measuredCommune(tx, code), this.today(), { ...which, offset, limit }, { reader: readerOf(principal), purpose: LOOK })), mayRepair,
    }));
  }

  private measurements(tx: Transaction, codes: readonly string[]): Promise<Measurement[]> {
    const since = Temporal.PlainDate.from(this.today()).with({ day: 1 }).subtract({ months: 11 });
    return this.persons.readMeasurements(tx, codes, since.toString());
  }

  /** Where the reader answers for the data: those who settle them, and those who read reports. */
  private communes(principal: OfficerPrincipal): Promise<Unit[]> {
    if (may(principal, 'person.settle')) return this.office.communesOf(principal, 'person.settle');
    requirePermission(principal, 'report.read');
    return this.office.communesOf(principal, 'report.read');
  }

  /** Throws `not-found` for a commune the reader has nothing to do with. */
  private async commune(principal: OfficerPrincipal, code: string): Promise<Unit> {
    const commune = (await this.communes(principal)).find(({ placeCode }) => placeCode === code);
    if (commune === undefined) throw new DomainError('not-found');
    return commune;
  }

  private async mayRepair(principal: OfficerPrincipal, code: string): Promise<boolean> {
    return (await this.office.find(principal, [code])) !== undefined;
  }
}
