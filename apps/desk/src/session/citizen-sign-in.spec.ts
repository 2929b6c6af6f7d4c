import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { startStandInIdentity, type StandInIdentity } from '../stand-in-identity/start-stand-in-identity.js';
import { CITIZEN, startShellApp, type ShellApp } from '../testing/shell-app.js';

const PEOPLE = [
  { name: CITIZEN.name, personalId: CITIZEN.personalId, note: 'mẹ của hai con' },
  { name: 'Người Không <Có> Trong Dữ Liệu', personalId: '075190000999' },
];

let shell: ShellApp;
let standIn: StandInIdentity;

beforeAll(async () => {
  shell = await startShellApp({ OIDC_STAND_IN_PORT: String(await freePort()) });
  standIn = await startStandInIdentity(shell.configuration, PEOPLE);
}, 60_000);

afterAll(async () => {
  await standIn?.close();
  await shell?.stop();
}, 30_000);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A browser: one jar of cookies per host, redirects followed by hand. */
class Browser {
  private readonly desk = new Map<string, string>();
  private readonly provider = new Map<string, string>();

  async visit(url: string): Promise<{ status: number; location?: string; html: string }> {
    const answer = await shell.app.inject({ method: 'GET', url, headers: { 'user-agent': 'Mozilla/5.0', cookie: line(this.desk) } });
    for (const { name, value } of answer.cookies) this.desk.set(name, value);
    return { status: answer.statusCode, html: answer.body, ...(answer.headers.location !== undefined && { location: String(answer.headers.location) }) };
  }

  /** Follows the provider's redirects until a page or an address of the desk. */
  async atProvider(url: string, form?: Record<string, string>): Promise<{ url: string; html: string; status: number; policy: string }> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: line(this.provider) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      this.provider.set(name!, value!);
    }
    const location = answer.headers.get('location');
    const next = location === null ? undefined : new URL(location, url).href;
    if (next === undefined || next.startsWith(shell.configuration.publicUrl)) {
      return { url: next ?? url, html: await answer.text(), status: answer.status, policy: answer.headers.get('content-security-policy') ?? '' };
    }
    return this.atProvider(next);
  }

  async session(): Promise<Record<string, unknown>> {
    return JSON.parse((await this.visit('/api/session')).html) as Record<string, unknown>;
  }

  forget(name: string): void {
    this.desk.delete(name);
  }
}

