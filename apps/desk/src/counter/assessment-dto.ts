import type { Assessment } from '@app/dossiers';
import { paperStateOn } from '@app/persons';
import type { AssessmentDto } from './counter.dto.js';
import { paperOnFileDto } from './person-dto.js';

/** What is offered is in force: the computation of the offers has seen to it. @param today local day, for what is not */
export function assessmentDto(assessment: Assessment, today: string): AssessmentDto {
  return {
    ...assessment,
    visible: [...assessment.visible],
    faults: [...assessment.faults],
    components: assessment.components.map((component) => ({ ...component, kinds: [...component.kinds] })),
    offers: assessment.offers.map(({ others, ...offer }) => ({ ...offer, ...(others === undefined ? {} : { others: [...others] }) })),
    spentPapers: assessment.spentPapers.map(({ key, paper }) => ({ key, paper: paperOnFileDto(paper, paperStateOn(paper, today)) })),
    componentOffers: assessment.componentOffers.map(({ key, paper }) => ({ key, paper: paperOnFileDto(paper, 'in-force') })),
  };
}
