import { checkStateMap, compile } from '@app/workflow';
import type { ProcedureFault } from '../procedure-fault.js';
import type { Procedure } from '../procedure.js';
import type { Migration } from './migration.js';

/** What of the migrations of a document can be told without the earlier versions. */
export function checkMigrations({ version, migrations = [], pinned }: Pick<Procedure, 'version' | 'migrations' | 'pinned'>): ProcedureFault[] {
  const faults: ProcedureFault[] = [];
  if (pinned !== undefined && migrations.length > 0) {
    faults.push({ pointer: '/migrations', vi: 'Hồ sơ tiếp nhận trước phải giữ phiên bản cũ theo luật, nên không thể có cách chuyển. Hãy bỏ một trong hai.', en: 'By law dossiers received before stay with the earlier version, so there can be no migration. Take one of the two away.' });
  }
  for (const [index, { from }] of migrations.entries()) {
    if (from >= version) faults.push({ pointer: `/migrations/${index}/from`, vi: `Chỉ chuyển được từ phiên bản nhỏ hơn ${version}.`, en: `Only a version below ${version} can be moved from.` });
    if (migrations.findIndex((each) => each.from === from) < index) faults.push({ pointer: `/migrations/${index}/from`, vi: `Phiên bản ${from} có hai cách chuyển. Hãy bỏ bớt một.`, en: `Version ${from} has two migrations. Take one away.` });
  }
  return faults;
}

/**
 * Checks a migration between two versions: every state of the earlier machine has its place, renamed fields and papers exist on
 * both sides.
 * @param pointer where the migration stands in the document of the later version
 */
export function checkMigration(earlier: Procedure, later: Procedure, { states = {}, declaration = {}, components = {} }: Migration, pointer: string): ProcedureFault[] {
  const faults = checkStateMap(compile(earlier.process), compile(later.process), states).map(({ path, vi, en }): ProcedureFault => ({ pointer: `${pointer}/states/${path}`, vi, en }));
  const missing = (at: string, what: string, version: number): void => {
    faults.push({ pointer: `${pointer}${at}`, vi: `Phiên bản ${version} không có "${what}". Hãy sửa lại.`, en: `Version ${version} has no "${what}". Correct it.` });
  };
  const [old, now] = [earlier.declaration.properties, later.declaration.properties];
  for (const [from, to] of Object.entries(declaration.rename ?? {})) {
    if (old[from] === undefined) missing(`/declaration/rename/${from}`, from, earlier.version);
    if (now[to] === undefined) missing(`/declaration/rename/${from}`, to, later.version);
  }
  for (const name of Object.keys(declaration.set ?? {})) if (now[name] === undefined) missing(`/declaration/set/${name}`, name, later.version);
  for (const name of declaration.remove ?? []) if (old[name] === undefined) missing('/declaration/remove', name, earlier.version);
  const lost = Object.keys(old).filter((name) => now[name] === undefined && declaration.rename?.[name] === undefined && !(declaration.remove ?? []).includes(name));
  for (const name of lost) {
    faults.push({ pointer: `${pointer}/declaration`, vi: `Phiên bản mới không còn câu hỏi "${name}". Hãy đổi tên hoặc bỏ câu trả lời một cách rõ ràng.`, en: `The new version no longer asks "${name}". Rename it or remove the answer explicitly.` });
  }
  for (const [from, to] of Object.entries(components)) {
    if (!earlier.components.some(({ key }) => key === from)) missing(`/components/${from}`, from, earlier.version);
    if (!later.components.some(({ key }) => key === to)) missing(`/components/${from}`, to, later.version);
  }
  return faults;
}
