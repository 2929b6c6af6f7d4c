import type { LookUpView, SourceView } from '@app/dossiers';
import type { LookUpDto, SourceDto } from './sources.dto.js';

export const lookUpDto = (view: LookUpView): LookUpDto => ({ ...view, found: [...view.found] });

export function sourceDto({ source, name, fields, isResting, last }: SourceView): SourceDto {
  return { source, name, fields: [...fields], isResting, ...(last === undefined ? {} : { last: lookUpDto(last) }) };
}
