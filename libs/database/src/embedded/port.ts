import { createServer } from 'node:net';

/** The only address the embedded server listens on. */
export const LOCALHOST = '127.0.0.1';

/**
 * The port itself when it is free, otherwise nothing.
 *
 * @param port 0 asks the system for any free port
 */
export function findFreePort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: LOCALHOST, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
