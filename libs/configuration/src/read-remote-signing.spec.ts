import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readRemoteSigning } from './index.js';

const folder = mkdtempSync(path.join(tmpdir(), 'remote-signing-'));
afterAll(() => rmSync(folder, { recursive: true }));

function faultOf(text: string, mayBePlain = false): string {
  const file = path.join(folder, 'services.json');
  writeFileSync(file, text);
  try {
    readRemoteSigning(file, mayBePlain);
    return 'none';
  } catch (error) {
    return (error as Error).message.replace(file, 'FILE');
  }
}

describe('the file of remote-signing services', () => {
  const service = { url: 'https://sign.example.vn/csc/v2', clientId: 'mot-cua', clientSecret: 'không ai biết' };

  test('is read; without one there is none', () => {
    expect(faultOf(JSON.stringify({ mysign: service }))).toBe('none');
    expect(readRemoteSigning(path.join(folder, 'services.json'), false)).toEqual({ mysign: service });
    expect(readRemoteSigning(undefined, false)).toEqual({});
  });

  test('is refused in one sentence that shows no secret', () => {
    expect(faultOf('{')).toBe('REMOTE_SIGNING_FILE FILE cannot be read as JSON; write it like {"mysign": {"url": "https://…/csc/v2", "clientId": "…", "clientSecret": "…"}}.');
    const sentence = (place: string): string => `REMOTE_SIGNING_FILE FILE must give each service, named in small letters, an https address, clientId and clientSecret; look at "${place}".`;
    expect(faultOf(JSON.stringify({ mysign: { ...service, url: 'sign.example.vn' } }))).toBe(sentence('/mysign/url'));
    expect(faultOf(JSON.stringify({ mysign: { ...service, clientSecret: 'kurz' } }))).toBe(sentence('/mysign/clientSecret'));
    expect(faultOf(JSON.stringify({ MySign: service }))).toBe(sentence('/'));
    expect(faultOf(JSON.stringify({ mysign: { ...service, url: 'http://sign.example.vn' } }))).toBe('REMOTE_SIGNING_FILE FILE must give mysign an address that begins with https://.');
    expect(faultOf(JSON.stringify({ mysign: { ...service, url: 'http://sign.example.vn' } }), true)).toBe('none');
  });
});
