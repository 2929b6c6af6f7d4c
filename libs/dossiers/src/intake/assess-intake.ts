import { Inject, Injectable } from '@nestjs/common';
import { explain } from '@app/calendar';
import { CatalogueService, answerText, fieldSources, fillMember, limitLayer, limitReason, limitText, membersAsked, requiredComponents, timeLimitFor, validateDeclaration, waitsFor, withoutLinkedAnswers, type AssessedDeclaration, type Declaration, type FieldFault, type Form, type LinkedGroup, type Procedure, type ValueLayer } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { assessFee } from '@app/fees';
import { localDate, localTime, type Clock, type Localized } from '@app/kernel';
import { PersonsService, SubjectsService, offersFor, satisfyingPapers, spentPapers, type Filer, type OwnerOnFile, type PaperOnFile } from '@app/persons';
import { countedFrom, wholeLimit } from '../linked/group-limit.js';
import { CLOCK } from '../clock-token.js';
import { competenceView, type CompetenceView } from './competence.js';
import { dueFrom } from '../clock-ledger.js';
import { DossierWorld } from '../dossier-world.js';
import { feeView, type FeeView } from '../views/shared-view.js';
import { unitView, type UnitView } from '../views/dossier-list.js';
import { readOwner, type FormOwner } from './owner-on-file.js';
import { keptAnswers, type KeptAnswer } from '../sources/query-rows.js';
import { sourceOffers } from '../sources/source-offers.js';
import { withSourcePapers } from '../sources/source-papers.js';

/** A value on file that could answer a field: to be shown and agreed to, never applied silently. */
export interface OfferView {
  readonly pointer: string;
  readonly label: Localized;
  /** As the declaration would hold it. */
  readonly value: string;
  /** As a person reads it: the words of a choice. */
  readonly shown: Localized;
  readonly source: Localized;
  readonly asOf: string;
  readonly paperId?: string;
  /** The question to a national source that brought it. */
  readonly queryId?: string;
  /** What other papers in force of the same kind say: which one is meant the person chooses. */
  readonly others?: readonly OtherValue[];
}

/** The same field as another paper has it. */
export type OtherValue = Pick<OfferView, 'value' | 'shown' | 'source' | 'asOf' | 'paperId'>;

export interface RequiredComponentView {
  readonly key: string;
  readonly name: Localized;
  readonly required: boolean;
  readonly why: Localized;
  readonly kinds: readonly string[];
  readonly originals: number;
  readonly copies: number;
  readonly advice?: Localized;
}

export interface DueView {
  readonly at: string;
  readonly countsFrom: string;
  readonly notice?: Localized;
  readonly limit: Localized;
  /** Whose limit it is: the nation's, or shortened here. */
  readonly layer: ValueLayer;
  readonly trace: Localized[];
}

/** What a screen shows before anything is filed: computed by the server from what was typed so far. */
export interface Assessment {
  readonly visible: readonly string[];
  readonly faults: readonly FieldFault[];
  readonly components: RequiredComponentView[];
  readonly offers: OfferView[];
  readonly componentOffers: Array<{ key: string; paper: PaperOnFile }>;
  /** Papers on file of a component's kind of which none is in force any more: said, never offered. */
  readonly spentPapers: Array<{ key: string; paper: PaperOnFile }>;
  readonly fee: FeeView;
  /** Left out where it is received for a competent unit elsewhere: its time begins there. */
  readonly due?: DueView;
  readonly unit: UnitView;
  /** For whom this centre may receive it; left out where only for its own offices. */
  readonly competence?: CompetenceView;
  /** Where it is a linked group: its procedures, in their order. */
  readonly members?: AssessedMember[];
}

/** One procedure of a linked group as it would be filed. */
export interface AssessedMember {
  readonly key: string;
  readonly procedureCode: string;
  readonly name: Localized;
  readonly limit: Localized;
  /** The procedures whose end or result it waits for; empty = it begins at once. */
  readonly waitsFor: Localized[];
}

