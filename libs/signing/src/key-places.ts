import path from 'node:path';
import { SigningError } from '@app/documents';
import type { KeyProvider, KeyProviderName } from './key-provider.js';
import { Pkcs12Provider } from './pkcs12/pkcs12-provider.js';
import { RemoteProvider } from './remote/remote-provider.js';
import type { SigningOptions } from './signing-options.js';
import { Vault } from './vault.js';

/** What a key's secret is sealed for: nobody can put it beside another key. */
export const aboutKey = ({ id, provider, reference }: { readonly id: string; readonly provider: string; readonly reference: string }): string => `${id} ${provider} ${reference}`;

/** Where the keys of this desk lie, and what their secrets are sealed with. */
export class KeyPlaces {
  readonly vault: Vault;
  private readonly providers: Readonly<Partial<Record<KeyProviderName, KeyProvider>>>;

  constructor({ keysFolder, masterKeyFile, tokenModule, remoteServices }: SigningOptions) {
    this.vault = new Vault(masterKeyFile === undefined ? { file: path.join(keysFolder, 'master.key'), mayBeMade: true } : { file: masterKeyFile, mayBeMade: false });
    this.providers = {
      pkcs12: new Pkcs12Provider(keysFolder),
      ...(tokenModule === undefined ? {} : { pkcs11: onToken(tokenModule) }),
      ...(remoteServices === undefined ? {} : { remote: new RemoteProvider(remoteServices) }),
    };
  }

  /** @throws SigningError unreachable when nothing of that kind is connected */
  provider(name: KeyProviderName): KeyProvider {
    const provider = this.providers[name];
    if (provider === undefined) throw new SigningError('unreachable', `this desk is told of no ${name} keys`);
    return provider;
  }
}

/** What calls a foreign library is loaded when it is needed: most desks have no token. */
function onToken(library: string): KeyProvider {
  let provider: Promise<KeyProvider> | undefined;
  return {
    async open(place) {
      provider ??= import('./pkcs11/pkcs11-provider.js').then(({ Pkcs11Provider }) => new Pkcs11Provider(library));
      return (await provider).open(place);
    },
  };
}
