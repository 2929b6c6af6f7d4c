import type { LookUpView, SourceView } from '@app/dossiers';
import type { LookUpDto, SourceDto } from './sources.dto.js';

export const lookUpDto = (view: LookUpView): LookUpDto => ({ ...view, found: [...view.found], papers: [...view.papers] });

export function sourceDto({ source, name, fields, papers, isResting, last }: SourceView): SourceDto {
  return { source, name, fields: [...fields], papers: [...papers], isResting, ...(last === undefined ? {} : { last: lookUpDto(last) }) };
}
