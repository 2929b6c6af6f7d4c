import type { FindingForm, ProcessDefinition, ProcessStep } from '@app/workflow';

/** What an officer could note in a form: the first choice, a day, a name, the least figure that says something. */
export function sampleNoted(form: FindingForm | undefined): Record<string, string | number> {
  return Object.fromEntries((form?.items ?? []).map(({ key, kind, minimum = 0, choices }): [string, string | number] => {
    switch (kind) {
      case 'choice': return [key, choices?.[0]?.value ?? ''];
      case 'date': return [key, '2026-11-23'];
      case 'text': return [key, 'Nguyễn Văn An'];
      case 'money': return [key, Math.max(minimum, 1_000_000)];
      case 'number': return [key, Math.max(minimum, 1)];
    }
  }));
}

/** The form of a step, or of the first body it asks. */
export function formOf(step: ProcessStep | undefined): FindingForm | undefined {
  if (step?.kind === 'examine') return step.finding;
  return step?.kind === 'consult' ? step.ask.find(({ finding }) => finding !== undefined)?.finding : undefined;
}

/** The steps of which a finding goes out with the examination, and those whose approval lets one go out. */
export function findingSteps({ steps }: ProcessDefinition): { readonly examined: ReadonlySet<string>; readonly confirming: ReadonlySet<string>; readonly answered: ReadonlySet<string> } {
  const deciding = steps.findLastIndex(({ kind }) => kind === 'approve');
  const withForm = new Set(steps.filter((step) => step.kind === 'examine' && step.finding !== undefined).map(({ id }) => id));
  const confirming = steps.slice(0, deciding).flatMap((step) => (step.kind === 'approve' && withForm.has(step.sendBackTo) ? [step] : []));
  const confirmed = new Set(confirming.map(({ sendBackTo }) => sendBackTo));
  return {
    examined: withForm.difference(confirmed),
    confirming: new Set(confirming.map(({ id }) => id)),
    answered: new Set(steps.filter((step) => step.kind === 'consult' && formOf(step) !== undefined).map(({ id }) => id)),
  };
}
