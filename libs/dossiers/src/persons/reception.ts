import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, toDatabasePrincipal, unitsWith, type OfficerPrincipal } from '@app/access';
import { Database, type Transaction } from '@app/database';
import { DomainError, fold, localDate, type Clock } from '@app/kernel';
import { OrganisationService } from '@app/organisation';
import { PersonsService, STATED, checkIdentity, tidied, type DeclaredRelation, type LikelyPerson, type Look, type Sought, type StatedBy, type StatedIdentity } from '@app/persons';
import { CLOCK } from '../clock-token.js';
import { readerOf } from '../reader-of.js';
import { keptRegisterAnswer, type KeptRegisterAnswer } from './register-inquiry.js';

/** What a card in hand says, and when it was issued. */
export interface CardSays {
  readonly personalId: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex?: StatedIdentity['sex'];
  readonly address?: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
}

/** Somebody nobody has on file, before the counter. */
export interface ReceptionRequest {
  /** Made by the client; a repeat gets the first answer. */
  readonly personId: string;
  readonly identity: StatedIdentity;
  /** The card that was scanned. */
  readonly card?: CardSays;
  /** The question to the population register whose answer is to be used. */
  readonly queryId?: string;
  /** The paper in hand, where there is neither card nor answer. */
  readonly basis?: string;
  /** Who was compared and is somebody else, and why. */
  readonly notSame?: { readonly personIds: readonly string[]; readonly reason: string };
  /** The number is on file as somebody else's: receive without it, and let the two be looked at. */
  readonly numberInDoubt?: boolean;
  readonly relation?: DeclaredRelation;
  readonly caseId?: string;
  readonly procedureCode?: string;
}

const PURPOSE = 'Đối chiếu trước khi ghi nhận người chưa có trong dữ liệu';

/** Receives people whom nobody has on file, and makes sure before that nobody has. */
@Injectable()
export class Reception {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationService,
    private readonly persons: PersonsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who on file may be the same person. @throws DomainError permission.missing */
  likely(principal: OfficerPrincipal, sought: Sought, procedureCode?: string): Promise<LikelyPerson[]> {
    requirePermission(principal, 'dossier.file');
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => this.persons.findLikely(tx, sought, this.look(principal, procedureCode)));
  }

  /**
   * Puts somebody on file, each value with the source that said it: what the population register answered, else what the card says,
   * else what the clerk read from the paper in hand.
   * @throws DomainError permission.missing, request.invalid, person.answer-differs, person.on-file, person.number-taken, person.likely-known
   */
  async receive(principal: OfficerPrincipal, request: ReceptionRequest): Promise<{ readonly id: string; readonly fullName: string }> {
    requirePermission(principal, 'dossier.file');
    const unitId = unitsWith(principal, 'dossier.file')[0] ?? '';
    const centre = await this.organisation.getUnit(unitId);
    const authority = centre.name.vi;
    const given = tidied(request.identity);
    checkIdentity(given, this.today);
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      await lock(tx, given);
      const answer = request.queryId === undefined ? undefined : await this.agreeing(tx, request.queryId, given);
      const identity = answer === undefined ? given : { ...given, ...tidied(answer.identity) };
      const basis = request.basis?.trim() ?? '';
      if (answer === undefined && request.card === undefined && basis === '') {
        throw new DomainError('request.invalid', { fields: [{ pointer: '/basis', vi: 'Ghi giấy tờ đang xem: loại, số, nơi cấp.', en: 'Say which paper is in hand: kind, number, issuer.' }] });
      }
      const numberHeldBy = await this.whoHolds(tx, request, identity);
      const { personalId, ...withoutNumber } = identity;
      const entered = numberHeldBy === undefined ? identity : withoutNumber;
      await this.compare(tx, principal, request, entered);
      const origin = { asOf: this.today, officerId: principal.officerId };
      const isNew = await this.persons.receivePerson(tx, {
        id: request.personId,
        stated: attribute(entered, answer, request.card, { ...origin, authority }),
        notSame: { personIds: request.notSame?.personIds ?? [], reason: request.notSame?.reason.trim() ?? null },
        basis: basis === '' ? null : basis,
        ...(request.relation === undefined ? {} : { relation: { ...request.relation, origin: { source: 'declared', authority, ...origin } } }),
        ...(answer === undefined || request.queryId === undefined ? {} : { queryId: request.queryId }),
        ...(request.caseId === undefined ? {} : { caseId: request.caseId }),
        ...(request.procedureCode === undefined ? {} : { procedureCode: request.procedureCode }),
        ...(numberHeldBy === undefined ? {} : { numberHeldBy }),
        unitId, officerId: principal.officerId, at: this.clock.now().toString(),
      });
      if (isNew && numberHeldBy !== undefined && personalId !== undefined) {
        const commune = centre.placeCode !== null && centre.placeCode.length === 5 ? centre.placeCode : undefined;
        await this.persons.raiseDoubt(tx, { kind: 'number-clash', personId: request.personId, otherPersonId: numberHeldBy, detail: { number: personalId }, commune, raisedBy: principal.officerId });
      }
      if (isNew) await this.persons.logLook(tx, [request.personId], { ...this.look(principal, request.procedureCode), purpose: 'Ghi nhận lần đầu vào dữ liệu tại quầy' }, ['identity']);
      return { id: request.personId, fullName: entered.fullName };
    });
  }

  /** The register's answer, which must speak of the person in hand. */
  private async agreeing(tx: Transaction, queryId: string, given: StatedIdentity): Promise<KeptRegisterAnswer> {
    const answer = await keptRegisterAnswer(tx, queryId);
    const said = answer?.identity;
    const agrees = said !== undefined && said.personalId === given.personalId && said.birthDate === given.birthDate && said.sex === given.sex && fold(said.fullName) === fold(given.fullName);
    if (answer === undefined || !agrees) throw new DomainError('person.answer-differs');
    return answer;
  }

  /** Who on file has the number already; nobody, unless the clerk says that the two are to be looked at. */
  private async whoHolds(tx: Transaction, { personId, numberInDoubt }: ReceptionRequest, identity: StatedIdentity): Promise<string | undefined> {
    const holder = identity.personalId === undefined ? undefined : await this.persons.findHolder(tx, identity.personalId);
    if (holder === undefined || holder === personId) return undefined;
    const { full_name, birth_date } = await tx.one<{ full_name: string; birth_date: string | null }>('select full_name, birth_date from person where id = $1', [holder]);
    if (fold(full_name) === fold(identity.fullName) && birth_date === identity.birthDate) throw new DomainError('person.on-file', { facts: { personId: holder } });
    if (numberInDoubt !== true) throw new DomainError('person.number-taken', { facts: { personId: holder } });
    return holder;
  }

  /** Nobody is entered twice unseen: whoever looks the same was compared, and the clerk says why it is somebody else. */
  private async compare(tx: Transaction, principal: OfficerPrincipal, { personId, notSame, procedureCode }: ReceptionRequest, identity: StatedIdentity): Promise<void> {
    const likely = (await this.persons.findLikely(tx, identity, this.look(principal, procedureCode))).filter(({ id }) => id !== personId);
    const compared = new Set(notSame?.personIds);
    if (likely.every(({ id }) => compared.has(id)) && (likely.length === 0 || (notSame?.reason ?? '').trim().length >= 5)) return;
    throw new DomainError('person.likely-known', { params: { count: likely.length } });
  }

  private look(principal: OfficerPrincipal, procedureCode: string | undefined): Look {
    return { reader: readerOf(principal), purpose: PURPOSE, ...(procedureCode === undefined ? {} : { procedureCode }) };
  }

  private get today(): string {
    return localDate(this.clock.now());
  }
}

