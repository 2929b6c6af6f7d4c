import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { dataPath, newValidator, sha256Hex, type Condition } from '@app/kernel';
import { checkProcess } from '@app/workflow';
import { checkDeclaration, checkShares, conditionsOfField, conditionsOfSteps } from './check-declaration.js';
import { checkGroup, looksLikeGroup } from './linked/check-group.js';
import { faultOfSchemaError, type ProcedureFault } from './procedure-fault.js';
import { unusableSchemas } from './unusable-schemas.js';
import type { Procedure, TimeLimit } from './procedure.js';
import { checkMigrations } from './versions/check-migration.js';

/** The published JSON Schema of a procedure. */
export const PROCEDURE_SCHEMA = 'libs/procedures/procedure.schema.json';

let validate: ValidateFunction<Procedure> | undefined;

function schemaValidator(): ValidateFunction<Procedure> {
  validate ??= newValidator().compile<Procedure>(JSON.parse(readFileSync(dataPath(PROCEDURE_SCHEMA), 'utf8')));
  return validate;
}

/** Digests of documents found faultless: a start loads and then imports the same ones, and a check takes a while. */
const faultless = new Set<string>();

/**
 * Everything that keeps a document from being published: a part that is missing (named), what breaks the schema, form
 * and conditions that do not fit together, a process that cannot be walked. A linked group has its own checks.
 * @returns the faults, each with its cure; none = fit to be published
 */
export function checkProcedure(document: unknown): ProcedureFault[] {
  const digest = sha256Hex(JSON.stringify(document) ?? '');
  if (faultless.has(digest)) return [];
  const faults = looksLikeGroup(document) ? checkGroup(document) : findFaults(document);
  if (faults.length === 0) faultless.add(digest);
  return faults;
}

function findFaults(document: unknown): ProcedureFault[] {
  const isProcedure = schemaValidator();
  if (!isProcedure(document)) {
    // "if" only repeats that its "then" failed.
    return isProcedure.errors!.filter(({ keyword }) => keyword !== 'if').map(faultOfSchemaError);
  }
  const faults = checkSchemas(document);
  if (faults.length > 0) return faults;
  return [...checkDates(document), ...checkMigrations(document), ...checkDeclaration(document), ...checkShares(document), ...checkSteps(document), ...checkOwners(document)];
}

/** Every field and condition must be a schema the validator can compile. */
function checkSchemas(procedure: Procedure): ProcedureFault[] {
  const { properties } = procedure.declaration;
  const schemas: Array<[string, Condition | boolean | undefined]> = [
    ...Object.entries(properties).flatMap(([name, field]): Array<[string, Condition | undefined]> => [
      [`/declaration/properties/${name}`, field],
      ...conditionsOfField(field).map((condition): [string, Condition] => [`/declaration/properties/${name}`, condition]),
    ]),
    ...procedure.components.map(({ required }, index): [string, Condition | boolean] => [`/components/${index}/required`, required]),
    ...procedure.fee.lines.map(({ when }, index): [string, Condition | undefined] => [`/fee/lines/${index}/when`, when]),
    ...procedure.fee.exemptions.map(({ when }, index): [string, Condition] => [`/fee/exemptions/${index}/when`, when]),
    ...(procedure.cases ?? []).map(({ when }, index): [string, Condition] => [`/cases/${index}/when`, when]),
    ...procedure.result.data.map(({ when }, index): [string, Condition | undefined] => [`/result/data/${index}/when`, when]),
    ...(procedure.result.alternatives ?? []).map(({ when }, index): [string, Condition | undefined] => [`/result/alternatives/${index}/when`, when]),
    ...conditionsOfSteps(procedure),
  ];
  return unusableSchemas(schemas);
}

/** Agencies with systems of their own are told of persons only. */
function checkOwners({ owners, process }: Procedure): ProcedureFault[] {
  if (!owners?.includes('organisation') || !process.steps.some(({ kind }) => kind === 'elsewhere')) return [];
  return [{ pointer: '/owners', vi: 'Hồ sơ giải quyết trên hệ thống của cơ quan khác chỉ do cá nhân đứng tên. Hãy bỏ "organisation".', en: 'A dossier decided in the system of another agency is owned by persons only. Take "organisation" out.' }];
}

function checkDates({ effective }: Procedure): ProcedureFault[] {
  if (effective.until === undefined || effective.until >= effective.from) return [];
  return [{ pointer: '/effective/until', vi: 'Ngày hết hiệu lực đứng trước ngày có hiệu lực. Hãy sửa lại.', en: 'The last day in force is before the first. Correct it.' }];
}

/** The workflow's own checks, told at the step they are about. */
function checkSteps({ process, timeLimit, cases = [] }: Procedure): ProcedureFault[] {
  // Every case goes the same way, so the shortest limit must hold all steps.
  const limits = [timeLimit, ...cases.flatMap((each) => each.timeLimit ?? [])].map(limitHours);
  return checkProcess(process, { limitHours: Math.min(...limits) }).map(({ stepId, vi, en }) => {
    const index = process.steps.findIndex(({ id }) => id === stepId);
    return { pointer: index < 0 ? '/process' : `/process/steps/${index}`, vi, en };
  });
}

/** The limit in working hours, eight a day, as a budget for the steps; no date is computed this way. */
export function limitHours(limit: TimeLimit): number {
  if ('sameDay' in limit) return 8;
  const hours = { hours: 1, 'working-days': 8, 'calendar-days': 8, months: 22 * 8 };
  return ('parts' in limit ? limit.parts : [limit]).reduce((sum, { value, unit }) => sum + value * hours[unit], 0);
}
