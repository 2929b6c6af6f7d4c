import type { StopCause } from './effects.js';

/**
 * How a dossier ends before a decision: whatever is open is closed, a wish to withdraw included, and the owner gets
 * the stop notice (form 05).
 */
export function stopped(cause: StopCause) {
  return {
    target: '#dossier.stopped',
    actions: [
      'dropWithdrawal' as const,
      { type: 'closeDossier' as const, params: { cause } },
      'stopClock' as const,
      { type: 'issuePaper' as const, params: { form: 'stop-notice' as const } },
      { type: 'notifyOwner' as const, params: { about: 'stopped' as const } },
    ],
  };
}
