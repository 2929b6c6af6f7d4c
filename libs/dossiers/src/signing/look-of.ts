import { formatInstantShort, SEAL_RED, SIGNATURE_BLUE, type Look } from '@app/documents';
import type { OpenKey } from '@app/signing';

/** Decree 30/2020, Annex I: the image of the signature blue, that of the seal red; in words where no image is registered. */
export function lookOf({ name, image }: OpenKey, field: 'signature' | 'seal', at: Temporal.Instant): Look {
  if (image !== undefined) return { image, size: 10 };
  const lines = field === 'signature' ? ['Đã ký số', name, formatInstantShort(at)] : ['Đã đóng dấu số', formatInstantShort(at)];
  return { lines, size: 9, colour: field === 'signature' ? SIGNATURE_BLUE : SEAL_RED };
}
