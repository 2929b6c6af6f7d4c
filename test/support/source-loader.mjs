/**
 * Lets plain Node run the TypeScript sources as they are, the way Jest reads them: `@app/<lib>` is the lib's door,
 * `./x.js` is `./x.ts`, and SWC takes away types and decorators. For processes around the tests (Jest's global set-up,
 * a child process that a test kills); the product runs from dist/.
 *
 *     node --import ./test/support/source-loader.mjs some-file.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { swcOptions } from './swc-options.mjs';

const root = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const lib = /^@app\/([a-z-]+)$/.exec(specifier);
    if (lib) return { url: new URL(`libs/${lib[1]}/src/index.ts`, root).href, shortCircuit: true };
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return { url: source.href, shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith(root.href) || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...swcOptions, filename, swcrc: false });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

/** Imports a source file by its path below the project's folder. */
export const importSource = (path) => import(pathToFileURL(fileURLToPath(new URL(path, root))).href);
