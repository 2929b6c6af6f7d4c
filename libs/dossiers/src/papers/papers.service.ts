import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, toDatabasePrincipal, type OfficerPrincipal, type Principal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { formatInstantLong, markCopy, renderPaper } from '@app/documents';
import { DomainError, localDate, newId, ZONE, type Clock, type Localized } from '@app/kernel';
import { Contents } from '@app/storage';
import type { PaperForm } from '@app/workflow';
import { CLOCK } from '../clock-token.js';
import { DossierWorld, placeIn } from '../dossier-world.js';
import type { Completion, EffectRow } from '../effects/effect-row.js';
import { laneTries } from '../effects/lane-tries.js';
import { buildReprint } from './receipt.js';
import { BUILDERS, isPaperForm } from './builders.js';
import { asOf, readPaperFacts, type PaperFacts } from './facts.js';
import { guidanceModel } from './guidance.js';
import { PAPER_OPTIONS, type PaperOptions } from './paper-options.js';
import { readRevisions } from '../signing/paper-revisions.js';
import { ReceiptSeal } from '../signing/receipt-seal.js';
import { announcedAfter, papersFor, readIssuedPapers, type IssuedPaperRow } from './issued-papers.js';
import { isFor, type PaperReader } from './paper-reader.js';
import type { BuiltPaper } from './shared.js';
import { isSlip, SLIPS } from './slips.js';

/** A paper that has been issued. */
export type IssuedPaper = Omit<IssuedPaperRow, 'created_at' | 'status' | 'announced'> & { readonly createdAt: string };

/** A paper to be sent to somebody. */
export interface OpenedPaper {
  readonly form: PaperForm | 'guidance';
  readonly title: Localized;
  /** PDF. */
  readonly bytes: Uint8Array;
}

/** A paper that is printed once more. */
interface ReprintedRow extends Pick<IssuedPaperRow, 'form' | 'title' | 'number' | 'sha256' | 'pages'> {
  readonly seq: number;
  readonly template_version: string;
  readonly unit: string;
  readonly code: string;
  /** How often it was before. */
  readonly count: number;
}

/** A paper printed once more, with its mark. */
interface Reprint {
  readonly bytes: Uint8Array;
  readonly title: Localized;
  readonly templateVersion: string;
  readonly pages: number;
}

/** A paper stored already, or one still to be laid out. */
type Found =
  | { readonly title: Localized; readonly sha256: string }
  | { readonly paper: BuiltPaper; readonly at: string };

/** The papers of dossiers: made once by the effect of an act, kept by digest, given to whoever may see the dossier. */
@Injectable()
export class PapersService {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    private readonly catalogue: CatalogueService,
    private readonly contents: Contents,
    private readonly seal: ReceiptSeal,
    @Inject(PAPER_OPTIONS) private readonly options: PaperOptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The papers issued so far that a reader may open, oldest first. */
  async list(tx: Transaction, dossierId: string, reader: PaperReader): Promise<IssuedPaper[]> {
    return papersFor(await readIssuedPapers(tx, dossierId), reader).map(({ created_at: createdAt, status: _, announced: __, ...paper }) => ({ ...paper, createdAt }));
  }

  /** An issued paper. @throws DomainError not-found when there is none, or this reader may not open it */
  async open(principal: Principal, dossierId: string, paperId: string): Promise<OpenedPaper> {
    const paper = await this.database.transaction(toDatabasePrincipal(principal), async (tx) =>
      (await this.list(tx, dossierId, principal.kind)).find(({ id }) => id === paperId));
    if (paper === undefined) throw new DomainError('not-found');
    return { form: paper.form, title: paper.title, bytes: await this.read(paper.sha256) };
  }

  /**
   * The newest paper of a form: as stored or, when its effect has not run yet, laid out now by the same builder, so
   * that nobody waits for a backlog (a receipt then comes without the seal it will have). Officers also get a preview of a result without number and date, and the
   * control slip as it stands.
   * @param form a form's name as it stands in an address
   * @throws DomainError not-found (an unknown form too), paper.value-missing
   */
  async onRequest(principal: Principal, dossierId: string, form: string): Promise<OpenedPaper> {
    if (!isPaperForm(form)) throw new DomainError('not-found');
    const found = await this.database.transaction(toDatabasePrincipal(principal), (tx) => this.find(tx, principal.kind, dossierId, form));
    if ('sha256' in found) return { form, title: found.title, bytes: await this.read(found.sha256) };
    const { bytes } = await found.paper.render({ createdAt: Temporal.Instant.from(found.at) });
    return { form, title: found.paper.title, bytes };
  }

