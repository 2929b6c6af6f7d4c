import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { DrawingLanguage } from '@app/workflow';
import { sendFile } from './send-file.js';

/** A route that answers a drawing. What else stands in the address only tells one state of a dossier from another. */
export const AnswersDrawing = () => applyDecorators(ApiOkResponse({ content: { 'image/svg+xml': {} } }), ApiQuery({ name: 'lang', required: false, enum: ['vi', 'en'] }));

/** The language of a drawing: Vietnamese unless English is asked for. */
export const drawingLanguage = (lang: string | undefined): DrawingLanguage => (lang === 'en' ? 'en' : 'vi');

/**
 * Sends a drawing as a picture of its own. An SVG opened by itself is a document: it holds no script, and is forbidden
 * any by its own policy too, whatever the site's is.
 */
export async function sendDrawing(reply: FastifyReply, svg: string): Promise<void> {
  const bytes = Buffer.from(svg, 'utf8');
  reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'self'; sandbox");
  await sendFile(reply, { name: 'quy-trinh.svg', mediaType: 'image/svg+xml; charset=utf-8', size: bytes.length }, bytes);
}
