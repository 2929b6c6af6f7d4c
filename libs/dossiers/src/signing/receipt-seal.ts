import { Injectable, Logger } from '@nestjs/common';
import { signPaper, SigningError } from '@app/documents';
import { SigningKeys } from '@app/signing';
import { lookOf } from './look-of.js';

/** A service that does not answer is asked again by the lane; after so many times the receipt goes out without. */
const TRIES = 3;

/**
 * The seal of the centre on its receipts, given as they are issued: nobody decides anything by it, so nobody is asked. It proves to
 * whoever is shown the file that the centre has received the dossier. A receipt holds without one (Decree 118/2025 asks for none),
 * and the citizen never waits for a key.
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
      const key = await this.keys.open({ kind: 'unit', id: unitId }, at);
      const stamper = this.keys.stamper();
      return await signPaper(bytes, { field: 'seal', signer: key.signer, at, look: lookOf(key, 'seal', at), ...(stamper && { stamper }) });
    } catch (error) {
      if (!(error instanceof SigningError) || (error.fault === 'unreachable' && tries + 1 < TRIES)) throw error;
      this.log.warn({ msg: 'a receipt is issued without the seal of its centre', unit: unitId, fault: error.fault });
      return bytes;
    }
  }
}
