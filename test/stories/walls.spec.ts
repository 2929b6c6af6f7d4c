import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CSRF_HEADER, SESSION_COOKIE, SessionStore } from '@app/access';
import { SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import { DEMONSTRATION_PASSWORD } from '@app/organisation';
import { EVENT_TYPES } from '@app/workflow';
import { openApiDocument } from '../../apps/desk/src/http/open-api.js';
import type { DossierDto, FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { prepare, toApproval, type Preparation } from '../support/prepare.js';
import { addressOf, nameOf, routesOf, type Route } from '../support/routes.js';
import { MARITAL_STATUS, PEOPLE, read, receiveAtCounter, smallPdf, tryAct, type Problem } from '../support/steps.js';

jest.setTimeout(60_000);

/** What anyone may call. A route that is open and not listed here fails, and so does a listed one that is closed. */
const PUBLIC = [
  'DELETE /api/session', 'GET /api/citizen/callback', 'GET /api/citizen/sign-in', 'GET /api/communes', 'GET /api/openapi.json', 'GET /api/plain.css',
  'GET /api/procedures', 'GET /api/procedures/:code', 'GET /api/procedures/:code/guidance.pdf', 'GET /api/public/outages', 'GET /api/reasons', 'GET /api/session', 'GET /health/live',
  'GET /health/ready', 'GET /kiem-tra', 'GET /metrics', 'GET /su-co', 'GET /tra-cuu', 'GET /verify/:token', 'GET /verify/:token/:revision', 'POST /api/session', 'POST /kiem-tra', 'POST /tra-cuu', 'POST /verify/:token/:revision',
];
/** Pages and signals for browsers and operators, not part of the described interface. */
const UNDESCRIBED = ['GET /api/openapi.json', 'GET /api/plain.css', 'GET /health/live', 'GET /health/ready', 'GET /kiem-tra', 'GET /metrics', 'GET /su-co', 'GET /tra-cuu', 'GET /verify/:token', 'GET /verify/:token/:revision', 'POST /kiem-tra', 'POST /tra-cuu', 'POST /verify/:token/:revision'];
const AGENT = 'walls';
const safe = ({ method }: Route): boolean => method === 'GET';

let desk: TestDesk;
let preparation: Preparation;
let routes: Route[];
let officerKeys: Keys;
let citizenKeys: Keys;
/** A dossier of Biên Hoà with a paper and a file, and a draft of its owner with a file. */
let own: { id: string; paperId: string; fileId: string; draftId: string; draftFileId: string };

interface Keys {
  readonly cookie: string;
  readonly csrf: string;
}

const sessions = new Map<string, Promise<Keys>>();
/** An officer's session: each signs in once. */
function officerSession(login: string): Promise<Keys> {
  const session = sessions.get(login) ?? signIn(login);
  sessions.set(login, session);
  return session;
}

async function signIn(login: string): Promise<Keys> {
  const answer = await fetch(`${desk.url}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': AGENT }, body: JSON.stringify({ account: login, password: DEMONSTRATION_PASSWORD }),
  });
  return { cookie: answer.headers.getSetCookie()[0]!.split(';')[0]!, csrf: ((await answer.json()) as { csrf: string }).csrf };
}

async function citizenSession(personalId: string): Promise<Keys> {
  const { id, full_name: name } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ id: string; full_name: string }>('select id, full_name from person where personal_id = $1', [personalId]));
  const { token, session } = await desk.app.get(SessionStore).open({ kind: 'citizen', personId: id, name, assurance: null }, AGENT);
  return { cookie: `${SESSION_COOKIE}=${token}`, csrf: session.csrfToken };
}

const visitors = new Map<string, Visitor>();
/** An officer with a browser: each signs in once. */
function officer(login: string): Visitor {
  const visitor = visitors.get(login) ?? desk.officer(login);
  visitors.set(login, visitor);
  return visitor;
}

/** Calls a route with whatever body; answers status and problem without the request's id. */
async function call(route: Route, values: Record<string, string> = {}, keys?: Partial<Keys>, body: unknown = {}, query = ''): Promise<{ status: number; problem: Omit<Partial<Problem>, 'requestId'> }> {
  const upload = route.path.endsWith('/files') && route.method === 'POST';
  const form = new FormData();
  form.append('file', new Blob([smallPdf() as Uint8Array<ArrayBuffer>]), 'x.pdf');
  const answer = await fetch(`${desk.url}${addressOf(route, values)}${query}`, {
    method: route.method, redirect: 'manual',
    headers: {
      'user-agent': AGENT, ...(keys?.cookie === undefined ? {} : { cookie: keys.cookie }), ...(keys?.csrf === undefined ? {} : { [CSRF_HEADER]: keys.csrf }),
      ...(safe(route) || upload ? {} : { 'content-type': 'application/json' }),
    },
    ...(safe(route) ? {} : { body: upload ? form : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const { requestId: _, ...problem } = (/problem\+json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : {}) as Partial<Problem>;
  return { status: answer.status, problem };
}

beforeAll(async () => {
  desk = await startTestDesk();
  preparation = await prepare(desk, MARITAL_STATUS);
  routes = routesOf(desk.app);
  [officerKeys, citizenKeys] = [await officerSession('tiepnhan.bienhoa'), await citizenSession(PEOPLE.single.personalId)];
  const clerk = officer('tiepnhan.bienhoa');
  const draft = newId();
  const scan = (await clerk.upload<FileDto>(`/api/counter/files?draft=${draft}&component=residence-proof`, 'x.pdf', smallPdf())).body;
  const { dossierId } = await receiveAtCounter(clerk, MARITAL_STATUS, {
    dossierId: draft, components: [{ key: 'residence-proof', state: 'passed', kind: 'electronic', fileIds: [scan.id] }],
  });
  const citizen = desk.citizen(PEOPLE.single.personalId);
  const draftId = newId();
  await citizen.put(`/api/citizen/drafts/${draftId}`, { procedureCode: MARITAL_STATUS, data: {} });
  const file = (await citizen.upload<FileDto>(`/api/citizen/files?draft=${draftId}&component=residence-proof`, 'x.pdf', smallPdf('nháp'))).body;
  await desk.drain();
  own = { id: dossierId, paperId: (await read(clerk, dossierId)).papers[0]!.id, fileId: scan.id, draftId, draftFileId: file.id };
});
afterAll(() => desk?.stop());

describe('every route', () => {
  test('stands in the description of the interface, or among the few pages that do not belong there', () => {
    const described = new Set(Object.entries(openApiDocument(desk.app).paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{([a-zA-Z]+)\}/g, ':$1')}`)));
    const names = routes.map(nameOf).toSorted();
    expect(names.filter((name) => !described.has(name))).toEqual(UNDESCRIBED);
    expect([...described].filter((name) => !names.includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(40);
  });

  test('asks who calls, unless it is named as open to all', async () => {
    const answers = await Promise.all(routes.map(async (route) => ({ name: nameOf(route), ...(await call(route)) })));
    expect(answers.filter(({ status }) => status !== 401).map(({ name }) => name).toSorted()).toEqual(PUBLIC);
    expect(new Set(answers.filter(({ status }) => status === 401).map(({ problem }) => problem.code))).toEqual(new Set(['sign-in.required']));
  });

  test('takes a made-up or ended session for none', async () => {
    for (const cookie of [`${SESSION_COOKIE}=x`, `${SESSION_COOKIE}=${'A'.repeat(43)}`]) expect((await call({ method: 'GET', path: '/api/dossiers' }, {}, { cookie })).status).toBe(401);
    const ended = await signIn('tiepnhan2.bienhoa');
    expect((await call({ method: 'DELETE', path: '/api/session' }, {}, ended)).status).toBe(204);
    expect((await call({ method: 'GET', path: '/api/dossiers' }, {}, ended)).status).toBe(401);
  });

  test('that changes something wants the token of the session', async () => {
    const unsafe = routes.filter((route) => !safe(route) && !['POST /tra-cuu', 'POST /kiem-tra', 'POST /verify/:token/:revision'].includes(nameOf(route)));
    for (const csrf of [undefined, 'forged', citizenKeys.csrf]) {
      const answers = await Promise.all(unsafe.map(async (route) => {
        const { cookie } = route.path.startsWith('/api/citizen') ? citizenKeys : officerKeys;
        const token = csrf === citizenKeys.csrf && cookie === citizenKeys.cookie ? officerKeys.csrf : csrf;
        const { status, problem } = await call(route, {}, { cookie, ...(token === undefined ? {} : { csrf: token }) });
        return `${nameOf(route)} ${status} ${problem.code}`;
      }));
      expect(answers).toEqual(unsafe.map((route) => `${nameOf(route)} 403 csrf.missing`));
    }
  });

  test('of the officers refuses a citizen, and of the citizens an officer', async () => {
    const closed = routes.filter((route) => !PUBLIC.includes(nameOf(route)));
    const answers = await Promise.all(closed.map(async (route) => {
      const { status, problem } = await call(route, {}, route.path.startsWith('/api/citizen') ? officerKeys : citizenKeys);
      return `${nameOf(route)} ${status} ${problem.code}`;
    }));
    expect(answers).toEqual(closed.map((route) => `${nameOf(route)} 403 permission.missing`));
  });

  test('answers an id that is none like a missing one', async () => {
    const withIds = routes.filter(({ path }) => /:(id|paperId|fileId)\b/.test(path));
    for (const id of ['1', `${'0'.repeat(36)}`, "' or 1=1 --"]) {
      const answers = await Promise.all(withIds.map(async (route) => {
        const keys = route.path.startsWith('/api/citizen') ? citizenKeys : officerKeys;
        const value = encodeURIComponent(id);
        const { status, problem } = await call(route, { id: value, paperId: value, fileId: value }, keys, sampleBody(route), sampleQuery(route));
        return `${nameOf(route)} ${status} ${problem.code}`;
      }));
      expect(answers).toEqual(withIds.map((route) => `${nameOf(route)} 404 not-found`));
    }
  });
});

