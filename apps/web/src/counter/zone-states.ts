import type { TFunction } from 'i18next';
import type { Assessment, Procedure } from '../api/types';
import type { FieldState } from '../forms/field-state';
import type { Intake } from './intake-state';
import { isReady, type Readiness } from './readiness';
import type { ZoneState } from './zone';

interface Situation {
  intake: Intake;
  procedure: Procedure | undefined;
  assessment: Assessment | undefined;
  ready: Readiness;
  /** How many questions stand in each way. */
  fields: Record<FieldState, number>;
}

/** What the heading of each zone says: "đủ", "thiếu 2", or what is being waited for. */
export function zoneStates({ intake, procedure, assessment, ready, fields }: Situation, t: TFunction<'counter'>): Record<'person' | 'procedure' | 'components' | 'fee' | 'confirm', ZoneState> {
  const full: ZoneState = { tone: 'full', text: t('state.full') };
  const missing = (count: number): ZoneState => (count === 0 ? full : { tone: 'missing', text: t('state.missing', { count }) });
  const declaration = (): ZoneState => {
    if (fields.missing > 0 || ready.fields.length === 0) return missing(fields.missing);
    return { tone: 'missing', text: t('state.toConfirm', { count: fields['on-file'] || ready.fields.length }) };
  };
  const waiting: ZoneState = { tone: 'waiting', text: t('state.waiting') };
  const guidanceOnly: ZoneState = { tone: 'waiting', text: t('state.guidanceOnly') };
  const receivable = procedure?.receivable ?? false;
  const notYet = procedure && !receivable ? guidanceOnly : waiting;
  return {
    person: ready.ownerMissing ? { tone: 'missing', text: t('state.choosePerson') } : ready.filerMissing ? { tone: 'missing', text: t('state.chooseFiler') } : full,
    procedure: !intake.procedure ? { tone: 'missing', text: t('state.chooseProcedure') } : !assessment ? notYet : declaration(),
    components: !assessment ? notYet : ready.failed.length > 0 ? { tone: 'missing', text: t('state.failed', { count: ready.failed.length }) } : missing(ready.unchecked.length),
    fee: assessment ? full : notYet,
    confirm: !assessment ? notYet : isReady(ready) ? { tone: 'full', text: t('state.ready') } : { tone: 'missing', text: t('state.notReady') },
  };
}
