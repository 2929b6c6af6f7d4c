import type { Proposal } from './calls';

/** A rule as it is being typed; days are `YYYY-MM-DD` once they are dates. */
export interface RuleDraft {
  /** `procedure:<code>` or `field:<code>`; empty until chosen. */
  matter: string;
  caseKey: string;
  unitId: string;
  level: 'commune' | 'province' | '';
  office: string;
  from: string;
  until: string;
  number: string;
  article: string;
  title: string;
  provenance: string;
}

/** A field that is missing or wrong; also the key of its sentence. */
export type RuleFault = 'matter' | 'level' | 'from' | 'until' | 'number' | 'provenance';

export const emptyRule = (): RuleDraft => ({ matter: '', caseKey: '', unitId: 'vn', level: '', office: '', from: '', until: '', number: '', article: '', title: '', provenance: '' });

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const tidy = (text: string): string => text.trim().normalize('NFC');

/** The rule a draft proposes, or what is missing in it. */
export function ruleOf(draft: RuleDraft): { proposal: Proposal; faults: RuleFault[] } {
  const [kind, code = ''] = draft.matter.split(':');
  const [number, article, title, provenance] = [draft.number, draft.article, draft.title, draft.provenance].map(tidy) as [string, string, string, string];
  const hasEnd = draft.until.trim() !== '';
  const faults: RuleFault[] = [
    ...(code === '' ? ['matter' as const] : []),
    ...(draft.level === '' ? ['level' as const] : []),
    ...(DAY.test(draft.from) ? [] : ['from' as const]),
    ...(hasEnd && (!DAY.test(draft.until) || draft.until < draft.from) ? ['until' as const] : []),
    ...(number === '' ? ['number' as const] : []),
    ...(provenance === '' ? ['provenance' as const] : []),
  ];
  const proposal: Proposal = {
    ...(kind === 'field' ? { fieldCode: code } : { procedureCode: code, ...(draft.caseKey !== '' && { caseKey: draft.caseKey }) }),
    unitId: draft.unitId, level: draft.level === '' ? 'commune' : draft.level, from: draft.from, provenance,
    ...(draft.office !== '' && { office: draft.office }), ...(hasEnd && { until: draft.until }),
    basis: { number, ...(article !== '' && { article }), ...(title !== '' && { title }) },
  };
  return { proposal, faults };
}
