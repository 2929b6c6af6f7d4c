import { Inject, Injectable } from '@nestjs/common';
import type { OfficerPrincipal } from '@app/access';
import { CatalogueService, headingOf, type LocalConflict, type LocalRuleRecord } from '@app/catalogue';
import { CLOCK, type LocalRulePreview } from '@app/dossiers';
import { localDate, type Clock, type Localized } from '@app/kernel';
import { OrganisationService } from '@app/organisation';
import type { LocalConflictDto, LocalRuleBodyDto, LocalRuleDto, LocalRulePreviewDto } from './local-rules.dto.js';

/** Local rules as the browser gets them, with the names of procedures and units. */
@Injectable()
export class LocalRuleWords {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A record; `own` says whether the reader proposed it. */
  ruleDto(record: LocalRuleRecord, principal: OfficerPrincipal): LocalRuleDto {
    const { id, kind, layer, unitId, unitName, code, communes, decision, from, until, body, base, note, replaces, undoes, outcome, proposedBy, proposedByName, proposedAt, decidedByName, decidedAt, reason, replacedFrom, undoable } = record;
    return {
      id, kind, layer, unitId, unitName, code, procedureName: this.nameOf(code), communes: [...communes], decision: { ...decision }, from, state: outcome ?? 'proposed',
      proposedBy: proposedByName, proposedAt, undoable, own: proposedBy === principal.officerId,
      ...(until !== undefined && { until }), ...(body !== undefined && { body: body as LocalRuleBodyDto }), ...(base !== undefined && { baseVersion: base.version }), ...(note !== undefined && { note }),
      ...(replaces !== undefined && { replaces }), ...(undoes !== undefined && { undoes }), ...(decidedByName !== undefined && { decidedBy: decidedByName }),
      ...(decidedAt !== undefined && { decidedAt }), ...(reason !== undefined && { reason }), ...(replacedFrom !== undefined && { replacedFrom }),
    };
  }

  previewDto({ record, fromNation, fromNow, stepTimes, receipts }: LocalRulePreview, principal: OfficerPrincipal): LocalRulePreviewDto {
    return {
      rule: this.ruleDto(record, principal), fromNation: [...fromNation], fromNow: [...fromNow], receipts,
      stepTimes: stepTimes.map(({ name, steps }) => ({ ...(name && { name }), steps: steps.map((step) => ({ ...step })) })),
    };
  }

  async conflictDto({ rule, version, from, differences, lostExemptions }: LocalConflict): Promise<LocalConflictDto> {
    const { shortName } = await this.organisation.getUnit(rule.unitId);
    return { rule: rule.id, code: rule.code, procedureName: this.nameOf(rule.code), unitName: shortName.vi, decision: { ...rule.decision }, version, from, differences: [...differences], lostExemptions: [...lostExemptions] };
  }

  private nameOf(code: string): Localized {
    const entry = this.catalogue.find(code);
    return entry ? headingOf(entry, localDate(this.clock.now())).name : { vi: code, en: code };
  }
}
