import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { sendFile } from './send-file.js';

/** In which language a drawing is wanted. */
export class DrawingQuery {
  @IsOptional() @IsIn(['vi', 'en']) lang?: 'vi' | 'en';
  /** The version of the dossier that the page shows: only so that a picture of before is not taken for the present one. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) seen?: number;
}

/**
 * Sends a drawing as a picture of its own. An SVG opened by itself is a document: it holds no script, and is forbidden
 * any by its own policy too, whatever the site's is.
 */
export async function sendDrawing(reply: FastifyReply, svg: string): Promise<void> {
  const bytes = Buffer.from(svg, 'utf8');
  reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'self'; sandbox");
  await sendFile(reply, { name: 'quy-trinh.svg', mediaType: 'image/svg+xml; charset=utf-8', size: bytes.length }, bytes);
}