/** Two counters that receive the same person do it one after the other. */
async function lock(tx: Transaction, { personalId, fullName }: StatedIdentity): Promise<void> {
  const keys = [...(personalId === undefined ? [] : [`number ${personalId}`]), `name ${fold(fullName).split(' ').toSorted().join(' ')}`];
  for (const key of keys.toSorted()) await tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 820))', [key]);
}

/** Each value by the first source that says it: register, card, paper in hand. */
function attribute(identity: StatedIdentity, answer: KeptRegisterAnswer | undefined, card: CardSays | undefined, declared: Omit<StatedBy['origin'], 'source'>): StatedBy[] {
  const said = answer === undefined ? undefined : tidied(answer.identity);
  const onCard: Partial<Record<keyof StatedIdentity, string | undefined>> = card ?? {};
  const sourceOf = (key: keyof StatedIdentity): 'population-register' | 'identity-card' | 'declared' => {
    if (said?.[key] !== undefined) return 'population-register';
    return onCard[key]?.normalize('NFC').trim() === identity[key] ? 'identity-card' : 'declared';
  };
  const of = (source: 'population-register' | 'identity-card' | 'declared'): Partial<StatedIdentity> =>
    Object.fromEntries(STATED.filter((key) => identity[key] !== undefined && sourceOf(key) === source).map((key) => [key, identity[key]]));
  const { officerId, asOf, authority } = declared;
  const all: StatedBy[] = [
    { origin: { source: 'population-register', asOf: answer?.asOf ?? asOf, officerId }, says: of('population-register') },
    { origin: { source: 'identity-card', asOf: card?.issuedOn ?? asOf, officerId, ...(authority === undefined ? {} : { authority }) }, says: of('identity-card') },
    { origin: { source: 'declared', asOf, officerId, ...(authority === undefined ? {} : { authority }) }, says: of('declared') },
  ];
  return all.filter(({ says }) => Object.keys(says).length > 0);
}
