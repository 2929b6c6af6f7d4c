import type { ValidateFunction } from 'ajv/dist/2020.js';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPath, matches, newValidator, type Condition } from '@app/kernel';
import { requiredComponents, validateDeclaration } from '../assess.js';
import type { Channel, Declaration, Field, Procedure } from '../procedure.js';
import type { PlacedFault } from './place-words.js';

/** A worked example: answers, and what they must lead to. Whoever proposes a version vouches for them. */
export interface WorkedExample {
  readonly name: string;
  readonly channel: Channel;
  /** Local day on which it is filed, `YYYY-MM-DD`; today when left out. */
  readonly filedOn?: string;
  readonly declaration: Declaration;
  /** Keys of the papers that are mandatory, in the order of the procedure. */
  readonly requires: readonly string[];
  /** Whole đồng. */
  readonly fee: number;
}

/** The fee of a declaration, in whole đồng; fees live beside the catalogue, so they are handed in. */
export type FeeOf = (procedure: Procedure, declaration: Declaration, channel: Channel) => number;

/** What a declaration leads to. */
export function outcomeOf(procedure: Procedure, { declaration, channel, filedOn }: Pick<WorkedExample, 'declaration' | 'channel' | 'filedOn'>, today: string, feeOf: FeeOf) {
  const assessed = validateDeclaration(procedure, declaration, filedOn ?? today);
  const components = requiredComponents(procedure, assessed.declaration);
  return { ...assessed, components, requires: components.filter(({ required }) => required).map(({ key }) => key), fee: feeOf(procedure, assessed.declaration, channel) };
}

/**
 * Runs the worked examples against a procedure that has no other fault.
 * @returns one fault per example that is told otherwise, and one per conditional paper no example asks for
 */
export function checkExamples(procedure: Procedure, examples: readonly WorkedExample[], today: string, feeOf: FeeOf): PlacedFault[] {
  if (examples.length === 0) {
    return [fault('/examples', 'Chưa có ví dụ kiểm chứng nào. Hãy bấm “Lập ví dụ”, đọc lại từng ví dụ rồi lưu.', 'There is no worked example yet. Press “Make examples”, read each and save them.')];
  }
  const faults = examples.flatMap((example, index) => checkExample(procedure, example, index, today, feeOf));
  const used = new Set(examples.flatMap(({ requires }) => requires));
  for (const [index, { key, name, required }] of procedure.components.entries()) {
    if (typeof required === 'boolean' || used.has(key)) continue;
    faults.push(fault(`/components/${index}/required`, `Giấy tờ “${name.vi}” chỉ cần trong một trường hợp, nhưng chưa có ví dụ nào thuộc trường hợp đó. Hãy thêm một ví dụ.`, `The paper “${name.en}” is needed in one case only, but no example is of that case. Add one.`));
  }
  return faults;
}

function checkExample(procedure: Procedure, example: WorkedExample, index: number, today: string, feeOf: FeeOf): PlacedFault[] {
  const { faults, requires, fee } = outcomeOf(procedure, example, today, feeOf);
  const pointer = `/examples/${index}`;
  const say = (vi: string, en: string): PlacedFault => fault(pointer, `Ví dụ “${example.name}”: ${vi}`, `Example “${example.name}”: ${en}`);
  const namesOf = (keys: readonly string[], language: 'vi' | 'en'): string =>
    keys.map((key) => procedure.components.find((component) => component.key === key)?.name[language] ?? key).join('; ') || (language === 'vi' ? 'không có' : 'none');
  if (faults.length > 0) return [say(`tờ khai không hợp lệ. ${faults[0]!.vi} Hãy lập lại ví dụ này.`, `the declaration is not valid. ${faults[0]!.en} Make the example anew.`)];
  return [
    ...(requires.join() === example.requires.join()
      ? []
      : [say(`giấy tờ phải nộp đã ghi là ${namesOf(example.requires, 'vi')}, nay tính ra ${namesOf(requires, 'vi')}. Hãy sửa thủ tục hoặc lập lại ví dụ.`, `the mandatory papers are recorded as ${namesOf(example.requires, 'en')}, but now come to ${namesOf(requires, 'en')}. Correct the procedure, or make the example anew.`)]),
    ...(fee === example.fee ? [] : [say(`lệ phí đã ghi là ${example.fee} đồng, nay tính ra ${fee} đồng. Hãy sửa thủ tục hoặc lập lại ví dụ.`, `the fee is recorded as ${example.fee} đồng, but now comes to ${fee}. Correct the procedure, or make the example anew.`)]),
  ];
}

