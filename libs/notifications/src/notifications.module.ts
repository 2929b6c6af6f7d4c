import { Module } from '@nestjs/common';
import { NotificationsService } from './notifications.service.js';

/** Gives the application its {@link NotificationsService}. */
@Module({ providers: [NotificationsService], exports: [NotificationsService] })
export class NotificationsModule {}