/** A body that passes validation, so that the wall behind it is what answers. */
function sampleBody({ path }: Route): object {
  if (path === '/api/citizen/dossiers/:id/acts') return { commandId: newId(), event: 'askWithdrawal' };
  if (path.endsWith('/looks')) return { reasonKind: 'complaint', reason: 'Theo đơn số 12' };
  if (path.endsWith('/acknowledgement')) return { verdict: 'justified' };
  if (path.endsWith('/corrections')) return { factId: newId(), value: 'x', reason: 'x', authority: 'x', document: 'x' };
  if (path.endsWith('/revocation')) return { reason: 'x', authority: 'x', on: '2026-11-20' };
  if (path.endsWith('/rejection')) return { reason: 'x' };
  if (path.endsWith('/officers')) return { text: 'Nguyễn' };
  if (path.endsWith('/acts')) return { commandId: newId(), expectedVersion: 1, event: 'handOver' };
  if (path.endsWith('/supply')) return { commandId: newId(), components: [] };
  if (path.endsWith('/:id/sources/ask')) return { queryId: newId(), source: 'population-register', pointer: '/personAddress' };
  return { procedureCode: MARITAL_STATUS, data: {} };
}

/** The same of an address. */
function sampleQuery({ method, path }: Route): string {
  if (path.endsWith('/extension-preview')) return '?days=2';
  if (path.endsWith('/version-move')) return '?to=2';
  return method === 'POST' && path.endsWith('/files') ? '?component=residence-proof' : '';
}

