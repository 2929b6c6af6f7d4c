import { Inject, Injectable, Optional } from '@nestjs/common';
import { newId, type Localized } from '@app/kernel';
import type { Transaction } from '@app/database';
import { NOTIFICATION_CHANNELS, type Notification, type NotificationChannel } from './notification-channel.js';

/** A message as its reader sees it. */
export interface NotificationLine {
  readonly id: string;
  readonly at: string;
  readonly text: Localized;
}

/** Messages to people: kept in the app, and sent over whatever channels the installation has. */
@Injectable()
export class NotificationsService {
  constructor(@Optional() @Inject(NOTIFICATION_CHANNELS) private readonly channels: readonly NotificationChannel[] = []) {}

  /** Sends a message over the outgoing channels, outside any transaction; throws what a channel throws. */
  async send(notification: Notification): Promise<void> {
    for (const channel of this.channels) await channel.send(notification);
  }

  /** Keeps a message for the person to read in the app; one effect leaves one message, however often it runs. */
  async keep(tx: Transaction, { effectId, dossierId, personId, at, text }: Notification): Promise<void> {
    await tx.execute(
      `insert into notification (id, dossier_id, person_id, effect_id, at, text) values ($1, $2, $3, $4, $5, $6)
       on conflict (effect_id) do nothing`,
      [newId(), dossierId, personId, effectId, at, JSON.stringify(text)]);
  }

  /** The messages of a dossier the caller may see, the newest first. */
  ofDossier(tx: Transaction, dossierId: string): Promise<NotificationLine[]> {
    return tx.rows<NotificationLine>('select id, at, text from notification where dossier_id = $1 order by at desc, id desc', [dossierId]);
  }
}
