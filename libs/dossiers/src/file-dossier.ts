import { Inject, Injectable } from '@nestjs/common';
import { may, requirePermission, toDatabasePrincipal, type Principal } from '@app/access';
import { CatalogueService, channelsText, requiredComponents, validateDeclaration, withoutLinkedAnswers, type Declaration, type EffectiveProcedure, type Procedure } from '@app/catalogue';
import { Database, type Transaction } from '@app/database';
import { assessFee } from '@app/fees';
import { DomainError, fold, localDate, newSecret, newToken, type Clock } from '@app/kernel';
import type { Unit } from '@app/organisation';
import { recordFetched, type PaperOnFile } from '@app/persons';
import { begin } from '@app/workflow';
import { applyAct } from './apply-act.js';
import type { ActAnswer, ActData, SuppliedComponent } from './act-command.js';
import { CLOCK } from './clock-token.js';
import { filingNumber } from './numbers/codes.js';
import { asReusedCommand, findAnswer, rememberCommand } from './commands.js';
import { attachFiles, writeComponents } from './components.js';
import { writeDeclaration, type Origin } from './declaration.js';
import { lockDossier } from './dossier-row.js';
import { DossierWorld } from './dossier-world.js';
import { keepScore } from './once-only/keep-score.js';
import { LaneNudge } from './effects/lane-nudge.js';

/** A person as frozen into a dossier at filing. */
export interface FiledPerson {
  readonly personId: string;
  readonly fullName: string;
  readonly personalId: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string;
}

/** An organisation as frozen into a dossier at filing. */
export interface FiledOrganisation {
  readonly organisationId: string;
  readonly name: string;
  readonly code: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string;
}

/** A filing: by a citizen online, or by a clerk for the person at the counter, who stays the applicant. */
export interface Filing {
  readonly commandId: string;
  /** Made by the client, so that a repeat meets the same dossier. */
  readonly dossierId: string;
  readonly procedureCode: string;
  readonly channel: 'counter' | 'online' | 'post';
  readonly delivery: 'counter' | 'post' | 'electronic';
  /** The unit whose centre receives it. */
  readonly communeId: string;
  /** The commune whose offices decide, where that is another one (non-boundary receipt, Decree 118/2025 Art. 14(4)). */
  readonly competentCommuneId?: string;
  /** Where a clerk helps to file online; neither where it is received nor where it is decided. */
  readonly helpUnitId?: string;
  /** The commune at whose centre the result is collected, where that is not the one that receives. */
  readonly collectCommuneId?: string;
  readonly owner: FiledPerson;
  readonly filer?: { readonly person: FiledPerson; readonly ground: string };
  /** The organisation that owns it, where one does: `owner` then acts for it, in the recorded role named here, and is the filer. */
  readonly onBehalfOf?: { readonly organisation: FiledOrganisation; readonly role: string };
  readonly declaration: Declaration;
  readonly origins: Readonly<Record<string, Origin>>;
  readonly components: readonly SuppliedComponent[];
  /** Digests of the papers on file that are used. */
  readonly paperDigests: ReadonlyMap<string, string>;
  /** The components for which a paper on file could be used, whether or not one is. */
  readonly offeredPapers?: readonly string[];
  /** Papers used that a national source named for this case: they go on the owner's file with it. */
  readonly fetchedPapers?: readonly PaperOnFile[];
  readonly draftId?: string;
  /** The linked group it is a member of. */
  readonly linkedGroup?: string;
  /** Papers that are results of other members of the group: component → SHA-256. */
  readonly passed?: ReadonlyMap<string, string>;
  /** Whether a clerk helped, where that does not follow from who acts. */
  readonly assisted?: boolean;
  /** The first act: `file` online; at the counter what the clerk does with the person standing there. */
  readonly event: 'file' | 'receive' | 'refuseReceipt' | 'requestSupplement';
  readonly data: ActData;
}

/** A dossier to be made: its filing, judged already. */
export interface NewDossier {
  readonly filing: Filing;
  readonly procedure: Procedure;
  /** As cleaned by the procedure's form. */
  readonly declaration: Declaration;
  readonly centre: Unit;
  readonly now: Temporal.Instant;
  readonly principal: Principal;
  /** Writes the command down with its answer. */
  readonly remember: (answer: FilingAnswer) => Promise<void>;
}

/** The answer of a filing: with the secret that the slip prints. */
export interface FilingAnswer extends ActAnswer {
  readonly filingNumber: string;
  readonly secret: string;
}

