import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { DomainError } from '@app/kernel';

/** Where clamd listens. */
export interface ScannerAddress {
  readonly host: string;
  readonly port: number;
}

/** How long one file may take, from connecting to the verdict. */
const TIME_OUT_MS = 30_000;

const CHUNK = 65_536;

/** Asks ClamAV's daemon about bytes, over its command INSTREAM: they need not lie where the daemon can read them. */
export class VirusScanner {
  /** @param timeOutMs how long one file may take */
  constructor(private readonly address: ScannerAddress, private readonly timeOutMs = TIME_OUT_MS) {}

  /**
   * Lets pass what the daemon found clean, and nothing else.
   * @throws DomainError file.infected; file.scanner-away when there is no verdict, whatever the reason
   */
  async check(bytes: Uint8Array): Promise<void> {
    const verdict = await this.ask(bytes).catch((error: unknown) => {
      throw away(error);
    });
    if (/^stream: .+ FOUND$/.test(verdict)) throw new DomainError('file.infected');
    if (verdict !== 'stream: OK') throw away(new Error(`the virus scanner answered "${verdict}"`));
  }

  private async ask(bytes: Uint8Array): Promise<string> {
    const socket = connect(this.address);
    const timer = setTimeout(() => socket.destroy(new Error(`the virus scanner did not answer within ${this.timeOutMs} ms`)), this.timeOutMs);
    try {
      send(socket, bytes);
      return (await text(socket)).replaceAll('\0', '').trim();
    } finally {
      clearTimeout(timer);
      socket.destroy();
    }
  }
}

/** The command, then chunks behind their lengths (32 bits, big-endian), then a length of nothing. */
function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    socket.write(lengthOf(chunk.length));
    socket.write(chunk);
  }
  socket.write(lengthOf(0));
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
}

function away(cause: unknown): DomainError {
  const refusal = new DomainError('file.scanner-away');
  refusal.cause = cause;
  return refusal;
}
