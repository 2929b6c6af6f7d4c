import { beforeAll, describe, expect, test } from '@jest/globals';
import { Catalogue } from '../catalogue.js';
import { checkProcedure } from '../check-procedure.js';
import { loadCatalogue } from '../load-catalogue.js';
import type { Procedure } from '../procedure.js';
import { keyOf, newDraft } from './new-draft.js';
import { placeFault } from './place-words.js';

const TODAY = '2026-11-23';
let catalogue: Catalogue;
beforeAll(() => {
  const { procedures, skeletons } = loadCatalogue();
  catalogue = new Catalogue(procedures, skeletons, TODAY);
});

/** What a draft lacks, as pointers; its day is chosen when it is proposed. */
const lacks = (document: object) => checkProcedure({ ...document, effective: { from: TODAY } }).map((fault) => placeFault(document, fault));

describe('a draft of a skeleton', () => {
  test('carries over what is known, and nothing else', () => {
    // As it stands in the national list, whether or not it is complete here.
    const { basedOn, document } = newDraft(new Catalogue([], loadCatalogue().skeletons, TODAY).get('1.001731'));
    expect(basedOn).toBe(0);
    expect(document).toMatchObject({
      code: '1.001731', version: 1, name: { vi: 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội', en: '' }, level: 'commune',
      timeLimit: { value: 3, unit: 'working-days', ends: 'same-time', basis: '' }, fee: { setBy: 'national', lines: [] },
      components: [{ key: 'to-khai-de-nghi-ho-tro', originals: 1 }, { key: 'trich-luc-khai-tu', originals: 0, copies: 1, kinds: ['certified-copy', 'photocopy', 'electronic'] }],
      result: { code: '', layout: 'decision', issuer: 'commune/committee' },
    });
    expect(lacks(document).map(({ pointer }) => pointer)).toEqual([
      '/name/en', '/field/name/en', '/legalBases', '/applicants', '/components/0/name/en', '/components/0/why/vi', '/components/0/why/en', '/components/1/name/en',
      '/components/1/why/vi', '/components/1/why/en', '/declaration/x-title-en', '/timeLimit/basis', '/process/steps', '/result/name/en', '/result/code',
    ]);
  });

  test('an unknown limit or fee stays open: it is asked for, never taken for free or endless', () => {
    const unknown = catalogue.all().find(({ skeleton }) => skeleton?.timeLimit === null && skeleton.fee.amount === null)!;
    const told = lacks(newDraft(unknown).document).map(({ vi }) => vi);
    expect(told).toEqual(expect.arrayContaining(['Thời hạn giải quyết – số lượng: chưa có. Hãy bổ sung.', 'Phí, lệ phí – khoản thu “Lệ phí” – mức thu: chưa có. Hãy bổ sung.']));
  });

  test('can be begun for every skeleton, and lacks only what people must say', () => {
    const open = /^\/(name\/en|field\/name\/en|ministry|legalBases|applicants(\/\d+\/en)?|receiving\/bring\/\d+\/en|components(\/\d+\/(name\/en|why\/(vi|en)))?|declaration\/x-title-en|fee\/lines\/0\/amount|timeLimit(\/(value|basis))?|process\/steps|result\/(name\/(vi|en)|code|issuer|paper))$/;
    const odd = catalogue.all().filter(({ skeleton }) => skeleton).flatMap((entry) =>
      entry.versions.length > 0 ? [] : lacks(newDraft(entry).document).filter(({ pointer }) => !open.test(pointer)).map(({ pointer, vi }) => `${entry.code} ${pointer}: ${vi}`));
    expect(odd).toEqual([]);
  });

  test.each([['Trích lục khai tử', 'trich-luc-khai-tu'], ['01 ảnh 4x6', 'paper-01-anh-4x6'], ['…', 'paper-1'], ['Đơn đề nghị của các hộ gia đình cùng khu', 'don-de-nghi-cua-cac-ho']])('%s gets the key %s', (name, key) => {
    expect(keyOf(name)).toBe(key);
  });
});

test('a draft of a published procedure is its newest version under the next number, and has no fault', () => {
  const entry = catalogue.get('1.001193');
  const { basedOn, document } = newDraft(entry);
  expect([basedOn, (document as unknown as Procedure).version, lacks(document)]).toEqual([entry.versions[0]!.version, entry.versions[0]!.version + 1, []]);
});
