import type { Localized } from '@app/kernel';

/** A message on its way to a person. */
export interface Notification {
  /** Of the effect that caused it: the key by which a channel recognises a message it has sent already. */
  readonly effectId: string;
  readonly dossierId: string;
  readonly personId: string;
  /** ISO instant of the act. */
  readonly at: string;
  readonly text: Localized;
}

/**
 * A way out of the house, such as SMS or e-mail. It looks the person's address up by itself, and may be asked twice for
 * the same {@link Notification.effectId}.
 */
export interface NotificationChannel {
  send(notification: Notification): Promise<void>;
}

/** The provider token of the outgoing channels; without any, people read their messages in the app. */
export const NOTIFICATION_CHANNELS = Symbol('notification channels');
