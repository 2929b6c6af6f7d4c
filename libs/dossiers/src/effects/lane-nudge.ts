import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';

/**
 * Wakes the runner of this process after a commit. No NOTIFY inside the act: it would make commits queue behind one
 * lock. A runner elsewhere finds the lane by polling.
 */
@Injectable()
export class LaneNudge {
  private readonly emitter = new EventEmitter();

  wake(): void {
    this.emitter.emit('wake');
  }

  onWake(listener: () => void): () => void {
    this.emitter.on('wake', listener);
    return () => this.emitter.off('wake', listener);
  }
}
