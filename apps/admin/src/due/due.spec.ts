import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runCommand } from '../run-command.js';

const run = promisify(execFile);
const DAY = ['07:30-11:30', '13:00-17:00'];
const WEEK = { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY };

describe('the commands due and worked', () => {
  let folder: string;
  let calendars = 0;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'calendar-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function calendar(content: unknown): string {
    const file = path.join(folder, `calendar-${(calendars += 1)}.json`);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  }

  interface Told { readonly code: number; readonly out: string; readonly fault: string }

  /** Runs a command in this process, as the program's entry does: a process of its own takes most of a second. */
  async function command(...args: readonly string[]): Promise<Told> {
    const told = { out: '', fault: '' };
    const spies = ([['out', process.stdout], ['fault', process.stderr]] as const).map(([name, stream]) => jest.spyOn(stream, 'write').mockImplementation((text) => {
      told[name] += String(text);
      return true;
    }));
    try {
      return { code: await runCommand(args), ...told };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  }

  /** Runs the real command as a process of its own. */
  async function processOf(...args: readonly string[]): Promise<Told> {
    try {
      const { stdout, stderr } = await run(process.execPath, ['--import', './test/support/source-loader.mjs', 'apps/admin/src/main.ts', ...args], { env: { PATH: process.env['PATH'] } });
      return { code: 0, out: stdout, fault: stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout, fault: stderr };
    }
  }

  async function due(content: unknown, received: string, limit: string, ends: string, ...pauses: readonly string[]): Promise<string> {
    const { code, out, fault } = await command('due', '--calendar', calendar(content), '--received', received, '--limit', limit, '--ends', ends, ...pauses.flatMap((pause) => ['--pause', pause]), '--json');
    return code === 0 ? (JSON.parse(out) as { due: string }).due : `${code}: ${fault.trim()}`;
  }

  test.each([
    ['2026-11-02T08:00', '3wd', 'same-time', [], '2026-11-05T08:00:00+07:00'],
    ['2026-11-02T08:00', '3wd', 'close-of-day', [], '2026-11-05T17:00:00+07:00'],
    ['2026-11-02T01:00:00Z', '3wd', 'same-time', [], '2026-11-05T08:00:00+07:00'],
    ['2026-11-02T17:00', '1wd', 'same-time', [], '2026-11-04T07:30:00+07:00'],
    ['2026-11-02T11:30', '16h', 'same-time', [], '2026-11-04T11:30:00+07:00'],
    ['2026-11-02T08:00', '2.5wd', 'same-time', [], '2026-11-04T13:30:00+07:00'],
    ['2026-11-06T16:00', '10d', 'close-of-day', [], '2026-11-16T17:00:00+07:00'],
    ['2026-01-31T09:00', '1m', 'close-of-day', [], '2026-03-02T17:00:00+07:00'],
    ['2026-11-02T08:00', '2wd+4h', 'same-time', [], '2026-11-04T13:30:00+07:00'],
    ['2026-11-02T15:00', '15:00', 'same-time', [], '2026-11-03T17:00:00+07:00'],
    ['2026-11-02T08:00', '3wd', 'same-time', ['2026-11-01T00:00/2026-11-02T09:00'], '2026-11-05T09:00:00+07:00'],
    ['2026-11-02T08:00', '3wd', 'same-time', ['2026-11-03T16:00/2026-11-04T08:00', '2026-11-03T16:30/2026-11-03T20:00'], '2026-11-05T09:30:00+07:00'],
    ['2040-11-02T08:00', '3wd', 'same-time', [], '2040-11-07T08:00:00+07:00'],
  ])('date what was received %s within %s, %s', async (received, limit, ends, pauses, expected) => {
    expect(await due({ hours: WEEK, days: [] }, received, limit, ends, ...pauses)).toBe(expected);
  });

  test('know holidays, days off in lieu, half days and swapped days of the file', async () => {
    const days = [
      { date: '2026-11-03', kind: 'holiday' }, { date: '2026-11-04', kind: 'comp-off' }, { date: '2026-11-05', kind: 'day-off', hours: ['07:30-11:30'] },
      { date: '2026-11-06', kind: 'day-off' }, { date: '2026-11-07', kind: 'swap-work' }, { date: '2026-11-08', kind: 'swap-work', hours: ['08:00-10:00'] },
    ];
    const file = { hours: { ...WEEK, sat: ['07:30-11:30'] }, days };
    expect(await due(file, '2026-11-02T13:00', '1wd', 'close-of-day')).toBe('2026-11-05T11:30:00+07:00');
    expect(await due(file, '2026-11-02T13:00', '2wd', 'close-of-day')).toBe('2026-11-07T17:00:00+07:00');
    expect(await due(file, '2026-11-02T13:00', '3wd', 'close-of-day')).toBe('2026-11-08T10:00:00+07:00');
    expect(await due(file, '2026-11-02T16:00', '6h', 'same-time')).toBe('2026-11-07T08:30:00+07:00');
  });

  test('explain each line, and in words without --json', async () => {
    const file = calendar({ hours: WEEK, days: [{ date: '2026-11-03', kind: 'holiday', nameVi: 'Ngày lễ', nameEn: 'Holiday', source: '1/QĐ-UBND' }] });
    const args = ['due', '--calendar', file, '--received', '2026-11-02T16:00', '--limit', '2h', '--ends', 'same-time'];
    const { due: at, explanation } = JSON.parse((await command(...args, '--json')).out) as { due: string; explanation: Array<Record<string, unknown>> };
    expect(at).toBe('2026-11-04T08:30:00+07:00');
    expect(explanation.map(({ date, kind, from, to, minutes }) => [date, kind, from, to, minutes])).toEqual([
      ['2026-11-02', 'start', '16:00', '16:00', undefined],
      ['2026-11-02', 'counted', '16:00', '17:00', 60],
      ['2026-11-03', 'skipped', undefined, undefined, undefined],
      ['2026-11-04', 'counted', '07:30', '08:30', 60],
      ['2026-11-04', 'end', '08:30', '08:30', undefined],
    ]);
    expect(explanation[2]).toMatchObject({ source: { vi: '1/QĐ-UBND' }, text: { vi: 'Thứ Ba 03/11/2026: nghỉ lễ Ngày lễ (1/QĐ-UBND)' } });
    expect((await command(...args)).out.split('\n')).toContain('Tuesday 03/11/2026: public holiday, Holiday (1/QĐ-UBND)');
  });

  test('measure open hours', async () => {
    const file = calendar({ hours: { ...WEEK, sat: ['07:30-11:30'] }, days: [{ date: '2026-11-04', kind: 'holiday' }] });
    const hours = async (from: string, to: string): Promise<unknown> => JSON.parse((await command('worked', '--calendar', file, '--from', from, '--to', to, '--json')).out);
    expect(await hours('2026-11-02T08:00', '2026-11-05T09:00')).toEqual({ hours: 17 });
    expect(await hours('2026-11-06T16:30', '2026-11-09T07:45')).toEqual({ hours: 4.75 });
    expect(await hours('2026-11-02T17:00', '2026-11-03T07:30')).toEqual({ hours: 0 });
  });

  test.each([
    ['no JSON', '{', /is not JSON/],
    ['no hours', { days: [] }, /has no "hours"/],
    ['hours on no day', { hours: { mon: [] }, days: [] }, /opens on no weekday/],
    ['no days', { hours: WEEK }, /has no list "days"/],
    ['an unknown kind', { hours: WEEK, days: [{ date: '2026-11-02', kind: 'party' }] }, /The kind "party" of 2026-11-02 is not known/],
    ['an unknown weekday', { hours: { monday: DAY }, days: [] }, /"monday" in "hours" is no weekday/],
    ['a date that is none', { hours: WEEK, days: [{ date: '2026-02-30', kind: 'holiday' }] }, /"2026-02-30" in "days" is no date/],
    ['a date twice', { hours: WEEK, days: [{ date: '2026-11-02', kind: 'holiday' }, { date: '2026-11-02', kind: 'swap-work' }] }, /stands twice/],
    ['hours that overlap', { hours: { mon: ['07:30-11:30', '11:00-12:00'] }, days: [] }, /The office hours .* are not right/],
    ['hours of a day that end before they begin', { hours: WEEK, days: [{ date: '2026-11-03', kind: 'swap-work', hours: ['11:30-07:30'] }] }, /The office hours "11:30-07:30" are not right/],
    ['a year not loaded', { hours: WEEK, days: [], years: [2025] }, /has no holidays of 2026/],
  ])('refuse a file with %s', async (_, content, sentence) => {
    const answer = await due(content, '2026-11-02T08:00', '3wd', 'same-time');
    expect(answer).toMatch(/^1: /);
    expect(answer).toMatch(sentence);
  });

  test.each([
    ['2026-11-02', '3wd', 'same-time', [], /no moment like/],
    ['2026-13-02T08:00', '3wd', 'same-time', [], /no moment like/],
    ['2026-11-02T08:00', '3', 'same-time', [], /The time limit "3" is not right/],
    ['2026-11-02T08:00', '0wd', 'same-time', [], /The time limit .* is not right/],
    ['2026-11-02T08:00', '1.3d', 'same-time', [], /The time limit .* is not right/],
    ['2026-11-02T08:00', '3wd', 'noon', [], /"noon" is no end of a limit/],
    ['2026-11-02T08:00', '3wd', 'same-time', ['2026-11-03T09:00/2026-11-03T08:00'], /ends before it begins/],
    ['2026-11-02T08:00', '3wd', 'same-time', ['2026-11-03T09:00'], /is no pause/],
    ['2026-11-02T08:00', '3wd', 'same-time', ['2026-11-03T09:00/'], /is no pause/],
  ])('refuse %s, %s, %s, %j', async (received, limit, ends, pauses, sentence) => {
    const answer = await due({ hours: WEEK, days: [] }, received, limit, ends, ...pauses);
    expect(answer).toMatch(/^1: /);
    expect(answer).toMatch(sentence);
  });

  test('refuse what is missing, not known or the wrong way round', async () => {
    const file = calendar({ hours: WEEK, days: [] });
    expect(await command('due', '--calendar', file, '--limit', '3wd', '--ends', 'same-time')).toEqual({ code: 1, out: '', fault: '--received is missing.\n' });
    expect(await command('due', '--calender', file)).toMatchObject({ code: 1, out: '', fault: expect.stringContaining("Unknown option '--calender'") });
    expect(await command('due', '--calendar', path.join(folder, 'none.json'), '--received', '2026-11-02T08:00', '--limit', '3wd', '--ends', 'same-time')).toMatchObject({ code: 1, out: '' });
    expect(await command('worked', '--calendar', file, '--from', '2026-11-03T08:00', '--to', '2026-11-02T08:00')).toEqual({ code: 1, out: '', fault: '--to is earlier than --from.\n' });
  });

  describe('as processes of their own', () => {
    const ASKED = ['--received', '2026-11-02T08:00', '--limit', '3wd', '--ends', 'same-time'];

    test.each([
      ['a date', 0, ['due', ...ASKED], { hours: WEEK, days: [] }],
      ['a date for programs', 0, ['due', ...ASKED, '--json'], { hours: WEEK, days: [] }],
      ['open hours', 0, ['worked', '--from', '2026-11-02T08:00', '--to', '2026-11-05T09:00'], { hours: WEEK, days: [] }],
      ['a file that is refused', 1, ['due', ...ASKED], '{'],
      ['a calendar that cannot answer', 1, ['due', ...ASKED], { hours: WEEK, days: [], years: [2025] }],
      ['a limit that is none', 1, ['due', ...ASKED.with(3, '0wd')], { hours: WEEK, days: [] }],
      ['a moment that is none', 1, ['due', ...ASKED.with(1, '2026-11-02')], { hours: WEEK, days: [] }],
      ['an option that is missing', 1, ['due', ...ASKED.slice(2)], { hours: WEEK, days: [] }],
      ['an option that is not known', 1, ['due', '--calender', 'x'], { hours: WEEK, days: [] }],
      ['moments the wrong way round', 1, ['worked', '--from', '2026-11-03T08:00', '--to', '2026-11-02T08:00'], { hours: WEEK, days: [] }],
      ['a command that is not known', 2, ['dew'], { hours: WEEK, days: [] }],
    ])('end with %s by the code %i and the same words', async (_, code, args, content) => {
      const whole = [...args, '--calendar', calendar(content)];
      const told = await processOf(...whole);
      expect(told.code).toBe(code);
      expect(told).toEqual(await command(...whole));
      expect([told.out === '', told.fault === '']).toEqual(code === 0 ? [false, true] : [true, false]);
    });
  });
});
