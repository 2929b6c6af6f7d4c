import { CSRF_HEADER } from '@app/access';

/** A browser on its way between the desk and the identity provider: a jar of cookies per site, redirects followed by hand. */
export class BrowserVisit {
  private readonly jars = new Map<string, Map<string, string>>();
  private csrf = '';

  constructor(private readonly deskUrl: string) {}

  /** Follows an address to the page it ends on. */
  async visit(address: string, form?: Record<string, string>): Promise<{ url: string; status: number; html: string }> {
    const url = new URL(address, this.deskUrl);
    const jar = this.jars.get(url.host) ?? new Map<string, string>();
    this.jars.set(url.host, jar);
    const answer = await fetch(url, {
      redirect: 'manual', headers: { cookie: lineOf(jar), 'user-agent': 'Mozilla/5.0' }, ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    const html = await answer.text();
    // A page of the browser part is where the way ends: tests run without it.
    if (location === null || location.startsWith('/cong-dan')) return { url: location ?? url.href, status: answer.status, html };
    return this.visit(new URL(location, url).href);
  }

  /** The session as the page asks for it; remembers the token that changing requests need. */
  async session(): Promise<{ kind: string; name?: string }> {
    const session = await this.json<{ kind: string; name?: string; csrf?: string }>('GET', '/api/session');
    this.csrf = session.body.csrf ?? '';
    return session.body;
  }

  /** A request as the page makes it. */
  async json<T>(method: string, address: string, body?: unknown): Promise<{ status: number; body: T }> {
    const answer = await this.send(method, address, body === undefined ? undefined : JSON.stringify(body), 'application/json');
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  }

  async upload<T>(address: string, name: string, bytes: Uint8Array): Promise<{ status: number; body: T }> {
    const form = new FormData();
    form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
    const answer = await this.send('POST', address, form);
    return { status: answer.status, body: (await answer.json()) as T };
  }

  async bytes(address: string): Promise<{ status: number; body: Uint8Array }> {
    const answer = await this.send('GET', address);
    return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
  }

  private send(method: string, address: string, body?: string | FormData, type?: string): Promise<Response> {
    const headers = { cookie: lineOf(this.jars.get(new URL(this.deskUrl).host) ?? new Map()), 'user-agent': 'Mozilla/5.0', [CSRF_HEADER]: this.csrf };
    return fetch(`${this.deskUrl}${address}`, {
      method, headers: { ...headers, ...(body === undefined || type === undefined ? {} : { 'content-type': type }) }, ...(body === undefined ? {} : { body }),
    });
  }
}

const lineOf = (jar: ReadonlyMap<string, string>): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
