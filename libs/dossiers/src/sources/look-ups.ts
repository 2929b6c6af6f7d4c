import { Inject, Injectable, Logger } from '@nestjs/common';
import { toDatabasePrincipal, type CitizenPrincipal, type OfficerPrincipal } from '@app/access';
import { answerText, CatalogueService, fieldSources, type Declaration, type FieldSource, type Form, type Procedure } from '@app/catalogue';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { judgeAnswer, NationalSources, outcomeOfFault, provides, SOURCE_NAMES, type Judged, type SourceKey, type SourceOutcome, type SourceQuestion, type SourceSubject } from '@app/exchange';
import { DomainError, localDate, type Clock, type Localized } from '@app/kernel';
import { answerFor, PersonsService } from '@app/persons';
import { principalKey } from '../act-command.js';
import { CLOCK } from '../clock-token.js';
import { readDeclaration } from '../declaration.js';
import { readerOf } from '../reader-of.js';
import { papersIn, papersOfSource, pathsOfPapers } from './source-papers.js';
import { endQuery, findQuery, keptAnswers, lastQueries, reusableAnswer, type Ending, type QueryRow } from './query-rows.js';

type Asker = OfficerPrincipal | CitizenPrincipal;

/** For which case a source is asked about whom; the declaration says which fields are open to an answer. */
export interface LookUpCase {
  /** The draft in hand, or the dossier it became. */
  readonly caseId: string;
  readonly procedureCode: string;
  readonly personId: string;
  readonly declaration: Declaration;
}

export interface LookUpRequest extends LookUpCase {
  /** Made by the caller; a repeat gets the first answer. */
  readonly queryId: string;
  readonly source: SourceKey;
  readonly purpose: LookUpPurpose;
  /** False: the person does not want it to be asked, which is written down and costs nothing. */
  readonly agreed: boolean;
  /** The only fields asked about, as JSON pointers; all that the source can say something of when left out. */
  readonly only?: readonly string[];
}

/** For what a source may be asked, in words for the log. */
export const LOOK_UP_PURPOSES = {
  intake: 'Tiếp nhận hồ sơ tại quầy',
  examination: 'Thẩm tra hồ sơ',
  'own-filing': 'Tự điền tờ khai',
} as const;
export type LookUpPurpose = keyof typeof LOOK_UP_PURPOSES;

/** One value of an answer, beside what is declared. */
export interface FoundValue {
  readonly pointer: string;
  readonly label: Localized;
  readonly shown: Localized;
}

/** A component whose place an entry of a source may take. */
export interface FoundPaper {
  readonly key: string;
  readonly name: Localized;
}

/** How the last question of a case to a source ended. */
export interface LookUpView {
  readonly queryId: string;
  readonly outcome: SourceOutcome;
  readonly at: string;
  /** Whether an earlier answer was still good. */
  readonly isReused: boolean;
  /** Of a match: what it says for fields of the form. */
  readonly found: readonly FoundValue[];
  /** Of a match: the papers it says there are, for components of the checklist. */
  readonly papers: readonly FoundPaper[];
}

/** A source that may be asked for a procedure. */
export interface SourceView {
  readonly source: SourceKey;
  readonly name: Localized;
  /** The fields it could say something of, as they are visible now. */
  readonly fields: ReadonlyArray<{ readonly pointer: string; readonly label: Localized }>;
  /** The papers of the checklist it could spare the person. */
  readonly papers: readonly FoundPaper[];
  /** Whether it failed several times lately: it would refuse at once. */
  readonly isResting: boolean;
  readonly last?: LookUpView;
}

/**
 * Asks national sources while somebody waits. The question is written down before it leaves, in a transaction of its own, and its end
 * in another: between the two nothing is locked and no transaction is open.
 */