export interface AssessQuestion {
  readonly procedureCode: string;
  readonly communeId: string;
  /** The commune whose offices would decide, where that is another one. */
  readonly competentCommuneId?: string;
  readonly declaration: Declaration;
  readonly channel: 'counter' | 'online' | 'post';
  /** Whose data may be offered, and who looks. Without an owner nothing is offered. */
  readonly owner?: FormOwner;
  /** Whether the owner files; nobody knows yet when left out. */
  readonly byOwner?: boolean;
  /** Who files for the owner, in which right; the person where it is known already. */
  readonly filer?: { readonly ground: string; readonly personId?: string };
  /** The draft in hand: what national sources answered for it is offered too. */
  readonly caseId?: string;
}

/** What is known of a filing beside the owner's file: what national sources answered for it, whether the owner files, which commune decides. */
export interface SaidOfFiling {
  readonly answers?: readonly KeptAnswer[];
  readonly byOwner?: boolean | undefined;
  readonly filer?: Filer | undefined;
  readonly communeId?: string | undefined;
}

/** The same question for counter and citizen: which fields, papers, fee and date follow, and what is on file already. */
@Injectable()
export class AssessIntake {
  constructor(
    private readonly catalogue: CatalogueService,
    readonly persons: PersonsService,
    readonly subjects: SubjectsService,
    private readonly world: DossierWorld,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError procedure.unknown, procedure.referred, procedure.not-receivable, organisation.no-role, organisation.not-owner, calendar.no-hours, calendar.year-not-loaded */
  async assess(tx: Transaction, question: AssessQuestion): Promise<Assessment> {
    const now = this.clock.now();
    const today = localDate(now);
    const linked = this.catalogue.groupInForce(question.procedureCode, today);
    if (linked !== undefined) return this.assessGroup(tx, linked, question, now);
    const place = await this.world.placeOf(question.communeId);
    const { procedure } = this.catalogue.effective(this.catalogue.getReceivable(question.procedureCode, today, place), place, today);
    const assessed = validateDeclaration(procedure, withoutLinkedAnswers(procedure, question.declaration), today);
    const file = await this.fileOf(tx, procedure, assessed.declaration, question, today);
    const answers = await answersFor(tx, question);
    const unit = await this.world.counterAt(procedure.process.receive.unit, question.communeId);
    const isElsewhere = question.competentCommuneId !== undefined && question.competentCommuneId !== question.communeId;
    const competence = await competenceView(this.world, procedure.code, question.communeId, today, file);
    return {
      ...assessedForm(procedure, assessed, file, { answers, byOwner: question.byOwner, filer: await this.filerOf(tx, procedure, assessed.declaration, question, today), communeId: decidedIn(question) }, today),
      fee: feeView(assessFee(procedure.fee, assessed.declaration, { channel: question.channel }), false),
      ...(isElsewhere ? {} : { due: await this.promise(procedure, timeLimitFor(procedure, assessed.declaration), unit.id, now) }),
      unit: await unitView(this.world, unit.id),
      ...(competence === undefined ? {} : { competence }),
    };
  }

  private async fileOf(tx: Transaction, form: Parameters<typeof readOwner>[2], declaration: Declaration, { owner }: AssessQuestion, today: string): Promise<OwnerOnFile | undefined> {
    return owner && (await readOwner(tx, this, form, declaration, owner, today)).file;
  }

  /** Whoever files for the owner; their file is opened only where a visible field asks who it is. */
  private async filerOf(tx: Transaction, form: Form, declaration: Declaration, { owner, filer }: AssessQuestion, today: string): Promise<Filer | undefined> {
    if (filer === undefined || owner === undefined) return undefined;
    const { ground, personId } = filer;
    if (personId === undefined || !fieldSources(form, declaration, today).some(({ path }) => path.startsWith('intake.filer.'))) return { ground };
    return { ground, person: (await this.persons.getPerson(tx, personId, owner.look)).person };
  }

  /** Of a linked group: the one form and its papers, the whole limit, the fees of all members, and what each member is. */
  private async assessGroup(tx: Transaction, linked: LinkedGroup, question: AssessQuestion, now: Temporal.Instant): Promise<Assessment> {
    const today = localDate(now);
    const assessed = validateDeclaration(linked, question.declaration, today);
    const file = await this.fileOf(tx, linked, assessed.declaration, question, today);
    const place = await this.world.placeOf(question.communeId);
    const members = membersAsked(linked, assessed.declaration).map((member) => {
      const { procedure } = this.catalogue.effective(this.catalogue.getReceivable(member.procedure, today, place), place, today);
      const { declaration } = validateDeclaration(procedure, fillMember(member, assessed.declaration).declaration, today);
      return { member, procedure, fee: feeView(assessFee(procedure.fee, declaration, { channel: question.channel }), false), limit: member.timeLimit ?? timeLimitFor(procedure, declaration) };
    });
    const nameOf = (key: string): Localized => members.find(({ member }) => member.key === key)!.procedure.name;
    const unit = await this.world.unitAt(members[0]!.procedure.process.receive.unit, question.communeId);
    const from = countedFrom(now, linked.group.cutoff);
    const whole = wholeLimit(linked, await this.world.calendarOf(unit.id), from, members.map(({ member }) => member.key), false);
    return {
      ...assessedForm(linked, assessed, file, { answers: await answersFor(tx, question), byOwner: question.byOwner, filer: await this.filerOf(tx, linked, assessed.declaration, question, today), communeId: decidedIn(question) }, today),
      fee: joinedFees(members.map(({ fee }) => fee)),
      due: await this.promise(linked, whole.limit, unit.id, from),
      unit: await unitView(this.world, unit.id),
      members: members.map(({ member, procedure, limit }) => ({
        key: member.key, procedureCode: procedure.code, name: procedure.name, limit: limitText(limit), waitsFor: waitsFor(member).map(nameOf),
      })),
    };
  }

  /** The promise date if it were received now: the same function that stores it at receipt. */
  private async promise(procedure: Pick<Procedure, 'effective'>, timeLimit: Procedure['timeLimit'], unitId: string, now: Temporal.Instant): Promise<DueView> {
    const promise = dueFrom(timeLimit, await this.world.calendarOf(unitId), now);
    if (promise.at === null) throw new Error('a period without pauses has an end');
    const later = Temporal.Instant.compare(promise.countsFrom, now) > 0;
    return {
      at: promise.at.toString(),
      countsFrom: promise.countsFrom.toString(),
      ...(later ? { notice: countsFromNotice(promise.countsFrom) } : {}),
      limit: limitText(timeLimit),
      layer: limitLayer(timeLimit, procedure),
      trace: [...[limitReason(timeLimit)].filter((line) => line !== undefined), ...explain(promise.trace)],
    };
  }
}

/** Questions, faults, papers and what is on file for them: alike for a procedure and a linked group. */
function assessedForm(
  form: Pick<Procedure, 'declaration' | 'components'>, assessed: AssessedDeclaration, file: OwnerOnFile | undefined, said: SaidOfFiling, today: string,
): Pick<Assessment, 'visible' | 'faults' | 'components' | 'offers' | 'componentOffers' | 'spentPapers'> {
  const components = requiredComponents(form, assessed.declaration);
  const withPapers = file && withSourcePapers(file, form, said.answers ?? []);
  return {
    visible: assessed.visible,
    faults: assessed.faults,
    components: components.map(({ key, name, required, why, component }) => ({
      key, name, required, why, kinds: component.kinds, originals: component.originals, copies: component.copies,
      ...(component.sampleAdvice === undefined ? {} : { advice: component.sampleAdvice }),
    })),
    offers: file ? offersOn(form, assessed.declaration, file, today, said) : [],
    componentOffers: withPapers ? satisfyingPapers(withPapers, components.map(({ component }) => component), today).flatMap(({ key, papers }) => papers.map((paper) => ({ key, paper }))) : [],
    spentPapers: withPapers ? spentPapers(withPapers, components.map(({ component }) => component), today) : [],
  };
}

/** The commune whose offices decide. */
export const decidedIn = ({ communeId, competentCommuneId }: { readonly communeId: string; readonly competentCommuneId?: string }): string => competentCommuneId ?? communeId;

/** What national sources answered for the draft in hand about its owner. */
async function answersFor(tx: Transaction, { caseId, owner }: AssessQuestion): Promise<KeptAnswer[]> {
  return caseId === undefined || owner === undefined || owner.organisationId !== undefined ? [] : keptAnswers(tx, caseId, owner.personId);
}

/** What all members cost together. */
function joinedFees(fees: readonly FeeView[]): FeeView {
  const owed = fees.filter(({ total }) => total > 0);
  const [first] = fees;
  if (owed.length === 0) return first!;
  return {
    total: owed.reduce((sum, { total }) => sum + total, 0),
    lines: owed.flatMap(({ lines }) => lines),
    explanation: { vi: owed.map(({ explanation }) => explanation.vi).join('; '), en: owed.map(({ explanation }) => explanation.en).join('; ') },
    paid: false,
  };
}

function countsFromNotice(from: Temporal.Instant): Localized {
  const [year, month, day] = localDate(from).split('-');
  const time = localTime(from);
  return {
    vi: `Ngoài giờ làm việc: thời hạn tính từ ${time} ngày ${day}/${month}/${year}.`,
    en: `Outside office hours: the clock counts from ${time} on ${day}/${month}/${year}.`,
  };
}

/** The offers for the visible fields, the first of each field; what a national source has just said goes before what is on file. */
export function offersOn(procedure: Form, declaration: Declaration, file: OwnerOnFile, today: string, { answers = [], byOwner, filer, communeId }: SaidOfFiling = {}): OfferView[] {
  const wanted = fieldSources(procedure, declaration, today);
  const filing = { byOwner, filer, communeCode: communeId?.replace(/^c/, '') };
  const offered = wanted.flatMap((each): FoundOffer[] => [...sourceOffers(answers, [each]), ...offersFor(file, [each], today, filing)].map((offer) => ({ ...offer, path: each.path })));
  // What the form has no choice for cannot answer it.
  const found = offered.filter(({ pointer, value }) => isAnswer(procedure, pointer, value));
  return [...Map.groupBy(found, ({ pointer }) => pointer)].map(([pointer, [first, ...rest]]) => {
    const field = procedure.declaration.properties[pointer.slice(1)]!;
    const valueOf = ({ value, source, asOf, paperId }: FoundOffer): OtherValue => ({ value: String(value), shown: answerText(field, value), source, asOf, ...(paperId === undefined ? {} : { paperId }) });
    // Of one kind of paper there may be several; a source's word is the only one of today.
    const others = first!.paperId === undefined ? [] : rest.filter(({ paperId, path }) => paperId !== undefined && paperId !== first!.paperId && path === first!.path).map(valueOf);
    return {
      pointer, label: { vi: field.title, en: field['x-title-en'] }, ...valueOf(first!),
      ...(first!.queryId === undefined ? {} : { queryId: first!.queryId }), ...(others.length === 0 ? {} : { others }),
    };
  });
}

function isAnswer({ declaration }: Form, pointer: string, value: string | number | boolean): boolean {
  const choices = declaration.properties[pointer.slice(1)]!.enum;
  return !Array.isArray(choices) || choices.some((choice) => String(choice) === String(value));
}

type FoundOffer = Pick<OfferView, 'pointer' | 'source' | 'asOf' | 'paperId' | 'queryId'> & { readonly path: string; readonly value: string | number | boolean };
