import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A JSON value with an end and a signature, for a cookie that must survive a trip through the browser
 * unchanged. Signed, not secret: nothing goes in that the browser's owner may not read.
 */
export function sign(value: unknown, secret: string, expires: Temporal.Instant): string {
  const body = Buffer.from(JSON.stringify({ value, expires: expires.epochMilliseconds })).toString('base64url');
  return `${body}.${macOf(body, secret)}`;
}

/** The value again, or undefined when it was changed, is no such text, or has expired. */
export function unsign(text: string, secret: string, now: Temporal.Instant): unknown {
  const [body, mac, ...rest] = text.split('.');
  if (body === undefined || mac === undefined || rest.length > 0) return undefined;
  const expected = Buffer.from(macOf(body, secret));
  const given = Buffer.from(mac);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const { value, expires } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { value: unknown; expires: number };
  return expires > now.epochMilliseconds ? value : undefined;
}

function macOf(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64url');
}
