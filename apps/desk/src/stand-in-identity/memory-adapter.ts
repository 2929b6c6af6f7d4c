import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  /** Milliseconds of the epoch. */
  readonly until: number;
}

/** Entries of a whole demonstration day; beyond that the oldest go. */
const MOST_ENTRIES = 5_000;

/** What the provider remembers, as long as the process lives: one store for all kinds of things it keeps. */
export function memoryAdapter(): AdapterFactory {
  const entries = new Map<string, Entry>();
  return (kind) => new MemoryAdapter(kind, entries);
}

class MemoryAdapter implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly entries: Map<string, Entry>,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const [oldest] = this.entries.keys();
    if (this.entries.size >= MOST_ENTRIES && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(this.key(id), { payload, until: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.entries.get(this.key(id));
    if (entry && entry.until > Date.now()) return entry.payload;
    this.entries.delete(this.key(id));
    return undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findBy((payload) => payload.userCode === userCode);
  }

  /** A code is good once: the provider refuses what was consumed. */
  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.entries) if (payload.grantId === grantId) this.entries.delete(key);
  }

  private findBy(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload, until }] of this.entries) {
      if (key.startsWith(`${this.kind}:`) && until > Date.now() && matches(payload)) return payload;
    }
    return undefined;
  }

  private key(id: string): string {
    return `${this.kind}:${id}`;
  }
}
