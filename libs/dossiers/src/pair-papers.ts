import type { Procedure } from '@app/catalogue';
import { DomainError } from '@app/kernel';
import { paperStateOn, type PaperOnFile } from '@app/persons';
import type { SuppliedComponent } from './act-command.js';

/**
 * The digests of the papers on file that are used for components: id → SHA-256, to be frozen with them. A paper serves only a
 * component that names its kind, and only while it is in force. One that is not the owner's answers like a missing one.
 * @param on local date of the use
 * @throws DomainError not-found, paper.unusable
 */
export function pairPapers(components: Procedure['components'], supplied: readonly SuppliedComponent[], papers: readonly PaperOnFile[], on: string): Map<string, string> {
  return new Map(supplied.flatMap(({ key, paperOnFileId }) => {
    if (paperOnFileId === undefined) return [];
    const paper = papers.find(({ id }) => id === paperOnFileId);
    if (paper === undefined) throw new DomainError('not-found');
    const component = components.find((each) => each.key === key);
    if (component?.satisfiedBy?.paper !== paper.kind || paperStateOn(paper, on) !== 'in-force') throw new DomainError('paper.unusable', { params: { name: paper.name } });
    return [[paper.id, paper.sha256] as const];
  }));
}
