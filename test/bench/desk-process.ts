import { loadConfiguration } from '@app/configuration';
import { systemClock } from '@app/kernel';
import { startDesk } from '../../apps/desk/src/start-desk.js';

/** The desk as a process of its own: says its port, ends when the bench lets go of it. */
const configuration = loadConfiguration(process.env);
const desk = await startDesk({ ...configuration, port: 0, oidcStandInPort: undefined, signingStandInPort: undefined }, { clock: systemClock, log: () => undefined, seedDossiers: false });
const { port } = desk.app.getHttpServer().address() as { port: number };
const stop = (): void => void desk.stop().finally(() => process.exit(0));
process.once('disconnect', stop).once('SIGTERM', stop);
process.send?.({ port });
