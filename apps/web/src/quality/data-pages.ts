import type { Session } from '../api/types';
import { may } from '../shell/session';

/** The pages about data on file that an officer may open; the first is where the area begins. */
export function dataPages(session: Session) {
  const mayAny = (...permissions: readonly string[]): boolean => permissions.some((permission) => may(session, permission));
  return [
    ...(mayAny('person.settle', 'report.read') ? [{ to: '/du-lieu', key: 'quality' } as const] : []),
    ...(mayAny('person.settle') ? [{ to: '/nghi-van', key: 'doubts' } as const] : []),
    ...(mayAny('person.search', 'person.oversee', 'person.approve-correction') ? [{ to: '/nguoi', key: 'people' } as const] : []),
  ];
}
