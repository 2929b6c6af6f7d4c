import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { dataPath, newValidator } from '@app/kernel';
import { checkProcess, type ProcessDefinition } from '@app/workflow';

/** The JSON of the part of the guide that shows what else a process can say. */
function shown(): unknown[] {
  const [, part] = readFileSync(dataPath('docs/add-a-procedure.md'), 'utf8').split('## 7. What else a process can say');
  return Array.from(part!.split('\n## ')[0]!.matchAll(/^```json\n([\s\S]*?)^```$/gm), ([, text]) => JSON.parse(text!) as unknown);
}

describe('what else a process can say', () => {
  const schema = JSON.parse(readFileSync(dataPath('libs/procedures/procedure.schema.json'), 'utf8')) as { $id: string };
  const ajv = newValidator();
  const faultsOf = (part: 'process' | 'cases', value: unknown): unknown => {
    const validate = ajv.compile({ $ref: `${schema.$id}#/properties/${part}` });
    validate(value);
    return validate.errors ?? [];
  };
  beforeAll(() => void ajv.addSchema(schema));

  test('is written as the published schema wants it', () => {
    const [process, cases, ...more] = shown();
    expect([faultsOf('process', process), faultsOf('cases', cases), more]).toEqual([[], [], []]);
  });

  test('makes a process that could be published', () => {
    expect(checkProcess(shown()[0] as ProcessDefinition, { limitHours: 160 })).toEqual([]);
  });

  test('and the schema would notice a slip', () => {
    expect(faultsOf('process', { ...(shown()[0] as object), supplement: { within: { value: 10 } } })).not.toEqual([]);
  });
});
