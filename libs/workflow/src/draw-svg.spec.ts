import { describe, expect, test } from '@jest/globals';
import { compile, type DossierMachine } from './compile.js';
import type { StoredValue } from './decide.js';
import { heightOf, type Wording } from './draw-svg-content.js';
import { layOut } from './draw-svg-layout.js';
import { makePicture } from './draw-svg-picture.js';
import { widthOf } from './draw-svg-text.js';
import { unitWords, type DrawingLanguage } from './draw-svg-words.js';
import { drawSvg } from './draw-svg.js';
import type { ProcessDefinition, ProcessStep } from './process-definition.js';
import { BIRTH, LAND } from './sample-processes.js';

const day = { value: 1, unit: 'working-days' } as const;
const base = { unit: 'commune/justice', role: 'case-officer', within: day, basis: 'Điều 1' } as const;

/** A process with everything a process may have, and with long names. */
const RICH: ProcessDefinition = {
  ...BIRTH,
  steps: BIRTH.steps.flatMap((step): readonly ProcessStep[] => {
    if (step.kind === 'examine') {
      return [
        { ...step, duty: { name: { vi: 'Thuế', en: 'Tax' }, within: day, basis: 'Điều 2' }, name: { vi: 'Thẩm định hồ sơ, kiểm tra thực địa, đối chiếu quy hoạch phân khu đô thị', en: 'Appraisal' } },
        { ...base, id: 'consult', kind: 'consult', clock: 'running', name: { vi: 'Lấy ý kiến', en: 'Consultation' }, ask: [{ id: 'police', to: 'province/police', question: { vi: 'Ý kiến?', en: 'Opinion?' }, within: day, basis: 'Điều 3' }] },
        { ...base, id: 'post', kind: 'notice', clock: 'paused', posting: { value: 15, unit: 'calendar-days' }, name: { vi: 'Niêm yết', en: 'Posting' } },
      ];
    }
    if (step.kind === 'draft') return [step, { ...base, id: 'check', kind: 'check', clock: 'paused', name: { vi: 'Xem dự thảo', en: 'Look at the draft' } }];
    return [step];
  }),
};

const MACHINES: readonly (readonly [string, DossierMachine])[] = [['birth', compile(BIRTH)], ['land', compile(LAND)], ['everything', compile(RICH)]];
const LANGUAGES: readonly DrawingLanguage[] = ['vi', 'en'];
const EACH = MACHINES.flatMap(([name, machine]) => LANGUAGES.map((language) => [name, language, machine] as const));
const wording = (language: DrawingLanguage): Wording => ({ language, unitName: (unit) => unitWords(unit, language) });

