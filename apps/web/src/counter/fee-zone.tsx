import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '../api/types';
import { FeeLines } from '../components/fee-lines';
import { Quoting } from '../components/quoting';
import { WhyDate } from '../components/why-date';
import { DELIVERIES, oneOf } from '../components/words';
import { shortDate, timeOfDay, weekday } from '../shell/format';
import { useLanguage, useLocalized } from '../shell/localized';
import { CompetenceInputs } from './competence-inputs';
import type { Intake, IntakeChange } from './intake-state';
import { Zone, type ZoneState } from './zone';

interface FeeZoneProps {
  intake: Intake;
  change: (change: IntakeChange) => void;
  state: ZoneState;
  assessment: Assessment | undefined;
  /** The procedure is not received here. */
  guidanceOnly: boolean;
}

/** Zone 4: the fee, how the result is handed over, and the date to be promised with its explanation. */
export function FeeZone({ intake, change, state, assessment, guidanceOnly }: FeeZoneProps) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const language = useLanguage();
  const due = assessment?.due;
  return (
    <Zone number={4} title={t('zone.fee')} state={state} className="zone-fee">
      {!assessment && <p className="zone-empty">{t(guidanceOnly ? 'guidance.nothingHere' : 'fee.none')}</p>}
      {assessment && (
        <>
          <div className="fee-columns">
            <div>
              <FeeLines fee={assessment.fee} />
              {assessment.fee.total > 0 && (
                <Checkbox mt={4} size="sm" label={t('fee.paidNow')} checked={intake.feePaid} onChange={(event) => change({ type: 'set', part: { feePaid: event.currentTarget.checked } })} />
              )}
            </div>
            {due && (
              <div className="due">
                <div className="due-label">{t('fee.due')}</div>
                <strong className="due-at number">
                  {timeOfDay(due.at)}, {weekday(due.at, language)} {shortDate(due.at)}
                </strong>
                {due.layer.layer !== 'nation' && <div className="value-layer"><Quoting text={pick(due.layer.text)} quotes={[due.layer.decision, due.layer.issuedBy]} /></div>}
                <WhyDate trace={due.trace} />
                {due.notice && (
                  <p className="due-notice" role="status">
                    {pick(due.notice)}
                  </p>
                )}
              </div>
            )}
            <div className="fee-inputs">
              <NativeSelect
                data-first
                size="xs"
                label={t('fee.delivery')}
                value={intake.delivery}
                data={DELIVERIES.map((delivery) => ({ value: delivery, label: t(`delivery.${delivery}`, { ns: 'common' }) }))}
                onChange={(event) => change({ type: 'set', part: { delivery: oneOf(DELIVERIES, event.currentTarget.value, 'counter') } })}
              />
              <TextInput size="xs" label={t('fee.phone')} inputMode="tel" autoComplete="off" value={intake.phone} maxLength={20} onChange={(event) => change({ type: 'set', part: { phone: event.currentTarget.value } })} />
            </div>
          </div>
          {assessment.competence && <CompetenceInputs intake={intake} change={change} competence={assessment.competence} />}
        </>
      )}
    </Zone>
  );
}
