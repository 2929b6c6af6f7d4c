import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CatalogueService, importLocalRules, parseLocalRules } from '@app/catalogue';
import { seedLocalRules } from '../../libs/demonstration/src/seed-local-rules.js';
import { SYSTEM } from '@app/database';
import { findOfficerByLogin } from '@app/organisation';
import { overlayText } from '../../apps/admin/src/commands/overlay.js';
import type { LocalRuleDto } from '../../apps/desk/src/admin/local-rules.dto.js';
import type { ProcedureDto } from '../../apps/desk/src/catalogue/catalogue.dto.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { cast, fileOnline, MARITAL_STATUS, PEOPLE, receiveAtCounter } from '../support/steps.js';

jest.setTimeout(120_000);

describe('the rules of a province as one file', () => {
  let desk: TestDesk;
  let other: TestDesk;
  let text: string;

  beforeAll(async () => {
    [desk, other] = await Promise.all([startTestDesk('2026-11-23T08:30'), startTestDesk('2026-11-23T08:30')]);
    await desk.asOwner.transaction(SYSTEM, (tx) => seedLocalRules(tx, desk.clock.now()));
    await desk.app.get(CatalogueService).refresh();
  });
  afterAll(async () => {
    await desk?.stop();
    await other?.stop();
  });

  const overlay = (of: TestDesk) => of.asOwner.transaction(SYSTEM, (tx) => overlayText(tx, 'p75'));
  const importInto = (of: TestDesk, file: string, logins = ['quantri', 'quantri2']) => of.asOwner.transaction(SYSTEM, async (tx) => {
    const [proposer, approver] = await Promise.all(logins.map(async (login) => (await findOfficerByLogin(tx, login))!.id));
    return importLocalRules(tx, parseLocalRules(file), of.app.get(CatalogueService).catalogue, { proposer: proposer!, approver: approver!, now: of.clock.now() });
  });

  test('the demonstration’s council sets the assumed amounts, marked as invented; online is free', async () => {
    const { fee } = await receiveAtCounter(cast(desk).clerk, MARITAL_STATUS);
    expect(fee).toMatchObject({ total: 15_000, lines: [{ amount: 15_000, layer: { layer: 'province', decision: expect.stringContaining('không có thật') } }] });
    const id = await fileOnline(desk.citizen(PEOPLE.single.personalId), MARITAL_STATUS);
    expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ total: number }>("select (fee ->> 'total')::int as total from dossier where id = $1", [id]))).toEqual({ total: 0 });
  });

  test('is the same over HTTP and by the command, to the byte', async () => {
    const [first, second] = [desk.officer('quantri'), desk.officer('quantri2')];
    const { body } = await first.post<LocalRuleDto>('/api/admin/local-rules', {
      unitId: 'p75', code: MARITAL_STATUS, communes: ['c26068', 'c26005'], decision: { number: '12/2026/QĐ-UBND', date: '2026-11-20', issuedBy: 'UBND thành phố Đồng Nai' },
      from: '2026-11-25', until: '2026-12-31', body: { limits: [{ parts: [{ value: 1.5, unit: 'working-days' }] }], note: { vi: 'Nhận cả sáng thứ Bảy.', en: 'Saturday mornings too.' } },
    });
    await second.post(`/api/admin/local-rules/${body.id}/approve`, {});
    text = await overlay(desk);
    expect(JSON.parse(text)).toMatchObject({ format: 'local-rules/1', province: 'p75' });
    expect(new TextDecoder().decode((await first.bytes('/api/admin/local-rules/export?unit=p75')).body)).toBe(text);
  });

  test('exported, imported into another desk and exported again it has not changed by a byte; once more, nothing happens', async () => {
    const { rules } = parseLocalRules(text);
    expect(await importInto(other, text)).toEqual({ added: rules.length, ended: 0, known: 0 });
    expect(await overlay(other)).toBe(text);
    expect(await importInto(other, text)).toEqual({ added: 0, ended: 0, known: rules.length });
    expect(await other.app.get(CatalogueService).refreshIfChanged()).toBe(true);
    await other.moveTo('2026-11-25T08:30');
    const { values } = (await other.anonymous().get<ProcedureDto>(`/api/procedures/${MARITAL_STATUS}?commune=c26068`)).body;
    expect(values[0]).toMatchObject({ kind: 'limit', text: { vi: expect.stringContaining('1,5 ngày làm việc') }, layer: { decision: '12/2026/QĐ-UBND' } });
  });

  test('a rule the file ends earlier is ended', async () => {
    const earlier = text.replace('"until": "2026-12-31"', '"until": "2026-11-30"');
    expect(await importInto(other, earlier)).toMatchObject({ added: 0, ended: 1 });
    expect(await overlay(other)).toBe(earlier);
  });

  test('one person alone cannot bring rules in, nor can a file what could not be proposed', async () => {
    const fresh = text.replaceAll('12/2026/QĐ-UBND', '13/2026/QĐ-UBND');
    await expect(importInto(other, fresh, ['quantri', 'quantri'])).rejects.toMatchObject({ code: 'permission.four-eyes' });
    await expect(importInto(other, fresh.replace('"value": 1.5', '"value": 4'))).rejects.toMatchObject({ code: 'local-rule.lengthened' });
    expect(await overlay(other)).not.toContain('13/2026/QĐ-UBND');
  });
});
