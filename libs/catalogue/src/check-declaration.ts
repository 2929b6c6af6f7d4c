import type { Condition } from '@app/kernel';
import { findingForms } from '@app/workflow';
import type { Field, Procedure } from './procedure.js';

/** What asks questions and wants papers: a procedure, or a linked group. */
type FormWithPapers = Pick<Procedure, 'declaration' | 'components'>;
type Named = readonly [pointer: string, condition: Condition | undefined];
import type { ProcedureFault } from './procedure-fault.js';
import { fieldsOfLine } from './fill-result.js';

/**
 * Checks what a schema cannot say about the e-form and the conditions: every group and field that is named exists,
 * choices have words, a question depends only on questions before it, and no condition asks about a field that is
 * not in the form (it would silently never, or always, hold).
 */
export function checkDeclaration(procedure: Procedure): ProcedureFault[] {
  return [...checkForm(procedure), ...checkConditions(procedure), ...checkResult(procedure)];
}

/** The part of it that a linked group has too: the questions and the papers. */
export function checkForm(form: FormWithPapers): ProcedureFault[] {
  const { declaration: { properties }, components } = form;
  return [
    ...checkFields(form),
    ...unknownQuestions(properties, components.map(({ required }, index): Named => [`/components/${index}/required`, typeof required === 'boolean' ? undefined : required])),
    ...repeated(components.map(({ key }) => key)).map((key) => (
      { pointer: '/components', vi: `Hai giấy tờ cùng mang khóa "${key}". Hãy đổi một khóa.`, en: `Two papers have the key "${key}". Change one.` })),
  ];
}

/** Conditions that ask about a question the form lacks. */
export function unknownQuestions(properties: Procedure['declaration']['properties'], conditions: readonly Named[]): ProcedureFault[] {
  return conditions.flatMap(([pointer, condition]) => [...(condition ? namesIn(condition) : [])].filter((name) => !properties[name]).map((name) => (
    { pointer, vi: `Điều kiện tại ${pointer} hỏi "${name}" không có trong tờ khai. Hãy sửa tên.`, en: `The condition at ${pointer} asks about "${name}", which the form lacks. Correct the name.` })));
}

function checkFields({ declaration }: Pick<Procedure, 'declaration'>): ProcedureFault[] {
  const faults: ProcedureFault[] = [];
  const groups = declaration['x-layout'].map((group) => group.key);
  const names = Object.keys(declaration.properties);
  let lastGroup = 0;
  names.forEach((name, index) => {
    const field = declaration.properties[name]!;
    const pointer = `/declaration/properties/${name}`;
    const say = (vi: string, en: string): void => void faults.push({ pointer, vi: `Câu hỏi "${name}" ${vi}`, en: `The question "${name}" ${en}` });
    const group = groups.indexOf(field['x-group']);
    if (group < 0) say(`thuộc nhóm "${field['x-group']}" không có trong x-layout. Hãy thêm nhóm hoặc sửa tên.`, `is in the group "${field['x-group']}", which x-layout lacks. Add the group or correct the name.`);
    else if (group < lastGroup) say('đứng sau một nhóm kế tiếp. Hãy xếp câu hỏi theo thứ tự của x-layout.', 'stands after a later group. Put the questions in the order of x-layout.');
    else lastGroup = group;
    for (const source of conditionsOfField(field)) {
      for (const wanted of namesIn(source)) {
        if (names.indexOf(wanted) < 0) say(`có điều kiện hỏi "${wanted}" không có trong tờ khai. Hãy sửa tên.`, `has a condition on "${wanted}", which the form lacks. Correct the name.`);
        else if (names.indexOf(wanted) >= index) say(`phụ thuộc vào "${wanted}" đứng sau nó. Hãy chuyển "${wanted}" lên trước.`, `depends on "${wanted}", which comes after it. Move "${wanted}" up.`);
      }
    }
    for (const choice of Array.isArray(field['enum']) ? field['enum'] : []) {
      if (!field['x-labels']?.[String(choice)]) say(`có lựa chọn "${String(choice)}" chưa có lời. Hãy thêm vào x-labels.`, `has the choice "${String(choice)}" without words. Add it to x-labels.`);
    }
    const since = field['x-derived']?.['days-since'];
    if (since !== undefined && (names.indexOf(since) < 0 || names.indexOf(since) >= index || !['date', 'date-or-year'].includes(String(declaration.properties[since]?.['format'])))) {
      say(`được tính từ "${since}", không phải câu hỏi ngày đứng trước. Hãy sửa tên.`, `is counted from "${since}", which is no date question before it. Correct the name.`);
    }
  });
  declaration.required.forEach((name, index) => {
    if (!names.includes(name)) faults.push({ pointer: `/declaration/required/${index}`, vi: `Tờ khai bắt buộc trả lời "${name}" nhưng không có câu hỏi này. Hãy sửa tên.`, en: `The form requires "${name}" but has no such question. Correct the name.` });
  });
  return faults;
}

