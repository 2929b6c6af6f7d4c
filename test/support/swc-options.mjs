/**
 * How SWC reads the TypeScript sources for tests and tools. Target, class fields and decorators are taken from the
 * compiler's own settings, so that a class behaves in a test as it does in the product and the two cannot drift apart.
 */
import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('../../tsconfig.json', import.meta.url), 'utf8'));
const { target, useDefineForClassFields, experimentalDecorators, emitDecoratorMetadata } = compilerOptions;

export const swcOptions = {
  jsc: {
    target,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: experimentalDecorators, decoratorMetadata: emitDecoratorMetadata, useDefineForClassFields },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};