describe('a dossier', () => {
  const ofOfficers = (): Route[] => routes.filter(({ path }) => path.startsWith('/api/dossiers/:id'));
  const ofCitizens = (): Route[] => routes.filter(({ path }) => path.startsWith('/api/citizen/') && path.includes(':id'));
  const MISSING = { id: newId(), paperId: newId(), fileId: newId(), form: 'receipt' };

  test.each(['tiepnhan.trangbom', 'chutich.trangbom', 'giamdoc.vpdk', 'giamdoc.tuphap', 'tiepnhan.tinh', 'diachinh.bienhoa'])('of another unit is for %s the same as a missing one, on every route', async (login) => {
    const keys = await officerSession(login);
    await Promise.all(ofOfficers().map(async (route) => {
      const body = sampleBody(route);
      const theirs = await call(route, { id: own.id, paperId: own.paperId, fileId: own.fileId, form: 'receipt' }, keys, body, sampleQuery(route));
      expect([nameOf(route), theirs.status]).toEqual([nameOf(route), 404]);
      expect(theirs).toEqual(await call(route, MISSING, keys, body, sampleQuery(route)));
    }));
  });

  test('draft or file of another citizen is the same as a missing one, on every route', async () => {
    const keys = await citizenSession(PEOPLE.mother.personalId);
    for (const route of ofCitizens()) {
      const id = route.path.includes('/drafts') ? own.draftId : route.path.includes('/files') ? own.draftFileId : own.id;
      const body = sampleBody(route);
      const theirs = await call(route, { id, paperId: own.paperId }, keys, body);
      // A draft under a new id is made, not missing; under somebody's it is refused. One that is not there is as good as thrown away.
      const expected = nameOf(route) === 'PUT /api/citizen/drafts/:id' ? { status: 404 } : await call(route, MISSING, keys, body);
      expect([nameOf(route), theirs]).toMatchObject([nameOf(route), expected]);
      expect([nameOf(route), theirs.status]).toEqual([nameOf(route), nameOf(route) === 'DELETE /api/citizen/drafts/:id' ? 204 : 404]);
    }
    const owner = desk.citizen(PEOPLE.single.personalId);
    expect((await owner.get(`/api/citizen/drafts/${own.draftId}`)).status).toBe(200);
    expect((await owner.get(`/api/citizen/files/${own.draftFileId}`)).status).toBe(200);
  });

  test('is not found by strangers by name, number or code', async () => {
    const { code } = await read(officer('tiepnhan.bienhoa'), own.id);
    for (const text of [PEOPLE.single.name, PEOPLE.single.personalId, code, code.slice(-4)]) {
      const { body } = await officer('tiepnhan.trangbom').post<{ total: number }>('/api/dossiers/find', { text });
      expect(body.total).toBe(0);
    }
    expect((await officer('tiepnhan.bienhoa').post<{ total: number }>('/api/dossiers/find', { text: code })).body.total).toBe(1);
  });

  test('lends its address to no paper or file of another dossier', async () => {
    const mine = await receiveAtCounter(officer('tiepnhan.trangbom'), MARITAL_STATUS);
    const keys = await officerSession('tiepnhan.trangbom');
    expect((await call({ method: 'GET', path: '/api/dossiers/:id/papers/:paperId.pdf' }, { id: mine.dossierId, paperId: own.paperId }, keys)).status).toBe(404);
    expect((await call({ method: 'GET', path: '/api/dossiers/:id/files/:fileId' }, { id: mine.dossierId, fileId: own.fileId }, keys)).status).toBe(404);
  });
});

