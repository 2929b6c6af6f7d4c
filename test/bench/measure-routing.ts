import { CatalogueService } from '@app/catalogue';
import { createDataSource, Database, SYSTEM, type Transaction } from '@app/database';
import { DossierWorld } from '@app/dossiers';
import { newId, systemClock } from '@app/kernel';
import { insertAuthorityRules, OrganisationService, type AuthorityRuleBody } from '@app/organisation';
import { officeOf, type Agency } from '@app/workflow';
import type { BenchOffice } from './bench-office.js';
import { quantile, rounded } from './statistics.js';

/** Milliseconds for finding who decides one dossier and which unit that is, and what had to be looked through. */
export interface RoutingFigures {
  readonly median: number;
  readonly p99: number;
  readonly communes: number;
  readonly provinces: number;
  readonly rules: number;
}

const CODES = ['1.001193', '1.004873', '2.000635'];

/**
 * Routes dossiers of every commune of the country: the rule of authority in force, asked in a transaction of its own as an act
 * does, and the unit it means there. Each commune has its centre, office and records, each province its departments, and each
 * commune a rule of its own.
 */
export async function measureRouting(office: BenchOffice, count: number): Promise<RoutingFigures> {
  const owner = await createDataSource({ url: office.migratorUrl, role: 'migrator' }).initialize();
  const rules = await new Database(owner).transaction(SYSTEM, enterCountry);
  await owner.destroy();
  const { app } = office;
  const [organisation, world, database] = [app.get(OrganisationService), app.get(DossierWorld), app.get(Database)];
  await organisation.renew();
  const [communes, provinces] = await Promise.all([organisation.findUnits({ kind: 'commune', limit: 10_000 }), organisation.findUnits({ kind: 'province', limit: 100 })]);
  const versions = CODES.map((code) => app.get(CatalogueService).find(code)!.versions[0]!);

  const route = async (index: number): Promise<number> => {
    const procedure = versions[index % versions.length]!;
    // A stride without a common divisor: neighbours in time are no neighbours in place.
    const commune = communes[(index * 1_009) % communes.length]!;
    const dossier = { id: newId(), procedure_code: procedure.code, procedure_version: procedure.version, authority: null, received_at: null, competent_commune: commune.id };
    const begun = performance.now();
    await database.transaction(SYSTEM, async (tx) => {
      const decided = await world.procedureOf(tx, dossier, systemClock.now());
      await world.unitAt(officeOf(decided.procedure.process)!, commune.id);
    });
    return performance.now() - begun;
  };
  for (let index = 0; index < 200; index += 1) await route(index);
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) times.push(await route(index));
  return { median: rounded(quantile(times, 0.5), 2), p99: rounded(quantile(times, 0.99), 2), communes: communes.length, provinces: provinces.length, rules };
}

/** Offices for the whole country and rules at each level of it; answers how many rules there are. */
async function enterCountry(tx: Transaction): Promise<number> {
  const units = `insert into unit (id, parent_id, path, kind, functions, name_vi, name_en, short_vi, short_en, since)
    select u.id || '.' || f.word, u.id, (u.path::text || '.' || f.word)::ltree, f.kind, f.functions, f.name, f.name, f.name, f.name, u.since
    from unit u cross join (values `;
  await tx.execute(`${units} ('centre', 'centre', '{centre}'::text[], 'Trung tâm'), ('office', 'office', '{justice,records}'::text[], 'Văn phòng')) f (word, kind, functions, name)
    where u.kind = 'commune' on conflict (id) do nothing`);
  await tx.execute(`${units} ('justice', 'department', '{justice}'::text[], 'Sở Tư pháp'), ('home-affairs', 'department', '{home-affairs}'::text[], 'Sở Nội vụ')) f (word, kind, functions, name)
    where u.kind = 'province' on conflict (id) do nothing`);
  const seats = await tx.rows<{ id: string }>(`select id from unit where kind in ('province', 'commune') order by id`);
  const rule = (unitId: string, index: number, from: string, until?: string): AuthorityRuleBody & { id: string } => ({
    id: newId(), scope: index % 2 === 0 ? { procedureCode: CODES[index % CODES.length]! } : { fieldCode: 'G15-TP07' }, unitId, level: 'commune' satisfies Agency, from,
    ...(until === undefined ? {} : { until }), basis: { number: `${index}/QĐ-UBND` }, provenance: 'bench',
  });
  await insertAuthorityRules(tx, seats.flatMap(({ id }, index) => [rule(id, index, '2025-07-01'), rule(id, index, '2026-01-01', '2026-06-30')]));
  return (await tx.one<{ rules: number }>('select count(*)::int as rules from authority_rule')).rules;
}
