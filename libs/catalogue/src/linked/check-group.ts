import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { dataPath, matches, newValidator, type Condition } from '@app/kernel';
import { checkForm, conditionsOfField, namesIn, unknownQuestions } from '../check-declaration.js';
import { faultOfSchemaError, type ProcedureFault } from '../procedure-fault.js';
import type { Field, Procedure } from '../procedure.js';
import { unusableSchemas } from '../unusable-schemas.js';
import { fillingsOf, type GroupMember, type LinkedGroup } from './linked-group.js';

/** The published JSON Schema of a linked group. */
export const GROUP_SCHEMA = 'libs/procedures/linked-group.schema.json';

let validate: ValidateFunction<LinkedGroup> | undefined;

function groupValidator(): ValidateFunction<LinkedGroup> {
  const read = (file: string): object => JSON.parse(readFileSync(dataPath(file), 'utf8')) as object;
  validate ??= newValidator().addSchema(read('libs/procedures/procedure.schema.json')).compile<LinkedGroup>(read(GROUP_SCHEMA));
  return validate;
}

/** Whether a document means to be a linked group. */
export function looksLikeGroup(document: unknown): boolean {
  return typeof document === 'object' && document !== null && 'group' in document;
}

const fault = (pointer: string, vi: string, en: string): ProcedureFault => ({ pointer, vi, en });

/** What is wrong with a group by itself: schema, form, conditions, its members among each other. */
export function checkGroup(document: unknown): ProcedureFault[] {
  const isGroup = groupValidator();
  if (!isGroup(document)) return isGroup.errors!.filter(({ keyword }) => keyword !== 'if').map(faultOfSchemaError);
  const faults = unusableSchemas([...formSchemas(document), ...conditionsOf(document)]);
  return faults.length > 0 ? faults : [...checkForm(document), ...unknownQuestions(document.declaration.properties, conditionsOf(document)), ...checkOrder(document), ...checkUse(document)];
}

type Named = readonly [pointer: string, condition: Condition | undefined];

function formSchemas({ declaration, components }: LinkedGroup): Array<readonly [string, Condition | boolean]> {
  return [
    ...Object.entries(declaration.properties).flatMap(([name, field]) => [field, ...conditionsOfField(field)].map((schema): readonly [string, Condition] => [`/declaration/properties/${name}`, schema])),
    ...components.map(({ required }, index): readonly [string, Condition | boolean] => [`/components/${index}/required`, required]),
  ];
}

/** When each member is asked for, and when each of its fillings applies. */
function conditionsOf({ group }: LinkedGroup): Named[] {
  return group.members.flatMap((member, index): Named[] => [
    [`/group/members/${index}/when`, member.when],
    ...Object.keys(member.declaration).flatMap((field) => fillingsOf(member, field).map(({ when }): Named => [`/group/members/${index}/declaration/${field}`, when])),
  ]);
}

/** Who waits for whom: every one named is there, nobody waits in a circle, and nobody for one that may not be asked for. */
function checkOrder({ group: { members } }: LinkedGroup): ProcedureFault[] {
  const faults: ProcedureFault[] = [];
  const byKey = new Map(members.map((member) => [member.key, member]));
  if (byKey.size < members.length) faults.push(fault('/group/members', 'Hai thủ tục thành phần cùng mang một khóa. Hãy đổi một khóa.', 'Two members have the same key. Change one.'));
  members.forEach((member, index) => {
    const pointer = `/group/members/${index}`;
    for (const key of waitsFor(member)) {
      const other = byKey.get(key);
      if (other === undefined) faults.push(fault(pointer, `Thủ tục "${member.key}" chờ "${key}" không có trong nhóm. Hãy sửa khóa.`, `The member "${member.key}" waits for "${key}", which the group lacks. Correct the key.`));
      else if (other.when !== undefined) faults.push(fault(pointer, `Thủ tục "${member.key}" chờ "${key}" có thể không được yêu cầu. Hãy bỏ điều kiện của "${key}".`, `The member "${member.key}" waits for "${key}", which may not be asked for. Take its condition away.`));
    }
    if (reaches(member.key, member, byKey, new Set())) faults.push(fault(pointer, `Thủ tục "${member.key}" chờ chính mình qua các thủ tục khác. Hãy bỏ vòng chờ.`, `The member "${member.key}" waits for itself through others. Break the circle.`));
  });
  return faults;
}

