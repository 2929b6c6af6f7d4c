import { DomainError, StartError } from '@app/kernel';

/** A command for operators. It answers whether all was well; its words go to standard output, faults to standard error. */
export interface Command {
  readonly what: string;
  /** Only the command that is asked for is loaded: one that needs no database must not wait for its parts. */
  load(): Promise<(args: readonly string[]) => Promise<boolean>>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: { what: 'bring the schema of the database up to date', load: async () => (await import('./commands/migrate.js')).migrate },
  'import-catalogue': { what: 'enter the national units and the procedures of libs/procedures', load: async () => (await import('./commands/import-base-data.js')).importBaseData },
  'import-organisation': { what: 'enter the units, hours and officers of a file like libs/organisation/data/dong-nai.json', load: async () => (await import('./commands/import-offices.js')).importOffices },
  'set-password': { what: 'give an officer another password: set-password LOGIN, the password on standard input', load: async () => (await import('./commands/change-password.js')).changePassword },
  'check-procedures': { what: 'check every procedure folder, without a database', load: async () => (await import('./commands/check-procedures.js')).checkProcedures },
  'export-overlay': { what: 'write the rules of a province and its communes into one file: export-overlay --province p75 --to FILE', load: async () => (await import('./commands/overlay.js')).exportOverlay },
  'import-overlay': {
    what: 'enter the rules of such a file; two officers answer for them: import-overlay --from FILE --proposed-by LOGIN --approved-by LOGIN',
    load: async () => (await import('./commands/overlay.js')).importOverlay,
  },
  draw: { what: 'write the drawing of each process into the folder of its procedure (--check: only compare)', load: async () => (await import('./commands/draw-processes.js')).drawProcesses },
  'release-states': { what: 'enter the states of new versions into the list of released states (--check: only compare)', load: async () => (await import('./commands/release-states.js')).releaseStates },
  'verify-journal': { what: 'check every journal: its hash chain, its replay, its promise date (--json)', load: async () => (await import('./commands/verify-journals.js')).verifyJournals },
  'back-up': { what: 'copy database and files into a new folder while the desk runs: back-up --to FOLDER (--json)', load: async () => (await import('./commands/back-up.js')).backUp },
  restore: { what: 'fill an empty database and files folder: restore --from FOLDER (--replace everything, --json)', load: async () => (await import('./commands/restore.js')).restore },
  files: { what: 'take stored files away that nothing names: files sweep (--dry-run only tells them, --json)', load: async () => (await import('./commands/files.js')).files },
  due: {
    what: 'say when a limit ends and why: due --calendar FILE --received 2026-11-02T08:00 --limit 3wd --ends same-time (--pause FROM/TO, --json)',
    load: async () => (await import('./commands/due.js')).tellDue,
  },
  worked: {
    what: 'say how many open hours lie between two moments: worked --calendar FILE --from ISO --to ISO (--json)',
    load: async () => (await import('./commands/worked.js')).tellWorked,
  },
  'once-only': { what: 'play the worked examples for a known family: how many facts and papers it is not asked for (--json)', load: async () => (await import('./commands/once-only.js')).tellOnceOnly },
  'verify-paper': { what: 'judge a signed paper: verify-paper FILE (--authorities FOLDER of trusted certificates, --json)', load: async () => (await import('./commands/verify-paper.js')).verifyPaper },
  keys: { what: 'list, register, revoke or check signing keys: keys list|add|revoke|check (--json)', load: async () => (await import('./commands/keys.js')).keys },
  papers: { what: 'list the templates of papers: name, version, sizes of the font, title, legal source (--json)', load: async () => (await import('./commands/papers.js')).listPapers },
  paper: { what: 'write a template with invented people: paper TEMPLATE --sample plain|longest|empty --out FILE', load: async () => (await import('./commands/papers.js')).writePaper },
  looks: { what: 'list who looked at a person’s data, also what they are not told of yet; the ID number on standard input (--json)', load: async () => (await import('./commands/looks.js')).showLooks },
  lanes: { what: 'show the lanes whose effects wait or are parked, and deadlines that failed (--json)', load: async () => (await import('./commands/lanes.js')).showLanes },
  'unpark-lanes': { what: 'let parked lanes and failed deadlines try again', load: async () => (await import('./commands/lanes.js')).unparkLanes },
};

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  return ['usage: npm run -s admin -- COMMAND [options]', '', ...Object.entries(COMMANDS).map(([name, { what }]) => `  ${name.padEnd(width)}  ${what}`), ''].join('\n');
}

/**
 * Runs the command that the arguments name. Answers the code to end with: 0 all was well, 1 it was not or was refused, which a
 * sentence on standard error tells, 2 there is no such command.
 */
export async function runCommand([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(usage());
    return 2;
  }
  try {
    return (await (await command.load())(args)) ? 0 : 1;
  } catch (error) {
    if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
    else if (error instanceof DomainError) process.stderr.write(`${error.sentence('en')}\n`);
    else throw error;
    return 1;
  }
}