const line = (jar: Map<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
const pathOf = (url: string) => url.slice(shell.configuration.publicUrl.length);

/** From the desk to the list of people; the address of the list's form. */
async function go(browser: Browser, returnTo = '/cong-dan/ho-so') {
  const { location } = await browser.visit(`/api/citizen/sign-in?return=${encodeURIComponent(returnTo)}`);
  return browser.atProvider(location!);
}

describe('a citizen signs in', () => {
  test('at the provider, by choosing who to be, and lands on the page they came from', async () => {
    const browser = new Browser();
    const list = await go(browser);
    expect(list.html).toContain(CITIZEN.name);
    expect(list.html).toContain('••••••••0001');
    expect(list.html).not.toContain(CITIZEN.personalId);
    const back = await browser.atProvider(list.url, { person: '0' });
    const landed = await browser.visit(pathOf(back.url));
    expect([landed.status, landed.location]).toEqual([302, '/cong-dan/ho-so']);
    expect(await browser.session()).toMatchObject({ kind: 'citizen', name: CITIZEN.name, csrf: expect.any(String) });
    expect(JSON.parse((await browser.visit('/api/probe/citizens')).html)).toEqual({ personId: CITIZEN.id });
    const [row] = await shell.database.transaction(SYSTEM, (tx) => tx.rows<{ assurance: string }>('SELECT assurance FROM session WHERE person_id = $1', [CITIZEN.id]));
    expect(row?.assurance).toBe('vn:eid:level-2');
  });

  test('a browser used before asks again who it is', async () => {
    const browser = new Browser();
    const first = await go(browser);
    await browser.visit(pathOf((await browser.atProvider(first.url, { person: '0' })).url));
    expect((await go(browser)).html).toContain('Chọn người để đăng nhập');
  });

  test('never lands on another site', async () => {
    const browser = new Browser();
    const list = await go(browser, 'https://evil.example/');
    const back = await browser.atProvider(list.url, { person: '0' });
    expect((await browser.visit(pathOf(back.url))).location).toBe('/');
  });

  test('an officer may not be called as a citizen and the reverse', async () => {
    const browser = new Browser();
    const list = await go(browser);
    await browser.visit(pathOf((await browser.atProvider(list.url, { person: '0' })).url));
    expect((await browser.visit('/api/probe/files/0190a000-0000-7000-8000-00000000000a')).status).toBe(403);
  });
});

describe('a sign-in that comes to nothing ends on a page with a way on', () => {
  test('someone who is not on file is sent to the counter', async () => {
    const browser = new Browser();
    const list = await go(browser);
    expect(list.html).toContain('Người Không &#60;Có&#62; Trong Dữ Liệu');
    const page = await browser.visit(pathOf((await browser.atProvider(list.url, { person: '1' })).url));
    expect(page.status).toBe(403);
    expect(page.html).toContain('Hãy đến quầy của Trung tâm để được hỗ trợ.');
    expect(page.html).toContain('Thử đăng nhập lại');
    expect(await browser.session()).toMatchObject({ kind: 'anonymous' });
  });

  test('someone who gives up there', async () => {
    const browser = new Browser();
    const list = await go(browser);
    const page = await browser.visit(pathOf((await browser.atProvider(list.url, { person: 'none' })).url));
    expect([page.status, page.html.includes('sign-in.interrupted')]).toEqual([403, true]);
  });

  test('a return without the cookie of its beginning, or used twice', async () => {
    const browser = new Browser();
    const list = await go(browser);
    const back = pathOf((await browser.atProvider(list.url, { person: '0' })).url);
    expect((await new Browser().visit(back)).html).toContain('sign-in.interrupted');
    expect((await browser.visit(back)).status).toBe(302);
    expect((await browser.visit(back)).html).toContain('sign-in.interrupted');
  });

  test('a return with another state', async () => {
    const browser = new Browser();
    const list = await go(browser);
    const back = pathOf((await browser.atProvider(list.url, { person: '0' })).url).replace(/state=[^&]+/, 'state=planted');
    expect((await browser.visit(back)).html).toContain('sign-in.interrupted');
  });

  test('a person who is not on the list does not exist', async () => {
    const browser = new Browser();
    const list = await go(browser);
    const page = await browser.visit(pathOf((await browser.atProvider(list.url, { person: '7' })).url));
    expect(page.html).toContain('sign-in.interrupted');
  });

  test('an outage of the provider, which ends by itself', async () => {
    await standIn.close();
    const browser = new Browser();
    const list = await browser.visit('/api/citizen/sign-in?return=/cong-dan');
    // What the provider said of itself was kept, so leaving works; coming back needs it.
    expect(list.status).toBe(302);
    const fresh = await startShellApp({ OIDC_STAND_IN_PORT: String(await freePort()) });
    try {
      const page = await fresh.app.inject({ method: 'GET', url: '/api/citizen/sign-in?return=/cong-dan' });
      expect([page.statusCode, page.body.includes('sign-in.provider-down'), page.body.includes('return=%2Fcong-dan')]).toEqual([502, true, true]);
      standIn = await startStandInIdentity(fresh.configuration, PEOPLE);
      expect((await fresh.app.inject({ method: 'GET', url: '/api/citizen/sign-in' })).statusCode).toBe(302);
    } finally {
      await fresh.stop();
    }
  }, 60_000);
});

describe('the stand-in', () => {
  test('answers a wrong way with a page, and lets its forms lead to the desk alone', async () => {
    await standIn.close();
    standIn = await startStandInIdentity(shell.configuration, PEOPLE);
    const answer = await fetch(`${shell.configuration.oidcIssuer}/interaction/nothing`);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Không tiếp tục được')]);
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self' http://localhost:3000; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  test('refuses to start in real use', async () => {
    const real = { ...shell.configuration, mode: 'production' as const };
    await expect(startStandInIdentity(real, PEOPLE)).rejects.toThrow('does not run in real use');
  });
});
