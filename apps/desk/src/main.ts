import 'reflect-metadata';
import { loadConfiguration, readEnvironment } from '@app/configuration';
import { DomainError, StartError, systemClock } from '@app/kernel';
import { printWelcome } from './welcome.js';
import { startDesk } from './start-desk.js';

/** One clear sentence instead of a stack trace for what an operator can mend; everything else is a fault and shows itself. */
function explain(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof DomainError) process.stderr.write(`${error.sentence('en')}\n`);
  else throw error;
}

async function main(): Promise<void> {
  // `npm run serve` says it on the command line, since setting a variable there differs between shells.
  const mode = process.argv.includes('--production') ? { MODE: 'production' } : {};
  const configuration = loadConfiguration({ ...readEnvironment(), ...mode });
  const desk = await startDesk(configuration, { clock: systemClock, log: (line) => process.stdout.write(`${line}\n`) });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    desk.stop().then(() => process.exit(0), explain);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  printWelcome(configuration);
}

main().catch(explain);
