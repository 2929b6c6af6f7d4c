import { createHash, verify, X509Certificate } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { SigningError, type Signer } from '@app/documents';
import type { KeyPlace, KeyProvider } from '../key-provider.js';
import { derSignature } from '../pkcs11/der-signature.js';
import { CscClient, type RemoteService } from './csc-client.js';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const ALGORITHMS = { 'rsa-sha256': '1.2.840.113549.1.1.11', 'ecdsa-sha256': '1.2.840.10045.4.3.2' } as const;
const WAIT_MS = 60_000;
const PACE_MS = 1000;

/** A credential of a service: the service's name and its own name for the key, as in `mysign/8f21…`. */
const REFERENCE = /^(?<service>[a-z0-9-]{1,40})\/(?<credential>[^\s/]{1,200})$/;

interface Credential {
  readonly client: CscClient;
  readonly id: string;
  readonly pin: string;
  readonly waitMs: number;
}

/**
 * Keys that lie with remote-signing services (Cloud Signature Consortium API, version 2). The digest goes there, the signature comes back; the
 * service may ask the key's owner on their telephone first.
 */
export class RemoteProvider implements KeyProvider {
  private readonly clients: ReadonlyMap<string, { readonly client: CscClient; readonly waitMs: number }>;

  constructor(services: Readonly<Record<string, RemoteService>>) {
    this.clients = new Map(Object.entries(services).map(([name, service]) => [name, { client: new CscClient(service), waitMs: service.waitMs ?? WAIT_MS }]));
  }

  async open({ reference, secret }: KeyPlace): Promise<Signer> {
    const { service = '', credential } = REFERENCE.exec(reference)?.groups ?? {};
    if (credential === undefined) throw new SigningError('key-refused', 'a key of a remote-signing service is named by the service and its credential, as in "mysign/8f21"');
    const known = this.clients.get(service);
    if (known === undefined) throw new SigningError('unreachable', `this desk is told of no remote-signing service ${service}`);
    const key: Credential = { ...known, id: credential, pin: secret };
    const [certificate, ...chain] = await readCertificates(key);
    const { publicKey } = new X509Certificate(certificate!);
    const algorithm = publicKey.asymmetricKeyType === 'ec' ? 'ecdsa-sha256' : 'rsa-sha256';
    return {
      certificate: certificate!, chain, algorithm,
      async sign(bytes) {
        const signature = await signDigest(key, createHash('sha256').update(bytes).digest('base64'), ALGORITHMS[algorithm]);
        // Some services give the two numbers of an elliptic curve side by side.
        const forms = algorithm === 'ecdsa-sha256' && signature.length % 2 === 0 ? [signature, derSignature(signature)] : [signature];
        const fitting = forms.find((form) => verify('sha256', bytes, publicKey, form));
        if (fitting === undefined) throw new SigningError('key-refused', 'the remote-signing service gave a signature that does not fit its certificate');
        return fitting;
      },
    };
  }
}

/** The key's own certificate, and those above it. */
async function readCertificates({ client, id }: Credential): Promise<Uint8Array[]> {
  const { key, cert } = await client.ask('credentials/info', { credentialID: id, certificates: 'chain', certInfo: true, authInfo: true }) as {
    key?: { status?: unknown }; cert?: { status?: unknown; certificates?: unknown };
  };
  if (key?.status !== 'enabled' || (cert?.status !== undefined && cert.status !== 'valid')) throw new SigningError('key-refused', 'the remote-signing service says that the key is disabled or its certificate does not hold');
  const listed = Array.isArray(cert?.certificates) ? cert.certificates.filter((each) => typeof each === 'string') : [];
  try {
    const certificates = listed.map((each) => new X509Certificate(Buffer.from(each, 'base64')).raw);
    if (certificates.length > 0) return certificates;
  } catch {
    // told below
  }
  throw new SigningError('unreachable', 'the remote-signing service gave no certificate for the key');
}

async function signDigest(key: Credential, digest: string, signAlgo: string): Promise<Buffer> {
  const activation = await authorise(key, digest);
  const { signatures } = await key.client.ask('signatures/signHash', { credentialID: key.id, SAD: activation, hashes: [digest], hashAlgorithmOID: SHA256, signAlgo });
  const [signature] = Array.isArray(signatures) ? signatures : [];
  if (typeof signature !== 'string') throw new SigningError('unreachable', 'the remote-signing service gave no signature');
  return Buffer.from(signature, 'base64');
}

/** Has one signature over this digest allowed: at once with a PIN, or when the owner has agreed. @returns the signature activation data */
async function authorise({ client, id, pin, waitMs }: Credential, digest: string): Promise<string> {
  let answer = await client.ask('credentials/authorize', {
    credentialID: id, numSignatures: 1, hashes: [digest], hashAlgorithmOID: SHA256, ...(pin !== '' && { authData: [{ id: 'PIN', value: pin }] }),
  });
  const until = performance.now() + waitMs;
  while (typeof answer['SAD'] !== 'string' && typeof answer['handle'] === 'string' && performance.now() < until) {
    await pause(Math.min(PACE_MS, waitMs));
    answer = await client.ask('credentials/authorizeCheck', { handle: answer['handle'] });
  }
  if (typeof answer['SAD'] === 'string') return answer['SAD'];
  throw new SigningError('unreachable', 'nobody has agreed to the signature yet');
}
