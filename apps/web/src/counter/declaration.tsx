import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Assessment, FieldFault } from '../api/types';
import type { FieldState } from '../forms/field-state';
import type { FormGroup } from '../forms/form-schema';
import { GroupFields } from '../forms/group-fields';
import { knownBefore, missingAfter } from '../forms/missing-after';
import { AGREE_ALL, FormProgress } from './form-progress';
import type { Intake, IntakeChange } from './intake-state';
import { answerOffers, openOffers } from './open-offers';
import { focusZone, zoneId } from './zone';

export const FORM_PREFIX = 'declaration';

interface DeclarationProps {
  intake: Intake;
  change: (change: IntakeChange) => void;
  groups: readonly FormGroup[];
  assessment: Assessment | undefined;
  /** Faults to show: those of fields already answered, or all after an attempt to receive. */
  faults: readonly FieldFault[];
  /** How each question stands, by name. */
  states: ReadonlyMap<string, FieldState>;
  /** Whether the desk has answered to all that was said. */
  settled: boolean;
}

/**
 * The declaration at the counter: known values as statements to confirm, inputs for the rest. Tab and Enter lead along what is
 * missing; F9 says that everything was read out and agreed to; F4 opens the way to known values.
 */
export function Declaration({ intake, change, groups, assessment, faults, states, settled }: DeclarationProps) {
  const form = useRef<HTMLDivElement>(null);
  const [isKnownOpen, setKnownOpen] = useState(false);
  const offers = assessment?.offers ?? [];
  const { answers, decisions } = intake;
  const open = openOffers(intake, groups, assessment);
  /** To the next missing answer, else to what waits to be read out, else to the papers: what was confirmed goes away, and the focus must not go with it. */
  const moveOn = (from: Element | null) => {
    const next = (form.current && missingAfter(form.current, from)) ?? document.getElementById(AGREE_ALL);
    if (next) next.focus();
    else focusZone(3);
  };
  // An answer may bring more questions: whoever gave the last one waits where they are until the desk has said.
  const waiting = useRef<Element>(null);
  const goOn = (from: Element) => {
    const next = form.current && missingAfter(form.current, from);
    const isLast = !next || (next.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (isLast && !settled) waiting.current = from;
    else moveOn(from);
  };
  const onSettled = useEffectEvent(() => {
    const from = waiting.current;
    waiting.current = null;
    if (from && from === document.activeElement) moveOn(from);
  });
  useEffect(() => {
    if (settled) onSettled();
  }, [settled]);
  const say = (agreed: boolean) => {
    for (const one of answerOffers(open, agreed, assessment)) change(one);
    // The screen shows it first.
    requestAnimationFrame(() => moveOn(null));
  };
  const openKnown = () => {
    const from = document.activeElement;
    setKnownOpen(!isKnownOpen);
    requestAnimationFrame(() => {
      if (isKnownOpen) moveOn(null);
      else if (form.current) knownBefore(form.current, from)?.focus();
    });
  };
  const onEnter = (event: KeyboardEvent) => {
    const { target } = event;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (event.key !== 'Enter' || !isField || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    goOn(target);
  };
  useFirstMissing(form, assessment !== undefined);
  useDeclarationKeys({ F9: open.fields.length + open.papers.length > 0 ? () => say(true) : undefined, F4: openKnown });
  return (
    <>
      <FormProgress states={states} open={open} isKnownOpen={isKnownOpen} onAgree={() => say(true)} onDecline={() => say(false)} onKnown={openKnown} />
      {/* Enter is an answer given: the next question is what comes after it. */}
      <div ref={form} role="presentation" onKeyDown={onEnter}>
        {groups.map((group) => (
          <GroupFields
            key={group.key}
            group={group}
            idPrefix={FORM_PREFIX}
            answers={answers}
            decisions={decisions}
            visible={assessment?.visible}
            offers={offers}
            faults={faults}
            states={states}
            isMissingOnly={!isKnownOpen}
            onAnswer={(name, value) => change({ type: 'answer', name, value })}
            onDecide={(pointer, agreed, name, value) => change({ type: 'decide', decisions: [{ pointer, agreed, name, value }] })}
          />
        ))}
      </div>
    </>
  );
}

/** Whoever was led into the zone before the desk had said what is missing is led on once it has. */
function useFirstMissing(form: React.RefObject<HTMLDivElement | null>, isAssessed: boolean): void {
  useEffect(() => {
    if (isAssessed && document.activeElement?.id === zoneId(2)) form.current?.querySelector<HTMLElement>('[data-missing]')?.focus();
  }, [form, isAssessed]);
}

/** Function keys of the declaration, heard wherever the focus is. */
function useDeclarationKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing || event.defaultPrevented || event.repeat) return;
      const act = Object.hasOwn(latest.current, event.code) ? latest.current[event.code] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
