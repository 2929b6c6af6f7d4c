import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerPrincipal } from '@app/access';
import { CalendarAdministration } from '@app/dossiers';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { changeDto, logLineDto, recordsDto } from './to-calendar-dto.js';
import {
  CalendarChangeDto, CalendarLogLineDto, CalendarLogQueryDto, CalendarPreviewDto, CalendarQueryDto, CalendarRecordsDto, ProposeCalendarChangeDto, RejectCalendarChangeDto, UndoCalendarChangeDto,
} from './calendar.dto.js';

/** The working calendar by two persons: what is on record, what somebody wants changed, which promise dates that moves, and the log. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarAdministration) {}

  /** The records of a unit and of those above it for a year. */
  @Get()
  async records(@Query() { unit, year }: CalendarQueryDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<CalendarRecordsDto> {
    return recordsDto(await this.calendar.records(principal, unit, year));
  }

  @Get('log')
  async log(@Query() { unit }: CalendarLogQueryDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<CalendarLogLineDto[]> {
    return (await this.calendar.log(principal, unit)).map(logLineDto);
  }

  @Get('changes')
  async changes(@CurrentPrincipal() principal: OfficerPrincipal): Promise<CalendarChangeDto[]> {
    return (await this.calendar.changes(principal)).map((change) => changeDto(change, principal));
  }

  @Post('changes')
  async propose(@Body() { unitId, document, ...body }: ProposeCalendarChangeDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<CalendarChangeDto> {
    return changeDto(await this.calendar.propose(principal, { unitId, document, body }), principal);
  }

  /** The change, and every open promise date it would move. */
  @Get('changes/:id')
  async preview(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<CalendarPreviewDto> {
    const { change, moves } = await this.calendar.preview(principal, id);
    return {
      change: changeDto(change, principal),
      moves: moves.map(({ dossierId, code, procedureCode, unitName, from, to }) => ({ dossierId, code, procedureCode, unitName, from, to })),
    };
  }

  /** Puts it in force. Never by who proposed it. */
  @Post('changes/:id/approve')
  @HttpCode(200)
  async approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<CalendarChangeDto> {
    return changeDto(await this.calendar.approve(principal, id), principal);
  }

  @Post('changes/:id/reject')
  @HttpCode(200)
  async reject(@Param('id', IdPipe) id: string, @Body() { reason }: RejectCalendarChangeDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<CalendarChangeDto> {
    return changeDto(await this.calendar.reject(principal, id, reason), principal);
  }

  /** Proposes the reverse of a change in force. */
  @Post('changes/:id/undo')
  async undo(@Param('id', IdPipe) id: string, @Body() { document }: UndoCalendarChangeDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<CalendarChangeDto> {
    return changeDto(await this.calendar.undo(principal, id, document), principal);
  }
}
