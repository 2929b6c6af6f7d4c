import { describe, expect, test } from '@jest/globals';
import { DomainError } from '@app/kernel';
import { checkCsrf } from './csrf.js';

const PUBLIC_URL = 'https://motcua.example.vn';
const TOKEN = 'a-token-of-the-session';

function refused(method: string, headers: Record<string, string>, token: string | undefined = TOKEN): string | undefined {
  try {
    checkCsrf({ method, headers }, PUBLIC_URL, token);
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('a changing request', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'post'])('%s needs the token of the session', (method) => {
    expect(refused(method, {})).toBe('csrf.missing');
    expect(refused(method, { 'x-csrf-token': 'another' })).toBe('csrf.missing');
    expect(refused(method, { 'x-csrf-token': `${TOKEN}x` })).toBe('csrf.missing');
    expect(refused(method, { 'x-csrf-token': TOKEN })).toBeUndefined();
  });

  test('from another site is refused even with the token', () => {
    expect(refused('POST', { 'x-csrf-token': TOKEN, origin: 'https://evil.example' })).toBe('csrf.missing');
    expect(refused('POST', { 'x-csrf-token': TOKEN, origin: 'null' })).toBe('csrf.missing');
    expect(refused('POST', { 'x-csrf-token': TOKEN, origin: 'https://motcua.example.vn.evil.example' })).toBe('csrf.missing');
    expect(refused('POST', { 'x-csrf-token': TOKEN, 'sec-fetch-site': 'cross-site' })).toBe('csrf.missing');
    expect(refused('POST', { 'x-csrf-token': TOKEN, 'sec-fetch-site': 'same-site' })).toBe('csrf.missing');
  });

  test('from the published address, or the one the browser was given, passes', () => {
    expect(refused('POST', { 'x-csrf-token': TOKEN, origin: PUBLIC_URL, 'sec-fetch-site': 'same-origin' })).toBeUndefined();
    expect(refused('POST', { 'x-csrf-token': TOKEN, origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).toBeUndefined();
    expect(refused('POST', { 'x-csrf-token': TOKEN, origin: 'http://127.0.0.1:3001', host: '127.0.0.1:3000' })).toBe('csrf.missing');
  });

  test('without a session only its origin is looked at', () => {
    const without = (headers: Record<string, string>) => {
      try {
        checkCsrf({ method: 'POST', headers }, PUBLIC_URL, undefined);
        return 'passes';
      } catch (error) {
        return (error as DomainError).code;
      }
    };
    expect(without({ origin: PUBLIC_URL })).toBe('passes');
    expect(without({ origin: 'https://evil.example' })).toBe('csrf.missing');
  });
});

test.each(['GET', 'HEAD', 'OPTIONS'])('a %s needs no token', (method) => {
  expect(refused(method, { origin: 'https://evil.example' })).toBeUndefined();
});
