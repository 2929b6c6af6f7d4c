/** The parts of a procedure as they are written, in the order of the tabs. */
export const SECTIONS = ['general', 'law', 'papers', 'form', 'fee', 'process', 'result', 'examples'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Which parts of the document stand in which section. */
const PARTS: Readonly<Record<string, SectionName>> = {
  legalBases: 'law', timeLimit: 'law', components: 'papers', declaration: 'form', fee: 'fee', process: 'process', result: 'result', examples: 'examples',
};

/** The section a JSON pointer into the document leads to. */
export function sectionOf(pointer: string): SectionName {
  // The time to supply is part of the process and stands beside the time limit.
  if (pointer.startsWith('/process/supplement')) return 'law';
  return PARTS[pointer.split('/')[1] ?? ''] ?? 'general';
}