/** The members whose end or result another one waits for. */
export const waitsFor = ({ after, needs }: GroupMember): readonly string[] => [...new Set([...after, ...needs.map(({ from }) => from)])];

function reaches(wanted: string, from: GroupMember, byKey: ReadonlyMap<string, GroupMember>, seen: Set<string>): boolean {
  return waitsFor(from).some((key) => {
    if (key === wanted) return true;
    const next = byKey.get(key);
    if (next === undefined || seen.has(key)) return false;
    seen.add(key);
    return reaches(wanted, next, byKey, seen);
  });
}

/** Every question of the group serves a member or a condition, and every paper a member: nothing is asked for nothing. */
function checkUse(linked: LinkedGroup): ProcedureFault[] {
  const { members } = linked.group;
  const fillings = members.flatMap((member) => Object.keys(member.declaration).flatMap((field) => fillingsOf(member, field)));
  const used = new Set<string>([
    ...fillings.flatMap((filling) => ('from' in filling ? [filling.from] : [])),
    ...conditionsIn(linked, fillings.map(({ when }) => when)).flatMap((condition) => [...namesIn(condition)].map((name) => `/declaration/${name}`)),
  ]);
  const sent = new Set(members.flatMap(({ components }) => Object.values(components)));
  return [
    ...Object.entries(linked.declaration.properties)
      .filter(([name]) => !used.has(`/declaration/${name}`))
      .map(([name]) => fault(`/declaration/properties/${name}`, `Câu hỏi "${name}" không phục vụ thủ tục nào của nhóm. Hãy bỏ hoặc chuyển đến một thủ tục.`, `The question "${name}" serves no member of the group. Take it away or pass it on.`)),
    ...linked.components.flatMap(({ key }, index) => (sent.has(key) ? [] : [fault(`/components/${index}`, `Giấy tờ "${key}" không chuyển đến thủ tục nào của nhóm. Hãy bỏ hoặc chuyển đến một thủ tục.`, `The paper "${key}" goes to no member of the group. Take it away or pass it on.`)])),
  ];
}

function conditionsIn({ declaration, components, group }: LinkedGroup, others: ReadonlyArray<Condition | undefined>): Condition[] {
  const required = components.flatMap((component) => (typeof component.required === 'object' ? [component.required] : []));
  return [...others, ...group.members.map(({ when }) => when), ...Object.values(declaration.properties).map((field) => field['x-visible-when']), ...required].filter((condition) => condition !== undefined);
}

/**
 * Whether the members of a group exist and can be made from its form and papers.
 * @param find the complete version a member would begin with; nothing when there is none
 */
export function checkMembers(linked: LinkedGroup, find: (code: string) => Procedure | undefined): ProcedureFault[] {
  return linked.group.members.flatMap((member, index) => {
    const pointer = `/group/members/${index}`;
    const procedure = find(member.procedure);
    if (procedure === undefined) {
      return [fault(pointer, `Thủ tục ${member.procedure} của nhóm chưa có phiên bản đầy đủ. Hãy công bố thủ tục đó trước.`, `The member procedure ${member.procedure} has no complete version. Publish it first.`)];
    }
    return [...checkAnswers(linked, member, procedure, pointer), ...checkPapers(linked, member, procedure, pointer)];
  });
}

function checkAnswers(linked: LinkedGroup, member: GroupMember, procedure: Procedure, pointer: string): ProcedureFault[] {
  const { properties, required } = procedure.declaration;
  const faults: ProcedureFault[] = [];
  const constants = constantsOf(member);
  for (const field of required) {
    const visible = properties[field]?.['x-visible-when'];
    if (fillingsOf(member, field).length === 0 && !(visible && neverHolds(visible, constants))) faults.push(fault(pointer, `Câu hỏi bắt buộc "${field}" của thủ tục ${procedure.code} không được điền từ tờ khai của nhóm. Hãy thêm nguồn.`, `The required question "${field}" of ${procedure.code} is not filled from the form of the group. Add a source.`));
  }
  for (const field of Object.keys(member.declaration)) {
    const place = `${pointer}/declaration/${field}`;
    const target = properties[field];
    if (target === undefined || target['x-derived'] !== undefined) {
      faults.push(fault(place, `Thủ tục ${procedure.code} không hỏi "${field}". Hãy sửa tên.`, `The procedure ${procedure.code} does not ask "${field}". Correct the name.`));
      continue;
    }
    for (const filling of fillingsOf(member, field)) {
      if ('from' in filling) faults.push(...checkSource(linked, member, filling.from, target, place));
      else if (typeof filling.value !== typeOf(target) || (Array.isArray(target['enum']) && !target['enum'].includes(filling.value))) faults.push(fault(place, `Giá trị cho "${field}" không phải câu trả lời của thủ tục ${procedure.code}. Hãy sửa giá trị.`, `The value for "${field}" is no answer of ${procedure.code}. Correct it.`));
    }
  }
  return faults;
}

