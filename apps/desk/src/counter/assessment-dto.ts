import type { Assessment } from '@app/dossiers';
import type { AssessmentDto } from './counter.dto.js';
import { paperOnFileDto } from './person-dto.js';

/** What is offered is in force: the computation of the offers has seen to it. */
export function assessmentDto(assessment: Assessment): AssessmentDto {
  return {
    ...assessment,
    visible: [...assessment.visible],
    faults: [...assessment.faults],
    components: assessment.components.map((component) => ({ ...component, kinds: [...component.kinds] })),
    componentOffers: assessment.componentOffers.map(({ key, paper }) => ({ key, paper: paperOnFileDto(paper, 'in-force') })),
  };
}
