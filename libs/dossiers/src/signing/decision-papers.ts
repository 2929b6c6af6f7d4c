import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { resultOf } from '@app/catalogue';
import { systemPrincipal } from '@app/access';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { fillNumber, SigningError } from '@app/documents';
import { DomainError, localDate, newId } from '@app/kernel';
import { SigningKeys, type OpenKey } from '@app/signing';
import { Contents } from '@app/storage';
import type { DecisionForm, EffectType } from '@app/workflow';
import type { ActData, SignedPaper } from '../act-command.js';
import { Acts } from '../acts.js';
import { DossierWorld } from '../dossier-world.js';
import type { Completion, EffectRow } from '../effects/effect-row.js';
import { laneTries } from '../effects/lane-tries.js';
import { BUILDERS } from '../papers/builders.js';
import { asOf, readPaperFacts, type PaperFacts } from '../papers/facts.js';
import { momentOf } from '../papers/moment.js';
import { REFUSAL_SYMBOL } from '../papers/refusal.js';
import { PAPER_OPTIONS, type PaperOptions } from '../papers/paper-options.js';
import type { BuiltPaper } from '../papers/shared.js';
import { sealingUnit } from './sealing-unit.js';
import { insertRevision, isRevised, readRevisions, type PaperRevision } from './paper-revisions.js';
import { lastingFault, signWith } from './use-key.js';

/** The name under which the results of signing come back as acts. */
export const SIGNING = 'signing';

type Signing = EffectRow<'signPaper'> | EffectRow<'sealPaper'>;
const NOTHING_MORE: Completion = () => Promise.resolve();

/**
 * The three deeds on a decision's paper, each a revision behind the bytes of the one before (decision record 45): signed with the
 * key of who decided, given its number and date, sealed with the key of the agency. What became of a key comes back as an act.
 */
@Injectable()
export class DecisionPapers {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    private readonly keys: SigningKeys,
    private readonly contents: Contents,
    private readonly acts: Acts,
    @Inject(PAPER_OPTIONS) private readonly options: PaperOptions,
  ) {}

  /** Lays the paper out with places for number, date and seal, and signs it: certified from then on. */
  sign(effect: EffectRow<'signPaper'>): Promise<Completion> {
    return this.use(effect, { done: 'signed', failed: 'signingFailed' }, async (facts, at) => {
      const { form } = effect.params;
      const officer = signingOfficer(facts, effect.seq);
      const key = await this.keys.open({ kind: 'officer', id: officer }, at);
      const { bytes, title, pages, templateVersion } = await layOut(() => BUILDERS[form](asOf(facts, effect.seq), effect.seq), at);
      const signed = await this.keepSigned(key, bytes, 'signature', at);
      return { ...signed, title, pages, templateVersion };
    });
  }

  /** Fills number and date in. They stand in the paper as the act gave them, whenever this runs. */
  async number(effect: EffectRow<'fillNumber'>): Promise<Completion> {
    const { facts, revisions } = await this.read(effect);
    const last = revisionBefore(revisions, 'signature', effect);
    const { number, numbered_at } = facts.results.at(-1) ?? {};
    if (number == null || numbered_at == null) throw new Error(`the decision of dossier ${effect.dossier_id} has no number`);
    const place = numberInPlace(number, symbolOf(facts, effect));
    const bytes = await fillNumber(await this.bytesOf(last), { number: place, date: Temporal.PlainDate.from(localDate(Temporal.Instant.from(numbered_at))) });
    const sha256 = await this.contents.keep(bytes);
    return (tx) => insertRevision(tx, {
      ...last, id: newId(), dossierId: effect.dossier_id, effectId: effect.id, seq: effect.seq, kind: 'number', sha256, size: bytes.length, keyId: null, signer: null, at: timeOf(facts, effect.seq).toString(),
    });
  }

  /** Closes the paper with the agency's seal; nothing may change after it. */
  seal(effect: EffectRow<'sealPaper'>): Promise<Completion> {
    return this.use(effect, { done: 'sealed', failed: 'sealingFailed' }, async (facts, at, revisions) => {
      const { title, pages, template_version, ...last } = revisionBefore(revisions, 'number', effect);
      const unit = sealingUnit(facts, effect.seq);
      const key = await this.keys.open({ kind: 'unit', id: unit.id }, at);
      const sealed = await this.keepSigned(key, await this.bytesOf(last), 'seal', at);
      return { ...sealed, title, pages, templateVersion: template_version };
    });
  }

  /** Uses a key and tells the dossier how it went, under the effect's own id: so it is told once. */
  private async use(effect: Signing, events: { readonly done: string; readonly failed: string }, work: (facts: PaperFacts, at: Temporal.Instant, revisions: readonly PaperRevision[]) => Promise<Omit<SignedPaper, 'effectId'>>): Promise<Completion> {
    const { facts, revisions, done, tries } = await this.read(effect);
    if (done) return NOTHING_MORE;
    try {
      const signed = await work(facts, timeOf(facts, effect.seq), revisions);
      await this.tell(effect, events.done, { signed: { ...signed, effectId: effect.id } });
    } catch (error) {
      await this.tell(effect, events.failed, { signingFault: lastingFault(error, tries).fault });
    }
    return NOTHING_MORE;
  }

  private async keepSigned(key: OpenKey, bytes: Uint8Array, field: 'signature' | 'seal', at: Temporal.Instant): Promise<Pick<SignedPaper, 'sha256' | 'size' | 'keyId' | 'signer'>> {
    const signed = await signWith(this.keys, key, bytes, field, at);
    return { sha256: await this.contents.keep(signed), size: signed.length, keyId: key.keyId, signer: key.name };
  }

  /** @throws DomainError of a refusal that the next try might not meet */
  private async tell({ id, dossier_id }: Signing, event: string, data: ActData): Promise<void> {
    try {
      await this.acts.act({ id, dossierId: dossier_id, expectedVersion: null, event, data }, systemPrincipal(SIGNING));
    } catch (error) {
      // Told before by a runner that died, or no longer waited for.
      if (!(error instanceof DomainError) || (error.code !== 'command.reused' && error.code !== 'act.impossible')) throw error;
    }
  }

  private async read<Type extends EffectType>({ id, dossier_id }: EffectRow<Type>): Promise<{ readonly facts: PaperFacts; readonly revisions: readonly PaperRevision[]; readonly done: boolean; readonly tries: number }> {
    return this.database.transaction(SYSTEM, async (tx: Transaction) => ({
      facts: await readPaperFacts(tx, this.world, this.options, dossier_id),
      revisions: await readRevisions(tx, dossier_id),
      done: await isRevised(tx, id),
      tries: await laneTries(tx, dossier_id),
    }));
  }

  private async bytesOf({ sha256 }: Pick<PaperRevision, 'sha256'>): Promise<Uint8Array> {
    return buffer(await this.contents.open(sha256));
  }
}

