import { readFileSync } from 'node:fs';
import ts from 'typescript';

type Members = ReadonlyMap<string, ts.TypeNode>;

const schema = ts.createSourceFile('schema.d.ts', readFileSync('apps/web/src/api/schema.d.ts', 'utf8'), ts.ScriptTarget.Latest, true);
const nameOf = ({ name }: ts.PropertySignature): string => (ts.isStringLiteral(name) ? name.text : name.getText());

function membersOf(of: Iterable<ts.TypeElement>): Members {
  return new Map([...of].flatMap((member) => (ts.isPropertySignature(member) && member.type ? [[nameOf(member), member.type] as const] : [])));
}

/** The members of a part of the description that is itself made of members. */
function within(type: ts.TypeNode | undefined): Members {
  return type && ts.isTypeLiteralNode(type) ? membersOf(type.members) : new Map();
}

function interfaceOf(name: string): Members {
  return membersOf(schema.statements.filter(ts.isInterfaceDeclaration).find((each) => each.name.text === name)?.members ?? []);
}

/**
 * What each route of the description (`GET /api/citizen/me`) may answer with: the properties of all schemas its answer reaches,
 * except through the ones left out. Read from the generated client, which a test keeps like the server.
 */
export function describedAnswers(leftOut: readonly string[]): Map<string, Set<string>> {
  const schemas = within(interfaceOf('components').get('schemas'));
  const operations = interfaceOf('operations');
  const reach = (text: string, seen: Set<string>): Set<string> => {
    for (const [, name] of text.matchAll(/components\["schemas"\]\["(\w+)"\]/g)) {
      if (seen.has(name!) || leftOut.includes(name!)) continue;
      seen.add(name!);
      reach(schemas.get(name!)!.getText(), seen);
    }
    return seen;
  };
  return new Map([...interfaceOf('paths')].flatMap(([path, item]) => [...within(item)].flatMap(([method, type]) => {
    const operation = /operations\["(\w+)"\]/.exec(type.getText())?.[1];
    if (operation === undefined) return [];
    const answers = within(operations.get(operation)).get('responses')?.getText() ?? '';
    const properties = [...reach(answers, new Set())].flatMap((name) => [...within(schemas.get(name)).keys()]);
    return [[`${method.toUpperCase()} ${path.replace(/\{([a-zA-Z]+)\}/g, ':$1')}`, new Set(properties)] as const];
  })));
}
