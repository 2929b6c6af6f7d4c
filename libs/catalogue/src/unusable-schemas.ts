import { newValidator, type Condition } from '@app/kernel';
import type { ProcedureFault } from './procedure-fault.js';

/** One for all: a new one would first compile the schema of schemas, which takes longer than the form of a procedure. */
const ajv = newValidator();

/** The fields and conditions that are no schema the validator can compile. */
export function unusableSchemas(schemas: ReadonlyArray<readonly [pointer: string, schema: Condition | boolean | undefined]>): ProcedureFault[] {
  return schemas.flatMap(([pointer, schema]) => {
    if (schema === undefined) return [];
    try {
      ajv.compile(schema);
      return [];
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return [{ pointer, vi: `Mục ${pointer} không phải JSON Schema dùng được: ${message}.`, en: `The item ${pointer} is no usable JSON Schema: ${message}.` }];
    } finally {
      // Drafts come by the hundred; what was only tried is not kept.
      if (typeof schema === 'object') ajv.removeSchema(schema);
    }
  });
}
