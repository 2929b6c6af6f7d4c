import { Inject, Injectable, Logger } from '@nestjs/common';
import { toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database, type Transaction } from '@app/database';
import { judgeAnswer, NationalSources, outcomeOfFault, SOURCE_NAMES, type Judged, type SourceKey, type SourceOutcome, type SourceQuestion, type SourceSubject } from '@app/exchange';
import { DomainError, localDate, type Clock } from '@app/kernel';
import { PersonsService, type Sex, type StatedIdentity } from '@app/persons';
import { principalKey } from '../act-command.js';
import { CLOCK } from '../clock-token.js';
import { readerOf } from '../reader-of.js';
import { endQuery, findQuery } from '../sources/query-rows.js';

const SOURCE: SourceKey = 'population-register';
const PURPOSE = `Tiếp nhận người chưa có trong dữ liệu: hỏi ${SOURCE_NAMES[SOURCE].vi}`;

/** What the population register is asked of somebody nobody has on file, and what it is for a person. */
const PATHS = {
  'owner.personalId': 'personalId', 'owner.fullName': 'fullName', 'owner.birthDate': 'birthDate', 'owner.sex': 'sex', 'owner.ethnicity': 'ethnicity', 'owner.nationality': 'nationality',
  'owner.birthPlace': 'birthPlace', 'owner.homeTown': 'homeTown', 'owner.permanentAddress.text': 'address',
} as const satisfies Record<string, keyof StatedIdentity>;

export interface RegisterRequest {
  /** Made by the client; a repeat gets the first answer. */
  readonly queryId: string;
  /** The officer's own draft of this procedure. */
  readonly caseId: string;
  readonly procedureCode: string;
  readonly subject: SourceSubject;
}

/** How the question ended; of a match, who the register says it is. */
export interface RegisterAnswer {
  readonly queryId: string;
  readonly outcome: SourceOutcome;
  readonly identity?: StatedIdentity;
}

/** What the register said to a question that was asked before, and on which day. */
export interface KeptRegisterAnswer {
  readonly identity: StatedIdentity;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

/**
 * Asks the population register about somebody who is on no file: with the number, name and birthday of the card or paper in hand, for a
 * draft of one's own, under the licence of its procedure. Written down before it leaves, like every question to a source.
 */
@Injectable()
export class RegisterInquiry {
  private readonly log = new Logger(RegisterInquiry.name);

  constructor(
    private readonly database: Database,
    private readonly sources: NationalSources,
    private readonly persons: PersonsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError source.no-case, source.not-licensed, source.not-connected, command.reused */
  async ask(principal: OfficerPrincipal, request: RegisterRequest): Promise<RegisterAnswer> {
    const as = toDatabasePrincipal(principal);
    const begun = await this.database.transaction(as, (tx) => this.begin(tx, principal, request));
    if (begun !== undefined) {
      const { outcome, values } = await this.sources.ask(SOURCE, begun).then((records): Judged => judgeAnswer(begun, records, this.today), (error: unknown): Judged => ({ outcome: outcomeOfFault(error), values: {} }));
      this.log.log({ msg: 'a source was asked', source: SOURCE, query: request.queryId, procedure: request.procedureCode, outcome });
      const at = this.clock.now();
      const ending = outcome === 'matched' ? { outcome, at: at.toString(), values, goodUntil: at.add({ minutes: this.sources.validMinutesOf(SOURCE) }).toString() } : { outcome, at: at.toString() };
      await this.database.transaction(as, (tx) => endQuery(tx, request.queryId, ending));
    }
    return this.database.transaction(as, async (tx) => {
      const kept = await keptRegisterAnswer(tx, request.queryId);
      return { queryId: request.queryId, outcome: (await findQuery(tx, request.queryId))?.outcome ?? 'timeout', ...(kept === undefined ? {} : { identity: kept.identity }) };
    });
  }

  /** The question, once it stands in the log; nothing where it was answered before. */
  private async begin(tx: Transaction, principal: OfficerPrincipal, { queryId, caseId, procedureCode, subject }: RegisterRequest): Promise<SourceQuestion | undefined> {
    const draft = await tx.maybeOne<{ procedure_code: string }>('select procedure_code from draft where id = $1', [caseId]);
    if (draft?.procedure_code !== procedureCode) throw new DomainError('source.no-case');
    const known = await tx.maybeOne<{ case_id: string; outcome: string | null; person_id: string | null }>('select case_id, outcome, person_id from source_query where id = $1', [queryId]);
    if (known !== undefined && (known.case_id !== caseId || known.person_id !== null)) throw new DomainError('command.reused');
    if (known !== undefined && known.outcome !== null) return undefined;
    if (!this.sources.keys.includes(SOURCE)) throw new DomainError('source.not-connected', { params: { source: SOURCE_NAMES[SOURCE] } });
    const licence = this.sources.licenceOf(SOURCE, procedureCode);
    if (licence === undefined) throw new DomainError('source.not-licensed', { params: { source: SOURCE_NAMES[SOURCE], code: procedureCode } });
    const asker = readerOf(principal);
    // Whoever turns out to be on file after all finds the question in their own log.
    const holder = await this.persons.findHolder(tx, subject.personalId);
    if (holder !== undefined) await this.persons.logLook(tx, [holder], { reader: asker, purpose: PURPOSE, procedureCode }, ['identity']);
    const unit = asker.kind === 'officer' ? asker : undefined;
    const wanted = Object.keys(PATHS).toSorted();
    await tx.execute(
      `insert into source_query (id, source, asked_at, principal, unit_id, role, case_id, procedure_code, licence, purpose, wanted)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`,
      [queryId, SOURCE, this.clock.now().toString(), principalKey(principal), unit?.unitId ?? null, unit?.role ?? null, caseId, procedureCode, licence, PURPOSE, wanted]);
    return { id: queryId, caseId, procedureCode, licence, purpose: PURPOSE, asker: unit?.unitId ?? '', subject, wanted };
  }

  private get today(): string {
    return localDate(this.clock.now());
  }
}

/** What the register said to a question about somebody on no file; nothing once the answer is gone, or there was none. */
export async function keptRegisterAnswer(tx: Transaction, queryId: string): Promise<KeptRegisterAnswer | undefined> {
  const row = await tx.maybeOne<{ body: Record<string, string>; answered_at: string }>(
    `select a.body, q.answered_at from source_query q join source_answer a on a.query_id = q.id where q.id = $1 and q.source = $2 and q.person_id is null and q.outcome = 'matched'`, [queryId, SOURCE]);
  if (row === undefined) return undefined;
  const said = Object.fromEntries(Object.entries(PATHS).flatMap(([path, key]) => (typeof row.body[path] === 'string' && row.body[path] !== '' ? [[key, row.body[path]] as const] : [])));
  const { fullName, birthDate, sex } = said;
  if (fullName === undefined || birthDate === undefined || !isSex(sex)) return undefined;
  return { identity: { ...said, fullName, birthDate, sex }, asOf: localDate(Temporal.Instant.from(row.answered_at)) };
}

const isSex = (text: string | undefined): text is Sex => text === 'male' || text === 'female';
