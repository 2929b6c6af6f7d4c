/** A field of a posted form without blanks: people type the secret in groups. What is too long names nothing. */
export function textOf(body: unknown, name: string): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  const text = typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, '') : '';
  return text.length > 60 ? '' : text;
}
