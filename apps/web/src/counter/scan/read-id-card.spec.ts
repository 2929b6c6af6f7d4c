import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readIdCard } from './read-id-card';

const LINE = '075085199757|271234567|Đỗ Thanh Tùng|17031985|Nam|88 đường Phạm Văn Thuận, phường Biên Hoà, thành phố Đồng Nai|05012022';
const CARD = {
  number: '075085199757', oldNumber: '271234567', fullName: 'Đỗ Thanh Tùng', birthDate: '1985-03-17', sex: 'male', address: '88 đường Phạm Văn Thuận, phường Biên Hoà, thành phố Đồng Nai',
  issuedOn: '2022-01-05', wordsDoubtful: false,
};
const { oldNumber: _, ...WITHOUT_OLD } = CARD;
const asWindows = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

describe('the line of an ID card', () => {
  test.each<[string, string, object]>([
    ['as printed', LINE, CARD],
    ['the old number empty', LINE.replace('271234567', ''), WITHOUT_OLD],
    ['the old number left out', LINE.replace('271234567|', ''), WITHOUT_OLD],
    ['extra parts of a newer card', `${LINE}||Đỗ Văn Long|Trần Thị Hai`, CARD],
    ['blanks and a line end', ` ${LINE.replaceAll('|', ' | ')}\r\n`, CARD],
    ['accents in another composition', LINE.normalize('NFD'), CARD],
    ['UTF-8 read as Windows-1252', asWindows(LINE), CARD],
    ['a sex nobody knows', LINE.replace('|Nam|', '|N|'), (({ sex: __, ...card }) => card)(CARD)],
    ['a name that Telex has touched', LINE.replace('Đỗ Thanh Tùng', 'DDoox Thanh Tungf'), { ...CARD, fullName: 'DDoox Thanh Tungf', wordsDoubtful: true }],
    ['a name that VNI has touched', LINE.replace('Đỗ Thanh Tùng', 'D9o64 Thanh Tu2ng'), { ...CARD, fullName: 'D9o64 Thanh Tu2ng', wordsDoubtful: true }],
  ])('is read with %s', (_name, line, card) => expect(readIdCard(line)).toEqual({ kind: 'card', card }));

  test.each<[string, string, string]>([
    ['11 digits', LINE.slice(1), 'number'],
    ['13 digits', `0${LINE}`, 'number'],
    ['only the number', '075085199757|', 'truncated'],
    ['an end within the address', LINE.slice(0, 60), 'truncated'],
    ['an end within the issue date', LINE.slice(0, -2), 'truncated'],
    ['no name', LINE.replace('Đỗ Thanh Tùng', ''), 'truncated'],
    ['a day that never was', LINE.replace('17031985', '31021985'), 'birth-date'],
    ['the birth date and sex exchanged', LINE.replace('17031985|Nam', 'Nam|17031985'), 'birth-date'],
    ['an issue before the birth', LINE.replace('05012022', '05011980'), 'issue-date'],
  ])('with %s is told as unreadable, with what was read', (_name, line, why) => {
    expect(readIdCard(line)).toEqual({ kind: 'unreadable', why, read: line });
  });

  test.each(['', 'Nguyễn Văn An', '075085199757', 'https://motcua.vn/verify/abc', '|||||||', '1|2|3'])('is not taken for one: "%s"', (text) => expect(readIdCard(text)).toEqual({ kind: 'other' }));
});

describe('whatever is scanned', () => {
  const judge = (text: string) => {
    const reading = readIdCard(text);
    if (reading.kind !== 'card') return;
    expect(reading.card.number).toMatch(/^\d{12}$/);
    expect(new Date(reading.card.birthDate).toISOString().slice(0, 10)).toBe(reading.card.birthDate);
    expect(reading.card.issuedOn >= reading.card.birthDate).toBe(true);
    expect(reading.card.fullName).not.toBe('');
  };

  test('never throws and never half-fills', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.oneof(fc.string(), fc.constantFrom('075085199757', '17031985', '', 'Nam')), { maxLength: 12 }).map((parts) => parts.join('|'))), judge), { numRuns: 2000 });
  });

  test('of a card damaged anywhere only a whole one is used', () => {
    fc.assert(fc.property(fc.nat(LINE.length), fc.nat(8), fc.string({ maxLength: 4 }), (at, cut, put) => judge(LINE.slice(0, at) + put + LINE.slice(at + cut))), { numRuns: 2000 });
  });

  test('a line that ends early is never used', () => {
    for (let length = 0; length < LINE.length; length += 1) expect(readIdCard(LINE.slice(0, length)).kind).not.toBe('card');
  });
});
