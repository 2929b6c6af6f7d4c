import { Inject, Injectable } from '@nestjs/common';
import {
  CatalogueService, checkExamples, checkProcedure, compareProcedures, findVersionInForce, placeFault, placeWords,
  type CatalogueEntry, type Difference, type FeeOf, type PlacedFault, type Procedure, type ProcedureDraft,
} from '@app/catalogue';
import { CLOCK } from '@app/dossiers';
import { isResultLayout } from '@app/documents';
import { assessFee } from '@app/fees';
import { DomainError, localDate, type Clock } from '@app/kernel';
import { OrganisationService } from '@app/organisation';

/** The fee of a declaration in whole đồng. */
export const feeOf: FeeOf = ({ fee }, declaration, channel) => assessFee(fee, declaration, { channel }).total;

/** A draft as far as it is checked. */
export type CheckedDraft = Pick<ProcedureDraft, 'document' | 'examples' | 'basedOn'>;

/** A document with the version it is to be compared with. */
export interface Comparison {
  readonly comparedWith?: number;
  readonly differences: readonly Difference[];
}

/** Everything that keeps a draft from being published: the document itself, its layout, the units it names, its worked examples. */
@Injectable()
export class CheckDraft {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The faults of a draft, each with its place in words; none = it can be proposed. */
  async faultsOf({ document, examples, basedOn }: CheckedDraft): Promise<PlacedFault[]> {
    const whole = this.complete(document);
    const stale = this.staleBase(String(document['code']), basedOn);
    const faults = checkProcedure(whole).map((fault) => placeFault(whole, fault));
    if (faults.length > 0) return [...stale, ...faults];
    const procedure = whole as unknown as Procedure;
    return [...stale, ...layoutFaults(procedure), ...(await this.unitFaults(procedure)), ...checkExamples(procedure, examples, this.today(), feeOf)];
  }

  /** A draft that has no fault of its own. @throws DomainError procedure.faulty with what keeps the form from being tried */
  triable({ document }: Pick<CheckedDraft, 'document'>): Procedure {
    const whole = this.complete(document);
    const [first] = checkProcedure(whole).map((fault) => placeFault(whole, fault));
    if (first) throw new DomainError('procedure.faulty', { params: { code: String(document['code']), fault: first.vi }, fields: [first] });
    return whole as unknown as Procedure;
  }

  /** What a document changes about the version in force, or about the newest when none is. */
  compare(entry: CatalogueEntry, document: object): Comparison {
    const against = findVersionInForce(entry, this.today()) ?? entry.versions[0];
    return against ? { comparedWith: against.version, differences: compareProcedures(against, document) } : { differences: [] };
  }

  /** The day is chosen when it is proposed; the check takes today for it. */
  private complete(document: CheckedDraft['document']): Record<string, unknown> {
    const { from } = (document['effective'] ?? {}) as { from?: unknown };
    return { ...document, effective: { from: typeof from === 'string' && from !== '' ? from : this.today() } };
  }

  private staleBase(code: string, basedOn: number): PlacedFault[] {
    const newest = this.catalogue.find(code)?.versions[0]?.version ?? 0;
    if (newest <= basedOn) return [];
    const vi = `Bản soạn bắt đầu từ phiên bản ${basedOn}, nhưng phiên bản ${newest} đã được công bố sau đó. Hãy bỏ bản soạn này và soạn lại từ phiên bản ${newest}.`;
    const en = `The draft began from version ${basedOn}, but version ${newest} was published since. Drop this draft and begin anew from version ${newest}.`;
    return [{ pointer: '', place: placeWords({}, ''), vi, en }];
  }

  /** Each unit the process and the result name must be held by somebody, in at least one commune with a centre. */
  private async unitFaults(procedure: Procedure): Promise<PlacedFault[]> {
    const centres = (await this.organisation.findUnits({ kind: 'centre', limit: 5000 })).filter(({ parentId }) => parentId?.startsWith('c'));
    const faults: PlacedFault[] = [];
    for (const [pointer, path] of unitsNamed(procedure)) {
      const found = await Promise.all(centres.map(({ id }) => this.organisation.resolveUnit(path, id).then(() => true, () => false)));
      if (found.includes(true)) continue;
      faults.push({
        pointer, place: placeWords(procedure, pointer),
        vi: `Chưa có đơn vị nào đảm nhiệm phần việc "${path}" (${placeWords(procedure, pointer).vi}). Hãy chọn đơn vị khác, hoặc khai báo phần việc này cho một đơn vị.`,
        en: `No unit takes on "${path}" (${placeWords(procedure, pointer).en}). Choose another unit, or give one this function.`,
      });
    }
    return faults;
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

function layoutFaults(procedure: Procedure): PlacedFault[] {
  const layouts: Array<[pointer: string, layout: string]> = [
    ['/result/layout', procedure.result.layout],
    ...(procedure.result.alternatives ?? []).map(({ layout }, index): [string, string] => [`/result/alternatives/${index}/layout`, layout]),
  ];
  return layouts.filter(([, layout]) => !isResultLayout(layout)).map(([pointer, layout]) => ({
    pointer, place: placeWords(procedure, pointer), vi: `Không có mẫu trình bày kết quả nào tên là "${layout}". Hãy chọn một mẫu có sẵn.`, en: `There is no result layout "${layout}". Choose one that exists.`,
  }));
}

/** Every unit path with the place it is named at. */
function unitsNamed({ process, result }: Procedure): Array<readonly [pointer: string, path: string]> {
  return [
    ['/process/receive/unit', process.receive.unit],
    ...process.steps.flatMap((step, index): Array<readonly [string, string]> => {
      const at = `/process/steps/${index}`;
      if (step.kind === 'handover') return [[`${at}/to`, step.to]];
      if (step.kind === 'consult') return [[`${at}/unit`, step.unit], ...step.ask.map(({ to }, body): readonly [string, string] => [`${at}/ask/${body}/to`, to])];
      return [[`${at}/unit`, step.unit]];
    }),
    ['/result/issuer', result.issuer],
  ];
}
