import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { getReasons } from '../api/calls';
import type { Assessment } from '../api/types';
import { ComponentRow } from './component-row';
import { type ComponentStanding, standingOf } from './component-standing';
import { type Intake, type IntakeChange, UNCHECKED } from './intake-state';
import { Zone, type ZoneState } from './zone';

interface ComponentsZoneProps {
  intake: Intake;
  change: (change: IntakeChange) => void;
  state: ZoneState;
  assessment: Assessment | undefined;
  /** The procedure is not received here. */
  guidanceOnly: boolean;
  /** After an attempt to receive, missing reasons are shown. */
  attempted: boolean;
  /** Why the desk refused what was sent last. */
  problem: unknown;
  saveDraft: () => Promise<unknown>;
}

/** Zone 3: the papers. `A` inside the list passes what nobody has checked yet. */
export function ComponentsZone({ intake, change, state, assessment, guidanceOnly, attempted, problem, saveDraft }: ComponentsZoneProps) {
  const { t } = useTranslation('counter');
  const components = assessment?.components ?? [];
  const offersOf = (key: string) => (assessment?.componentOffers ?? []).filter((offer) => offer.key === key);
  const spentOf = (key: string) => (assessment?.spentPapers ?? []).filter((spent) => spent.key === key);
  const standings = components.map((component) => standingOf(component, intake.checks[component.key] ?? UNCHECKED, offersOf(component.key)));
  const countOf = (standing: ComponentStanding) => standings.filter((one) => one === standing).length;
  const anyFailed = Object.values(intake.checks).some((check) => check.state === 'failed');
  const reasons = useQuery({ queryKey: ['reasons', 'supplement'], queryFn: () => getReasons('supplement'), enabled: anyFailed, staleTime: Infinity });
  const passAll = () => change({ type: 'passAll', keys: components.filter((component) => component.required).map((component) => component.key) });
  const list = useRef<HTMLUListElement>(null);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const writing = event.target instanceof HTMLElement && event.target.matches('input:not([type="radio"]), textarea, select');
    if (event.code !== 'KeyA' || event.ctrlKey || event.altKey || event.metaKey || writing) return;
    event.preventDefault();
    passAll();
  });
  const any = components.length > 0;
  useEffect(() => {
    const element = list.current;
    const listen = (event: KeyboardEvent) => onKey(event);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, [any]);
  return (
    <Zone
      number={3}
      title={t('zone.components')}
      state={state}
      className="zone-components"
      tools={
        components.length > 0 && (
          <Button data-first size="compact-sm" variant="default" onClick={passAll} aria-keyshortcuts="A">
            {t('components.passAll')} <kbd className="keycap">A</kbd>
          </Button>
        )
      }
    >
      {components.length === 0 && <p className="zone-empty">{t(guidanceOnly ? 'guidance.nothingHere' : 'components.none')}</p>}
      {components.length > 0 && <p className="component-counts">{t('components.counts', { onFile: countOf('onFile'), toBring: countOf('toBring'), missing: countOf('missing') })}</p>}
      {components.length > 0 && (
        // The letter key works only while the focus is inside the list (WCAG 2.1.4).
        <ul ref={list} className="plain-list">
          {components.map((component) => (
            <ComponentRow
              key={component.key}
              component={component}
              check={intake.checks[component.key] ?? UNCHECKED}
              offers={[...offersOf(component.key), ...spentOf(component.key)]}
              reasons={reasons.data ?? []}
              attempted={attempted}
              problem={problem}
              draft={intake.dossierId}
              saveDraft={saveDraft}
              change={change}
            />
          ))}
        </ul>
      )}
    </Zone>
  );
}
