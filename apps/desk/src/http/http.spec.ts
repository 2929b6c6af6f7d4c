import { describe, expect, test } from '@jest/globals';
import { ForbiddenException } from '@nestjs/common';
import { DomainError, PROBLEMS, type ProblemCode } from '@app/kernel';
import { loggedError } from './log-safely.js';
import { escapeHtml, plainDocument } from './plain-page.js';
import { asDomainError, problemBody } from './problem.js';
import { requestIdFrom } from './request-id.js';
import { contentDisposition } from './send-file.js';

describe('a problem body', () => {
  test('of every refusal has a title, its status and both sentences', () => {
    const bodies = (Object.keys(PROBLEMS) as ProblemCode[]).map((code) => problemBody(new DomainError(code), 'r'));
    for (const body of bodies) {
      expect(body).toEqual({
        type: `urn:mot-cua:problem:${body.code}`,
        title: expect.stringMatching(/^\p{Lu}/u),
        status: PROBLEMS[body.code as ProblemCode].status,
        code: body.code,
        detail: expect.stringMatching(/./),
        detailEn: expect.stringMatching(/./),
        requestId: 'r',
      });
    }
    expect(bodies.filter(({ status, title }) => status !== 500 && title === 'Hệ thống gặp lỗi')).toEqual([]);
  });
});

describe('any error becomes one of the list', () => {
  test.each([
    [new DomainError('reason.required'), 'reason.required'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'server.busy'],
    [Object.assign(new Error('shutting down'), { code: '57P01' }), 'server.busy'],
    [new ForbiddenException(), 'server.fault'],
    [new Error('anything'), 'server.fault'],
    ['a text', 'server.fault'],
    [undefined, 'server.fault'],
  ])('%s', (error, code) => {
    expect(asDomainError(error, 'r').code).toBe(code);
  });

  test('a fault tells under which id to look', () => {
    expect(asDomainError(new Error('anything'), 'abc').sentence('vi')).toContain('Mã tra cứu: abc.');
  });
});

describe('an error in the log', () => {
  test('of the database keeps code, constraint and place, not the values it quotes', () => {
    const error = Object.assign(new Error('Key (personal_id)=(075190000001) already exists'), {
      code: '23505',
      constraint: 'person_personal_id_once',
      parameters: ['075190000001'],
      query: 'INSERT …',
    });
    const logged = loggedError(error);
    expect(logged).toEqual({ name: 'Error', code: '23505', constraint: 'person_personal_id_once', stack: expect.stringContaining('http.spec.ts') });
    expect(JSON.stringify(logged)).not.toContain('075190000001');
  });

  test('of our own keeps its message', () => {
    expect(loggedError(new TypeError('not a function'))).toEqual({ name: 'TypeError', message: 'not a function', stack: expect.any(String) });
    expect(loggedError('thrown text')).toEqual({ name: 'string' });
  });
});

test.each([
  ['a-request-of-the-proxy', 'a-request-of-the-proxy'],
  [undefined, /^[0-9a-f-]{36}$/],
  ['short', /^[0-9a-f-]{36}$/],
  ['with blanks in it', /^[0-9a-f-]{36}$/],
  [['one', 'two'], /^[0-9a-f-]{36}$/],
])('a request said to be %j is known as %s', (header, id) => {
  expect(requestIdFrom(header)).toMatch(id);
});

test.each([
  ['Giấy chứng sinh.pdf', `attachment; filename="Giay chung sinh.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20ch%E1%BB%A9ng%20sinh.pdf`],
  ['Đơn (1).pdf', `attachment; filename="Don (1).pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%281%29.pdf`],
  ['a"\r\nx: y.pdf', `attachment; filename="a___x: y.pdf"; filename*=UTF-8''a%22%0D%0Ax%3A%20y.pdf`],
])('the name %j travels in a header', (name, header) => {
  expect(contentDisposition(name, 'attachment')).toBe(header);
});

describe('a plain page', () => {
  test('cannot be broken out of', () => {
    expect(escapeHtml(`<script>"&'`)).toBe('&#60;script&#62;&#34;&#38;&#39;');
    expect(plainDocument({ title: '</title><script>', body: '' })).not.toContain('<script>');
  });

  test('needs no script and no inline style, so the strict policy holds', () => {
    expect(plainDocument({ title: 'Tra cứu', body: '<p>…</p>' })).not.toMatch(/<script|<style|style=/);
  });
});
