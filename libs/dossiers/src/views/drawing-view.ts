import type { Transaction } from '@app/database';
import { drawSvg, type DrawingLanguage, type StoredValue, type UnitPath } from '@app/workflow';
import { getDossier } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';

/**
 * The drawing of a dossier's process as SVG, in the version it runs on: the present state and the way gone marked, the
 * units by their names.
 * @throws DomainError not-found for a dossier the caller may not see
 */
export async function drawingView(tx: Transaction, world: DossierWorld, id: string, language: DrawingLanguage, now: Temporal.Instant): Promise<string> {
  const dossier = await getDossier(tx, id);
  const [{ procedure, machine }, lines] = await Promise.all([
    world.procedureOf(tx, dossier, now),
    tx.rows<{ value: StoredValue }>(`select body::jsonb -> 'to' -> 'value' as value from journal where dossier_id = $1 order by seq`, [id]),
  ]);
  const counter = procedure.process.receive.unit;
  const paths = new Set([...machine.states.values()].flatMap(({ holder, addressee }) => (addressee === undefined ? [holder] : [holder, addressee])));
  const names = new Map<UnitPath, string>();
  for (const path of paths) {
    const unit = await (path === counter ? world.unit(dossier.receiving_unit) : world.unitAt(path, dossier.competent_commune));
    names.set(path, unit.shortName[language]);
  }
  const title = dossier.code ?? dossier.filing_number;
  return drawSvg(machine, {
    language,
    title: { vi: `${procedure.name.vi} (${title})`, en: `${procedure.name.en} (${title})` },
    current: { value: dossier.value as StoredValue },
    visited: lines.map(({ value }) => value),
    unitName: (unit) => names.get(unit) ?? unit,
  });
}
