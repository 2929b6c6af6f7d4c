type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (target: EventTarget | null): target is Field => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** A field as it was before a scan wrote into it. */
export interface HeldField {
  /** Puts back what stood in it and where the cursor was, in a way its form hears of. */
  restore(): void;
}

/** Remembers the field that an event goes to; nothing where it goes to none. */
export function holdField(target: EventTarget | null): HeldField | undefined {
  if (!isField(target)) return undefined;
  const { value } = target;
  const { selectionStart, selectionEnd } = target instanceof HTMLSelectElement ? { selectionStart: null, selectionEnd: null } : target;
  return {
    restore: () => {
      if (target.value === value) return;
      // Past React's own setter, or it would take the value for one it has set itself and tell nobody.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), 'value')?.set?.call(target, value);
      target.dispatchEvent(new Event(target instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
      if (!(target instanceof HTMLSelectElement) && selectionStart !== null) target.setSelectionRange(selectionStart, selectionEnd);
    },
  };
}