/** Conditions outside the form, and fields that fee lines multiply by. */
function checkConditions(procedure: Procedure): ProcedureFault[] {
  const { properties } = procedure.declaration;
  const faults = unknownQuestions(properties, [
    ...procedure.fee.lines.map((line, index): Named => [`/fee/lines/${index}/when`, line.when]),
    ...procedure.fee.exemptions.map((exemption, index): Named => [`/fee/exemptions/${index}/when`, exemption.when]),
    ...(procedure.cases ?? []).map((item, index): Named => [`/cases/${index}/when`, item.when]),
    ...conditionsOfSteps(procedure),
    ...procedure.result.data.map((line, index): Named => [`/result/data/${index}/when`, line.when]),
    ...(procedure.result.alternatives ?? []).map(({ when }, index): Named => [`/result/alternatives/${index}/when`, when]),
  ]);
  const wantsRows = (pointer: string, name: string | undefined, columns: readonly string[]): void => {
    const has = name === undefined ? columns : Object.keys(properties[name]?.items?.properties ?? {});
    if (columns.some((column) => !has.includes(column))) faults.push({ pointer, vi: `"${name}" không phải câu hỏi nhiều dòng có các cột ${columns.join(', ')}. Hãy sửa tên.`, en: `"${name}" is no question with rows of ${columns.join(', ')}. Correct the name.` });
  };
  procedure.fee.lines.forEach(({ byPages }, index) => wantsRows(`/fee/lines/${index}/byPages/rows`, byPages?.rows, ['kind', 'pages', 'copies']));
  wantsRows('/process/receive/entries/rows', procedure.process.receive.entries?.rows, ['kind', 'pages', 'copies']);
  const keys = procedure.fee.lines.map((line) => line.key);
  procedure.fee.lines.forEach(({ per }, index) => {
    if (per !== undefined && properties[per]?.type !== 'integer') faults.push({ pointer: `/fee/lines/${index}/per`, vi: `Khoản thu nhân theo "${per}" không phải câu hỏi số nguyên của tờ khai. Hãy sửa tên.`, en: `The fee line is multiplied by "${per}", which is no whole-number question of the form. Correct the name.` });
  });
  procedure.fee.exemptions.forEach(({ lines = [] }, index) => {
    for (const line of lines) {
      if (!keys.includes(line)) faults.push({ pointer: `/fee/exemptions/${index}/lines`, vi: `Trường hợp miễn nêu khoản thu "${line}" không có. Hãy sửa tên.`, en: `The exemption names the fee line "${line}", which does not exist. Correct the name.` });
    }
  });
  return faults;
}

