import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import type { OnceOnlyReportDto } from '../../apps/desk/src/reports/once-only.dto.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, MATTERS, PEOPLE, cast, fillInAtCounter, findPerson, intakeBody, read, receiveAtCounter } from '../support/steps.js';

jest.setTimeout(120_000);

const NOV = 'from=2026-11&to=2026-11';
const CENTRE = 'c26068.centre';
let desk: TestDesk;
let people: ReturnType<typeof cast>;
/** Everything offered was agreed to; one offer declined and one contradicted. */
let agreed: string;
let contrary: string;

const report = async (login: string, query = NOV): Promise<OnceOnlyReportDto> => {
  const { status, body } = await desk.officer(login).get<OnceOnlyReportDto>(`/api/reports/once-only?${query}`);
  expect(status).toBe(200);
  return body;
};

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
  agreed = (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;
  const { id } = await findPerson(people.clerk, PEOPLE.divorced.personalId);
  const filled = await fillInAtCounter(people.clerk, MARITAL_STATUS, id, { ...MATTERS[MARITAL_STATUS]!.answers, maritalStatus: 'divorced', personAddress: 'Số 1 đường Mới, phường Biên Hoà, thành phố Đồng Nai' });
  const body = intakeBody(MARITAL_STATUS, id, filled) as { offers: Array<{ pointer: string; agreed: boolean }> };
  const offers = [...body.offers.map((offer) => (offer.pointer === '/personEthnicity' ? { ...offer, agreed: false } : offer)), { pointer: '/personAddress', agreed: false }];
  const { status, body: made } = await people.clerk.post<{ dossierId: string }>('/api/counter/intake', { ...body, offers });
  expect([status, made]).toMatchObject([200, {}]);
  contrary = made.dossierId;
  await desk.moveTo('2026-12-01T08:30');
  await receiveAtCounter(people.clerk, MARITAL_STATUS, { commandId: newId(), dossierId: newId() });
});
afterAll(() => desk?.stop());

describe('the once-only score', () => {
  test('stands on the page of its dossier: nothing of what was offered and agreed to was asked', async () => {
    const { onceOnly, answers } = await read(people.clerk, agreed);
    const all = answers.flatMap((group) => group.answers);
    expect(onceOnly.fields).toEqual({ needed: all.length, notAsked: all.filter(({ source }) => source !== undefined).length, refused: 0, mismatched: 0 });
    expect(onceOnly.fields.notAsked).toBeGreaterThanOrEqual(7);
    expect(onceOnly.papers).toEqual({ needed: 0, notAsked: 0, refused: 0, mismatched: 0 });
  });

  test('what is declined is asked and counted as refused, what is declared otherwise as mismatched; a judgment brought although it is on file as refused', async () => {
    const { onceOnly } = await read(people.clerk, contrary);
    expect([onceOnly.fields.refused, onceOnly.fields.mismatched, onceOnly.classes.population!.refused]).toEqual([2, 1, 2]);
    expect(onceOnly.papers).toEqual({ needed: 1, notAsked: 0, refused: 1, mismatched: 0 });
  });

  test('is kept as the records make it', async () => {
    const kept = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one(
      'select fields_needed, fields_not_asked, fields_refused, fields_mismatched, papers_needed, papers_not_asked, papers_refused, classes from once_only_score where dossier_id = $1', [contrary]));
    const { fields, papers, classes } = (await read(people.clerk, contrary)).onceOnly;
    expect(kept).toEqual({
      fields_needed: fields.needed, fields_not_asked: fields.notAsked, fields_refused: fields.refused, fields_mismatched: fields.mismatched,
      papers_needed: papers.needed, papers_not_asked: papers.notAsked, papers_refused: papers.refused, classes,
    });
  });
});

describe('the report', () => {
  test('opens from the procedure to the unit, the month and the dossiers, and the figures of each level add up to those above', async () => {
    const all = await report('chutich.bienhoa');
    expect([all.level, all.totals.count, all.rows.map(({ key, count }) => [key, count])]).toEqual(['procedure', 2, [[MARITAL_STATUS, 2]]]);
    const units = await report('chutich.bienhoa', `${NOV}&procedure=${MARITAL_STATUS}`);
    expect([units.level, units.rows.map(({ key }) => key)]).toEqual(['unit', [CENTRE]]);
    const months = await report('chutich.bienhoa', `from=2026-01&to=2026-12&procedure=${MARITAL_STATUS}&unit=${CENTRE}`);
    expect([months.level, months.rows.map(({ key, count, name }) => [key, count, name.vi])]).toEqual(['month', [['2026-11', 2, '11/2026'], ['2026-12', 1, '12/2026']]]);
    const dossiers = await report('chutich.bienhoa', `${NOV}&procedure=${MARITAL_STATUS}&unit=${CENTRE}&month=2026-11`);
    expect([dossiers.level, dossiers.rows.map(({ key }) => key).toSorted()]).toEqual(['dossier', [agreed, contrary].toSorted()]);
    expect(dossiers.totals).toEqual(all.totals);
    expect(units.totals).toEqual(all.totals);
    for (const what of ['needed', 'notAsked', 'refused', 'mismatched'] as const) {
      expect(dossiers.rows.reduce((sum, { fields }) => sum + fields[what], 0)).toBe(all.totals.fields[what]);
    }
  });

  test('shows nobody what they may not see: another commune has nothing, a clerk no report', async () => {
    const theirs = await report('chutich.trangbom', `${NOV}&procedure=${MARITAL_STATUS}&unit=${CENTRE}&month=2026-11`);
    expect([theirs.totals.count, theirs.rows]).toEqual([0, []]);
    expect((await people.clerk.get('/api/reports/once-only')).status).toBe(403);
    expect((await people.clerk.get('/api/reports/once-only.csv')).status).toBe(403);
  });

  test('as a file it has a byte order mark, the totals last, and no person in it', async () => {
    const answer = await desk.officer('chutich.bienhoa').bytes(`/api/reports/once-only.csv?${NOV}&procedure=${MARITAL_STATUS}&unit=${CENTRE}&month=2026-11`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200, 'text/csv; charset=utf-8', expect.stringContaining(`filename="hoi-mot-lan-${MARITAL_STATUS}-2026-11.csv"`)]);
    expect(answer.body.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    const text = new TextDecoder().decode(answer.body);
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    const { totals: { fields } } = await report('chutich.bienhoa');
    expect(lines.at(-1)).toBe(`,Cộng,,2,${fields.needed},${fields.notAsked},2,1,1,0,1`);
    for (const { name, personalId } of [PEOPLE.single, PEOPLE.divorced]) expect([text.includes(name), text.includes(personalId)]).toEqual([false, false]);
  });

  test.each(['from=2026-13', 'month=11', 'procedure=x', 'unit='.padEnd(80, 'x')])('refuses "%s"', async (query) => {
    expect((await desk.officer('chutich.bienhoa').get(`/api/reports/once-only?${query}`)).status).toBe(400);
  });
});
