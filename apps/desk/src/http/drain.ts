import type { IncomingMessage } from 'node:http';

/** How long a refused upload may go on being sent before its line is cut. */
const PATIENCE_MS = 15_000;

/**
 * Lets the rest of a refused request run into nothing. A browser sends its whole upload before it reads the answer, and
 * an unread rest would hold the line open for ever, shutting down included; cutting it at once would lose the answer.
 */
export function drain(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  request.unpipe();
  request.resume();
  const patience = setTimeout(() => request.destroy(), PATIENCE_MS).unref();
  request.once('close', () => clearTimeout(patience));
}
