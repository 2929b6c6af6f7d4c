import type { MyData, OwnValue } from '../../api/types';
import type { Answers } from '../../forms/answer';

/**
 * What the request for a correction begins with: whose value, which one, and as it is on file. One's own data is offered by the form
 * itself, with its source; a child's is declared by the parent.
 */
export function correctionAnswers({ attribute, value }: OwnValue, { as, values }: MyData): Answers {
  const asked = { requestKind: 'correction', item: attribute };
  if (as === 'self') return { requesterRelation: 'self', ...asked };
  const valueOf = (name: string) => values.find((each) => each.attribute === name)?.value;
  const answers = { requesterRelation: 'parent', subjectName: valueOf('fullName'), subjectBirthDate: valueOf('birthDate'), subjectPersonalId: valueOf('personalId'), ...asked, valueOnFile: value };
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}
