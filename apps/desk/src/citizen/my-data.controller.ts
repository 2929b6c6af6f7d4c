import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CitizenPrincipal } from '@app/access';
import { MyData, type LooksView, type MyDataView } from '@app/dossiers';
import { Citizens } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { LooksDto, LooksQueryDto, MyDataDto, OwnFileQueryDto } from './my-data.dto.js';

/** What is on file about the citizen and their minor children, where it comes from, and who looked at it. */
@ApiTags('citizen')
@Citizens()
@Controller('api/citizen/my-data')
export class MyDataController {
  constructor(private readonly myData: MyData) {}

  @Get()
  async read(@Query() { of }: OwnFileQueryDto, @CurrentPrincipal() principal: CitizenPrincipal): Promise<MyDataDto> {
    return toDto(await this.myData.read(principal, of));
  }

  /** Who looked, the latest first, twenty to a page. */
  @Get('looks')
  async looks(@Query() { of, month, page, withOwn }: LooksQueryDto, @CurrentPrincipal() principal: CitizenPrincipal): Promise<LooksDto> {
    const view: LooksView = await this.myData.looks(principal, {
      page: page ?? 1, withOwn: withOwn ?? false, ...(of === undefined ? {} : { of }), ...(month === undefined ? {} : { month }),
    });
    return { ...view, looks: view.looks.map((look) => ({ ...look, what: [...look.what] })), months: [...view.months] };
  }
}

function toDto({ values, family, papers, roles, ...view }: MyDataView): MyDataDto {
  return { ...view, values: values.map((value) => ({ ...value, history: [...value.history] })), family: [...family], papers: [...papers], roles: [...roles] };
}
