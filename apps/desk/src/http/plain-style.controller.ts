import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './audience.js';
import { PLAIN_STYLE } from './plain-page.js';

/** The style sheet of the plain pages; inline it would need an exception in the content policy. */
@Public()
@ApiExcludeController()
@Controller('api')
export class PlainStyleController {
  @Get('plain.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return PLAIN_STYLE;
  }
}
