import { CheckCircledIcon, ExclamationTriangleIcon, MinusCircledIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';

/** How a zone stands: complete, something missing, or nothing to do yet. */
export interface ZoneState {
  tone: 'full' | 'missing' | 'waiting';
  text: string;
}

interface ZoneProps {
  /** Place in the order, from 1; also the id. */
  number: number;
  title: string;
  state: ZoneState;
  className?: string;
  /** Beside the heading: buttons that belong to the whole zone. */
  tools?: ReactNode;
  children: ReactNode;
}

export const zoneId = (number: number): string => `zone-${number}`;

const ICONS = { full: CheckCircledIcon, missing: ExclamationTriangleIcon, waiting: MinusCircledIcon };

/** One of the five zones: a named region whose heading says its state. F6 puts the focus on the region. */
export function Zone({ number, title, state, className, tools, children }: ZoneProps) {
  const Icon = ICONS[state.tone];
  const id = zoneId(number);
  return (
    <section id={id} aria-labelledby={`${id}-heading`} tabIndex={-1} className={`zone ${className ?? ''}`}>
      <header className="zone-head">
        <h2 id={`${id}-heading`}>
          {number}. {title} <span className={`zone-state zone-${state.tone}`}>
            <Icon aria-hidden /> {state.text}
          </span>
        </h2>
        {tools}
      </header>
      <div className="zone-body">{children}</div>
    </section>
  );
}

/** Moves the focus to the next (1) or previous (-1) zone; false past the ends, so that the browser may have the key. */
export function moveZone(step: 1 | -1, count: number): boolean {
  const present = document.activeElement?.closest('.zone')?.id;
  const index = present ? Number(present.replace('zone-', '')) : step === 1 ? 0 : count + 1;
  const next = index + step;
  if (next < 1 || next > count) return false;
  focusZone(next);
  return true;
}

/** Focuses what is missing first in a zone, else the zone itself. */
export function focusZone(number: number): void {
  const zone = document.getElementById(zoneId(number));
  const wanted = zone?.querySelector<HTMLElement>('[data-first], [data-missing], [aria-invalid="true"]') ?? zone?.querySelector<HTMLElement>('[data-then]') ?? zone;
  wanted?.focus();
  zone?.scrollIntoView({ block: 'nearest' });
}
