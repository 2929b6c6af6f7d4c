import { Injectable, Logger } from '@nestjs/common';
import { SigningKeys } from '@app/signing';
import { lastingFault, signWith } from './use-key.js';

/**
 * The seal of the centre on its receipts, given as they are issued: nobody decides anything by it, so nobody is asked. It proves to
 * whoever is shown the file that the centre has received the dossier. A receipt is taken to hold without one, as no article known
 * here asks for it, and the citizen never waits for a key.
 */
@Injectable()
export class ReceiptSeal {
  private readonly log = new Logger(ReceiptSeal.name);

  constructor(private readonly keys: SigningKeys) {}

  /**
   * @param bytes a receipt that keeps a place for the seal
   * @param tries how often its effect has failed before
   * @returns the receipt sealed; as it was when the key does not do it
   * @throws SigningError unreachable while another try is worth it
   */
  async seal(bytes: Uint8Array, unitId: string, at: Temporal.Instant, tries: number): Promise<Uint8Array> {
    try {
      return await signWith(this.keys, await this.keys.open({ kind: 'unit', id: unitId }, at), bytes, 'seal', at);
    } catch (error) {
      const { fault } = lastingFault(error, tries);
      this.log.warn({ msg: 'a receipt is issued without the seal of its centre', unit: unitId, fault });
      return bytes;
    }
  }
}