/** The answers of a member that are the same in every filing of the group. */
function constantsOf(member: GroupMember): Record<string, unknown> {
  return Object.fromEntries(Object.keys(member.declaration).flatMap((field) => {
    const [only, ...others] = fillingsOf(member, field);
    return only !== undefined && others.length === 0 && 'value' in only && only.when === undefined ? [[field, only.value]] : [];
  }));
}

/** Whether the constant answers alone make a condition fail: what it asks for is then never asked for in this group. */
function neverHolds(condition: Condition, constants: Readonly<Record<string, unknown>>): boolean {
  const asked = Object.entries((condition['properties'] ?? {}) as Record<string, Condition>).filter(([name]) => Object.hasOwn(constants, name));
  return asked.some(([name, schema]) => !matches({ properties: { [name]: schema } }, constants));
}

const typeOf = ({ type }: Field): string => (type === 'integer' ? 'number' : type);

function checkSource(linked: LinkedGroup, member: GroupMember, from: string, target: Field, pointer: string): ProcedureFault[] {
  const [, root, first = ''] = from.split('/');
  if (root === 'results') {
    return waitsFor(member).includes(first) ? [] : [fault(pointer, `Câu trả lời lấy từ kết quả của "${first}" mà thủ tục không chờ. Hãy thêm vào "needs" hoặc "after".`, `The answer comes from the result of "${first}", which the member does not wait for. Add it to "needs" or "after".`)];
  }
  const source = linked.declaration.properties[first];
  if (source === undefined) return [fault(pointer, `Tờ khai của nhóm không có câu hỏi "${first}". Hãy sửa tên.`, `The form of the group has no question "${first}". Correct the name.`)];
  const choices = Array.isArray(target['enum']) ? target['enum'] : undefined;
  const offered = Array.isArray(source['enum']) ? source['enum'] : undefined;
  const fits = source.type === target.type && (choices === undefined || (offered !== undefined && offered.every((choice) => choices.includes(choice))));
  return fits ? [] : [fault(pointer, `Câu hỏi "${first}" của nhóm có câu trả lời mà thủ tục thành phần không nhận. Hãy sửa lựa chọn hoặc kiểu.`, `The question "${first}" of the group has answers the member does not take. Correct the choices or the type.`)];
}

function checkPapers(linked: LinkedGroup, member: GroupMember, procedure: Procedure, pointer: string): ProcedureFault[] {
  const own = new Map(procedure.components.map((component) => [component.key, component]));
  const ours = new Set(linked.components.map(({ key }) => key));
  const constants = constantsOf(member);
  const mayBeRequired = (required: boolean | Condition): boolean => required === true || (typeof required === 'object' && !neverHolds(required, constants));
  const served = new Set([...Object.keys(member.components), ...member.needs.map(({ component }) => component)]);
  return [
    ...[...served].filter((key) => !own.has(key)).map((key) => fault(pointer, `Thủ tục ${procedure.code} không có giấy tờ "${key}". Hãy sửa khóa.`, `The procedure ${procedure.code} has no paper "${key}". Correct the key.`)),
    ...Object.values(member.components).filter((key) => !ours.has(key)).map((key) => fault(pointer, `Nhóm không có giấy tờ "${key}". Hãy sửa khóa.`, `The group has no paper "${key}". Correct the key.`)),
    ...[...own.values()].filter(({ key, required }) => mayBeRequired(required) && !served.has(key)).map(({ key }) => fault(pointer, `Giấy tờ "${key}" của thủ tục ${procedure.code} không có trong nhóm và không phải kết quả của thủ tục khác. Hãy thêm.`, `The paper "${key}" of ${procedure.code} is neither among the group's nor a result of another member. Add it.`)),
  ];
}
