import { readdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SYSTEM, type DatabasePrincipal } from '@app/database';
import { drawDemonstrationSeal, judgePaper, signPaper, writePkcs12 } from '@app/documents';
import { newId } from '@app/kernel';
import type { KeyOwner } from './index.js';
import { openSigningOffice, renderReserved, type SigningOffice } from './testing/signing-office.js';

const SECRET = 'mật khẩu-không-ai-biết-93';

describe('signing keys', () => {
  let office: SigningOffice;
  let chairman: KeyOwner;
  let seal: KeyOwner;
  const image = drawDemonstrationSeal('Đơn vị thử');

  beforeAll(async () => {
    office = await openSigningOffice();
    chairman = { kind: 'officer', id: office.officerId };
    seal = { kind: 'unit', id: office.unitId };
  }, 120_000);
  afterAll(() => office?.close());

  const file = async (name: string, secret = SECRET): Promise<Uint8Array> => writePkcs12(await office.certify(name), [office.authority.certificate.raw], secret, 2000);
  const add = (owner: KeyOwner, bytes: Uint8Array, more: { secret?: string; replaces?: string; image?: Uint8Array; at?: Temporal.Instant } = {}): Promise<string> =>
    office.database.transaction(SYSTEM, (tx) => office.open().registry.add(tx, { owner, key: { provider: 'pkcs12', file: bytes }, secret: SECRET, by: office.officerId, at: office.now, ...more }));
  const holds = (owner: KeyOwner, at = office.now, principal: DatabasePrincipal = { kind: 'officer', officerId: newId(), units: [] }): Promise<boolean> =>
    office.database.transaction(principal, (tx) => office.open().keys.holdsKey(tx, owner, at));
  const faultOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'none', (error: unknown) => (error as { fault?: string }).fault ?? String(error));

  test('of nobody: nothing is held and nothing opens', async () => {
    expect([await holds(chairman), await holds(seal)]).toEqual([false, false]);
    expect(await faultOf(office.open().keys.open(chairman, office.now))).toBe('key-refused');
    expect(await office.open().keys.authorities()).toEqual([]);
  });

  test('a file that does not open with its password is not registered and leaves nothing behind', async () => {
    const bytes = await file('Lê Thị Thử');
    expect(await faultOf(add(chairman, bytes, { secret: 'sai' }))).toBe('key-refused');
    expect(await faultOf(add(chairman, Buffer.from('không phải khoá')))).toBe('key-refused');
    await expect(add(chairman, bytes, { image: Buffer.from('GIF89a') })).rejects.toThrow('The picture of a seal or signature must be a PNG file with eight bits a colour.');
    expect(readdirSync(office.folder).filter((name) => name.endsWith('.p12'))).toEqual([]);
    expect(await holds(chairman)).toBe(false);
  });

  test('of a person and of an agency sign a paper that is genuine', async () => {
    await add(chairman, await file('Lê Thị Thử'));
    await add(seal, await file('Đơn vị thử'), { image });
    expect([await holds(chairman), await holds(seal)]).toEqual([true, true]);
    const { keys } = office.open();
    const bytes = await renderReserved(office.now);
    const person = await keys.open(chairman, office.now);
    const agency = await keys.open(seal, office.now);
    expect([person.name, person.image, agency.name]).toEqual(['Lê Thị Thử', undefined, 'Đơn vị thử']);
    const signed = await signPaper(bytes, { field: 'signature', signer: person.signer, at: office.now, look: { lines: [person.name], size: 10 } });
    const sealed = await signPaper(signed, { field: 'seal', signer: agency.signer, at: office.now, look: { image: agency.image!, size: 8 } });
    const judged = await judgePaper(sealed, await keys.authorities());
    expect([judged.verdict, ...judged.signatures.map(({ signer }) => signer)]).toEqual(['genuine', 'Lê Thị Thử', 'Đơn vị thử']);
  });

  test('lie in files only their owner reads, and their passwords nowhere in the database', async () => {
    const files = readdirSync(office.folder).filter((name) => name.endsWith('.p12'));
    expect(files.map((name) => statSync(path.join(office.folder, name)).mode & 0o777)).toEqual([0o600, 0o600]);
    const rows = await office.asOwner.transaction(SYSTEM, (tx) => tx.rows<Record<string, unknown>>('select * from signing_key'));
    expect(rows).toHaveLength(2);
    for (const value of rows.flatMap((row) => Object.values(row))) expect(Buffer.isBuffer(value) ? value.includes(SECRET) : JSON.stringify(value).includes(SECRET)).toBe(false);
  });

  test('an officer reads no row of them, and in the view none of strangers, the secret never', async () => {
    const seen = (principal: DatabasePrincipal, table: string): Promise<Array<Record<string, unknown>>> => office.database.transaction(principal, (tx) => tx.rows(`select * from ${table}`));
    for (const kind of ['officer', 'citizen', 'public'] as const) expect(await seen({ kind, officerId: office.officerId, units: [office.unitId] }, 'signing_key')).toEqual([]);
    expect(await seen({ kind: 'officer', officerId: newId(), units: [] }, 'signing_key_shown')).toEqual([]);
    expect(await seen({ kind: 'citizen' }, 'signing_key_shown')).toEqual([]);
    const [own] = await seen({ kind: 'officer', officerId: office.officerId, units: [] }, 'signing_key_shown');
    expect(Object.keys(own!)).toEqual(['id', 'officer_id', 'unit_id', 'provider', 'subject', 'issuer', 'valid_from', 'valid_until', 'has_image', 'added_at', 'added_by', 'revoked_at', 'revoked_by', 'revoked_reason']);
    expect((await seen({ kind: 'officer', officerId: newId(), units: [office.unitId] }, 'signing_key_shown')).map(({ unit_id: unit }) => unit)).toEqual([office.unitId]);
  });

  test('nobody changes a row: not through the table, not through the view, and revoked it stays revoked', async () => {
    const denied = async (sql: string): Promise<unknown> => office.database.transaction(SYSTEM, (tx) => tx.execute(sql)).then(() => 'allowed', (error: { driverError?: { code?: string } }) => error.driverError?.code);
    expect(await Promise.all([
      'update signing_key set sealed_secret = image', 'delete from signing_key', 'truncate signing_key', 'update signing_key_shown set subject = issuer', 'delete from signing_key_shown',
    ].map(denied))).toEqual(['42501', '42501', '42501', '42501', '42501']);
  });

  test('one is in force per owner: the next one says why it replaces it', async () => {
    await expect(add(chairman, await file('Lê Thị Thử'))).rejects.toThrow(/has the key .* already; say why it is replaced, or revoke it first/);
    const { keyId: before } = await office.open().keys.open(chairman, office.now);
    const next = await add(chairman, await file('Lê Thị Thử'), { replaces: 'Chứng thư mới' });
    expect((await office.open().keys.open(chairman, office.now)).keyId).toBe(next);
    const listed = await office.database.transaction(SYSTEM, (tx) => office.open().registry.list(tx));
    expect(listed.map(({ id, ownerName, addedBy, revoked }) => [id === next || id === before, ownerName, addedBy, revoked?.reason])).toEqual([
      [false, 'Đơn vị thử', 'Lê Thị Thử', undefined], [true, 'Lê Thị Thử', 'Lê Thị Thử', undefined], [true, 'Lê Thị Thử', 'Lê Thị Thử', 'Chứng thư mới'],
    ]);
    expect(listed[2]!.id).toBe(before);
    await expect(office.database.transaction(SYSTEM, (tx) => tx.execute(`update signing_key set revoked_reason = 'khác' where id = $1`, [before]))).rejects.toThrow('a revoked key stays as it is');
  });

  test('hold from the first moment of their certificate to before its last, and no longer than they are in force', async () => {
    expect([await holds(chairman, office.now.subtract({ hours: 25 })), await holds(chairman, office.now.add({ hours: 24 * 366 }))]).toEqual([false, false]);
    expect(await faultOf(office.open().keys.open(chairman, office.now.add({ hours: 24 * 366 })))).toBe('key-refused');
    const { keys, registry } = office.open();
    const { keyId } = await keys.open(chairman, office.now);
    await office.database.transaction(SYSTEM, (tx) => registry.revoke(tx, { id: keyId, by: office.officerId, at: office.now.add({ minutes: 1 }), reason: 'Nghỉ việc' }));
    expect([await holds(chairman), await holds(chairman, office.now.add({ minutes: 1 }))]).toEqual([true, false]);
    expect(await faultOf(keys.open(chairman, office.now))).toBe('key-refused');
    await expect(office.database.transaction(SYSTEM, (tx) => registry.revoke(tx, { id: keyId, by: office.officerId, at: office.now, reason: 'x' }))).rejects.toThrow('"keys list" names them');
    expect(await keys.authorities()).toHaveLength(1);
  });

  test('whose file is gone wait; whose secret was changed are refused; neither says the secret', async () => {
    const { keys } = office.open();
    const { keyId } = await keys.open(seal, office.now);
    const place = path.join(office.folder, `${keyId}.p12`);
    renameSync(place, `${place}.away`);
    const errors: unknown[] = [];
    const keep = (error: unknown): string => {
      errors.push(error);
      return (error as { fault: string }).fault;
    };
    expect(await keys.open(seal, office.now).then(() => 'opened', keep)).toBe('unreachable');
    renameSync(`${place}.away`, place);
    await office.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update signing_key set sealed_secret = set_byte(sealed_secret, 40, get_byte(sealed_secret, 40) # 1) where id = $1`, [keyId]));
    expect(await office.open().keys.open(seal, office.now).then(() => 'opened', keep)).toBe('key-refused');
    renameSync(path.join(office.folder, 'master.key'), path.join(office.folder, 'master.away'));
    expect(await office.open().keys.open(seal, office.now).then(() => 'opened', keep)).toBe('unreachable');
    renameSync(path.join(office.folder, 'master.away'), path.join(office.folder, 'master.key'));
    expect(errors).toHaveLength(3);
    expect(inspect(errors, { depth: 20 })).not.toContain(SECRET);
  });

  test('without the module of a token or a service there is none of those', async () => {
    const tried = office.database.transaction(SYSTEM, (tx) => office.open().registry.add(tx, { owner: chairman, key: { provider: 'pkcs11', reference: 'con dấu/01' }, secret: '1234', by: office.officerId, at: office.now }));
    expect(await faultOf(tried)).toBe('unreachable');
  });
});
