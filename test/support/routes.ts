import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A route as the server really has it. */
export interface Route {
  readonly method: string;
  /** With parameters as `:id`. */
  readonly path: string;
}

/** Files of the browser part: everybody's, and nothing but files. */
const BROWSER_FILE = /^(\*|\/assets\/|\/[a-z-]+\.(svg|png|ico|txt|webmanifest)$)/;

/** Every route the server answers but the browser's files, read from its router, so that a forgotten one is there too. */
export function routesOf(app: NestFastifyApplication): Route[] {
  const stack: string[] = [];
  return app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }).split('\n').flatMap((line) => {
    const [, indent, segment, methods] = /^([│ ]*)[├└]── (\S+) \(([A-Z, ]+)\)$/.exec(line) ?? [];
    if (indent === undefined || segment === undefined || methods === undefined) return [];
    stack.length = indent.length / 4;
    stack.push(segment);
    const path = stack.join('');
    if (BROWSER_FILE.test(path)) return [];
    return methods.split(', ').filter((method) => method !== 'HEAD').map((method) => ({ method, path }));
  });
}

/** The address of a route with its parameters filled in. */
export function addressOf({ path }: Route, values: Readonly<Record<string, string>>): string {
  return path.replace(/:([a-zA-Z]+)/g, (_, name: string) => values[name] ?? '01a20000-0000-7000-8000-000000000000');
}

/** `GET /api/dossiers/:id`. */
export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
