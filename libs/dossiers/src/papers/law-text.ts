const KINDS: ReadonlyArray<readonly [mark: RegExp, kind: string]> = [
  [/\/QH\d+/, 'Luật'],
  [/\/NĐ-CP/, 'Nghị định'],
  [/\/TT-/, 'Thông tư'],
  [/\/QĐ-/, 'Quyết định'],
  [/\/NQ-/, 'Nghị quyết'],
];

/**
 * An act of law as papers cite it: a law by its name ("Luật Hộ tịch số 60/2014/QH13"), anything else by its number first
 * ("Nghị định số 123/2015/NĐ-CP hướng dẫn Luật Hộ tịch"), as Decree 30/2020 has it.
 */
export function lawText(number: string, title?: string): string {
  const kind = KINDS.find(([mark]) => mark.test(number))?.[1] ?? 'văn bản';
  if (title === undefined) return `${kind} số ${number}`;
  if (kind === 'Luật') return `${title} số ${number}`;
  const rest = title.startsWith(`${kind} `) ? title.slice(kind.length + 1) : title;
  return `${kind} số ${number} ${rest}`;
}
