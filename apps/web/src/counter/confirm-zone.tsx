import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guidanceAddress } from '../api/calls';
import type { Procedure } from '../api/types';
import { ErrorSummary, type FieldError } from '../components/error-summary';
import { ProblemNotice } from '../components/problem-notice';
import { timeOfDay } from '../shell/format';
import { HelpOnlineForm } from './help-online-form';
import type { Intake } from './intake-state';
import type { Readiness } from './readiness';
import { RefuseForm } from './refuse-form';
import type { Saved } from './use-intake';
import { Zone, type ZoneState } from './zone';

interface ConfirmZoneProps {
  intake: Intake;
  state: ZoneState;
  ready: Readiness;
  procedure: Procedure | undefined;
  /** The centre this desk stands in, once the desk has answered. */
  centre: string | undefined;
  errors: readonly FieldError[];
  attempt: number;
  problem: unknown;
  sending: boolean;
  saved: Saved;
  onFinish: () => void;
  onRefuse: (reason: string, note: string) => void;
  onHelp: (receivingCommuneId: string) => void;
  onPark: () => void;
}

/** Zone 5: one primary button. A failed mandatory paper turns receipt into the supplement request. */
export function ConfirmZone({ intake, state, ready, procedure, centre, errors, attempt, problem, sending, saved, onFinish, onRefuse, onHelp, onPark }: ConfirmZoneProps) {
  const { t } = useTranslation('counter');
  const [beside, setBeside] = useState<'refusing' | 'helping' | undefined>();
  const guidanceOnly = procedure && !procedure.receivable;
  return (
    <Zone number={5} title={t('zone.confirm')} state={state} className="zone-confirm">
      <ErrorSummary errors={errors} attempt={attempt} />
      {Boolean(problem) && <ProblemNotice error={problem} />}
      {beside === 'refusing' && <RefuseForm sending={sending} onRefuse={onRefuse} onCancel={() => setBeside(undefined)} />}
      {beside === 'helping' && <HelpOnlineForm intake={intake} here={centre} sending={sending} onFile={onHelp} onCancel={() => setBeside(undefined)} />}
      {!beside && (
        <>
          {guidanceOnly ? (
            <Button component="a" data-first fullWidth href={guidanceAddress(procedure.code)} target="_blank" rel="noopener">
              {t('guidance.print')}
            </Button>
          ) : (
            <Button data-first fullWidth size="md" color={ready.mustSupplement ? '#8a3200' : undefined} loading={sending} onClick={onFinish} aria-keyshortcuts="Control+Enter">
              {t(ready.mustSupplement ? 'confirm.supplement' : 'confirm.receive')} <kbd className="keycap">Ctrl+Enter</kbd>
            </Button>
          )}
          <Group gap={8} mt={6}>
            {!guidanceOnly && (
              <Button size="compact-sm" variant="default" disabled={!intake.owner || !intake.procedure} onClick={() => setBeside('refusing')}>
                {t('confirm.refuse')}
              </Button>
            )}
            {procedure?.channels.includes('online') && !guidanceOnly && (
              <Button size="compact-sm" variant="default" disabled={!intake.owner || !intake.procedure} onClick={() => setBeside('helping')}>
                {t('confirm.help')}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={onPark} aria-keyshortcuts="Alt+0">
              {t('confirm.park')} <kbd className="keycap">Alt+0</kbd>
            </Button>
          </Group>
        </>
      )}
      <p className="saved" role="status">
        {saved.state === 'saved' && t('saved.at', { time: timeOfDay(saved.at) })}
        {(saved.state === 'saving' || saved.state === 'local') && t(`saved.${saved.state}`)}
      </p>
    </Zone>
  );
}
