import { formatDong, type Localized } from '@app/kernel';
import type { Difference } from '../drafting/compare.js';
import { CHANNEL_WORDS, channelsText, exemptionText } from '../fee-words.js';
import { limitText } from '../limit-words.js';
import type { EffectiveProcedure } from './effective-procedure.js';
import { receptionValue } from './local-values.js';
import { CHANNELS } from './local-rule.js';

interface Told {
  readonly place: Localized;
  readonly text: Localized;
}

/** What differs between a procedure as it holds with and without some rules, value by value, in words: fees for each way of filing. */
export function compareEffective(before: EffectiveProcedure, after: EffectiveProcedure): Difference[] {
  const old = toldOf(before);
  const now = toldOf(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((pointer): Difference[] => {
    const [was, is] = [old.get(pointer), now.get(pointer)];
    if (was?.text.vi === is?.text.vi) return [];
    return [{ pointer, place: (is ?? was)!.place, ...(was && { before: was.text }), ...(is && { after: is.text }) }];
  });
}

/** Every value a place may set, by where it stands. */
function toldOf({ procedure, notes, reception }: EffectiveProcedure): ReadonlyMap<string, Told> {
  const { timeLimit, cases = [], fee, channels } = procedure;
  const told = new Map<string, Told>();
  const tell = (pointer: string, vi: string, en: string, text: Localized): void => void told.set(pointer, { place: { vi, en }, text });
  tell('/timeLimit', 'Thời hạn giải quyết', 'Time limit', limitText({ ...timeLimit, notCounted: [] }));
  for (const { key, name, timeLimit: own } of cases) if (own) tell(`/cases/${key}/timeLimit`, `Thời hạn: ${name.vi}`, `Time limit: ${name.en}`, limitText({ ...own, notCounted: [] }));
  for (const { key, name, amount, channels: due } of fee.lines) {
    for (const channel of due ?? CHANNELS) {
      const way = CHANNEL_WORDS[channel];
      tell(`/fee/lines/${key}/${channel}`, `${name.vi} (${way.vi})`, `${name.en} (${way.en})`, { vi: formatDong(amount), en: formatDong(amount, 'en') });
    }
  }
  for (const exemption of fee.exemptions) tell(`/fee/exemptions/${exemption.key}`, 'Trường hợp miễn', 'Exemption', exemptionText(exemption));
  tell('/channels', 'Cách thức nộp', 'Ways of filing', channelsText(channels));
  for (const { text, by } of notes) tell(`/notes/${by.rule}`, 'Hướng dẫn của địa phương', 'Local instructions', text);
  if (reception) tell('/received', 'Nơi tiếp nhận', 'Where it is received', receptionValue(reception).text);
  return told;
}