describe('the right unit is not enough', () => {
  test.each(['vanthu.bienhoa', 'hotich.bienhoa', 'chutich.bienhoa', 'thamdinh.vpdk', 'quantri'])('the counter is closed to %s', async (login) => {
    const keys = await officerSession(login);
    const personId = newId();
    const bodies: Record<string, object> = {
      'POST /api/counter/assess': { procedureCode: MARITAL_STATUS, declaration: {} },
      'POST /api/counter/intake': { commandId: newId(), dossierId: newId(), outcome: 'receive', procedureCode: MARITAL_STATUS, ownerId: personId, declaration: {}, offers: [], components: [], feePaid: false, delivery: 'counter' },
    };
    const sought = { fullName: 'Không Có', birthDate: '1990' };
    Object.assign(bodies, {
      'POST /api/counter/persons': { personId, identity: { ...sought, sex: 'male' }, basis: 'x' },
      'POST /api/counter/persons/likely': sought,
      'POST /api/counter/persons/register': { ...sought, queryId: newId(), caseId: newId(), procedureCode: MARITAL_STATUS, personalId: '001090000001' },
    });
    const searching = ['persons', 'organisations'].flatMap((whom) => [`POST /api/counter/${whom}/open`, `POST /api/counter/${whom}/search`]);
    const counter = routes.filter((route) => route.path.startsWith('/api/counter/') && !searching.includes(nameOf(route)));
    const answers = await Promise.all(counter.map(async (route) => {
      const { status, problem } = await call(route, {}, keys, bodies[nameOf(route)] ?? sampleBody(route), `?draft=${newId()}&component=x`);
      return `${nameOf(route)} ${status} ${problem.code}`;
    }));
    expect(answers).toEqual(counter.map((route) => `${nameOf(route)} 403 permission.missing`));
  });

  test('who does not prepare or receive searches neither people nor organisations', async () => {
    for (const login of ['vanthu.bienhoa', 'chutich.bienhoa', 'quantri']) {
      expect((await officer(login).post('/api/counter/persons/search', { text: PEOPLE.single.name })).status).toBe(403);
      expect((await officer(login).post('/api/counter/persons/open', { personId: newId() })).status).toBe(403);
      expect((await officer(login).post('/api/counter/organisations/search', { text: 'xây dựng' })).status).toBe(403);
      expect((await officer(login).post('/api/counter/organisations/open', { organisationId: newId() })).status).toBe(403);
    }
  });

  test('at every step each officer can do what is offered, and nothing else is accepted', async () => {
    const id = await preparation.receive();
    const steps = [...toApproval(), ['chutich.bienhoa', 'approve'] as const, ['vanthu.bienhoa', 'number'] as const];
    const everyone = ['tiepnhan.bienhoa', 'hotich.bienhoa', 'chanhvanphong.bienhoa', 'chutich.bienhoa', 'phochutich.bienhoa', 'vanthu.bienhoa', 'giamdoc.bienhoa'].map(officer);
    for (const step of steps) {
      // Nothing of this changes the dossier: they may try side by side.
      await Promise.all(everyone.map(async (who) => {
        const seen = await who.get<DossierDto>(`/api/dossiers/${id}`);
        if (seen.status === 404) return;
        const offered = new Set(seen.body.acts.map((each) => each.event));
        for (const other of EVENT_TYPES.filter((each) => !offered.has(each))) {
          const { status } = await tryAct(who, id, seen.body.version, other, { reason: 'to-complete', meets: true, note: 'x', recipient: 'x', items: [] });
          // 400: of an act that is not offered because there is nothing it could be done to, what it lacks is told first.
          expect(['moveVersion', 'acceptDeclared', 'askSourceAgain'].includes(other) ? [400, 403, 409] : [403, 409, 422]).toContain(status);
        }
        expect((await read(who, id)).version).toBe(seen.body.version);
      }));
      await preparation.go(id, [step]);
    }
  }, 240_000);

  test.each([['hotich.bienhoa', 'approve'], ['vanthu.bienhoa', 'approve'], ['tiepnhan.bienhoa', 'approve'], ['chutich.bienhoa', 'submitForApproval'], ['chutich.bienhoa', 'examine'], ['chanhvanphong.bienhoa', 'sendBack']])('%s may not %s: 403, and what is missing is named', async (login, event) => {
    const id = await preparation.receive();
    const { version } = await preparation.go(id, toApproval());
    const { status, body } = await tryAct(officer(login), id, version, event, { reason: 'draft-wrong-data', meets: true });
    expect([status, body.code]).toEqual([403, 'permission.missing']);
  });
});

