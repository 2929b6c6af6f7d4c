import { describe, expect, test } from '@jest/globals';
import { cookieFlags } from './cookies.js';
import { localPath } from './citizen-identity.js';
import { sign, unsign } from './signed-value.js';
import { endOf } from './session.js';

describe('the flags of a cookie', () => {
  test('over https: unreadable for scripts, not sent with foreign forms, never in clear', () => {
    expect(cookieFlags('https://motcua.example.vn')).toEqual({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
  });

  test('on plain http the browser would drop a secure cookie', () => {
    expect(cookieFlags('http://localhost:3000', '/api/citizen', 900)).toEqual({
      httpOnly: true,
      sameSite: 'lax',
      secure: false,
      path: '/api/citizen',
      maxAge: 900,
    });
  });
});

describe('a signed value', () => {
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  const secret = 's'.repeat(32);
  const text = sign({ state: 'abc' }, secret, now.add({ minutes: 15 }));

  test('comes back as it went', () => {
    expect(unsign(text, secret, now)).toEqual({ state: 'abc' });
  });

  test('is nothing once it has expired, was changed, or was signed by another', () => {
    const [body, mac] = text.split('.') as [string, string];
    const forged = Buffer.from(JSON.stringify({ value: { state: 'evil' }, expires: 9e15 })).toString('base64url');
    expect(unsign(text, secret, now.add({ minutes: 15 }))).toBeUndefined();
    expect(unsign(`${forged}.${mac}`, secret, now)).toBeUndefined();
    expect(unsign(`${body}.${mac.slice(1)}`, secret, now)).toBeUndefined();
    expect(unsign(body, secret, now)).toBeUndefined();
    expect(unsign(`${text}.x`, secret, now)).toBeUndefined();
    expect(unsign(text, 't'.repeat(32), now)).toBeUndefined();
  });
});

describe('the way back after signing in', () => {
  test.each([
    ['/cong-dan/ho-so?tab=1#a', '/cong-dan/ho-so?tab=1#a'],
    ['/', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/a\r\nset-cookie: x', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
  ])('%j leads to %j', (wanted, path) => {
    expect(localPath(wanted)).toBe(path);
  });
});

describe('the end of a session', () => {
  const rules = { absoluteMinutes: 480, idleMinutes: 30 };
  const expiresAt = Temporal.Instant.from('2026-11-23T09:00:00Z');

  test('is half an hour after the last sign of life', () => {
    expect(endOf({ seenAt: Temporal.Instant.from('2026-11-23T02:00:00Z'), expiresAt }, rules).toString()).toBe('2026-11-23T02:30:00Z');
  });

  test('but never later than its absolute end', () => {
    expect(endOf({ seenAt: Temporal.Instant.from('2026-11-23T08:45:00Z'), expiresAt }, rules).toString()).toBe('2026-11-23T09:00:00Z');
  });
});
