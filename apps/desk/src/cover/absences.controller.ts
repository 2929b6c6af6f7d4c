import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OfficerDirectory, type OfficerPrincipal } from '@app/access';
import { AbsenceAdministration } from '@app/dossiers';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { AbsenceDto, EnterAbsenceDto, EnteredAbsenceDto, LaneAlarmDto, OwnCoverDto } from './cover.dto.js';
import { CoverView } from './cover-view.js';

/** Absences: each officer enters the own ones, a head those of the unit. The stand-in sees the work from the first moment on. */
@ApiTags('cover')
@Officers()
@Controller('api/absences')
export class AbsencesController {
  constructor(
    private readonly absences: AbsenceAdministration,
    private readonly officers: OfficerDirectory,
    private readonly view: CoverView,
  ) {}

  /** The own absences, those one stands in at, and whom to choose from. */
  @Get()
  async own(@CurrentPrincipal() principal: OfficerPrincipal): Promise<OwnCoverDto> {
    const { absences, colleagues } = await this.absences.own(principal);
    return {
      officerId: principal.officerId,
      absences: await Promise.all(absences.map((each) => this.view.absence(each, principal))),
      colleagues: await Promise.all(colleagues.map((each) => this.view.colleague(each, principal))),
    };
  }

  /** Work that nobody does, in the units one answers for, each with who sees to it. */
  @Get('unserved')
  async unserved(@CurrentPrincipal() principal: OfficerPrincipal): Promise<LaneAlarmDto[]> {
    return Promise.all((await this.absences.laneAlarms(principal)).map((each) => this.view.laneAlarm(each)));
  }

  @Post()
  async enter(@Body() { officerId, postId, standInId, from, to, ...rest }: EnterAbsenceDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<EnteredAbsenceDto> {
    const entered = await this.absences.enter(principal, {
      ...rest, officerId: officerId ?? principal.officerId, postId: postId ?? null, standInId: standInId ?? null,
      from: Temporal.Instant.from(from), to: Temporal.Instant.from(to),
    });
    this.forget(entered.absence.standInId);
    return this.view.entered(entered, principal);
  }

  /** Ends it before its time, or takes back one that has not begun. */
  @Post(':id/end')
  @HttpCode(200)
  async end(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<AbsenceDto> {
    const absence = await this.absences.end(principal, id);
    this.forget(absence.standInId);
    return this.view.absence(absence, principal);
  }

  private forget(standInId: string | null): void {
    if (standInId !== null) this.officers.forget(standInId);
  }
}
