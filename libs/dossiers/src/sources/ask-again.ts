import { Inject, Injectable } from '@nestjs/common';
import { toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import type { SourceKey } from '@app/exchange';
import type { Clock } from '@app/kernel';
import { describe } from '@app/workflow';
import { Acts } from '../acts.js';
import { CLOCK } from '../clock-token.js';
import { readDeclaration } from '../declaration.js';
import { openDifferences } from '../differences.js';
import { getDossier, storedOf } from '../dossier-row.js';
import { DossierWorld } from '../dossier-world.js';
import { whyNot } from '../may-act.js';
import { LookUps, type LookUpCase, type SourceView } from './look-ups.js';

/** A source that could answer a field again. */
export type SourceToAsk = Pick<SourceView, 'source' | 'name' | 'fields' | 'isResting'>;

/** National sources, asked again by whoever examines a dossier in which a declared value contradicts the file. */
@Injectable()
export class AskAgain {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    private readonly lookUps: LookUps,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The sources that could say something of values in dispute; none where there is no dispute. @throws DomainError not-found, permission.missing, permission.four-eyes */
  async list(principal: OfficerPrincipal, dossierId: string): Promise<SourceToAsk[]> {
    const { about, disputed } = await this.caseOf(principal, dossierId);
    if (disputed.length === 0) return [];
    const found = (await this.lookUps.list(principal, about)).map(({ source, name, fields, isResting }) => ({ source, name, isResting, fields: fields.filter(({ pointer }) => disputed.includes(pointer)) }));
    return found.filter(({ fields }) => fields.length > 0);
  }

  /**
   * Asks about one value, waits no longer than agreed, and notes in the dossier how it ended, by an act: whatever that is, the values
   * before stay beside it. A repeat with the same id asks nobody again.
   * @throws DomainError not-found, permission.missing, permission.four-eyes, act.impossible, source.no-case, source.not-licensed, source.nothing-wanted, source.identity-incomplete, command.reused
   */
  async ask(principal: OfficerPrincipal, { dossierId, queryId, source, pointer }: { dossierId: string; queryId: string; source: SourceKey; pointer: string }): Promise<void> {
    const { about } = await this.caseOf(principal, dossierId);
    await this.lookUps.ask(principal, { ...about, queryId, source, purpose: 'examination', agreed: true, only: [pointer] });
    // What is noted is how a question ended, whatever has become of the dossier while the source was thinking.
    await this.acts.act({ id: queryId, dossierId, expectedVersion: null, event: 'askSourceAgain', data: { pointer, queryId } }, principal);
  }

  /** Only whoever may note the answer may ask. */
  private caseOf(principal: OfficerPrincipal, dossierId: string): Promise<{ about: LookUpCase; disputed: string[] }> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const dossier = await getDossier(tx, dossierId);
      const { machine } = await this.world.procedureOf(tx, dossier, this.clock.now());
      const refusal = whyNot(principal, 'askSourceAgain', dossier, describe(machine, storedOf(dossier)));
      if (refusal !== undefined) throw refusal;
      const { person_id: personId } = await tx.one<{ person_id: string }>(`select person_id from dossier_person where dossier_id = $1 and role = 'owner'`, [dossierId]);
      const declaration = await readDeclaration(tx, dossierId);
      return { about: { caseId: dossierId, procedureCode: dossier.procedure_code, personId, declaration: declaration.data }, disputed: openDifferences(declaration).map(([pointer]) => pointer) };
    });
  }
}
