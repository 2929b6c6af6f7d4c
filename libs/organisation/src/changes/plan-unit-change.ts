import { DomainError } from '@app/kernel';
import type { Unit } from '../unit.js';
import type { UnitTree } from '../unit-tree.js';
import type { NewUnit, PlannedMove, PlannedUnit, UnitChangeBody, UnitPlan } from './unit-change.js';

/** What the planner needs to know of a unit, there already or to be made. */
type Place = Pick<Unit, 'id' | 'parentId' | 'kind' | 'functions'>;

/**
 * Works a change out in every part. Pure.
 * @throws DomainError unit-change.unfit where the units do not go together, unit-change.gap where a function would be nobody's
 */
export function planUnitChange(tree: UnitTree, body: UnitChangeBody): UnitPlan {
  const planner = new Planner(tree, body);
  return body.kind === 'merge' ? planMerger(planner, body) : planSplit(planner, body);
}

/** The tree together with the units to be made. */
class Planner {
  readonly created: readonly PlannedUnit[];
  private readonly places: ReadonlyMap<string, Place>;

  constructor(private readonly tree: UnitTree, { created = [] }: UnitChangeBody) {
    this.created = created.flatMap((unit) => this.make(unit));
    this.places = new Map(this.created.map((unit) => [unit.id, unit]));
  }

  get(id: string | undefined): Place {
    const made = id === undefined ? undefined : this.places.get(id);
    if (made !== undefined) return made;
    const unit = id === undefined ? undefined : this.tree.find(id);
    if (unit?.inForce !== true) throw unfit(`Không có đơn vị "${id ?? ''}" đang hoạt động.`, `There is no unit "${id ?? ''}" in force.`);
    return unit;
  }

  /** The unit and its offices; a commune's are all below it. */
  withOffices(id: string): Place[] {
    const own = this.get(id);
    const made = this.created.filter(({ parentId }) => parentId === id);
    const there = this.tree.childrenOf(id).filter(({ kind, inForce }) => inForce && kind !== 'commune');
    return [own, ...[...there, ...made].flatMap((child) => this.withOffices(child.id))];
  }

  private make({ id, like, name, shortName, ...own }: NewUnit): PlannedUnit[] {
    const model = this.tree.find(like);
    if (model?.inForce !== true || model.parentId === null) throw unfit(`Không có đơn vị "${like}" để làm mẫu.`, `There is no unit "${like}" to be like.`);
    if (this.tree.find(id) !== undefined) throw unfit(`Mã đơn vị "${id}" đã có.`, `The unit id "${id}" is taken.`);
    if (model.kind === 'commune' && !/^c\d{5}$/u.test(id)) throw unfit('Mã của xã, phường mới gồm chữ c và năm chữ số.', 'The id of a new commune is the letter c and five digits.');
    // Codes never change hands, so a commune that receives needs its own part of them.
    if (model.kind === 'commune' && own.codeSegment === undefined) throw unfit('Xã, phường mới cần mã riêng để cấp mã hồ sơ.', 'A new commune needs its own part of dossier codes.');
    const unit: PlannedUnit = {
      id, parentId: model.parentId, kind: model.kind, like, functions: model.functions, name, shortName, codeSegment: own.codeSegment ?? null, documentSymbol: model.documentSymbol,
      placeCode: model.kind === 'commune' ? id.slice(1) : null, placeName: own.placeName ?? null, address: own.address ?? null, phone: own.phone ?? null,
    };
    // An office that is made takes its functions over from those that end.
    if (model.kind !== 'commune') return [{ ...unit, functions: [] }];
    const offices = this.tree.childrenOf(like).filter(({ inForce, kind }) => inForce && kind !== 'commune').map((office): PlannedUnit => ({
      id: office.id.replace(like, id), parentId: id, kind: office.kind, like: office.id, functions: office.functions,
      name: renamed(office.name, model, unit), shortName: renamed(office.shortName, model, unit),
      codeSegment: null, documentSymbol: office.documentSymbol, placeCode: null, placeName: null, address: null, phone: null,
    }));
    return [unit, ...offices];
  }
}

/** "Trung tâm … phường Biên Hoà" of another commune, by its short name. */
function renamed(name: Unit['name'], from: Pick<Unit, 'shortName'>, to: Pick<Unit, 'shortName'>): Unit['name'] {
  const swap = (text: string, old: string, now: string): string => text.replace(old, now).replace(lowered(old), lowered(now));
  return { vi: swap(name.vi, from.shortName.vi, to.shortName.vi), en: swap(name.en, from.shortName.en, to.shortName.en) };
}
const lowered = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

