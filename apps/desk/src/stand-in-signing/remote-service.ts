import { constants, privateEncrypt, randomBytes } from 'node:crypto';
import { STAND_IN_SIGNING } from '@app/signing';
import type { StandInAuthorities } from './authorities.js';
import type { RemoteFault } from './faults.js';

const { clientId, clientSecret, credential, pin } = STAND_IN_SIGNING;
/** What stands before a SHA-256 digest in an RSA signature (RFC 8017, 9.2). */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');
const SHA256 = '2.16.840.1.101.3.4.2.1';
const RSA_SHA256 = '1.2.840.113549.1.1.11';

/** What the service answers: a status and JSON. */
export interface RemoteAnswer {
  readonly status: number;
  readonly body: object;
}

const fine = (body: object): RemoteAnswer => ({ status: 200, body });
const refused = (error: string, status = 400): RemoteAnswer => ({ status, body: { error, error_description: 'refused by the stand-in' } });

/** A stand-in for a remote-signing service with one credential (Cloud Signature Consortium API, version 2). */
export class RemoteService {
  fault: RemoteFault = 'none';
  /** How many signatures it gave. */
  signed = 0;
  private readonly tokens = new Set<string>();
  /** The digest each signature activation is good for, once. */
  private readonly allowed = new Map<string, string>();
  /** Digests somebody is being asked about, and how often was looked whether they have agreed. */
  private readonly asked = new Map<string, { readonly digest: string; looks: number }>();

  constructor(private readonly authorities: StandInAuthorities) {}

  /** Forgets every token, as a service does that was started anew. */
  endTokens(): void {
    this.tokens.clear();
  }

  signIn(form: URLSearchParams): RemoteAnswer {
    if (form.get('grant_type') !== 'client_credentials' || form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) return refused('invalid_client', 401);
    const token = randomBytes(24).toString('base64url');
    this.tokens.add(token);
    return fine({ access_token: token, token_type: 'Bearer', expires_in: 3600 });
  }

  answer(method: string, token: string, body: Readonly<Record<string, unknown>>): RemoteAnswer {
    if (!this.tokens.has(token)) return refused('invalid_token', 401);
    if (method === 'credentials/authorizeCheck') return this.check(String(body['handle']));
    if (body['credentialID'] !== credential) return refused('invalid_credential');
    if (method === 'credentials/info') return this.info();
    if (method === 'credentials/authorize') return this.authorise(body);
    return method === 'signatures/signHash' ? this.sign(body) : refused('invalid_request', 404);
  }

  private info(): RemoteAnswer {
    const { credential: own, root } = this.authorities;
    return fine({
      key: { status: 'enabled', algo: [RSA_SHA256], len: 2048 }, auth: { mode: 'explicit' }, SCAL: '2', multisign: 1,
      cert: { status: 'valid', certificates: [own, root].map(({ certificate }) => certificate.raw.toString('base64')), subjectDN: own.certificate.subject },
    });
  }

  private authorise({ authData, hashes, numSignatures }: Readonly<Record<string, unknown>>): RemoteAnswer {
    const given = Array.isArray(authData) ? (authData as Array<{ id?: unknown; value?: unknown }>).find(({ id }) => id === 'PIN') : undefined;
    if (given?.value !== pin) return refused('invalid_pin');
    const digest = onlyOne(hashes);
    if (digest === undefined || numSignatures !== 1) return refused('invalid_request');
    if (this.fault === 'declined') return refused('access_denied');
    if (this.fault === 'asks' || this.fault === 'unanswered') {
      const handle = randomBytes(12).toString('base64url');
      this.asked.set(handle, { digest, looks: 0 });
      return fine({ handle });
    }
    return this.allow(digest);
  }

  /** Whoever is asked agrees when it is looked for the second time. */
  private check(handle: string): RemoteAnswer {
    const asked = this.asked.get(handle);
    if (asked === undefined) return refused('invalid_request');
    asked.looks += 1;
    if (this.fault === 'unanswered' || asked.looks < 2) return fine({ handle });
    this.asked.delete(handle);
    return this.allow(asked.digest);
  }

  private allow(digest: string): RemoteAnswer {
    const activation = randomBytes(24).toString('base64url');
    this.allowed.set(activation, digest);
    return fine({ SAD: activation, expiresIn: 300 });
  }

  private sign({ SAD: activation, hashes, hashAlgorithmOID, signAlgo }: Readonly<Record<string, unknown>>): RemoteAnswer {
    const digest = onlyOne(hashes);
    if (typeof activation !== 'string' || digest === undefined || this.allowed.get(activation) !== digest) return refused('invalid_request');
    if (hashAlgorithmOID !== SHA256 || signAlgo !== RSA_SHA256) return refused('invalid_request');
    this.allowed.delete(activation);
    this.signed += 1;
    const about = this.fault === 'wrong-signature' ? randomBytes(32) : Buffer.from(digest, 'base64');
    const signature = privateEncrypt({ key: this.authorities.credential.key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([DIGEST_INFO, about]));
    return fine({ signatures: [signature.toString('base64')] });
  }
}

function onlyOne(hashes: unknown): string | undefined {
  const [digest, ...others] = Array.isArray(hashes) ? hashes : [];
  return typeof digest === 'string' && others.length === 0 && Buffer.from(digest, 'base64').length === 32 ? digest : undefined;
}
