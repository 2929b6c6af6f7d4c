import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '@app/kernel';
import { DOUBTFUL, isDoubtful, scorePair, type PersonSketch } from './score-pair.js';

const BASE = { sex: 'male', personalId: null, motherId: null, fatherId: null, phone: null, communeCode: '26068' } as const;
let made = 0;
const person = (fullName: string, birthDate: string | null, more: Partial<PersonSketch> = {}): PersonSketch => ({ ...BASE, id: `p${(made += 1)}`, fullName, nameFolded: fold(fullName), birthDate, ...more });
const PARENTS = { motherId: 'm1', fatherId: 'f1' };

describe('asked about as one person', () => {
  test.each<[string, PersonSketch, PersonSketch]>([
    ['the same name and birthday, one without number', person('Nguyễn Văn Hoà', '1965-04-02', { personalId: '075065112648' }), person('Nguyễn Văn Hoà', '1965-04-02')],
    ['typed without accents', person('Nguyễn Văn Hoà', '1965-04-02', { personalId: '075065112648' }), person('Nguyen Van Hoa', '1965-04-02')],
    ['accents placed otherwise, another commune', person('Nguyễn Văn Hòa', '1965-04-02'), person('Nguyễn Văn Hoà', '1965-04-02', { communeCode: '26248' })],
    ['one digit of the number mistyped', person('Trần Thị Lan', '1990-01-30', { personalId: '075190000001' }), person('Trần Thị Lan', '1990-01-30', { personalId: '075190000007' })],
    ['two digits of the number in the wrong order', person('Trần Thị Lan', '1990-01-30', { personalId: '075190001234' }), person('Trần Thị Lan', '1990-01-30', { personalId: '075190001324' })],
    ['the name near, the same parents, the same birthday', person('Lê Gia Huy', '2020-05-06', PARENTS), person('Lê Gia Huyn', '2020-05-06', PARENTS)],
    ['the same name and parents, day and month changed', person('Lê Gia Huy', '2020-05-06', PARENTS), person('Lê Gia Huy', '2020-06-05', PARENTS)],
    ['the same name and parents, only the year known', person('Lê Gia Huy', '2020-05-06', PARENTS), person('Lê Gia Huy', '2020', PARENTS)],
    ['a child entered twice by the hospital and at the desk', person('Lê Gia Huy', '2020-05-06', PARENTS), person('Lê Gia Huy', '2020-05-06', { motherId: 'm1' })],
    ['twin sisters whose names differ in an accent and who have no numbers yet: only people can tell', person('Lê Minh Anh', '2020-05-06', PARENTS), person('Lê Minh Ánh', '2020-05-06', PARENTS)],
    ['the name in another order', person('Y Bhưm Niê', '1988-02-03'), person('Niê Y Bhưm', '1988-02-03', { phone: null })],
  ])('%s', (_, one, other) => expect(isDoubtful(one, other)).toBe(true));
});

describe('left alone as two people', () => {
  test.each<[string, PersonSketch, PersonSketch]>([
    ['twins with near names and numbers of their own', person('Lê Gia Bảo', '2020-05-06', { ...PARENTS, personalId: '075220001111' }), person('Lê Gia Bào', '2020-05-06', { ...PARENTS, personalId: '075220002222' })],
    ['twins, brother and sister, without numbers yet', person('Lê Minh Anh', '2020-05-06', PARENTS), person('Lê Minh Ánh', '2020-05-06', { ...PARENTS, sex: 'female' })],
    ['twins whose given names are not alike', person('Lê Gia Bảo', '2020-05-06', PARENTS), person('Lê Gia Khang', '2020-05-06', PARENTS)],
    ['one name in one village, born in different years', person('Nguyễn Thị Hoa', '1970-03-04'), person('Nguyễn Thị Hoa', '1982-09-10')],
    ['one name in one village, one birthday, each with a number', person('Nguyễn Thị Hoa', '1970-03-04', { personalId: '075170001111' }), person('Nguyễn Thị Hoa', '1970-03-04', { personalId: '075170009876' })],
    ['brothers with near names', person('Phạm Văn Tính', '2001-01-01', PARENTS), person('Phạm Văn Tình', '2003-08-15', PARENTS)],
    ['father and son of one name', person('Đỗ Văn Nam', '1960'), person('Đỗ Văn Nam', '1990-05-05', { motherId: 'm9' })],
    ['one name and birthday, different mothers', person('Trần Minh Quân', '2015-05-05', { motherId: 'm1', communeCode: null }), person('Trần Minh Quân', '2015-05-05', { motherId: 'm2' })],
  ])('%s', (_, one, other) => expect(isDoubtful(one, other)).toBe(false));
});

describe('whatever the people', () => {
  const name = fc.array(fc.constantFrom('Nguyễn', 'Trần', 'Thị', 'Văn', 'Hoà', 'Hoa', 'Lan', 'Ngọc', 'Bảo'), { minLength: 2, maxLength: 4 }).map((words) => words.join(' '));
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }).map((each) => each.join(''));
  const sketch: fc.Arbitrary<PersonSketch> = fc.record({
    id: fc.uuid(), fullName: name, sex: fc.constantFrom('male', 'female'), birthDate: fc.option(fc.constantFrom('1990', '1990-05', '1990-05-06', '1990-06-05', '2001-12-30')),
    personalId: fc.option(digits), motherId: fc.option(fc.constantFrom('m1', 'm2')), fatherId: fc.option(fc.constantFrom('f1', 'f2')),
    phone: fc.option(fc.constantFrom('0901', '0902')), communeCode: fc.option(fc.constantFrom('26068', '26248')),
  }).map((each) => ({ ...each, nameFolded: fold(each.fullName) }));

  test('the order of the two does not matter', () => {
    fc.assert(fc.property(sketch, sketch, (one, other) => expect(scorePair(one, other)).toEqual(scorePair(other, one))));
  });

  test('two numbers further apart than a slip are two people', () => {
    fc.assert(fc.property(sketch, sketch, digits, (one, other, number) => {
      const moved = [...number].map((digit, at) => (at < 3 ? String((Number(digit) + 1) % 10) : digit)).join('');
      expect(isDoubtful({ ...one, personalId: number }, { ...other, personalId: moved })).toBe(false);
    }));
  });

  test('a copy without number of anybody whose birthday is known is asked about, in every spelling', () => {
    fc.assert(fc.property(sketch, (one) => {
      const known = { ...one, birthDate: '1990-05-06' };
      for (const fullName of [one.fullName, fold(one.fullName)]) expect(scorePair(known, { ...known, id: 'copy', fullName, personalId: null }).score).toBeGreaterThanOrEqual(DOUBTFUL);
    }));
  });

  test('a sign against never makes two more alike', () => {
    fc.assert(fc.property(sketch, sketch, (one, other) => {
      const { score } = scorePair(one, { ...other, sex: one.sex });
      expect(scorePair(one, { ...other, sex: one.sex === 'male' ? 'female' : 'male' }).score).toBeLessThan(score);
    }));
  });
});