function planMerger(planner: Planner, { units, successor }: UnitChangeBody): UnitPlan {
  const to = planner.get(successor);
  if (units.length === 0 || units.includes(to.id)) throw unfit('Chọn các đơn vị sáp nhập, khác với đơn vị kế thừa.', 'Choose the units that end; none of them is the successor.');
  if (new Set(units).size < units.length) throw unfit('Mỗi đơn vị chỉ chọn một lần.', 'Choose each unit once.');
  const ending = units.map((id) => planner.get(id));
  for (const { kind, parentId } of ending) {
    if (kind !== to.kind && !(kind !== 'commune' && to.kind !== 'commune')) throw unfit('Chỉ sáp nhập các đơn vị cùng cấp.', 'Only units of one level merge.');
    if (parentId !== to.parentId) throw unfit('Chỉ sáp nhập các đơn vị cùng đơn vị cấp trên.', 'Only units below the same unit merge.');
  }
  if (to.kind !== 'commune') {
    const functions = [...new Set([...to.functions, ...ending.flatMap((unit) => unit.functions)])];
    return {
      created: planner.created, ended: ending.map(({ id }) => ({ unit: id, successor: to.id })),
      functions: [{ unit: to.id, functions }, ...ending.map(({ id }) => ({ unit: id, functions: [] }))],
      moves: ending.map(({ id }) => ({ from: id, to: to.id, units: { [id]: to.id } })), posts: [],
    };
  }
  const moves = ending.map(({ id }): PlannedMove => ({ from: id, to: to.id, units: counterparts(planner, id, to.id) }));
  return { created: planner.created, ended: endedBy(moves), functions: [], moves, posts: [] };
}

/** A commune that hands parts over and goes on; or, with a successor for what is left, one that ends. */
function planSplit(planner: Planner, { units: [id], parts = [], successor }: UnitChangeBody): UnitPlan {
  const from = planner.get(id);
  if (from.kind !== 'commune' || parts.length === 0) throw unfit('Chỉ chia xã, phường, và phải có ít nhất một phần được tách ra.', 'Only a commune is split, into one part at least beside what stays.');
  const moveTo = (to: string): PlannedMove => {
    if (planner.get(to).kind !== 'commune' || to === from.id) throw unfit('Phần được tách ra phải về một xã, phường khác.', 'A part goes to another commune.');
    if (planner.get(to).parentId !== from.parentId) throw unfit('Chỉ chia trong cùng một tỉnh, thành phố.', 'A commune is split inside its province.');
    return { from: from.id, to, units: counterparts(planner, from.id, to) };
  };
  const moves = parts.map(({ to, places, procedures, dossiers }): PlannedMove => {
    if ([places, procedures, dossiers].every((rule) => rule === undefined || rule.length === 0)) throw unfit('Mỗi phần cần một quy tắc: nơi ở, thủ tục hoặc danh sách hồ sơ.', 'Each part needs a rule: places, procedures or a list of dossiers.');
    return { ...moveTo(to), when: { ...(places?.length && { places }), ...(procedures?.length && { procedures }), ...(dossiers?.length && { dossiers }) } };
  });
  const rest = successor === undefined ? [] : [moveTo(successor)];
  return { created: planner.created, ended: endedBy(rest), functions: [], moves: [...moves, ...rest], posts: parts.flatMap(({ to, posts }) => posts.map((post) => ({ post, to }))) };
}

const endedBy = (moves: readonly PlannedMove[]): UnitPlan['ended'] => moves.flatMap(({ units }) => Object.entries(units).map(([unit, successor]) => ({ unit, successor })));

/**
 * Each office of one commune and the one of another that does its work: together they have to hold everything that one holds.
 * @throws DomainError unit-change.gap
 */
function counterparts(planner: Planner, from: string, to: string): Record<string, string> {
  const there = planner.withOffices(to);
  return Object.fromEntries(planner.withOffices(from).map((unit): [string, string] => {
    if (unit.id === from) return [from, to];
    const missing = unit.functions.filter((each) => !there.some(({ functions }) => functions.includes(each)));
    if (missing.length > 0) throw new DomainError('unit-change.gap', { params: { what: missing.join(', '), unit: to } });
    const shared = (other: Place): number => other.functions.filter((each) => unit.functions.includes(each)).length;
    const [best] = there.filter(({ id }) => id !== to).toSorted((one, other) => shared(other) - shared(one) || Number(other.kind === unit.kind) - Number(one.kind === unit.kind));
    return [unit.id, best?.id ?? to];
  }));
}

function unfit(vi: string, en: string): DomainError {
  return new DomainError('unit-change.unfit', { params: { why: { vi, en } } });
}