interface Area { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
const overlap = (a: Area, b: Area): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(EACH)('The drawing of %s in %s', (_, language, machine) => {
  const picture = makePicture(machine);
  const layout = layOut(picture, wording(language));
  const labels = layout.arrows.map(({ from, to, label: { lines, x, y, anchor } }) => {
    const width = Math.max(...lines.map((line) => widthOf(line.text, line)));
    return { name: `${from} → ${to}`, x: anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2, y, width, height: heightOf(lines) };
  });

  test('has a box for every state, or names it among the ends', () => {
    const drawn = [...layout.boxes.map(({ path }) => path), ...picture.ends.map(({ path }) => path)];
    expect(drawn.toSorted()).toEqual([...machine.states.keys()].toSorted());
  });

  test('keeps every word inside its box', () => {
    const over = layout.boxes.flatMap(({ path, width, height, lines }) => (lines.some((line) => widthOf(line.text, line) > width - 20) || heightOf(lines) > height - 16 ? [path] : []));
    expect(over).toEqual([]);
  });

  test('lays no box and no label over another', () => {
    const areas = [...layout.boxes.map((box) => ({ name: box.path, ...box })), ...labels];
    const over = areas.flatMap((a, index) => areas.slice(index + 1).filter((b) => overlap(a, b)).map((b) => `${a.name} over ${b.name}`));
    expect(over).toEqual([]);
  });

  test('lets no arrow run through a box', () => {
    const through = layout.arrows.flatMap(({ from, to, points }) => points.slice(1).flatMap((end, index) => {
      const start = points[index] ?? end;
      const line = { x: Math.min(start.x, end.x) - 1, y: Math.min(start.y, end.y) - 1, width: Math.abs(start.x - end.x) + 2, height: Math.abs(start.y - end.y) + 2 };
      return layout.boxes.filter((box) => ![from, to].includes(box.path) && overlap(line, box)).map((box) => `${from} → ${to} through ${box.path}`);
    }));
    expect(through).toEqual([]);
  });

  test('says each way of the chart: by an arrow, in a box, or once beside', () => {
    const svg = drawSvg(machine, { language });
    expect(picture.inner.length + picture.outer.length).toBe(layout.arrows.length);
    for (const { words } of [...picture.inner, ...picture.outer]) for (const { [language]: act } of words) expect(svg.replaceAll(/<\/text><text[^>]*>/gu, ' ')).toContain(act.replaceAll("'", '&#39;'));
  });

  test('fits a page of 1366 pixels', () => {
    expect(Number(/ width="(\d+)"/u.exec(drawSvg(machine, { language }))?.[1])).toBeLessThanOrEqual(1290);
  });
});

const valueOf = (path: string): StoredValue => path.split('.').reduceRight<StoredValue | undefined>((inner, name) => (inner === undefined ? name : { [name]: inner }), undefined) ?? path;

describe('A drawing', () => {
  const way = ['filed', 'awaitingCompletion', 'filed', 'processing.transfer.ready', 'processing.transfer.sent', 'processing.examine.working'];
  const onTheWay = { language: 'vi', title: { vi: 'Đăng ký "khai sinh" & nhận con', en: 'Birth' }, current: { value: valueOf('processing.examine.working') }, visited: way.map(valueOf) } as const;
  const svg = drawSvg(BIRTH, onTheWay);
  const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;

  test('is the same text for the same process, as a definition or as a machine', () => {
    expect(drawSvg(compile(LAND), { language: 'vi' })).toBe(drawSvg(structuredClone(LAND), { language: 'vi' }));
  });

  test('marks the present state by a thick border and words, once', () => {
    expect(count(svg, '>Đang ở đây<')).toBe(1);
    expect(count(svg, 'stroke-width="4"/>')).toBe(1);
    expect(count(drawSvg(BIRTH, { language: 'vi' }), 'Đang ở đây')).toBe(0);
  });

  test('marks what was passed by ticks, and the arrows gone by thicker lines', () => {
    // Opened, filed, completed, transferred, sent; the present one has its own mark.
    expect(count(svg, '<circle')).toBe(5 + makePicture(compile(BIRTH)).general.length);
    expect(count(svg, 'marker-end="url(#passed)"')).toBe(6);
    expect(count(drawSvg(BIRTH, { language: 'vi' }), 'url(#passed)')).toBe(0);
  });

  test('draws a dossier received at once as one that waited for no time', () => {
    const atOnce = drawSvg(BIRTH, { language: 'vi', visited: [valueOf('processing.transfer.ready')] });
    expect(count(atOnce, 'marker-end="url(#passed)"')).toBe(2);
  });

  test('shows a stopped dossier at the end no arrow reaches', () => {
    expect(count(drawSvg(BIRTH, { language: 'vi', current: { value: 'stopped' } }), '>Đang ở đây<')).toBe(1);
  });

  test('draws a correction only for a procedure, or for a dossier that is in it', () => {
    const heading = '>Đính chính kết quả đã cấp<';
    expect(count(drawSvg(BIRTH, { language: 'vi' }), heading)).toBe(1);
    expect(count(svg, heading)).toBe(0);
    expect(count(drawSvg(BIRTH, { language: 'vi', current: { value: valueOf('correcting.draft.working') } }), heading)).toBe(1);
  });

  test('says in words what it shows, in its language, for whoever hears it', () => {
    expect(svg).toContain(' role="img" aria-labelledby="title description" lang="vi"');
    expect(svg).toContain('<title id="title">Sơ đồ quy trình: Đăng ký &quot;khai sinh&quot; &amp; nhận con</title>');
    expect(/<desc id="description">(.*)<\/desc>/u.exec(svg)?.[1]).toMatch(/^1\. Hồ sơ mới lập\. 2\. Chờ tiếp nhận\. 3\. Chuyển hồ sơ\. 4\. Thẩm tra\. .* Đang ở đây: Thẩm tra\.$/u);
  });

  test('holds nothing a strict content policy forbids, and nothing from elsewhere', () => {
    expect(svg).not.toMatch(/<script|<style|style=|class=|href|@import|<image|<foreignObject|\son\w+=/iu);
    expect(svg.match(/https?:\/\/[^"]+/gu)).toEqual(['http://www.w3.org/2000/svg']);
  });

  test('names the units as the desk does, where it is told how', () => {
    const named = drawSvg(BIRTH, { language: 'vi', unitName: (unit) => (unit === 'commune/justice' ? 'Văn phòng phường Biên Hòa' : 'Nơi khác') });
    expect(named).toContain('Văn phòng phường Biên Hòa');
    expect(named).not.toContain('Bộ phận tư pháp');
  });

  test('keeps out of the picture what a name must not bring in', () => {
    const steps = BIRTH.steps.map((step) => (step.id === 'examine' ? { ...step, name: { vi: '<script>alert(1)</script> & "x"', en: 'x' } } : step));
    const drawn = drawSvg({ ...BIRTH, steps }, { language: 'vi' });
    expect(drawn).not.toContain('<script');
    expect(drawn).toContain('&lt;script&gt;');
  });
});
