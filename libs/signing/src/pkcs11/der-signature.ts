/**
 * The DER form of an ECDSA signature that modules and services give as two numbers of the same length (X9.62, SEC 1): a sequence of two integers.
 */
export function derSignature(pair: Uint8Array): Uint8Array {
  const half = pair.length / 2;
  const body = Buffer.concat([integer(pair.subarray(0, half)), integer(pair.subarray(half))]);
  return Buffer.concat([Buffer.of(0x30), lengthOf(body), body]);
}

/** Without zeros at its front, but with one where the first bit would make it negative. */
function integer(number: Uint8Array): Buffer {
  const first = number.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Buffer.of(0) : Buffer.from(number.subarray(first));
  const positive = digits[0]! & 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits;
  return Buffer.concat([Buffer.of(0x02), lengthOf(positive), positive]);
}

const lengthOf = ({ length }: Buffer): Buffer => (length < 0x80 ? Buffer.of(length) : Buffer.of(0x81, length));
