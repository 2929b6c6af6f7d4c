import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { ScannerAddress } from '../virus-scanner.js';

/** The harmless file every scanner reports (EICAR), in two halves: whole, it would have this file itself reported. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** What the stand-in may be made to suffer from. */
export type ScannerFault = 'none' | 'dropping' | 'hanging' | 'too-large' | 'nonsense';

/** A running stand-in for ClamAV's daemon. */
export interface StandInClamd {
  readonly address: ScannerAddress;
  fault: ScannerFault;
  /** How many bytes each file had that was asked about. */
  readonly scanned: number[];
  stop(): Promise<void>;
}

/** Starts a real TCP server that speaks INSTREAM and finds EICAR anywhere. */
export async function startStandInClamd(): Promise<StandInClamd> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const file = readStream(received);
      if (file === undefined || socket.writableEnded) return;
      if (standIn.fault === 'dropping') socket.destroy();
      if (standIn.fault === 'dropping' || standIn.fault === 'hanging') return;
      standIn.scanned.push(file.length);
      const verdict = file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
      socket.end(`${{ none: verdict, 'too-large': 'INSTREAM size limit exceeded. ERROR', nonsense: 'UNKNOWN COMMAND' }[standIn.fault]}\0`);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const standIn: StandInClamd = {
    address: { host: '127.0.0.1', port }, fault: 'none', scanned: [],
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  return standIn;
}

/** The file within what was received, once it is whole. */
function readStream(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (received.length < command.length) return undefined;
  if (received.subarray(0, command.length).toString('latin1') !== command) throw new Error('not the command INSTREAM');
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const size = received.readUInt32BE(at);
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return undefined;
}