/** Makes dossiers. The dossier and its first act are one transaction: there is no dossier without a line in the journal. */
@Injectable()
export class FileDossier {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly world: DossierWorld,
    private readonly nudge: LaneNudge,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the answer; a repeat of the same command gets the first one
   * @throws DomainError procedure.unknown, procedure.not-receivable, procedure.referred, declaration.invalid,
   *   components.missing, permission.missing, command.reused, reroute.commune-unknown, calendar.no-hours, calendar.year-not-loaded
   */
  async file(asked: Filing, principal: Principal): Promise<FilingAnswer> {
    const filing = await this.world.standing(asked);
    const now = this.clock.now();
    const today = localDate(now);
    const place = await this.world.placeOf(filing.communeId);
    const procedure = this.catalogue.getReceivable(filing.procedureCode, today, place);
    refuseClosedChannel(this.catalogue.effective(procedure, place, today), filing.channel);
    const declaration = this.checkDeclaration(procedure, filing, now);
    const centre = await this.world.counterAt(procedure.process.receive.unit, filing.communeId);
    this.mayFile(principal, procedure, filing.helpUnitId ?? centre.id);
    // A province's own centre receives for a commune and never for itself.
    if (filing.competentCommuneId === undefined && (await this.world.unit(filing.communeId)).kind !== 'commune') throw new DomainError('reroute.commune-unknown');
    if (filing.competentCommuneId !== undefined) await this.world.unitElsewhere(procedure.process.receive.unit, filing.competentCommuneId);
    // As it was asked: a repeat after a merger is still the same command.
    const body = commandBody(asked);

    const answer = await asReusedCommand(this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const [known, { fresh }] = await Promise.all([
        findAnswer(tx, filing.commandId, body, principal),
        tx.one<{ fresh: boolean }>('select dossier_is_new($1) as fresh', [filing.dossierId]),
      ]);
      if (known) return known;
      if (!fresh) return await this.answerOfTwin(tx, filing, body, principal);
      const made = await this.make(tx, { filing, procedure, declaration, centre, now, principal, remember: (answer) => rememberCommand(tx, { id: filing.commandId, body }, principal, answer, now.toString()) });
      return made ?? (await this.answerOfTwin(tx, filing, body, principal));
    }));
    this.nudge.wake();
    return answer as FilingAnswer;
  }

  /**
   * Makes one dossier with its first act inside a transaction that is open already: by {@link file}, or for a member of a
   * linked group. Answers nothing when a dossier of that id is there.
   */
  async make(tx: Transaction, { filing, procedure, declaration, centre, now, principal, remember }: NewDossier): Promise<FilingAnswer | undefined> {
    const inserted = await this.insert(tx, filing, procedure, declaration, centre, now, principal);
    const dossier = await lockDossier(tx, filing.dossierId);
    if (!inserted) return undefined;
    const withSecret = (result: ActAnswer): FilingAnswer => ({ ...result, filingNumber: dossier.filing_number, secret: dossier.look_up_secret });
    return withSecret(await applyAct({
      tx, world: this.world, principal, now, dossier, event: filing.event, data: filing.data, commandId: filing.commandId, expectedVersion: null,
      remember: (result) => remember(withSecret(result)),
    }));
  }

  /** The same filing came twice at once and its twin was quicker: what it answered, this one answers too. */
  private async answerOfTwin(tx: Transaction, { commandId }: Filing, body: unknown, principal: Principal): Promise<ActAnswer> {
    const known = await findAnswer(tx, commandId, body, principal);
    if (known === undefined) throw new DomainError('command.reused');
    return known;
  }

  /**
   * A clerk files only where the post allows it: where it is received, or where it is helped; a citizen files for themselves.
   * @throws DomainError permission.missing
   */
  mayFile(principal: Principal, procedure: Procedure, unitId: string): void {
    if (principal.kind === 'officer' && !may(principal, 'dossier.file', { procedureCode: procedure.code, unitId })) {
      requirePermission(principal, 'dossier.file', { procedureCode: procedure.code, unitId });
    }
  }

  /** A refused or incomplete dossier may be recorded with a faulty declaration: that is what the slip tells the person. */
  private checkDeclaration(procedure: Procedure, filing: Filing, now: Temporal.Instant): Declaration {
    const assessed = validateDeclaration(procedure, withoutLinkedAnswers(procedure, filing.declaration), localDate(now));
    const mustBeRight = filing.event === 'receive' || filing.event === 'file';
    if (mustBeRight && assessed.faults.length > 0) throw new DomainError('declaration.invalid', { fields: assessed.faults });
    return assessed.declaration;
  }

  /** Inserts the dossier with its parties and contents; false when that id exists already. */
  private async insert(
    tx: Transaction, filing: Filing, procedure: Procedure, declaration: Declaration, centre: Unit, now: Temporal.Instant, principal: Principal,
  ): Promise<boolean> {
    const { machine } = await this.world.procedure(procedure.code, procedure.version);
    const start = begin(machine);
    const competent = filing.competentCommuneId ?? filing.communeId;
    const head = await this.world.unitAt(start.meta.head, (await this.world.unit(filing.communeId)).kind === 'commune' ? filing.communeId : competent);
    const collect = filing.collectCommuneId === undefined ? null : (await this.world.counterAt(procedure.process.receive.unit, filing.collectCommuneId)).id;
    const at = now.toString();
    const local = await this.world.effective(procedure, filing.competentCommuneId ?? filing.communeId, localDate(now));
    const fee = assessFee(local.procedure.fee, declaration, { channel: filing.channel });
    const parties = [
      { kind: 'unit', party: centre.id, role: 'receiver' },
      ...(filing.helpUnitId === undefined ? [] : [{ kind: 'unit', party: filing.helpUnitId, role: 'helper' }]),
      // Whoever acts for an organisation sees its dossier by the role, and so only while it lasts.
      filing.onBehalfOf === undefined
        ? { kind: 'person', party: filing.owner.personId, role: 'owner' }
        : { kind: 'organisation', party: filing.onBehalfOf.organisation.organisationId, role: 'owner' },
      ...(filing.filer === undefined ? [] : [{ kind: 'person', party: filing.filer.person.personId, role: 'filer' }]),
    ];
    // Parties first: row security lets the new row be seen only through them.
    await tx.execute(
      `insert into dossier_party (dossier_id, kind, party, role, since)
       select $1, kind, party, role, $3 from jsonb_to_recordset($2::jsonb) as r (kind text, party text, role text) on conflict do nothing`,
      [filing.dossierId, JSON.stringify(parties), at]);
    const inserted = await tx.execute(
      `insert into dossier (id, filing_number, look_up_secret, qr_token, procedure_code, procedure_version, channel, assisted, delivery, value, context,
         status, step_name, stage, clock_state, commune, receiving_unit, holder_unit, holder_role, fee, filed_at, updated_at, version,
         competent_commune, head_unit, help_unit, collect_unit, linked_group, owner_organisation)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, $18, $19, $20, $20, 0, $21, $22, $23, $24, $25, $26)
       on conflict (id) do nothing`,
      [filing.dossierId, filingNumber(filing.communeId, now, newSecret()), newSecret(), newToken(), procedure.code, procedure.version, filing.channel,
        filing.assisted ?? principal.kind === 'officer', filing.delivery, JSON.stringify(start.value), JSON.stringify(start.context), start.meta.status,
        JSON.stringify(start.meta.name), JSON.stringify(start.meta.stage), start.meta.clock, filing.communeId, centre.id, start.meta.role, JSON.stringify(fee), at,
        competent, head.id, filing.helpUnitId ?? null, collect === centre.id ? null : collect, filing.linkedGroup ?? null,
        filing.onBehalfOf?.organisation.organisationId ?? null]);
    if (inserted === 0) return false;
    await this.insertPeople(tx, filing);
    await writeDeclaration(tx, filing.dossierId, 1, declaration, filing.origins, now);
    await writeComponents(tx, filing.dossierId, procedure, declaration, filing.components, centre.id, filing.paperDigests, localDate(now), filing.passed, filing.offeredPapers);
    const known = new Set(requiredComponents(procedure, declaration).map(({ key }) => key));
    await attachFiles(tx, filing.dossierId, filing.components.filter(({ key }) => known.has(key)), filing.draftId);
    await recordFetched(tx, filing.fetchedPapers ?? []);
    await keepScore(tx, procedure, filing.dossierId);
    if (filing.draftId !== undefined) await tx.execute('delete from draft where id = $1', [filing.draftId]);
    return true;
  }

  private async insertPeople(tx: Transaction, filing: Filing): Promise<void> {
    const people = peopleOf(filing).map((each) => ({ ...each, nameFolded: fold(each.fullName) }));
    await tx.execute(
      `insert into dossier_person (dossier_id, role, person_id, organisation_id, ground, full_name, name_folded, personal_id, phone, email, address)
       select $1, role, "personId", "organisationId", ground, "fullName", "nameFolded", "personalId", phone, email, address
         from jsonb_to_recordset($2::jsonb) as r (role text, "personId" uuid, "organisationId" uuid, ground text, "fullName" text, "nameFolded" text, "personalId" text, phone text, email text, address text)`,
      [filing.dossierId, JSON.stringify(people)]);
  }
}

/** Owner and filer as the dossier keeps them. */
function peopleOf({ owner, filer, onBehalfOf }: Filing) {
  if (onBehalfOf === undefined) return [{ role: 'owner', ground: null, ...owner }, ...(filer === undefined ? [] : [{ role: 'filer', ground: filer.ground, ...filer.person }])];
  const { name: fullName, code: personalId, ...organisation } = onBehalfOf.organisation;
  return [{ role: 'owner', ground: null, fullName, personalId, ...organisation }, { role: 'filer', ground: onBehalfOf.role, ...owner }];
}

/** What makes a repeat the same command: what was on file meanwhile does not. */
export function commandBody({ offeredPapers: _, fetchedPapers: __, ...asked }: Filing): object {
  return { ...asked, paperDigests: [...asked.paperDigests.keys()] };
}

/** A way of filing a place does not offer is closed there, whatever the screen showed. */
function refuseClosedChannel({ procedure: { channels, code } }: EffectiveProcedure, channel: Filing['channel']): void {
  if (!channels.includes(channel)) throw new DomainError('procedure.channel-closed', { params: { code, channels: channelsText(channels) }, facts: { channels: [...channels] } });
}
