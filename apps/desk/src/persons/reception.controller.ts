import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requirePermission, type OfficerPrincipal } from '@app/access';
import { Reception, RegisterInquiry } from '@app/dossiers';
import { personRowDto } from '../counter/person-dto.js';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { AskRegisterDto, LikelyPersonDto, ReceivedPersonDto, ReceivePersonDto, RegisterAnswerDto, SoughtDto } from './reception.dto.js';

/** People whom nobody has on file, received at the counter. */
@ApiTags('counter')
@Officers()
@Controller('api/counter/persons')
export class ReceptionController {
  constructor(
    private readonly reception: Reception,
    private readonly inquiry: RegisterInquiry,
  ) {}

  /** Who on file may be the same person, the likeliest first. Everyone listed finds it in their own log. */
  @Post('likely')
  @HttpCode(200)
  async likely(@Body() { procedureCode, ...sought }: SoughtDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<LikelyPersonDto[]> {
    const found = await this.reception.likely(principal, sought, procedureCode);
    return found.map((person) => ({ ...personRowDto(person), sex: person.sex, likeness: person.likeness }));
  }

  /** Asks the population register about somebody who is on no file, waits about two seconds at most, and says how it ended. */
  @Post('register')
  @HttpCode(200)
  async askRegister(@Body() { queryId, caseId, procedureCode, ...subject }: AskRegisterDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<RegisterAnswerDto> {
    requirePermission(principal, 'dossier.file');
    return this.inquiry.ask(principal, { queryId, caseId, procedureCode, subject });
  }

  /** Puts somebody on file, each value with who said it. */
  @Post()
  @HttpCode(200)
  receive(@Body() body: ReceivePersonDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ReceivedPersonDto> {
    return this.reception.receive(principal, body);
  }
}
