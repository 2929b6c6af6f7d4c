import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OFFICER, startShellApp, type ShellApp } from '../testing/shell-app.js';

const BROWSER = { 'user-agent': 'Mozilla/5.0 (test)' };

let shell: ShellApp;

beforeAll(async () => {
  shell = await startShellApp();
}, 60_000);

afterAll(() => shell?.stop(), 30_000);

type Headers = Record<string, string>;

async function call(method: 'GET' | 'POST' | 'DELETE', url: string, headers: Headers = {}, payload?: object | string) {
  const answer = await shell.app.inject({ method, url, headers: { ...BROWSER, ...headers }, ...(payload !== undefined && { payload }) });
  const json = answer.headers['content-type']?.toString().includes('json') ? answer.json<Record<string, unknown>>() : undefined;
  return { status: answer.statusCode, headers: answer.headers, json, text: answer.body, cookies: answer.cookies };
}

/** Signs the officer in: the headers further requests carry. */
async function signIn(): Promise<Headers> {
  const { json, cookies } = await call('POST', '/api/session', {}, { account: OFFICER.login, password: OFFICER.password });
  const cookie = cookies.find(({ name }) => name === 'mot_cua_session');
  return { cookie: `mot_cua_session=${cookie?.value}`, 'x-csrf-token': String(json?.['csrf']) };
}

const body = { count: 1, child: { name: 'Bé' } };

describe('the session', () => {
  test('of nobody says so, and offers the accounts of the demonstration', async () => {
    expect((await call('GET', '/api/session')).json).toEqual({
      kind: 'anonymous',
      demonstration: true,
      citizenSignIn: true,
      demonstrationAccounts: [{ login: OFFICER.login, who: 'Trần Thị Bé', unit: 'Trung tâm', password: OFFICER.password }],
    });
  });

  test('of an officer names posts and permissions; its cookie is out of reach of scripts', async () => {
    const { status, json, cookies } = await call('POST', '/api/session', {}, { account: OFFICER.login, password: OFFICER.password });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      kind: 'officer',
      name: 'Trần Thị Bé',
      csrf: expect.stringMatching(/^[\w-]{24}$/),
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      posts: [{ unitId: 'c26068.centre', unitName: 'Trung tâm', role: 'receiving-clerk', roleName: { vi: 'Cán bộ tiếp nhận', en: 'Receiving clerk' } }],
    });
    expect(json?.['permissions']).toContain('dossier.receive');
    expect(cookies).toEqual([expect.objectContaining({ name: 'mot_cua_session', httpOnly: true, sameSite: 'Lax', path: '/' })]);
    expect(cookies[0]).not.toHaveProperty('maxAge');
  });

  test('signing in with a wrong password is one refusal, in both languages', async () => {
    const { status, json, headers } = await call('POST', '/api/session', {}, { account: 'nobody', password: 'x' });
    expect(status).toBe(401);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(json).toEqual({
      type: 'urn:mot-cua:problem:sign-in.wrong',
      title: 'Cần đăng nhập',
      status: 401,
      code: 'sign-in.wrong',
      detail: 'Tài khoản hoặc mật khẩu chưa đúng. Hãy kiểm tra rồi thử lại.',
      detailEn: 'The account or the password is not right. Check and try again.',
      requestId: headers['x-request-id'],
    });
  });

  test('too many misses say how long to wait', async () => {
    const miss = () => call('POST', '/api/session', { 'x-forwarded-for': '10.9.9.9' }, { account: 'guessed', password: 'x' });
    for (let guess = 1; guess <= 5; guess += 1) expect((await miss()).status).toBe(401);
    const { status, json, headers } = await miss();
    expect([status, json?.['code'], headers['retry-after']]).toEqual([429, 'request.too-many', '900']);
  });

  test('signing out ends it everywhere', async () => {
    const session = await signIn();
    expect((await call('GET', '/api/probe/mine', session)).json).toEqual({ kind: 'officer' });
    expect((await call('DELETE', '/api/session', session)).status).toBe(204);
    expect((await call('GET', '/api/probe/mine', session)).status).toBe(401);
  });

  test('signing in again ends the session before', async () => {
    const first = await signIn();
    await call('POST', '/api/session', first, { account: OFFICER.login, password: OFFICER.password });
    expect((await call('GET', '/api/probe/mine', first)).status).toBe(401);
  });
});

