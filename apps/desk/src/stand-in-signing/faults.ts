/** What a test, or a person at the page, may let go wrong at the stand-in for a time-stamping authority. */
export const STAMP_FAULTS = ['none', 'down'] as const;
export type StampFault = (typeof STAMP_FAULTS)[number];

/**
 * The same of a remote-signing service: away, too slow; the owner declines, is asked on their telephone and agrees after a while, does not
 * answer at all; the signature that comes back is of something else.
 */
export const REMOTE_FAULTS = ['none', 'down', 'slow', 'declined', 'asks', 'unanswered', 'wrong-signature'] as const;
export type RemoteFault = (typeof REMOTE_FAULTS)[number];

/** How late a slow service answers. */
export const SLOW_MS = 15_000;
