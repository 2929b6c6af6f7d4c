import { SYSTEM } from '@app/database';
import { QualityWatch } from '@app/dossiers';
import { fold, newId } from '@app/kernel';
import type { TestDesk } from './desk.js';

/** What a register delivers beside name and birthday. */
export interface Delivered {
  readonly personalId?: string;
  readonly sex?: string;
  readonly mother?: string;
  /** Biên Hoà (26068) when left out. */
  readonly commune?: string;
  readonly phone?: string;
}

/** The civil-status register delivers a record of a person, as an import does: nobody has compared it with anything. Answers its id. */
export async function deliver({ asOwner }: Pick<TestDesk, 'asOwner'>, fullName: string, birthDate: string, { commune = '26068', ...more }: Delivered = {}): Promise<string> {
  const id = newId();
  await asOwner.transaction(SYSTEM, async (tx) => {
    await tx.execute(
      `insert into person (id, full_name, name_folded, sex, birth_date, personal_id, phone, permanent_address, source, as_of) values ($1, $2, $3, $4, $5, $6, $7, $8, 'civil-status-register', '2026-10-01')`,
      [id, fullName, fold(fullName), more.sex ?? 'male', birthDate, more.personalId ?? null, more.phone ?? null, JSON.stringify({ provinceCode: '75', communeCode: commune, detail: '9 khu phố 2', text: '9 khu phố 2' })]);
    if (more.mother !== undefined) await tx.execute(`insert into relation (person_id, kind, other_id, source) values ($1, 'mother', $2, 'civil-status-register')`, [id, more.mother]);
  });
  return id;
}

/** The watch goes round some minutes after what was last said of anybody. Answers how many doubts are new. */
export async function sweepLater({ asOwner, app }: Pick<TestDesk, 'asOwner' | 'app'>): Promise<number> {
  await asOwner.transaction(SYSTEM, (tx) => tx.execute(`update person_fact set recorded_at = recorded_at - interval '5 minutes' where recorded_at > now() - interval '5 minutes'`));
  return app.get(QualityWatch).sweep();
}
