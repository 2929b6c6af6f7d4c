import fc from 'fast-check';

/**
 * Property tests try the same cases each time, so that a red run is red for everybody and its change is to blame.
 * To look for cases nobody has met: `FAST_CHECK_SEED=$RANDOM npm test`.
 */
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20261123) });
