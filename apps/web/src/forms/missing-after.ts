/** The missing question after an element, in the order of the screen, and from the last one round to the first; nothing where no other is missing. */
export function missingAfter(form: Element, from: Element | null): HTMLElement | undefined {
  const missing = [...form.querySelectorAll<HTMLElement>('[data-missing]')];
  const after = from === null ? undefined : missing.find((one) => (one.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_PRECEDING) !== 0);
  return after ?? missing.find((one) => one !== from);
}

/** The known question before an element, in the order of the screen, else the first: what was answered last is put right most often. */
export function knownBefore(form: Element, from: Element | null): HTMLElement | undefined {
  const known = [...form.querySelectorAll<HTMLElement>('[data-known]')];
  const before = from === null ? undefined : known.findLast((one) => (one.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  return before ?? known[0];
}
