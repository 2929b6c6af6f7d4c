/** The citizen wishes to withdraw: not once a decision is made (status 7). */
export const asksToWithdraw = {
  guard: 'mayWithdraw' as const,
  actions: [
    'noteWithdrawal' as const, 'openWithdrawal' as const,
    { type: 'issuePaper' as const, params: { form: 'withdrawal-request' as const } },
    { type: 'notifyOwner' as const, params: { about: 'withdrawal-asked' as const } },
  ],
};

/** The wish is declined: the dossier is again what it was. */
export const declinesWithdrawal = {
  guard: 'withdrawalAsked' as const,
  actions: [
    'dropWithdrawal' as const,
    { type: 'closeWithdrawal' as const, params: { outcome: 'declined' as const } },
    { type: 'notifyOwner' as const, params: { about: 'withdrawal-declined' as const } },
  ],
};
