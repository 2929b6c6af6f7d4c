import type { Proposal } from './calls';

/** One part of a commune that is split, as it is being typed. Lists have one entry a line. */
export interface PartDraft {
  to: string;
  places: string;
  procedures: string;
  dossiers: string;
  posts: string[];
}

/** A unit to be made, as it is being typed. */
export interface CreatedDraft {
  like: string;
  id: string;
  name: string;
  nameEn: string;
  shortName: string;
  shortNameEn: string;
  codeSegment: string;
  placeName: string;
}

/** A change as it is being typed; the day is `YYYY-MM-DD` once it is one. */
export interface ChangeDraft {
  kind: 'merge' | 'split';
  /** Of a merger those that end; of a split the one. */
  units: string[];
  /** An id, `new`, or empty: of a split, the unit goes on with what is left. */
  successor: string;
  created: CreatedDraft;
  parts: PartDraft[];
  decision: string;
  basis: string;
  effectiveOn: string;
}

/** A field that is missing or wrong; also the key of its sentence. */
export type ChangeFault = 'units' | 'successor' | 'created' | 'parts' | 'decision' | 'basis' | 'effectiveOn';

/** The choice of a unit that is yet to be made. */
export const NEW = 'new';

export const emptyPart = (): PartDraft => ({ to: '', places: '', procedures: '', dossiers: '', posts: [] });

export const emptyChange = (): ChangeDraft => ({
  kind: 'merge', units: [], successor: '', parts: [emptyPart()], decision: '', basis: '', effectiveOn: '',
  created: { like: '', id: '', name: '', nameEn: '', shortName: '', shortNameEn: '', codeSegment: '', placeName: '' },
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const tidy = (text: string): string => text.trim().normalize('NFC');
const lines = (text: string): string[] => text.split('\n').map(tidy).filter((line) => line !== '');

/** Whether a draft makes a unit. */
export const makesUnit = ({ kind, successor, parts }: ChangeDraft): boolean => successor === NEW || (kind === 'split' && parts.some(({ to }) => to === NEW));

/** The change a draft proposes, or what is missing in it. */
export function proposalOf(draft: ChangeDraft): { proposal: Proposal; faults: ChangeFault[] } {
  const [decision, basis] = [tidy(draft.decision), tidy(draft.basis)];
  const created = Object.fromEntries(Object.entries(draft.created).map(([key, text]) => [key, tidy(text)])) as unknown as CreatedDraft;
  const isMerger = draft.kind === 'merge';
  const createdId = `c${created.id}`;
  const idOf = (choice: string): string => (choice === NEW ? createdId : choice);
  const parts = draft.parts.map(({ to, places, procedures, dossiers, posts }) => ({
    to: idOf(to), posts,
    ...(lines(places).length > 0 && { places: lines(places) }), ...(lines(procedures).length > 0 && { procedures: lines(procedures) }), ...(lines(dossiers).length > 0 && { dossiers: lines(dossiers) }),
  }));
  const isNew = makesUnit(draft);
  const lacksName = [created.name, created.nameEn, created.shortName, created.shortNameEn].some((text) => text === '');
  const faults: ChangeFault[] = [
    ...(draft.units.length === 0 ? ['units' as const] : []),
    ...((isMerger && draft.successor === '') || draft.units.includes(draft.successor) ? ['successor' as const] : []),
    ...(isNew && (!/^\d{5}$/.test(created.id) || lacksName || created.codeSegment === '') ? ['created' as const] : []),
    ...(!isMerger && parts.some(({ to, posts: _, ...rules }) => to === '' || draft.units.includes(to) || Object.keys(rules).length === 0) ? ['parts' as const] : []),
    ...(decision === '' ? ['decision' as const] : []),
    ...(basis === '' ? ['basis' as const] : []),
    ...(DAY.test(draft.effectiveOn) ? [] : ['effectiveOn' as const]),
  ];
  const proposal: Proposal = {
    body: {
      kind: draft.kind, units: draft.units,
      ...(draft.successor !== '' && { successor: idOf(draft.successor) }),
      ...(!isMerger && { parts }),
      ...(isNew && {
        created: [{
          id: createdId, like: created.like || (draft.units[0] ?? ''), codeSegment: created.codeSegment,
          name: { vi: created.name, en: created.nameEn }, shortName: { vi: created.shortName, en: created.shortNameEn }, ...(created.placeName !== '' && { placeName: created.placeName }),
        }],
      }),
    },
    decision, basis, effectiveOn: draft.effectiveOn,
  };
  return { proposal, faults };
}
