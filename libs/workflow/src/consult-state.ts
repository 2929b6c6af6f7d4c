import type { ChartState } from './language.js';
import type { ConsultStep } from './process-definition.js';
import { ISSUE_FINDING, metaOf, type Neighbours, type Placed } from './step-parts.js';
import { STAGES, nameWith } from './words.js';

/** Several bodies asked at once: the dossier waits in one state until each has answered, declined or is deemed to agree. */
export function consultState(placed: Placed<ConsultStep>, { next, back }: Neighbours): ChartState {
  const { step } = placed;
  const meta = metaOf(placed);
  const paused = step.clock === 'paused';
  const cause = { cause: 'consultation' as const };
  const goOn = paused ? [{ type: 'resumeClock' as const, params: cause }] : [];
  const closed = (outcome: 'answered' | 'declined' | 'deemed-agreed') => {
    const one = ['countOpinion' as const, { type: 'closeConsultation' as const, params: { outcome } }];
    return [{ guard: 'isLastOpinion' as const, target: next, actions: [...one, 'endConsultation' as const, ...goOn] }, { actions: one }];
  };
  // An answer that notes something becomes a paper; a body that disagrees may have nothing to note.
  const answered = closed('answered');
  const noted = (guard: 'isLastOpinionWithFinding' | 'bringsFinding', { actions, ...rest }: (typeof answered)[number]) => ({ ...rest, guard, actions: [...actions, ISSUE_FINDING] });
  const answers = step.ask.some(({ finding }) => finding !== undefined)
    ? [noted('isLastOpinionWithFinding', answered[0]!), noted('bringsFinding', answered[1]!), ...answered]
    : answered;
  return {
    initial: 'ready',
    states: {
      ready: {
        meta,
        on: {
          requestConsultation: [
            { guard: 'nobodyAsked', target: next },
            {
              target: 'waiting',
              actions: [
                { type: 'countAsked', params: { named: step.ask.length } },
                ...(paused ? [{ type: 'pauseClock' as const, params: cause }] : []),
                { type: 'openConsultations', params: { stepId: step.id } },
                { type: 'issuePaper', params: { form: 'consultation-request' } },
              ],
            },
          ],
          ...(back !== undefined && { stepBack: { target: back } }),
        },
      },
      waiting: {
        meta: {
          ...meta, stage: step.stage ?? STAGES.consulted, awaiting: 'consulted',
          name: nameWith(step.name, 'chờ ý kiến', 'waiting for opinions'),
          ...(paused && { clock: 'paused' as const, pauseCause: 'consultation' as const }),
        },
        on: {
          answerConsultation: answers,
          declineConsultation: closed('declined'),
          // Silence is an agreement only where the law that the step cites says so.
          ...(step.ask.some(({ silence }) => silence === 'agreed') && { consultationDeemedAgreed: closed('deemed-agreed') }),
          consultationOverdue: {
            guard: 'someOpinionInTime',
            actions: ['countOverdueOpinion', { type: 'closeConsultation', params: { outcome: 'overdue' } }, { type: 'raiseAlarm', params: { kind: 'consultationOverdue' } }],
          },
          proceedWithoutAnswer: {
            guard: 'everyOpenOpinionOverdue', target: next,
            actions: ['endConsultation', { type: 'closeConsultation', params: { outcome: 'waived' } }, ...goOn],
          },
        },
      },
    },
  };
}