describe('forged requests', () => {
  test.each([
    ['xstate.after.1000.dossier.filed', 400], ['xstate.init', 400], ['xstate.stop', 400], ['xstate.done.state.dossier', 400], ['', 400], ['__proto__', 400], ['*', 400],
    ['noticePeriodEnded', 422], ['deadlinePassed', 422], ['constructor', 422], ['toString', 422], ['hasOwnProperty', 422], ['HANDOVER', 422],
  ])('an act named "%s" is refused and leaves no trace', async (event, status) => {
    const clerk = officer('tiepnhan.bienhoa');
    const before = await read(clerk, own.id);
    const answer = await tryAct(clerk, own.id, before.version, event);
    expect([answer.status, answer.body.code]).toEqual([status, status === 400 ? 'request.invalid' : 'act.unknown']);
    expect(await read(clerk, own.id)).toEqual(before);
  });

  test.each([['dueAt', '2030-01-01'], ['status', 10], ['actor', 'chutich.bienhoa'], ['skipValidation', true], ['holderUnit', 'c26068'], ['principal', { kind: 'system' }]])('nobody sets "%s" by adding it to an act', async (name, value) => {
    const { status, body } = await tryAct(officer('tiepnhan.bienhoa'), own.id, 1, 'handOver', { [name]: value });
    expect([status, body.code, body.fields?.[0]?.pointer]).toEqual([400, 'request.invalid', `/${name}`]);
  });

  test('no header makes somebody of another unit', async () => {
    const answer = await fetch(`${desk.url}/api/dossiers/${own.id}`, {
      headers: { 'user-agent': AGENT, cookie: (await officerSession('tiepnhan.trangbom')).cookie, 'x-unit': 'c26068.centre', 'x-tenant': 'c26068', 'x-user': 'tiepnhan.bienhoa', 'x-forwarded-user': 'system' },
    });
    expect(answer.status).toBe(404);
  });

  test('no identity number stands in an address of the interface', () => {
    const parameters = Object.values(openApiDocument(desk.app).paths).flatMap((item) => Object.values(item as Record<string, { parameters?: Array<{ name: string; in: string }> }>))
      .flatMap(({ parameters: each = [] }) => each).filter((each) => each.in !== 'header').map(({ name }) => name);
    expect(parameters.filter((name) => /personal|identity|phone|owner|name/i.test(name))).toEqual([]);
  });
});
