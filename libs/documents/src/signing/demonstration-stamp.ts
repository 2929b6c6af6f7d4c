import { createHash, randomBytes } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { bufferOf, buildSignedData, parseDer } from './cades.js';
import type { CertifiedKey } from './demonstration-authority.js';
import { keySigner } from './key-signer.js';

const TIME_STAMP_INFO = '1.2.840.113549.1.9.16.1.4';
/** An arc for examples: nobody's real policy. */
const EXAMPLE_POLICY = '2.999.1';

/**
 * Answers a request for a time stamp as an authority does (RFC 3161), for demonstrations and tests.
 * @param request DER of a TimeStampReq
 * @returns DER of a TimeStampResp, granted
 * @throws Error when the bytes are no request
 */
export async function answerTimeStampRequest(request: Uint8Array, { key, certificate }: CertifiedKey, at: Temporal.Instant): Promise<Uint8Array> {
  const { messageImprint, nonce, certReq = false } = new pkijs.TimeStampReq({ schema: parseDer(request) });
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: EXAMPLE_POLICY,
    messageImprint,
    serialNumber: new asn1.Integer({ valueHex: bufferOf(Buffer.concat([Buffer.of(1), randomBytes(15)])) }),
    genTime: new Date(at.epochMilliseconds),
    ...(nonce && { nonce }),
  });
  const content = new Uint8Array(info.toSchema().toBER());
  const token = await buildSignedData({
    contentType: TIME_STAMP_INFO, content, digest: createHash('sha256').update(content).digest(), signer: keySigner(key, certificate.raw), withCertificates: certReq,
  });
  const answer = new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: 0 }), timeStampToken: new pkijs.ContentInfo({ schema: parseDer(token) }) });
  return new Uint8Array(answer.toSchema().toBER());
}
