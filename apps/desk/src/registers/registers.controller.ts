import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerPrincipal } from '@app/access';
import { CLOCK, DossierWorld, unitView } from '@app/dossiers';
import type { Clock } from '@app/kernel';
import { COLUMNS, REGISTER_TITLES, Registers, type RegisterRow } from '@app/reports';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { exportDto } from './register-exports.controller.js';
import { OrderExportDto, RegisterExportDto, RegisterPageDto, RegisterPageQuery, RegisterParams, type RegisterRowDto } from './registers.dto.js';
import { queryOf } from './register-query.js';

/** A page shows so many lines unless it asks for others. */
const LINES = 50;

/** The books a desk keeps, computed from its records. Each look at a page is logged for the people it names. */
@ApiTags('registers')
@Officers()
@Controller('api/registers')
export class RegistersController {
  constructor(
    private readonly registers: Registers,
    private readonly world: DossierWorld,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':register')
  async read(@Param() { register }: RegisterParams, @Query() { offset = 0, limit = LINES, ...filter }: RegisterPageQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<RegisterPageDto> {
    const query = queryOf(filter, this.clock.now());
    const { total, rows } = await this.registers.page(principal, register, query, { offset, limit });
    return {
      register, title: REGISTER_TITLES[register], from: query.from, to: query.to, ...(query.asOf === undefined ? {} : { asOfDay: query.asOf }),
      units: await Promise.all(this.registers.unitsOf(principal).map((id) => unitView(this.world, id))),
      columns: COLUMNS[register].map(({ key, title, kind }) => ({ key, title, kind })),
      total, rows: rows.map(rowDto),
    };
  }

  /** Orders the register as a file, which a worker writes. */
  @Post(':register/exports')
  async order(@Param() { register }: RegisterParams, @Body() { format, language, purpose, ...filter }: OrderExportDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<RegisterExportDto> {
    return exportDto(await this.registers.order(principal, register, queryOf(filter, this.clock.now()), { format, language, purpose }));
  }
}

function rowDto({ dossierId, cells, number, voided }: RegisterRow): RegisterRowDto {
  return {
    dossierId, cells: cells.map((cell) => (cell === null ? {} : typeof cell === 'number' ? { number: cell } : { text: cell })),
    ...(number && { number }), ...(voided && { voided }),
  };
}
