import { formatInstantShort, SEAL_RED, SIGNATURE_BLUE, signPaper, SigningError, type Look } from '@app/documents';
import type { OpenKey, SigningKeys } from '@app/signing';

/** How often a service that does not answer is asked. */
const TRIES = 3;

/**
 * Signs or seals a paper with an open key, at the time of the act, stamped where an authority for time stamps is configured.
 * @throws SigningError
 */
export function signWith(keys: SigningKeys, key: OpenKey, bytes: Uint8Array, field: 'signature' | 'seal', at: Temporal.Instant): Promise<Uint8Array> {
  const stamper = keys.stamper();
  return signPaper(bytes, { field, signer: key.signer, at, look: lookOf(key, field, at), ...(stamper && { stamper }) });
}

/**
 * The fault of a key that the lane should not meet again: whoever waits for the paper is told, or goes on without.
 * @param tries how often the effect has failed before
 * @throws the error itself where it is no fault of a key, or of a service that may answer the next time
 */
export function lastingFault(error: unknown, tries: number): SigningError {
  if (!(error instanceof SigningError) || (error.fault === 'unreachable' && tries + 1 < TRIES)) throw error;
  return error;
}

/** Decree 30/2020, Annex I: the image of the signature blue, that of the seal red; in words where no image is registered. */
function lookOf({ name, image }: OpenKey, field: 'signature' | 'seal', at: Temporal.Instant): Look {
  if (image !== undefined) return { image, size: 10 };
  const lines = field === 'signature' ? ['Đã ký số', name, formatInstantShort(at)] : ['Đã đóng dấu số', formatInstantShort(at)];
  return { lines, size: 9, colour: field === 'signature' ? SIGNATURE_BLUE : SEAL_RED };
}