const fault = (pointer: string, vi: string, en: string): PlacedFault => ({ pointer, place: { vi: 'ví dụ kiểm chứng', en: 'worked examples' }, vi, en });

/**
 * Makes examples to be read and confirmed: the plain case, and one for every condition of a paper or fee that a single
 * answer can meet. They are filled with whatever a question takes; what they lead to is worked out.
 */
export function makeExamples(procedure: Procedure, today: string, feeOf: FeeOf): WorkedExample[] {
  const cases: Array<readonly [string, Condition | undefined]> = [['trường hợp thông thường', undefined]];
  for (const { name, required } of procedure.components) if (typeof required === 'object') cases.push([name.vi, required]);
  for (const { name, when } of procedure.fee.lines) if (when) cases.push([name.vi, when]);
  for (const { name, when } of procedure.fee.exemptions) cases.push([name.vi, when]);
  const made: WorkedExample[] = [];
  for (const [name, condition] of cases) {
    const declaration = fillForm(procedure, condition === undefined ? {} : wantedAnswers(procedure, condition), today);
    if (condition !== undefined && !matches(condition, declaration)) continue;
    if (made.some((example) => JSON.stringify(example.declaration) === JSON.stringify(declaration))) continue;
    const channel = procedure.channels[0] ?? 'counter';
    const { requires, fee } = outcomeOf(procedure, { declaration, channel }, today, feeOf);
    made.push({ name, channel, filedOn: today, declaration, requires, fee });
  }
  return made;
}

/** The answers a simple condition asks for: a value, or the first of several. */
function answersFor(condition: Condition): Record<string, unknown> {
  const properties = (condition['properties'] ?? {}) as Record<string, { const?: unknown; enum?: readonly unknown[] }>;
  return Object.fromEntries(Object.entries(properties).flatMap(([name, rule]) => ('const' in rule ? [[name, rule.const]] : rule.enum ? [[name, rule.enum[0]]] : [])));
}

/** The answers a condition asks for, and those that make its questions be asked at all. */
function wantedAnswers({ declaration }: Procedure, condition: Condition): Record<string, unknown> {
  let wanted = answersFor(condition);
  // A question depends on earlier ones only, so this comes to an end.
  for (const names = Object.keys(wanted); names.length > 0; ) {
    const visible = declaration.properties[names.pop()!]?.['x-visible-when'];
    if (!visible) continue;
    const before = answersFor(visible);
    names.push(...Object.keys(before).filter((name) => !(name in wanted)));
    wanted = { ...before, ...wanted };
  }
  return wanted;
}

/** Answers every mandatory question that is asked, in the order of the form. */
function fillForm(procedure: Procedure, wanted: Readonly<Record<string, unknown>>, today: string): Record<string, unknown> {
  const { properties, required } = procedure.declaration;
  const answers: Record<string, unknown> = {};
  const ajv = newValidator();
  for (const [name, field] of Object.entries(properties)) {
    if (field['x-derived'] || field['x-linked-only'] || (field['x-visible-when'] && !matches(field['x-visible-when'], answers))) continue;
    if (name in wanted) answers[name] = wanted[name];
    else if (required.includes(name)) answers[name] = sampleOf(field, ajv.compile(field), today);
  }
  return answers;
}

function sampleOf(field: Field, isValid: ValidateFunction, today: string): unknown {
  const choices = Array.isArray(field['enum']) ? (field['enum'] as readonly unknown[]) : [];
  const least = Number(field['minimum'] ?? field['exclusiveMinimum'] ?? 0);
  const texts = ['Ví dụ', today, '075090001234', '0913000001', 'ten@vidu.vn', '3600123457', 'Ví dụ dài hơn để đủ số ký tự tối thiểu'];
  // The last choice of a list is more often the plain one ("none", "other") than a condition's; a refusal is plainer than a consent.
  return [...choices.toReversed(), ...(field.type === 'boolean' ? [false, true] : field.type === 'string' ? texts : [least, least + 1])].find((value) => isValid(value));
}

/** The examples that stand in the folder of a procedure that came with the program. */
export function folderExamples(code: string): WorkedExample[] {
  const root = dataPath('libs/procedures');
  const folder = readdirSync(root).find((name) => name.startsWith(`${code}-`));
  const file = folder === undefined ? undefined : join(root, folder, 'examples.json');
  if (file === undefined || !existsSync(file)) return [];
  const examples = JSON.parse(readFileSync(file, 'utf8')) as WorkedExample[];
  return examples.map(({ name, channel, filedOn, declaration, requires, fee }) => ({ name, channel, ...(filedOn !== undefined && { filedOn }), declaration, requires, fee }));
}
