import { useEffect, useEffectEvent } from 'react';
import { type HeldField, holdField } from './held-field';
import { looksLikeCard } from './read-id-card';

/** Digits that come so many milliseconds after the last sign begin another line: no hand goes from the keys to the scanner faster. */
const PAUSE = 1000;

/**
 * A line of a card is over after so many moments without a sign, if the scanner sends no Enter. Moments and not one long
 * wait: while a busy machine draws the page none of them passes, and what the scanner has sent meanwhile still comes in.
 */
const MOMENTS = 6;
const MOMENT_MS = 100;

/** Digits so far, or digits and a bar: nobody types that by hand at a counter. */
const mayBecomeCard = (line: string): boolean => /^\s*\d{1,14}$/.test(line) || looksLikeCard(line);

/** The events that tell of one and the same sign, in their order. */
const STAGES = ['keydown', 'keypress', 'beforeinput'] as const;
type Stage = (typeof STAGES)[number];

/**
 * Hears the line of an ID card among what is typed. A scanner in the place of a keyboard has keys for digits and bars, but
 * often none for `Đ` or `ỗ`: those come as a pressed sign without a key (Alt and numbers, packets of Unicode), or only as
 * text for the field. Each sign is therefore taken at the first event that tells of it.
 */
class CardListener {
  private line = '';
  private last = 0;
  private held: HeldField | undefined;
  /** The field an input method composes in, as it was before. */
  private composed: HeldField | undefined;
  private heard: { sign: string; stage: number } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tell: (line: string) => void) {}

  listen(): () => void {
    const leaving = new AbortController();
    const options = { capture: true, signal: leaving.signal };
    window.addEventListener('keydown', this.onKeyDown, options);
    window.addEventListener('keypress', this.onKeyPress, options);
    window.addEventListener('beforeinput', this.onBeforeInput, options);
    window.addEventListener('compositionstart', this.onCompositionStart, options);
    window.addEventListener('compositionend', this.onCompositionEnd, options);
    window.addEventListener('paste', this.onPaste, options);
    return () => {
      clearTimeout(this.timer);
      leaving.abort();
    };
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const inCard = looksLikeCard(this.line);
    if (inCard && (event.key === 'Enter' || event.key === 'Tab')) {
      swallow(event);
      this.end();
    } else if (inCard && event.key === 'Backspace') {
      // An input method at work: it takes signs back to write them anew. Those of the field are not meant.
      swallow(event);
      this.line = this.line.slice(0, -1);
    } else if (event.key.length === 1) this.hear(event.key, 'keydown', event);
  };

  private readonly onKeyPress = (event: KeyboardEvent): void => {
    const isShortcut = event.metaKey || (event.ctrlKey && !event.altKey);
    if (!isShortcut && event.key.length === 1) this.hear(event.key, 'keypress', event);
  };

  private readonly onBeforeInput = (event: InputEvent): void => {
    if (event.inputType === 'insertText' && !event.isComposing && event.data) this.hear(event.data, 'beforeinput', event);
  };

  private readonly onCompositionStart = (event: CompositionEvent): void => {
    this.composed = holdField(event.target);
  };

  private readonly onCompositionEnd = (event: CompositionEvent): void => {
    this.take(event.data, event);
    this.composed = undefined;
  };

  private readonly onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!looksLikeCard(text)) return;
    swallow(event);
    this.tell(text);
  };

  private hear(sign: string, stage: Stage, event: Event): void {
    const place = STAGES.indexOf(stage);
    const isEcho = this.heard?.sign === sign && this.heard.stage < place;
    this.heard = { sign, stage: place };
    if (!isEcho) this.take(sign, event);
  }

  private take(text: string, event: Event): void {
    const isLate = !looksLikeCard(this.line) && event.timeStamp - this.last > PAUSE;
    if (isLate || this.line === '' || !mayBecomeCard(this.line + text)) {
      this.line = '';
      this.held = this.composed ?? holdField(event.target);
    }
    this.last = event.timeStamp;
    this.line += text;
    if (!looksLikeCard(this.line)) return;
    // What is swallowed has no echo.
    this.heard = undefined;
    swallow(event);
    this.held?.restore();
    this.wait(MOMENTS);
  }

  private wait(moments: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (moments > 1 ? this.wait(moments - 1) : this.end()), MOMENT_MS);
  }

  private end(): void {
    clearTimeout(this.timer);
    const whole = this.line;
    this.line = '';
    if (looksLikeCard(whole)) this.tell(whole);
  }
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * Listens for the line of an ID card wherever the focus is, typed by a scanner or pasted. What it has already put into a field is
 * taken out again, and the rest of it reaches no field, button or shortcut.
 */
export function useCardScan(onLine: (line: string) => void): void {
  const tell = useEffectEvent(onLine);
  useEffect(() => new CardListener((line) => tell(line)).listen(), []);
}
