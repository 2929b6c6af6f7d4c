import { describe, expect, test } from '@jest/globals';
import { compile } from './compile.js';
import { possible } from './decide.js';
import { BIRTH } from './sample-processes.js';
import { play, playFrom } from './testing/play.js';

const birth = compile(BIRTH);
const TO_DECISION = ['receive', 'handOver', 'acknowledge', 'examine', 'submitForApproval'] as const;
const decided = play(birth, ...TO_DECISION, 'approveAndSign');
const signed = playFrom(birth, decided, 'signed');
const numbered = playFrom(birth, signed, 'number');

/** What may be done by people on the way of the paper; what lies beside it is told elsewhere. */
const ofThePaper = (stored: typeof decided): readonly string[] =>
  possible(birth, stored).filter((event) => ['approve', 'approveAndSign', 'sign', 'signByHand', 'number', 'seal', 'stepBack', 'handOver', 'signed', 'signingFailed', 'sealed', 'sealingFailed'].includes(event));

describe('A decision signed with a key', () => {
  test('is made at once, and its paper waits for the key', () => {
    expect([decided.value, decided.context.outcome, decided.context.signature]).toEqual([{ processing: { approve: 'signing' } }, 'granted', 'none']);
    expect(decided.effects).toEqual([{ type: 'signPaper', params: { form: 'result' } }]);
    expect(decided.meta.awaiting).toBe('signature');
    expect(ofThePaper(decided)).toEqual(['signed', 'signingFailed']);
  });

  test('is numbered only once it is signed, and sealed only once it is numbered', () => {
    expect([signed.value, signed.context.signature]).toEqual([{ processing: { number: 'working' } }, 'given']);
    expect(signed.consequences).toEqual([{ type: 'keepSignature', params: { place: 'signature', form: 'result' } }]);
    expect(ofThePaper(signed)).toEqual(['number', 'stepBack']);
    expect(numbered.consequences).toEqual([{ type: 'allocateNumber', params: { form: 'result' } }]);
    expect(numbered.effects).toEqual([{ type: 'fillNumber', params: { form: 'result' } }]);
    expect(ofThePaper(numbered)).toEqual(['seal']);
  });

  test('is issued and filed with its seal, not before', () => {
    const sealing = playFrom(birth, numbered, 'seal');
    expect([sealing.effects, ofThePaper(sealing)]).toEqual([[{ type: 'sealPaper', params: { form: 'result' } }], ['sealed', 'sealingFailed']]);
    const sealed = playFrom(birth, sealing, 'sealed');
    expect([sealed.consequences, sealed.effects]).toEqual([[{ type: 'keepSignature', params: { place: 'seal', form: 'result' } }], [{ type: 'fileResult' }]]);
    expect(ofThePaper(sealed)).toEqual(['handOver']);
  });

  test('whose key fails is signed again, or by hand: then numbered and issued as before there were keys', () => {
    const failed = playFrom(birth, decided, 'signingFailed');
    expect([failed.context.outcome, ofThePaper(failed)]).toEqual(['granted', ['sign', 'signByHand', 'stepBack']]);
    expect(playFrom(birth, failed, 'sign').effects).toEqual([{ type: 'signPaper', params: { form: 'result' } }]);
    expect(playFrom(birth, failed, 'signByHand', 'number').effects).toEqual([{ type: 'issuePaper', params: { form: 'result' } }, { type: 'fileResult' }]);
  });

  test('whose paper cannot be made is taken back by its leader; what is corrected cannot be', () => {
    const again = playFrom(birth, decided, 'signingFailed', 'stepBack');
    expect([again.value, again.context.outcome, again.context.signature]).toEqual([{ processing: { draft: 'working' } }, 'none', 'none']);
    const returned = playFrom(birth, signed, 'number', 'seal', 'sealed', 'handOver', 'acknowledge', 'resultReady', 'returnResult');
    const corrected = playFrom(birth, returned, 'openCorrection', 'handOver', 'acknowledge', 'submitForApproval', 'approveAndSign', 'signingFailed');
    expect(ofThePaper(corrected)).toEqual(['sign', 'signByHand']);
  });

  test('whose seal fails keeps its number and is sealed again', () => {
    const failed = playFrom(birth, numbered, 'seal', 'sealingFailed');
    expect([failed.value, ofThePaper(failed)]).toEqual([{ processing: { number: 'numbered' } }, ['seal']]);
  });

  test('taken up again before it has a number is not signed any more', () => {
    const again = playFrom(birth, signed, 'stepBack', 'submitForApproval', 'approve', 'number');
    expect(again.effects).toEqual([{ type: 'issuePaper', params: { form: 'result' } }, { type: 'fileResult' }]);
  });

  test('may be a refusal, and what is corrected is signed for what it is', () => {
    const refused = play(birth, ...TO_DECISION, 'refuseAndSign');
    expect([refused.context.outcome, refused.effects]).toEqual(['refused', [{ type: 'signPaper', params: { form: 'refusal' } }]]);
    const ended = playFrom(birth, refused, 'signed', 'number', 'seal', 'sealed', 'handOver', 'acknowledge', 'resultReady', 'returnResult');
    const corrected = playFrom(birth, ended, 'openCorrection', 'handOver', 'acknowledge', 'submitForApproval', 'approveAndSign');
    expect(corrected.effects).toEqual([{ type: 'signPaper', params: { form: 'refusal' } }]);
    expect(playFrom(birth, corrected, 'signed', 'number').effects).toEqual([{ type: 'fillNumber', params: { form: 'refusal' } }]);
    expect(playFrom(birth, corrected, 'signed', 'number', 'seal', 'sealed').effects).toEqual([]);
  });
});
