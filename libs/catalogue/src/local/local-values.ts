import type { Localized } from '@app/kernel';
import { channelsText, exemptionText, lineText } from '../fee-words.js';
import { limitText } from '../limit-words.js';
import type { TimeLimit } from '../procedure.js';
import type { EffectiveProcedure } from './effective-procedure.js';
import { limitLayer, localLayer, nationalLayer, type ValueLayer } from './local-words.js';

/** A value as guidance shows it, with the layer it comes from. */
export interface ShownValue {
  readonly kind: 'limit' | 'fee' | 'exemption' | 'channels' | 'note' | 'reception';
  /** Of a limit its case, of a fee its line; absent for the procedure's own limit. */
  readonly key?: string;
  readonly name?: Localized;
  readonly text: Localized;
  readonly layer: ValueLayer;
}

/** Every value of a procedure that a place may set, with its layer. */
export function shownValues({ procedure, channelsBy, notes, reception }: EffectiveProcedure): ShownValue[] {
  const { timeLimit, cases = [], fee, channels } = procedure;
  const nation = nationalLayer(procedure);
  const limit = (value: TimeLimit, own?: { readonly key: string; readonly name: Localized }): ShownValue => ({
    kind: 'limit', ...(own && { key: own.key, name: own.name }), text: limitText(value), layer: limitLayer(value, procedure),
  });
  return [
    limit(timeLimit),
    ...cases.flatMap((each) => (each.timeLimit ? [limit(each.timeLimit, each)] : [])),
    ...fee.lines.map((line): ShownValue => ({ kind: 'fee', key: line.key, name: line.name, text: lineText(line), layer: line.local ? localLayer(line.local) : nation })),
    ...fee.exemptions.map((exemption): ShownValue => ({ kind: 'exemption', key: exemption.key, text: exemptionText(exemption), layer: exemption.local ? localLayer(exemption.local) : nationalLayer(procedure, exemption.basis) })),
    { kind: 'channels', text: channelsText(channels), layer: channelsBy ? localLayer(channelsBy) : nation },
    ...notes.map(({ text, by }): ShownValue => ({ kind: 'note', text, layer: localLayer(by) })),
    ...(reception ? [receptionValue(reception)] : []),
  ];
}

/** Whether the communes' centres receive it, in words. */
export function receptionValue({ received, by }: NonNullable<EffectiveProcedure['reception']>): ShownValue {
  return {
    kind: 'reception', layer: localLayer(by),
    text: received
      ? { vi: 'Nộp được tại Trung tâm Phục vụ hành chính công cấp xã', en: 'Can be filed at the commune’s centre' }
      : { vi: 'Nộp tại Trung tâm Phục vụ hành chính công cấp tỉnh', en: 'Filed at the provincial centre' },
  };
}
