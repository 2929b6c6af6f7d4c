import { Button, Group } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, PossibleAct } from '../api/types';
import { useLocalized } from '../shell/localized';
import { useKept } from '../shell/kept';
import { ActForm } from './act-form';
import { LastAct } from './last-act';
import { offeredActs } from './offered-acts';
import { useAct } from './use-act';
import { WhomItWaitsFor } from './whom-it-waits-for';

interface ActsPanelProps {
  dossier: Dossier;
  /** After an act: the dossier as it is now. */
  onDone?: (after: Dossier) => void;
  /** Loads the dossier again and shows what changed. */
  onLook: () => Promise<Dossier | undefined>;
  /** As a decision bar: the last act is said elsewhere unless it was done just now. */
  compact?: boolean;
  /** Beside the confirmation of an act done just now. */
  after?: ReactNode;
}

/** Where the act being prepared on a dossier is kept in this tab. */
export const openActKey = (dossierId: string): string => `acts.${dossierId}`;

/**
 * The acts this officer may do now, as the desk computed them, and below the one being prepared. What was done last
 * stays on the page and is still there after a reload: it is the last line of the history.
 */
export function ActsPanel({ dossier, onDone, onLook, compact, after }: ActsPanelProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const [open, setOpen] = useKept<PossibleAct | undefined>(openActKey(dossier.id), undefined);
  const [done, setDone] = useState(false);
  const confirmation = useRef<HTMLDivElement>(null);
  const acting = useAct(dossier, (after) => {
    setOpen(undefined);
    setDone(true);
    onDone?.(after);
  });
  useEffect(() => {
    if (done) confirmation.current?.focus();
  }, [done, dossier.version]);

  const { main, beside, forward } = offeredActs(dossier);
  const choose = (possible: PossibleAct) => {
    acting.look(dossier.version);
    setDone(false);
    setOpen(open?.event === possible.event ? undefined : possible);
  };
  const cancel = () => {
    setOpen(undefined);
    document.getElementById(buttonId(open?.event))?.focus();
  };
  const look = async () => {
    const newest = await onLook();
    if (newest) acting.look(newest.version);
  };
  const button = (possible: PossibleAct) => (
    <Button
      key={possible.event}
      id={buttonId(possible.event)}
      variant={possible.event === (open ?? forward)?.event ? 'filled' : 'default'}
      aria-expanded={open?.event === possible.event}
      onClick={() => choose(possible)}
    >
      {pick(possible.label)}
    </Button>
  );
  return (
    <section className="panel acts" aria-labelledby="acts-heading">
      <h2 id="acts-heading">{t('acts.title')}</h2>
      {(done || !compact) && <LastAct ref={confirmation} dossier={dossier} fresh={done} after={after} />}
      {main.length === 0 && ENDED.has(dossier.status) && <p>{t('acts.over')}</p>}
      {main.length === 0 && !ENDED.has(dossier.status) && (
        <p>
          {t('acts.none')} <WhomItWaitsFor dossier={dossier} />
        </p>
      )}
      <Group gap="xs" className="acts-main">
        {main.map(button)}
      </Group>
      {beside.length > 0 && (
        <details className="acts-beside" open={beside.some(({ event }) => event === open?.event) || undefined}>
          <summary>{t('acts.beside', { count: beside.length })}</summary>
          <Group gap="xs" mt={6}>
            {beside.map(button)}
          </Group>
        </details>
      )}
      {open && (
        <ActForm
          key={open.event}
          possible={dossier.acts.find((one) => one.event === open.event) ?? open}
          stillPossible={dossier.acts.some((one) => one.event === open.event)}
          dossier={dossier}
          sending={acting.sending}
          problem={acting.problem}
          changed={acting.changed}
          onLook={() => void look()}
          onSend={(input) => acting.send({ possible: open, input })}
          onCancel={cancel}
        />
      )}
    </section>
  );
}

/** Not received, stopped, returned. */
const ENDED = new Set([3, 8, 10]);

const buttonId = (event: string | undefined): string => `act-button-${event}`;
