import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { OfficerPrincipal } from '@app/access';
import { Registers, type RegisterExport } from '@app/reports';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { sendFile } from '../http/send-file.js';
import { RegisterExportDto } from './registers.dto.js';

/** Registers as files: ordered, written by a worker, kept for a day for whoever ordered them. */
@ApiTags('registers')
@Officers()
@Controller('api/register-exports')
export class RegisterExportsController {
  constructor(private readonly registers: Registers) {}

  /** What I have ordered. */
  @Get()
  async list(@CurrentPrincipal() principal: OfficerPrincipal): Promise<RegisterExportDto[]> {
    return (await this.registers.exports(principal)).map(exportDto);
  }

  /** How far it is. */
  @Get(':id')
  async read(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<RegisterExportDto> {
    return exportDto(await this.registers.export(principal, id));
  }

  @Get(':id/file')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async file(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const { content, ...file } = await this.registers.file(principal, id);
    await sendFile(reply, file, content, 'attachment');
  }
}

/** An export as the interface tells it. */
export function exportDto({ id, register, title, query, format, purpose, askedAt, state, rowsDone, rowsTotal, size }: RegisterExport): RegisterExportDto {
  const { from, to, asOf } = query;
  return { id, register, title, from, to, ...(asOf === undefined ? {} : { asOfDay: asOf }), format, purpose, askedAt, state, rowsDone, ...(rowsTotal === null ? {} : { rowsTotal }), ...(size === null ? {} : { size }) };
}
