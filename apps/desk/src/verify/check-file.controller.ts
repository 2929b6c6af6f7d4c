import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CHECK_FILE_RULE, Throttle } from '@app/access';
import { Configuration } from '@app/configuration';
import { judgePaper } from '@app/documents';
import { DomainError, sha256Hex } from '@app/kernel';
import { SigningKeys } from '@app/signing';
import { collect, MEGABYTE } from '@app/storage';
import { Public, ReadsOnly } from '../http/audience.js';
import type { DeskRequest } from '../http/desk-request.js';
import { sendPlainPage } from '../http/plain-page.js';
import { receiveFile } from '../http/receive-file.js';
import { checkedFilePage, checkFilePage, type CheckFault } from './check-file-page.js';
import { PublicDossiers } from './public-dossiers.js';

const STATUS_OF: Readonly<Record<CheckFault, number>> = { 'no-file': 422, 'too-large': 413, 'too-many': 429 };

/** Judging a file that somebody holds: plain HTML, no script, no account. The file is read and forgotten. */
@Public()
@ApiExcludeController()
@Controller('kiem-tra')
export class CheckFileController {
  constructor(
    private readonly dossiers: PublicDossiers,
    private readonly keys: SigningKeys,
    private readonly throttle: Throttle,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  async form(@Res() reply: FastifyReply): Promise<void> {
    await sendPlainPage(reply, 200, checkFilePage({ hotline: this.configuration.hotline }));
  }

  @ReadsOnly()
  @Post()
  async check(@Req() request: DeskRequest, @Res() reply: FastifyReply): Promise<void> {
    const { hotline } = this.configuration;
    try {
      await this.throttle.take(CHECK_FILE_RULE, request.ip);
      const { content } = await receiveFile(request);
      const bytes = await collect(content, this.configuration.uploadLimitMb * MEGABYTE);
      const [known, judged] = await Promise.all([this.dossiers.findFile(sha256Hex(bytes)), this.keys.authorities().then((trusted) => judgePaper(bytes, trusted))]);
      await sendPlainPage(reply, 200, checkedFilePage({ known, judged }, hotline));
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      await sendPlainPage(reply, STATUS_OF[fault], checkFilePage({ fault, hotline }));
    }
  }
}

function faultOf(error: unknown): CheckFault | undefined {
  if (!(error instanceof DomainError)) return undefined;
  switch (error.code) {
    case 'request.too-many': return 'too-many';
    case 'request.invalid': return 'no-file';
    case 'file.too-large': return 'too-large';
    default: return undefined;
  }
}