describe('the guard', () => {
  test('asks anyone to sign in where a route says nothing', async () => {
    const { status, json } = await call('GET', '/api/probe/mine');
    expect([status, json?.['code']]).toEqual([401, 'sign-in.required']);
  });

  test('refuses the wrong kind of person', async () => {
    const { status, json } = await call('GET', '/api/probe/citizens', await signIn());
    expect([status, json?.['code'], json?.['facts']]).toEqual([403, 'permission.missing', { audience: 'citizen' }]);
  });

  test('refuses a change without the token, or from elsewhere', async () => {
    const session = await signIn();
    const without = await call('POST', '/api/probe/officers', { cookie: session['cookie']! }, body);
    const elsewhere = await call('POST', '/api/probe/officers', { ...session, origin: 'https://evil.example' }, body);
    expect([without.json?.['code'], elsewhere.json?.['code']]).toEqual(['csrf.missing', 'csrf.missing']);
    expect((await call('POST', '/api/probe/officers', { ...session, origin: 'http://localhost:3000' }, body)).json).toEqual(body);
  });

  test('does not let another site sign a browser in', async () => {
    const { json } = await call('POST', '/api/session', { origin: 'https://evil.example' }, { account: OFFICER.login, password: OFFICER.password });
    expect(json?.['code']).toBe('csrf.missing');
  });
});

describe('refusals', () => {
  test('point at each faulty field, inside objects too', async () => {
    const { status, json } = await call('POST', '/api/probe/officers', await signIn(), { count: 0, child: { name: 'quá dài quá' }, extra: 1 });
    expect([status, json?.['code']]).toEqual([400, 'request.invalid']);
    expect(json?.['fields']).toEqual(
      expect.arrayContaining([
        { pointer: '/count', vi: 'Quá nhỏ.', en: 'count must not be less than 1' },
        { pointer: '/child/name', vi: 'Quá dài.', en: 'name must be shorter than or equal to 5 characters' },
        { pointer: '/extra', vi: 'Mục này không được nhận.', en: 'property extra should not exist' },
      ]),
    );
  });

  test('carry what is possible and further facts', async () => {
    expect((await call('GET', '/api/probe/refuse')).json).toMatchObject({
      status: 409,
      code: 'act.impossible',
      detail: 'Không thể "approve" khi hồ sơ đang ở bước "examine". Xem các việc có thể làm bên dưới.',
      possible: ['examine'],
      facts: { version: 3 },
    });
  });

  test('an unforeseen error says nothing of its cause, only where to look', async () => {
    const { status, json, text } = await call('GET', '/api/probe/fail?with=075190000001', { 'x-request-id': 'from-the-proxy-1' });
    expect([status, json?.['code'], json?.['requestId']]).toEqual([500, 'server.fault', 'from-the-proxy-1']);
    expect(json?.['detail']).toContain('from-the-proxy-1');
    expect(text).not.toContain('075190000001');
  });

  test.each([
    ['what is no JSON', 400, 'request.not-json', { 'content-type': 'application/json' }, '{"count":'],
    ['another content type', 400, 'request.not-json', { 'content-type': 'application/xml' }, '<a/>'],
    ['a body beyond all measure', 413, 'request.too-large', { 'content-type': 'application/json' }, JSON.stringify({ text: 'x'.repeat(1_100_000) })],
  ])('%s', async (_name, status, code, headers, payload) => {
    const answer = await call('POST', '/api/probe/officers', { ...(await signIn()), ...headers }, payload);
    expect([answer.status, answer.json?.['code']]).toEqual([status, code]);
  });

  test('what is no id, and what is no address, are not found', async () => {
    const wrongId = await call('GET', '/api/probe/things/1%20or%201=1');
    const wrongAddress = await call('GET', '/api/nowhere');
    const wrongMethod = await call('DELETE', '/api/nowhere');
    expect([wrongId, wrongAddress, wrongMethod].map(({ status, json }) => [status, json?.['code']])).toEqual(Array(3).fill([404, 'not-found']));
  });

  test('an id of a request is taken over only when harmless', async () => {
    const { headers } = await call('GET', '/health/live', { 'x-request-id': 'a"b\u0001' });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('files', () => {
  const multipart = (name: string, content: Buffer) => {
    const edge = 'an-edge';
    const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`;
    return { headers: { 'content-type': `multipart/form-data; boundary=${edge}` }, payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${edge}--\r\n`)]) };
  };
  const upload = async (name: string, content: Buffer) => {
    const { headers, payload } = multipart(name, content);
    return call('POST', '/api/probe/files', { ...(await signIn()), ...headers }, payload);
  };
  const PDF = Buffer.from('%PDF-1.4\ntrailer\n<</Root 1 0 R>>\n%%EOF\n');

  test('go up and come down again', async () => {
    const { json } = await upload('Giấy chứng sinh.pdf', PDF);
    expect(json?.['name']).toBe('Giấy chứng sinh.pdf');
    const { text, headers } = await call('GET', `/api/probe/files/${String(json?.['id'])}`, await signIn());
    expect(text).toBe(PDF.toString());
    expect(headers['content-disposition']).toBe(`inline; filename="Giay chung sinh.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20ch%E1%BB%A9ng%20sinh.pdf`);
    expect([headers['cache-control'], headers['x-content-type-options'], headers['content-type']]).toEqual(['private, no-store', 'nosniff', 'application/pdf']);
  });

  test('too large are refused with the limit, however much larger', async () => {
    for (const size of [1_000_001, 25_000_000]) {
      const { status, json } = await upload('a.pdf', Buffer.concat([PDF, Buffer.alloc(size)]));
      expect([status, json?.['code'], json?.['detail']]).toEqual([413, 'file.too-large', expect.stringContaining('giới hạn 1 MB')]);
    }
  });

  test('too large over a real line: the refusal arrives, and the line goes on serving', async () => {
    await shell.app.listen(0, '127.0.0.1');
    const url = await shell.app.getUrl();
    const session = await signIn();
    const send = (size: number) => {
      const form = new FormData();
      form.append('file', new Blob([PDF, Buffer.alloc(size)]), 'a.pdf');
      return fetch(`${url}/api/probe/files`, { method: 'POST', headers: { ...BROWSER, ...session }, body: form });
    };
    for (let time = 1; time <= 3; time += 1) {
      const answer = await send(30_000_000);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'file.too-large']);
    }
    expect((await send(1_000)).status).toBe(201);
  });

  test('missing is a faulty field', async () => {
    const { status, json } = await call('POST', '/api/probe/files', await signIn(), {});
    expect([status, json?.['fields']]).toEqual([400, [{ pointer: '/file', vi: 'Hãy chọn một tệp.', en: 'Choose a file.' }]]);
  });
});

