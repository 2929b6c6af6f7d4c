import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requirePermission, type OfficerPrincipal } from '@app/access';
import { fitStandardProcess, formSections, standardProcesses, type TimeLimit } from '@app/catalogue';
import { OrganisationService } from '@app/organisation';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { FitProcessDto, FittedProcessDto, FormSectionDto, StandardProcessDto, UnitFunctionDto } from './procedures.dto.js';

/** What procedures are put together from: standard processes, sections of forms, units with what they take on. */
@ApiTags('admin')
@Officers()
@Controller('api/admin')
export class BuildingBlocksController {
  constructor(private readonly organisation: OrganisationService) {}

  @Get('standard-processes')
  processes(@CurrentPrincipal() principal: OfficerPrincipal): StandardProcessDto[] {
    requirePermission(principal, 'procedure.edit');
    return standardProcesses().map(({ key, name, about, decidedBy, asks }) => ({ key, name, about, decidedBy, asks: [...asks] }));
  }

  /** A standard process with the chosen units and the times the limit leaves. */
  @Post('standard-processes/:key')
  @HttpCode(200)
  fit(@Param('key') key: string, @Body() { timeLimit, division, department }: FitProcessDto, @CurrentPrincipal() principal: OfficerPrincipal): FittedProcessDto {
    requirePermission(principal, 'procedure.edit');
    const units = { ...(division !== undefined && { division }), ...(department !== undefined && { department }) };
    return { process: { ...fitStandardProcess(key, { limit: limitOf(timeLimit), units }) } };
  }

  @Get('form-sections')
  sections(@CurrentPrincipal() principal: OfficerPrincipal): FormSectionDto[] {
    requirePermission(principal, 'procedure.edit');
    return formSections().map(({ key, name, layout, properties, required }) => ({ key, name, layout: layout.map((group) => ({ ...group })), properties: { ...properties }, required: [...required] }));
  }

  /** What units take on, as a process names it: `commune/culture`. The commune's first, each once with who holds it. */
  @Get('unit-functions')
  async functions(@CurrentPrincipal() principal: OfficerPrincipal): Promise<UnitFunctionDto[]> {
    // A rule of authority names offices too.
    if (!principal.permissions.has('authority.propose')) requirePermission(principal, 'procedure.edit');
    const holders = new Map<string, UnitFunctionDto['units']>();
    const centres = await this.organisation.findUnits({ kind: 'centre', limit: 5000 });
    for (const seat of new Set(centres.map(({ parentId }) => parentId ?? ''))) {
      const level = seat.startsWith('c') ? 'commune' : 'province';
      for (const unit of await this.unitsOf(seat)) {
        for (const name of unit.functions) {
          const units = holders.get(`${level}/${name}`) ?? [];
          if (!units.some(({ vi }) => vi === unit.shortName.vi)) units.push(unit.shortName);
          holders.set(`${level}/${name}`, units);
        }
      }
    }
    return [...holders].map(([path, units]) => ({ path, units })).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** A People's Committee and the units below it, those inside a department too. */
  private async unitsOf(seatId: string) {
    const seat = await this.organisation.getUnit(seatId);
    const below = (await this.organisation.findUnits({ parentId: seatId, limit: 5000 })).filter(({ kind }) => kind !== 'commune');
    const further = await Promise.all(below.map(({ id }) => this.organisation.findUnits({ parentId: id, limit: 5000 })));
    return [seat, ...below, ...further.flat()];
  }
}

/** A limit that can be counted in, out of what the draft has so far. */
function limitOf(limit: Record<string, unknown> | undefined): TimeLimit | undefined {
  const known = limit?.['sameDay'] === true || Array.isArray(limit?.['parts']) || (typeof limit?.['value'] === 'number' && ['hours', 'working-days', 'calendar-days', 'months'].includes(String(limit['unit'])));
  return known ? (limit as unknown as TimeLimit) : undefined;
}
