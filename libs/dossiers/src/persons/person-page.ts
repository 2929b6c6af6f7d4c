import { Inject, Injectable } from '@nestjs/common';
import { may, requirePermission, toDatabasePrincipal, unitsWith, type OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database, type Transaction } from '@app/database';
import { DomainError, localDate, type Clock, type Localized } from '@app/kernel';
import { OrganisationService } from '@app/organisation';
import { PersonsService, SubjectsService, type Household, type OwnHousehold, type PersonFile, type Revocation } from '@app/persons';
import { CLOCK } from '../clock-token.js';
import { readCorrections, type CorrectionRecord } from './fact-corrections.js';
import { groundOf, type Ground, type GroundedLook } from './ground.js';

/** A dossier of a person that the officer may see. */
export interface PersonsDossier {
  readonly id: string;
  readonly code: string;
  readonly procedureName: string;
  readonly status: Localized;
  readonly filedAt: string;
  readonly isOpen: boolean;
  readonly role: string;
}

/** Everything an officer's page of a person shows. */
export interface PersonPage {
  readonly file: PersonFile;
  /** The household the person belongs to, without anybody else's name. */
  readonly household: OwnHousehold | undefined;
  readonly ground: GroundedLook;
  readonly corrections: readonly CorrectionRecord[];
  readonly dossiers: readonly PersonsDossier[];
  /** Names of officers and units by id, as far as the page speaks of them. */
  readonly officers: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  /** By paper: who entered its revocation by hand. */
  readonly revokedBy: ReadonlyMap<string, string>;
  readonly otherNames: ReadonlyMap<string, string>;
  readonly mayCorrect: boolean;
  readonly mayDecide: boolean;
  /** Local date, for the validity of papers. */
  readonly today: string;
}

/** A paper on file that is good no longer, as an officer enters it from the page. */
export interface PageRevocation extends Pick<Revocation, 'reason' | 'authority' | 'on'> {
  readonly ground: Ground;
}

/** A person's page at the desk: opened for a dossier, a draft, or a purpose stated shortly before, and never without. */
@Injectable()
export class PersonPages {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
    private readonly persons: PersonsService,
    private readonly subjects: SubjectsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError permission.missing, look.reason-needed, look.expired, person.unknown */
  open(principal: OfficerPrincipal, personId: string, ground: Ground): Promise<PersonPage> {
    requirePermission(principal, 'person.search');
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const grounded = await groundOf(tx, principal, personId, ground, this.clock);
      const file = await this.persons.readFile(tx, personId, grounded.look);
      const [{ household }, corrections, dossiers, revocations] = await Promise.all([
        this.subjects.belongingOf(tx, personId),
        readCorrections(tx, personId),
        this.dossiersOf(tx, personId),
        tx.rows<{ paper_id: string; recorded_by: string | null }>('select paper_id, recorded_by from paper_revocation where person_id = $1', [personId]),
      ]);
      const officers = [...file.facts.map(({ recordedBy }) => recordedBy), ...revocations.map(({ recorded_by: by }) => by), file.reception?.officerId];
      const names = await namesOf(tx, 'officer', officers);
      const unitId = file.reception?.unitId;
      return {
        file, household, ground: grounded, corrections, dossiers, officers: names,
        units: new Map(unitId === undefined ? [] : [[unitId, (await this.organisation.findUnit(unitId))?.name.vi ?? unitId]]),
        revokedBy: new Map(revocations.flatMap(({ paper_id: id, recorded_by: by }) => (by === null ? [] : [[id, names.get(by) ?? ''] as const]))),
        otherNames: await namesOf(tx, 'person', file.facts.map(({ otherId }) => otherId)),
        mayCorrect: await this.mayCorrect(principal),
        mayDecide: may(principal, 'person.approve-correction'),
        today: localDate(this.clock.now()),
      };
    });
  }

  /**
   * Who lives with the person; each who is named finds the look in their own log.
   * @throws DomainError permission.missing, look.reason-needed, look.expired
   */
  household(principal: OfficerPrincipal, personId: string, ground: Ground): Promise<Household | undefined> {
    requirePermission(principal, 'person.search');
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) =>
      this.subjects.openHousehold(tx, personId, (await groundOf(tx, principal, personId, ground, this.clock)).look));
  }

  /**
   * Enters that an agency has revoked a paper: it is never offered again, and dossiers keep what they froze.
   * @throws DomainError permission.missing, look.reason-needed, look.expired, not-found, request.invalid, reason.required, paper.revoked
   */
  async revoke(principal: OfficerPrincipal, personId: string, paperId: string, { ground, reason, authority, on }: PageRevocation): Promise<void> {
    if (!(await this.mayCorrect(principal))) throw new DomainError('permission.missing', { params: { permission: { vi: 'Đính chính dữ liệu (bộ phận hộ tịch)', en: 'Correct data on file (civil status)' } } });
    await this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      await groundOf(tx, principal, personId, ground, this.clock);
      const paper = await tx.one<{ issued_on: string | null }>('select issued_on::text from paper_on_file where id = $1 and person_id = $2', [paperId, personId]);
      if (on > localDate(this.clock.now()) || on < (paper.issued_on ?? on)) {
        throw new DomainError('request.invalid', { fields: [{ pointer: '/on', vi: 'Ngày thu hồi không trước ngày cấp và không ở tương lai.', en: 'The day is not before the issue and does not lie ahead.' }] });
      }
      if (authority.trim() === '') throw new DomainError('request.invalid', { fields: [{ pointer: '/authority', vi: 'Không được để trống.', en: 'Must not be empty.' }] });
      const revoked = await this.persons.revokePaper(tx, { paperId, reason, authority: authority.trim(), on, officerId: principal.officerId });
      if (!revoked.includes(paperId)) throw new DomainError('paper.revoked');
    });
  }

  private async dossiersOf(tx: Transaction, personId: string): Promise<PersonsDossier[]> {
    const rows = await tx.rows<{ id: string; code: string; procedure_code: string; procedure_version: number; step_name: Localized; filed_at: string; is_open: boolean; role: string }>(
      `select d.id, coalesce(d.code, d.filing_number) as code, d.procedure_code, d.procedure_version, d.step_name, d.filed_at, d.closed_at is null as is_open, min(p.role) as role
         from dossier_person p join dossier d on d.id = p.dossier_id where p.person_id = $1 group by d.id order by d.filed_at desc limit 30`, [personId]);
    return Promise.all(rows.map(async (row) => ({
      id: row.id, code: row.code, status: row.step_name, filedAt: row.filed_at, isOpen: row.is_open, role: row.role,
      procedureName: (await this.catalogue.getVersion(row.procedure_code, row.procedure_version)).name.vi,
    })));
  }

  /** Civil status is corrected where it is kept. */
  private async mayCorrect(principal: OfficerPrincipal): Promise<boolean> {
    const units = await Promise.all(unitsWith(principal, 'person.correct').map((id) => this.organisation.findUnit(id)));
    return units.some((unit) => unit?.functions.includes('justice'));
  }
}

async function namesOf(tx: Transaction, table: 'officer' | 'person', ids: ReadonlyArray<string | null | undefined>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; full_name: string }>(`select id, full_name from ${table} where id = any ($1)`, [wanted]);
  return new Map(rows.map(({ id, full_name: name }) => [id, name]));
}