describe('the browser part', () => {
  test('is served at every address of its own, with the nonce of that answer', async () => {
    const one = await call('GET', '/quay/ho-so?x=1');
    const nonce = /nonce="([0-9a-f]{32})"/.exec(one.text)?.[1];
    expect([one.status, one.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(one.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect((await call('GET', '/')).text).not.toContain(nonce!);
  });

  test('files named by their content are kept for good, others for an hour', async () => {
    expect((await call('GET', '/assets/main-abc123.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await call('GET', '/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600');
  });

  test.each(['/assets/old-000000.js', '/robots.php', '/api/nowhere', '/health/nowhere', '/verify/nowhere', '/%2e%2e/package.json'])('%s is not a page', async (url) => {
    expect((await call('GET', url)).status).toBe(404);
  });

  test('allows nothing inline and nothing from elsewhere', async () => {
    const policy = String((await call('GET', '/')).headers['content-security-policy']);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("default-src 'self'");
  });
});

describe('the log', () => {
  test('names request, path, status and refusal', async () => {
    await call('GET', '/api/probe/refuse', { 'x-request-id': 'a-request-to-find' });
    const lines = shell.logged.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => JSON.stringify(line).includes('a-request-to-find'));
    expect(lines).toEqual([
      expect.objectContaining({ msg: 'request refused', requestId: 'a-request-to-find', code: 'act.impossible', status: 409 }),
      expect.objectContaining({
        msg: 'request answered',
        req: { id: 'a-request-to-find', method: 'GET', path: '/api/probe/refuse' },
        res: { status: 409 },
        responseTime: expect.any(Number),
      }),
    ]);
  });

  test('holds nothing about a person: no query, body, cookie, password, address or value in an error', async () => {
    const session = await signIn();
    await call('GET', '/api/probe/fail?with=075190000001', { ...session, referer: 'http://localhost:3000/?name=Be' });
    await call('POST', '/api/probe/officers', session, { count: 0, child: { name: 'Nguyễn Thị Hoa' } });
    await call('GET', '/verify/AVerySecretToken');
    const log = shell.logged.join('');
    expect(log).toContain('request failed');
    expect(log).toContain('/verify/…');
    expect(log).not.toMatch(new RegExp(`075190000001|Nguyễn|${OFFICER.password}|${session['cookie']!.split('=')[1]}|127\\.0\\.0\\.1|AVerySecretToken|referer|user-agent|Mozilla`));
  });
});

describe('the machinery around', () => {
  test('sees that the desk lives and is ready', async () => {
    expect((await call('GET', '/health/live')).json).toEqual({ status: 'ok' });
    expect((await call('GET', '/health/ready')).json).toEqual({ status: 'ok', migrations: expect.any(Number) });
  });

  test('sees times by route, never by address', async () => {
    await call('GET', '/api/probe/things/0190a000-0000-7000-8000-00000000000a');
    const { text } = await call('GET', '/metrics');
    expect(text).toContain('route="/api/probe/things/:id",status="200"');
    expect(text).not.toContain('00000000000a');
  });

  test('reads the description of the interface', async () => {
    const { json } = await call('GET', '/api/openapi.json');
    const paths = json?.['paths'] as Record<string, Record<string, unknown>>;
    expect(Object.keys(paths['/api/session']!)).toEqual(['get', 'post', 'delete']);
    const { schemas } = json!['components'] as { schemas: Record<string, { required: string[] }> };
    expect(schemas['SessionDto']!.required).toEqual(['kind', 'demonstration', 'citizenSignIn']);
    expect(schemas['ProblemBody']!.required).toEqual(['type', 'title', 'status', 'code', 'detail', 'detailEn', 'requestId']);
  });
});
