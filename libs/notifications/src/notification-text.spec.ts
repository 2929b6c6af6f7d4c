import { describe, expect, test } from '@jest/globals';
import type { NoticeAbout } from '@app/workflow';
import { notificationText } from './notification-text.js';

const ABOUTS: readonly NoticeAbout[] = [
  'filed', 'received', 'not-received', 'supplement-requested', 'supplied', 'notice-posted', 'result-ready', 'refusal-ready', 'returned',
  'stopped', 'withdrawal-asked', 'withdrawal-declined', 'payment-requested', 'payment-confirmed', 'extended', 'apologised', 'draft-to-check', 'due-date-moved', 'rerouted', 'corrected',
];

const CENTRE = { vi: 'Trung tâm PVHCC phường Biên Hòa', en: 'Bien Hoa Service Centre' };

describe('notificationText', () => {
  test('a supplement is asked and supplied at the centre, whichever office wants it', () => {
    expect(notificationText('supplement-requested', 'CODE-1', CENTRE).vi).toContain('hỏi và nộp tại Trung tâm PVHCC phường Biên Hòa.');
    expect(notificationText('supplement-requested', 'CODE-1', CENTRE).en).toContain('ask and supply at Bien Hoa Service Centre.');
  });

  test('says the code and the next step', () => {
    expect(notificationText('result-ready', 'H19.26.01-261123-0007', CENTRE)).toEqual({
      vi: 'Hồ sơ H19.26.01-261123-0007 đã có kết quả. Mang giấy tiếp nhận và giấy tờ tùy thân đến nhận tại Trung tâm PVHCC phường Biên Hòa.',
      en: 'The result of dossier H19.26.01-261123-0007 is ready. Bring the receipt and your identity paper to collect it at Bien Hoa Service Centre.',
    });
  });

  test.each(ABOUTS)('"%s" names the dossier once in each language and holds no link', (about) => {
    const text = notificationText(about, 'CODE-1', CENTRE);
    for (const sentence of [text.vi, text.en]) {
      expect(sentence.split('CODE-1')).toHaveLength(2);
      expect(sentence).not.toMatch(/https?:|www\.|[{}]/);
    }
  });
});