@Injectable()
export class LookUps {
  private readonly log = new Logger(LookUps.name);

  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly persons: PersonsService,
    private readonly sources: NationalSources,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The sources that could say something for this procedure, and how they were asked. @throws DomainError source.no-case */
  async list(principal: Asker, request: LookUpCase): Promise<SourceView[]> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const about = await this.caseOf(tx, request);
      const last = new Map((await lastQueries(tx, request.caseId, about.personId)).map((row) => [row.source, row]));
      const views = this.sources.keys.filter((source) => this.sources.licenceOf(source, request.procedureCode) !== undefined).map(async (source): Promise<SourceView> => {
        const row = last.get(source);
        return {
          source, name: SOURCE_NAMES[source], isResting: this.sources.isResting(source),
          fields: oncePerField(fieldsOf(about.form, about.declaration, source, this.today)).map(({ pointer, label }) => ({ pointer, label })),
          papers: papersOfSource(about.form, about.declaration, source).map(({ key, name }) => ({ key, name })),
          ...(row === undefined ? {} : { last: await this.view(tx, row, about.form, about.declaration) }),
        };
      });
      return (await Promise.all(views)).filter(({ fields, papers, last: asked }) => fields.length > 0 || papers.length > 0 || asked !== undefined);
    });
  }

  /**
   * Asks a source about a person, waits no longer than agreed, and says how it ended; whatever that is, the counter goes on.
   * @throws DomainError source.no-case, source.not-licensed, source.not-connected, source.identity-incomplete, command.reused
   */
  async ask(principal: Asker, request: LookUpRequest): Promise<LookUpView> {
    const as = toDatabasePrincipal(principal);
    const begun = await this.database.transaction(as, (tx) => this.begin(tx, principal, request));
    if (begun.row.outcome === null) {
      // Whoever examines asks what the source says now, not what it said to somebody within the hour.
      const isFresh = request.purpose === 'examination';
      const ending = begun.question === undefined ? { outcome: 'declined' as const, at: this.clock.now().toString() } : await this.answerTo(begun.row, begun.question, isFresh);
      await this.database.transaction(as, (tx) => endQuery(tx, request.queryId, ending));
    }
    return this.database.transaction(as, async (tx) => {
      const row = await findQuery(tx, request.queryId);
      if (row === undefined) throw new DomainError('not-found');
      const { form, declaration } = await this.caseOf(tx, request);
      return this.view(tx, row, form, declaration);
    });
  }

  /** Everything that is checked before anything leaves, and the line in the log. No question where it was answered already, or the person declines. */
  private async begin(tx: Transaction, principal: Asker, request: LookUpRequest): Promise<{ row: QueryRow; question?: SourceQuestion }> {
    const { source, queryId, procedureCode } = request;
    const about = await this.caseOf(tx, request);
    const known = await findQuery(tx, queryId);
    if (known !== undefined && (known.source !== source || known.case_id !== request.caseId || known.person_id !== about.personId)) throw new DomainError('command.reused');
    if (known?.outcome) return { row: known };
    if (!this.sources.keys.includes(source)) throw new DomainError('source.not-connected', { params: { source: SOURCE_NAMES[source] } });
    const licence = this.sources.licenceOf(source, procedureCode);
    if (licence === undefined) throw new DomainError('source.not-licensed', { params: { source: SOURCE_NAMES[source], code: procedureCode } });
    const fields = fieldsOf(about.form, about.declaration, source, this.today).filter(({ pointer }) => request.only === undefined || request.only.includes(pointer));
    const papers = request.only === undefined ? papersOfSource(about.form, about.declaration, source) : [];
    const wanted = [...new Set([...fields.map(({ path }) => path), ...pathsOfPapers(papers)])].toSorted();
    if (wanted.length === 0) throw new DomainError('source.nothing-wanted', { params: { source: SOURCE_NAMES[source] } });
    const purpose = `${LOOK_UP_PURPOSES[request.purpose]}: hỏi ${SOURCE_NAMES[source].vi}`;
    const subject = request.agreed ? await this.subjectOf(tx, principal, { ...about, caseId: request.caseId, procedureCode, purpose }) : undefined;
    const asker = principal.kind === 'officer' ? readerOf(principal) : undefined;
    const unit = asker?.kind === 'officer' ? asker : undefined;
    const now = this.clock.now().toString();
    await tx.execute(
      `insert into source_query (id, source, asked_at, principal, unit_id, role, case_id, person_id, procedure_code, licence, purpose, wanted)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing`,
      [queryId, source, now, principalKey(principal), unit?.unitId || null, unit?.role ?? null, request.caseId, about.personId, procedureCode, licence, purpose, wanted]);
    const row: QueryRow = { id: queryId, source, case_id: request.caseId, person_id: about.personId, procedure_code: procedureCode, wanted, outcome: null, asked_at: now, answered_at: null, reused: null };
    return subject === undefined ? { row } : { row, question: { id: queryId, caseId: request.caseId, procedureCode, licence, purpose, asker: unit?.unitId || 'citizen', subject, wanted } };
  }

  /** An answer that is still good, else the source itself; never longer than agreed, never a throw for a fault of the source. */
  private async answerTo(row: QueryRow, question: SourceQuestion, isFresh: boolean): Promise<Ending> {
    const kept = isFresh ? undefined : await this.database.transaction(SYSTEM, (tx) => reusableAnswer(tx, row, this.clock.now().toString()));
    const at = (): string => this.clock.now().toString();
    if (kept !== undefined) {
      const values = Object.fromEntries(Object.entries(kept.values).filter(([path]) => row.wanted.includes(path)));
      return { outcome: 'matched', at: at(), values, reused: kept.queryId };
    }
    const begun = performance.now();
    const { outcome, values } = await this.sources.ask(row.source, question).then((records): Judged => judgeAnswer(question, records, this.today), (error: unknown): Judged => ({ outcome: outcomeOfFault(error), values: {} }));
    this.sources.tell({ source: row.source, outcome, seconds: (performance.now() - begun) / 1000 });
    this.log.log({ msg: 'a source was asked', source: row.source, query: row.id, procedure: row.procedure_code, outcome, ms: Math.round(performance.now() - begun) });
    if (outcome !== 'matched') return { outcome, at: at() };
    return { outcome, at: at(), values, goodUntil: this.clock.now().add({ minutes: this.sources.validMinutesOf(row.source) }).toString() };
  }

  /** Number, name and birth date together (a year alone where the register knows no more), or no question. The look goes into the log the person reads. */
  private async subjectOf(tx: Transaction, principal: Asker, { personId, procedureCode, purpose, caseId, isDossier }: { personId: string; procedureCode: string; purpose: string; caseId: string; isDossier: boolean }): Promise<SourceSubject> {
    const { person } = await this.persons.getPerson(tx, personId, { reader: readerOf(principal), purpose, procedureCode, ...(isDossier ? { dossierId: caseId } : {}) });
    const { personalId, fullName, birthDate } = person;
    if (personalId === null || birthDate === null) throw new DomainError('source.identity-incomplete');
    return { personalId, fullName, birthDate };
  }

  /** The draft of whoever asks, or a dossier they see: a source is asked for nothing else. */
  private async caseOf(tx: Transaction, { caseId, procedureCode, personId, declaration }: LookUpCase): Promise<{ form: Form & Pick<Procedure, 'components'>; personId: string; declaration: Declaration; isDossier: boolean }> {
    const form = this.catalogue.groupInForce(procedureCode, this.today) ?? this.catalogue.getReceivable(procedureCode, this.today);
    const draft = await tx.maybeOne<{ procedure_code: string }>('select procedure_code from draft where id = $1', [caseId]);
    if (draft?.procedure_code === procedureCode) return { form, personId, declaration, isDossier: false };
    const dossier = await tx.maybeOne<{ owner: string | null; version: number }>(
      `select p.person_id as owner, d.procedure_version as version from dossier d join dossier_person p on p.dossier_id = d.id and p.role = 'owner'
        where d.id = $1 and d.procedure_code = $2 and d.closed_at is null`, [caseId, procedureCode]);
    if (dossier === undefined || dossier.owner !== personId) throw new DomainError('source.no-case');
    return { form: await this.catalogue.getVersion(procedureCode, dossier.version), personId, declaration: (await readDeclaration(tx, caseId)).data, isDossier: true };
  }

  private async view(tx: Transaction, row: QueryRow, form: Form & Pick<Procedure, 'components'>, declaration: Declaration): Promise<LookUpView> {
    const answer = row.outcome === 'matched' ? (await keptAnswers(tx, row.case_id, row.person_id)).find(({ queryId }) => queryId === row.id) : undefined;
    const values = answer?.values ?? {};
    return {
      queryId: row.id, outcome: row.outcome ?? 'timeout', at: row.answered_at ?? row.asked_at, isReused: row.reused !== null,
      found: oncePerField(fieldsOf(form, declaration, row.source, this.today).flatMap(({ pointer, label, path, name, values: answers }) => {
        const said = values[path];
        const value = said === undefined ? undefined : answerFor(said, answers);
        return value === undefined ? [] : [{ pointer, label, shown: answerText(form.declaration.properties[name]!, value) }];
      })),
      papers: papersIn(values, papersOfSource(form, declaration, row.source)).map(({ key, name }) => ({ key, name })),
    };
  }

  private get today(): string {
    return localDate(this.clock.now());
  }
}

/** Of several sources of one field the first that speaks. */
const oncePerField = <T extends { readonly pointer: string }>(found: readonly T[]): T[] => [...Map.groupBy(found, ({ pointer }) => pointer).values()].map(([first]) => first!);

/** The visible fields of a form of which a source can say something. */
function fieldsOf(form: Form, declaration: Declaration, source: SourceKey, today: string): Array<{ name: string; pointer: string; path: string; label: Localized; values?: FieldSource['values'] }> {
  return fieldSources(form, declaration, today).filter(({ path }) => provides(source, path)).map(({ field: name, pointer, path, values }) => {
    const field = form.declaration.properties[name]!;
    return { name, pointer, path, label: { vi: field.title, en: field['x-title-en'] }, ...(values === undefined ? {} : { values }) };
  });
}
