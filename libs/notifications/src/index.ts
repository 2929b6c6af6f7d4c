export { NOTIFICATION_CHANNELS, type Notification, type NotificationChannel } from './notification-channel.js';
export { notificationText } from './notification-text.js';
export { NotificationsModule } from './notifications.module.js';
export { NotificationsService, type NotificationLine } from './notifications.service.js';
