import type { RemoteService } from './remote/csc-client.js';

/** What a demonstration and its stand-in for a remote-signing service know of each other: public knowledge, and good for nothing else. */
export const STAND_IN_SIGNING = {
  service: 'gia-lap', clientId: 'mot-cua', clientSecret: 'demonstration-only-secret-of-remote-signing', credential: 'mau-01', pin: '123456',
} as const;

/** How the stand-ins for a time-stamping authority and a remote-signing service are reached at an address. */
export function standInSigning(url: string): { readonly timeStampUrl: string; readonly remoteServices: Readonly<Record<string, RemoteService>> } {
  const { service, clientId, clientSecret } = STAND_IN_SIGNING;
  return { timeStampUrl: `${url}/tsa`, remoteServices: { [service]: { url: `${url}/csc/v2`, clientId, clientSecret } } };
}
