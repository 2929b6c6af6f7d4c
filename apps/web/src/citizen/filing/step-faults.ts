import type { Assessment, FieldFault } from '../../api/types';
import { type FormGroup, nameOf, visibleFields } from '../../forms/form-schema';
import { decisionOn, type Filing } from './filing-state';

/** Said where an offered value has not been answered. */
const SAY_FIRST = { vi: 'Chọn Đúng hoặc Không đúng cho thông tin đã có', en: 'Say whether the data on file is right or wrong' };

/** What stands in the way of leaving one topic: wrong or missing answers, and offers nobody has answered. */
export function topicFaults(group: FormGroup, filing: Filing, assessment: Assessment): FieldFault[] {
  return visibleFields(group, assessment.visible).flatMap((field) => {
    const offer = assessment.offers.find((one) => nameOf(one.pointer) === field.name);
    if (offer && decisionOn(filing, field, offer) === undefined && filing.answers[field.name] === undefined) return [{ pointer: field.pointer, ...SAY_FIRST }];
    const fault = assessment.faults.find((one) => nameOf(one.pointer) === field.name);
    return fault ? [fault] : [];
  });
}

/** Faults about questions that are said once: several open offers of one source are one box on the screen. */
export function withoutRepeats(faults: readonly FieldFault[]): FieldFault[] {
  return faults.filter((fault, index) => fault.vi !== SAY_FIRST.vi || faults.findIndex((one) => one.vi === SAY_FIRST.vi) === index);
}
