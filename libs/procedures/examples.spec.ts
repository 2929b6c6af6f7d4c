import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fieldSources, fillResult, findCase, loadCatalogue, requiredComponents, timeLimitFor, validateDeclaration, type Channel, type Declaration, type Procedure } from '@app/catalogue';
import { assessFee } from '@app/fees';
import { dataPath } from '@app/kernel';

interface Example {
  readonly name: string;
  readonly filedOn: string;
  readonly channel: Channel;
  readonly declaration: Declaration;
  readonly requires: readonly string[];
  readonly fee: number;
  readonly due: Record<string, unknown>;
}

const { procedures, groups } = loadCatalogue();
const get = (code: string): Procedure => procedures.find((procedure) => procedure.code === code)!;
const folders = readdirSync(dataPath('libs/procedures'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'standard' && !groups.some(({ code }) => entry.name.startsWith(code)));
const examplesOf = (folder: string): readonly Example[] =>
  JSON.parse(readFileSync(join(dataPath('libs/procedures'), folder, 'examples.json'), 'utf8')) as Example[];
const example = (code: string, index: number): Example => examplesOf(folders.find(({ name }) => name.startsWith(code))!.name)[index]!;

describe.each(folders.map(({ name }) => [name] as const))('worked examples of %s', (folder) => {
  const procedure = get(folder.slice(0, 8));

  test.each(examplesOf(folder).map((item) => [item.name, item] as const))('%s', (_, { declaration, filedOn, channel, requires, fee, due }) => {
    const assessed = validateDeclaration(procedure, declaration, filedOn);
    expect(assessed.faults).toEqual([]);
    expect(requiredComponents(procedure, assessed.declaration).filter(({ required }) => required).map(({ key }) => key)).toEqual(requires);
    expect(assessFee(procedure.fee, assessed.declaration, { channel }).total).toBe(fee);
    expect(timeLimitFor(procedure, assessed.declaration)).toMatchObject(due);
  });

  test('every example keeps each answer it gives: none of them is hidden', () => {
    for (const { declaration, filedOn } of examplesOf(folder)) {
      expect(validateDeclaration(procedure, declaration, filedOn).declaration).toMatchObject(declaration);
    }
  });

  test('the examples use every choice of every question a condition of the papers speaks of', () => {
    const used = new Set(examplesOf(folder).flatMap(({ requires }) => requires));
    const conditional = procedure.components.filter(({ required }) => typeof required === 'object').map(({ key }) => key);
    expect(conditional.filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('what the answers lead to', () => {
  test('the result of a birth registration is filled from the declaration, parents who are not named left out', () => {
    const birth = get('1.001193');
    const { declaration } = validateDeclaration(birth, example('1.001193', 4).declaration, '2026-11-23');
    expect(fillResult(birth, { declaration })).toEqual({
      child: {
        name: 'Nguyễn Hoàng Bảo Ngọc', born: '2026-11-18', sex: 'female', ethnicity: 'Kinh', nationality: 'Việt Nam',
        birthplace: 'Bệnh viện Đa khoa Đồng Nai, phường Tam Hiệp, thành phố Đồng Nai', hometown: 'phường Biên Hoà, thành phố Đồng Nai',
      },
      mother: { name: 'Trần Thị Mỹ Duyên', born: '1996-02-27', ethnicity: 'Kinh', nationality: 'Việt Nam', residence: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai' },
      declarant: { name: 'Lê Thị Hóa', identity: 'Số định danh cá nhân 075168120567' },
    });
  });

  test('a marital-status certificate says status and purpose in words, the more exact ones where they are known', () => {
    const marital = get('1.004873');
    const plain = fillResult(marital, { declaration: example('1.004873', 0).declaration });
    expect([plain['status'], plain['purpose']]).toEqual(['Chưa đăng ký kết hôn với ai', 'Vay vốn ngân hàng']);
    const toMarry = fillResult(marital, { declaration: example('1.004873', 1).declaration });
    expect(toMarry['purpose']).toBe('Đăng ký kết hôn với Lê Quang Khải, quốc tịch Việt Nam, giấy tờ số 075097000123, tại Ủy ban nhân dân phường Trảng Bom');
    const divorced = fillResult(marital, { declaration: example('1.004873', 2).declaration });
    expect(divorced['status']).toBe('Đã ly hôn với Vũ Thị Hương Giang theo bản án, quyết định số 215/2023/QĐST-HNGĐ; hiện chưa đăng ký kết hôn với ai');
  });

  test('a land certificate names its holders in a list and takes facts of the decision', () => {
    const land = get('1.012786');
    const model = fillResult(land, { declaration: example('1.012786', 0).declaration });
    expect(model['holders']).toEqual([{ name: 'Nguyễn Văn Hoá', identity: { kind: 'personal-id', number: '075071000456' }, address: 'Ấp Hòa Đồng, xã Định Quán, thành phố Đồng Nai' }]);
    expect(model['replaces']).toEqual({ serial: 'CX 418276', registerNumber: 'CS 07812', issuedOn: '2019-05-14', issuedBy: 'Ủy ban nhân dân huyện Định Quán' });
    const decided = { ...land, result: { ...land.result, data: [{ to: 'registerNumber', from: '/decision/number' }, { to: 'none', from: '/dossier/unknown/deep' }] } };
    expect(fillResult(decided, { declaration: {}, decision: { number: 'CS 1' } })).toEqual({ registerNumber: 'CS 1' });
  });

  test.each([
    [0, 'Người khuyết tật đặc biệt nặng', 2, 1],
    [1, 'Người khuyết tật nặng', 1.5, undefined],
    [2, 'Trẻ em không có nguồn nuôi dưỡng', 2.5, 2.5],
    [4, 'Trẻ em nhiễm HIV thuộc hộ nghèo', 2, undefined],
    [5, 'Người đơn thân thuộc hộ nghèo, cận nghèo đang nuôi con', 1, undefined],
    [6, 'Người cao tuổi thuộc hộ nghèo không có người phụng dưỡng', 3, 1.5],
    [10, 'Người khuyết tật nặng, đặc biệt nặng', undefined, undefined],
  ])('the rates of an allowance follow ground and age: example %i', (index, category, coefficient, care) => {
    const allowance = get('1.001776');
    const { declaration, filedOn } = example('1.001776', index);
    const model = fillResult(allowance, { declaration: validateDeclaration(allowance, declaration, filedOn).declaration }) as { category: string; standardLevel: number; coefficient?: number; care?: { coefficient?: number } };
    expect([model.category, model.standardLevel, model.coefficient, model.care?.coefficient]).toEqual([category, 500_000, coefficient, care]);
  });

  test('what an operator configures replaces the assumed standard level', () => {
    const assumed = loadCatalogue({ assumed: { '1.001776/standard-level': 650_000 } }).procedures.find(({ code }) => code === '1.001776')!;
    expect(fillResult(assumed, { declaration: example('1.001776', 0).declaration })['standardLevel']).toBe(650_000);
  });

  test('a copy of a marriage entry names both spouses, of a birth both parents', () => {
    const extract = get('2.000635');
    const birth = fillResult(extract, { declaration: example('2.000635', 0).declaration });
    expect([birth['event'], birth['copies'], birth['register']]).toEqual(['birth', 3, { number: '118/1999', book: '01/1999', on: '1999-08-30', at: 'Ủy ban nhân dân phường Quang Vinh, thành phố Biên Hòa' }]);
    expect(birth['birth']).toMatchObject({ mother: { name: 'Võ Thị Kim Anh', born: '1972' }, father: { name: 'Phạm Văn Lộc', born: '1970' } });
    const marriage = fillResult(extract, { declaration: example('2.000635', 1).declaration });
    expect([marriage['subject'], marriage['other']]).toMatchObject([{ name: 'Phạm Thị Thu Hà' }, { name: 'Lê Quang Khải', sex: 'male' }]);
  });

  test('a land dossier falls under the case of what was lost', () => {
    const land = get('1.012786');
    expect(findCase(land, { lostWhat: 'supplement-page' })?.name.vi).toBe('Mất trang bổ sung');
    expect(findCase(land, {})).toBeUndefined();
    expect(findCase(get('1.001193'), {})).toBeUndefined();
  });

  test('the data on file that is offered follows who files: a father brings his own data as father’s, his wife’s as mother’s', () => {
    const paths = (requesterRelation: string): Record<string, string> =>
      Object.fromEntries(
        fieldSources(get('1.001193'), { requesterRelation, birthProofKind: 'electronic', parentsDeclared: 'both' }, '2026-11-23')
          .filter(({ field }) => ['motherName', 'fatherName', 'childBirthDate', 'requesterAddress'].includes(field))
          .map(({ field, path }) => [field, path]),
      );
    const child = { requesterAddress: 'owner.permanentAddress.text', childBirthDate: 'owner.papers.birth-proof.childBirthDate' };
    expect(paths('father')).toEqual({ ...child, motherName: 'owner.spouse.fullName', fatherName: 'owner.fullName' });
    expect(paths('mother')).toEqual({ ...child, motherName: 'owner.fullName', fatherName: 'owner.spouse.fullName' });
    expect(paths('grandparent')).toEqual(child);
  });
});