function checkResult(procedure: Procedure): ProcedureFault[] {
  const { result, declaration, process } = procedure;
  const forms = findingForms(process);
  const unknown = result.data.flatMap(({ from }, index) => {
    const [, place = '', key] = from?.match(/^\/findings\/(\w+)\/(\w+)$/) ?? [];
    if (from === undefined || !from.startsWith('/findings/') || forms.get(place)?.items.some((item) => item.key === key)) return [];
    return [{ pointer: `/result/data/${index}`, vi: `Kết quả lấy "${from}" mà không bước nào ghi nhận. Hãy sửa tên.`, en: `The result takes "${from}", which no step notes. Correct the name.` }];
  });
  const notices = process.steps.flatMap((step, index) => (step.kind === 'notice' && step.text !== undefined ? fieldsOfLine({ to: '', template: step.text.about }) : [])
    .filter((name) => !declaration.properties[name])
    .map((name) => ({ pointer: `/process/steps/${index}/text/about`, vi: `Thông báo niêm yết nêu "${name}" không có trong tờ khai. Hãy sửa tên.`, en: `The notice names "${name}", which the form lacks. Correct the name.` })));
  const about = Object.entries(result.about ?? {}).filter(([, name]) => !declaration.properties[name])
    .map(([key, name]) => ({ pointer: `/result/about/${key}`, vi: `Kết quả nói về người có "${name}" không có trong tờ khai. Hãy sửa tên.`, en: `The result is about the person of "${name}", which the form lacks. Correct the name.` }));
  return [...unknown, ...notices, ...about, ...result.data.flatMap((line, index) =>
    fieldsOfLine(line)
      .filter((name) => !declaration.properties[name])
      .map((name) => ({
        pointer: `/result/data/${index}`,
        vi: `Kết quả lấy "${name}" không có trong tờ khai. Hãy sửa tên.`,
        en: `The result takes "${name}", which the form lacks. Correct the name.`,
      })),
  )];
}

/** What an agency is sent must be asked in the form. */
export function checkShares({ process, declaration }: Procedure): ProcedureFault[] {
  return process.steps.flatMap((step, index) => (step.kind === 'elsewhere' ? step.shares : []).filter((name) => !Object.hasOwn(declaration.properties, name)).map((name) => ({
    pointer: `/process/steps/${index}/shares`,
    vi: `Bước "${step.id}" chuyển mục "${name}" không có trong tờ khai. Hãy sửa tên.`,
    en: `Step "${step.id}" sends "${name}", which the form lacks. Correct the name.`,
  })));
}

/** The conditions a question carries: when it is asked, and when each of its sources is offered. */
export function conditionsOfField(field: Field): Condition[] {
  const sources = Array.isArray(field['x-source']) ? (field['x-source'] as ReadonlyArray<{ when?: Condition }>) : [];
  return [field['x-visible-when'], ...sources.map((source) => source.when)].filter((condition) => condition !== undefined);
}

/** When each body of a consultation is asked, and a notice is posted. */
export function conditionsOfSteps({ process }: Procedure): Array<[pointer: string, condition: Condition | undefined]> {
  return process.steps.flatMap((step, index): Array<[string, Condition | undefined]> => step.kind === 'notice'
    ? [[`/process/steps/${index}/when`, step.when as Condition | undefined]]
    : step.kind === 'consult' ? step.ask.map(({ when }, body): [string, Condition | undefined] => [`/process/steps/${index}/ask/${body}/when`, when as Condition | undefined]) : [],
  );
}

/** The fields of the declaration a condition speaks of. */
export function namesIn(condition: Condition): Set<string> {
  const names = new Set<string>();
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties, required, allOf, anyOf, oneOf, not } = schema as Condition;
    for (const name of Object.keys((properties as object | undefined) ?? {})) names.add(name);
    for (const name of Array.isArray(required) ? required : []) names.add(String(name));
    for (const list of [allOf, anyOf, oneOf]) if (Array.isArray(list)) list.forEach(walk);
    for (const part of [not, (schema as Condition)['if'], (schema as Condition)['then'], (schema as Condition)['else']]) walk(part);
  };
  walk(condition);
  return names;
}

function repeated(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
