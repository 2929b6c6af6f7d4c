import type { EventData } from '@app/workflow';

/** Kinds of acts that need nothing said about the single dossier; whatever is judged or filled in case by case is done case by case. */
const FOR_MANY: ReadonlySet<EventData> = new Set<EventData>(['none', 'handover', 'assignment', 'version']);

/** Whether acts of this kind may be done on many dossiers at once. */
export const isForMany = (data: EventData): boolean => FOR_MANY.has(data);
