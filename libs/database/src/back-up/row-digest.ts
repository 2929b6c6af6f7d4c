import { createHash, hash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

const NEWLINE = 0x0a;

/**
 * Counts the rows that pass and digests them as a set: the order in which a table gives its rows means nothing. In
 * PostgreSQL's text form a line is a row, since a line break inside a value is written as `\n`.
 */
export class RowDigest extends Transform {
  /** The SHA-256 of each row, added up in eight places of 32 bits. */
  private readonly sums = new Uint32Array(8);
  private unfinished: Buffer[] = [];
  rows = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      this.unfinished.push(chunk.subarray(from, end));
      this.add(this.unfinished.length === 1 ? this.unfinished[0]! : Buffer.concat(this.unfinished));
      this.unfinished = [];
      from = end + 1;
    }
    // A copy: the stream may write over its chunk while the rest of the row is on its way.
    if (from < chunk.length) this.unfinished.push(Buffer.from(chunk.subarray(from)));
    done(undefined, chunk);
  }

  private add(row: Buffer): void {
    const digest = hash('sha256', row, 'buffer');
    for (let place = 0; place < this.sums.length; place++) this.sums[place]! += digest.readUInt32BE(4 * place);
    this.rows += 1;
  }

  /** 64 hex digits that are equal for equal sets of rows. */
  digest(): string {
    return [...this.sums].map((sum) => sum.toString(16).padStart(8, '0')).join('');
  }
}

/** Digests and measures bytes on their way. */
export class ByteDigest extends Transform {
  private readonly hash = createHash('sha256');
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(undefined, chunk);
  }

  /** SHA-256 in hex; may be asked for once. */
  digest(): string {
    return this.hash.digest('hex');
  }
}