/** @throws SigningError value-missing: trying again helps nobody, and only the leader can take the decision back */
async function layOut(build: () => BuiltPaper, createdAt: Temporal.Instant): Promise<Pick<SignedPaper, 'title' | 'pages' | 'templateVersion'> & { readonly bytes: Uint8Array }> {
  try {
    const paper = build();
    return { ...(await paper.render({ createdAt })), title: paper.title };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'paper.value-missing') throw error;
    throw new SigningError('value-missing', 'the paper lacks a value it cannot do without', { cause: error });
  }
}

/** The revision an effect goes on from. @throws Error when the one before it is not there: the lane runs them in order */
function revisionBefore(revisions: readonly PaperRevision[], kind: 'signature' | 'number', { dossier_id, params }: { readonly dossier_id: string; readonly params: { readonly form: DecisionForm } }): PaperRevision {
  const last = revisions.at(-1);
  if (last?.kind !== kind || last.form !== params.form) throw new Error(`the paper of dossier ${dossier_id} has no ${kind} yet`);
  return last;
}

/** What stands behind the place kept for the number. */
function symbolOf(facts: PaperFacts, { seq, params: { form } }: EffectRow<'fillNumber'>): string {
  return form === 'refusal' ? REFUSAL_SYMBOL : resultOf(facts.procedure, momentOf(facts, seq).declaration).symbol;
}

/** The symbol is printed; where there is none the year stands behind the number and is filled in with it. */
function numberInPlace(number: string, symbol: string): string {
  return symbol === '' ? number : number.slice(0, -symbol.length - 1);
}

/** Whose act asked for the signature: who decided, by the constraint of `sign`. */
function signingOfficer(facts: PaperFacts, seq: number): string {
  const actor = facts.acts.find((each) => each.seq === seq)?.body.actor;
  if (actor?.kind !== 'officer' || actor.id === undefined) throw new Error(`act ${seq} of dossier ${facts.dossier.id} is no officer's`);
  return actor.id;
}

function timeOf(facts: PaperFacts, seq: number): Temporal.Instant {
  const act = facts.acts.find((each) => each.seq === seq);
  if (act === undefined) throw new Error(`dossier ${facts.dossier.id} has no act ${seq}`);
  return Temporal.Instant.from(act.at);
}