  /**
   * A slip that records nothing of its own, laid out now from what the acts have written: of the last handover, of the fee paid.
   * @throws DomainError not-found where there was none
   */
  async slip(principal: OfficerPrincipal, dossierId: string, kind: string): Promise<Uint8Array> {
    if (!isSlip(kind)) throw new DomainError('not-found');
    const facts = await this.database.transaction(toDatabasePrincipal(principal), (tx) => readPaperFacts(tx, this.world, this.options, dossierId));
    const slip = SLIPS[kind](facts);
    if (slip === undefined) throw new DomainError('not-found');
    return (await slip.paper.render({ createdAt: Temporal.Instant.from(slip.at) })).bytes;
  }

  /** Lays the paper of an effect out and keeps its bytes; the completion records it. Doing it twice gives one paper. */
  async issue(effect: EffectRow<'issuePaper'>): Promise<Completion> {
    const { facts, tries } = await this.database.transaction(SYSTEM, async (tx) => ({
      facts: await readPaperFacts(tx, this.world, this.options, effect.dossier_id), tries: await laneTries(tx, effect.dossier_id),
    }));
    const { form } = effect.params;
    const then = asOf(facts, effect.seq);
    const paper = BUILDERS[form](then, effect.seq);
    const at = momentAt(facts, effect.seq);
    const { bytes: plain, templateVersion, pages } = await paper.render({ createdAt: Temporal.Instant.from(at) });
    const bytes = form === 'receipt' && then.centreSeals ? await this.seal.seal(plain, then.dossier.receiving_unit, Temporal.Instant.from(at), tries) : plain;
    const sha256 = await this.contents.keep(bytes);
    return async (tx) => {
      await tx.execute(
        `insert into paper (id, dossier_id, seq, effect_id, form, title, template_version, number, sha256, size, pages, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (effect_id) do nothing`,
        [newId(), effect.dossier_id, effect.seq, effect.id, form, JSON.stringify(paper.title), templateVersion, paper.number, sha256, bytes.length, pages, at]);
    };
  }

  /**
   * Prints an issued paper once more: what was issued, marked on each page, counted, with the officer who asked for it. A receipt is laid
   * out anew, since its promise date may have moved.
   * @returns the new paper's id
   * @throws DomainError not-found, permission.missing for officers of other counters
   */
  async reprint(principal: OfficerPrincipal, dossierId: string, paperId: string): Promise<string> {
    const original = await this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const row = await tx.maybeOne<ReprintedRow>(
        `select p.form, p.seq, p.title, p.template_version, p.number, p.sha256, p.pages, d.receiving_unit as unit, d.procedure_code as code,
                (select count(*)::int from paper r where r.dossier_id = p.dossier_id and r.form = p.form and r.seq = p.seq and r.reprinted_by is not null) as count
           from paper p join dossier d on d.id = p.dossier_id where p.id = $1 and p.dossier_id = $2 and p.reprinted_by is null`, [paperId, dossierId]);
      if (row === undefined) throw new DomainError('not-found');
      requirePermission(principal, 'dossier.receive', { procedureCode: row.code, unitId: row.unit });
      return row;
    });
    const at = this.clock.now();
    const reprint = await (original.form === 'receipt' ? this.receiptAgain(principal, dossierId, original, at) : this.markedCopy(original, at));
    const sha256 = await this.contents.keep(reprint.bytes);
    const id = newId();
    await this.database.transaction(toDatabasePrincipal(principal), (tx) => tx.execute(
      `insert into paper (id, dossier_id, seq, form, title, template_version, number, sha256, size, pages, reprinted_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, dossierId, original.seq, original.form, JSON.stringify(reprint.title), reprint.templateVersion, original.number, sha256, reprint.bytes.length, reprint.pages, principal.officerId, at.toString()]));
    return id;
  }

  private async receiptAgain(principal: OfficerPrincipal, dossierId: string, { seq, count }: ReprintedRow, at: Temporal.Instant): Promise<Reprint> {
    const facts = await this.database.transaction(toDatabasePrincipal(principal), (tx) => readPaperFacts(tx, this.world, this.options, dossierId));
    const paper = buildReprint(asOf(facts, seq), seq, { count: count + 1, at: at.toString() });
    return { ...(await paper.render({ createdAt: at })), title: paper.title };
  }

  private async markedCopy({ sha256, title, template_version, pages, count }: ReprintedRow, at: Temporal.Instant): Promise<Reprint> {
    const bytes = await markCopy(await this.read(sha256), `BẢN IN LẠI lần ${count + 1}, lúc ${formatInstantLong(at)}`);
    return { bytes, pages, templateVersion: template_version, title: { vi: `${title.vi} (bản in lại lần ${count + 1})`, en: `${title.en} (reprint ${count + 1})` } };
  }

  /**
   * The guidance slip of a procedure as it holds there; the same bytes all day.
   * @param unitId the unit that hands it out; left out on the public page, which tells what holds in the province of this desk
   * @throws DomainError procedure.unknown, not-found
   */
  async renderGuidance(code: string, unitId?: string): Promise<OpenedPaper> {
    const day = localDate(this.clock.now());
    const line = unitId === undefined ? [] : await this.world.lineOf((await this.world.unit(unitId)).id);
    const guidance = this.catalogue.describe(code, day, unitId === undefined ? await this.world.homePlace() : placeIn(line));
    const createdAt = Temporal.PlainDate.from(day).toZonedDateTime(ZONE).toInstant();
    const { bytes } = await renderPaper('guidance', guidanceModel(guidance, line, this.options, day), { createdAt });
    return { form: 'guidance', title: { vi: `Phiếu hướng dẫn: ${guidance.name.vi}`, en: `Guidance slip: ${guidance.name.en}` }, bytes };
  }

  private async find(tx: Transaction, reader: PaperReader, dossierId: string, form: PaperForm): Promise<Found> {
    const [dossier, effects] = await Promise.all([
      tx.one<{ status: number }>('select status from dossier where id = $1', [dossierId]),
      tx.rows<{ seq: number; sha256: string | null; title: Localized | null; announced: boolean }>(
        `select e.seq, p.sha256, p.title, ${announcedAfter('e')} as announced from effect e left join paper p on p.effect_id = e.id
          where e.dossier_id = $1 and e.kind in ('issuePaper', 'sealPaper') and e.params ->> 'form' = $2 order by e.seq desc, e.n desc`, [dossierId, form]),
    ]);
    const underway = reader === 'citizen' ? undefined : await this.underway(tx, dossierId, form);
    if (underway !== undefined) return underway;
    // While a correction is under way the citizen still gets the result as it was handed out.
    const effect = effects.find(({ announced }) => isFor(reader, { form, status: dossier.status, announced }));
    if (effect === undefined && effects.length > 0) throw new DomainError('not-found');
    if (effect?.sha256 && effect.title) return { title: effect.title, sha256: effect.sha256 };
    // A paper of an agency came with its decision: no act of ours issues it, and nothing is laid out in its place.
    const agencys = effect === undefined ? (await this.list(tx, dossierId, reader)).findLast((paper) => paper.form === form) : undefined;
    if (agencys !== undefined) return { title: agencys.title, sha256: agencys.sha256 };
    const facts = await readPaperFacts(tx, this.world, this.options, dossierId);
    const seq = effect?.seq ?? previewSeq(facts, reader, form);
    if (seq === undefined) throw new DomainError('not-found');
    return { paper: BUILDERS[form](asOf(facts, seq), seq), at: momentAt(facts, seq) };
  }

  /** A decision's paper between its signature and its seal, for officers: what is signed is what is shown. */
  private async underway(tx: Transaction, dossierId: string, form: PaperForm): Promise<Found | undefined> {
    const last = (await readRevisions(tx, dossierId)).at(-1);
    const { signature } = await tx.one<{ signature: string | null }>(`select context ->> 'signature' as signature from dossier where id = $1`, [dossierId]);
    return last !== undefined && last.form === form && last.kind !== 'seal' && signature === 'given' ? last : undefined;
  }

  private async read(sha256: string): Promise<Uint8Array> {
    return buffer(await this.contents.open(sha256));
  }
}

/** The time of an act, which its papers carry. */
function momentAt(facts: PaperFacts, seq: number): string {
  const act = facts.acts.find((each) => each.seq === seq);
  if (act === undefined) throw new Error(`dossier ${facts.dossier.id} has no act ${seq}`);
  return act.at;
}

/** At which act a paper nobody has issued is shown to an officer; nothing where there is nothing to show. */
function previewSeq({ dossier, procedure }: PaperFacts, reader: PaperReader, form: PaperForm): number | undefined {
  const received = dossier.received_at !== null;
  const ours = !procedure.process.steps.some(({ kind }) => kind === 'elsewhere');
  const shown = form === 'control-slip' || (form === 'result' && ours && dossier.outcome !== 'refused');
  return reader !== 'citizen' && received && shown ? dossier.version : undefined;
}
