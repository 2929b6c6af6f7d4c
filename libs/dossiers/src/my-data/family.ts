import type { Localized } from '@app/kernel';
import { DATA_SOURCES, isMinorOn, type Relative } from '@app/persons';
import { linkOf, type DossierCodes, type DossierLink } from './values.js';

/** Somebody of the family as the person may see them: by name only where the name stands in the person's own civil-status papers. */
export interface RelativeView {
  readonly kind: Relative['kind'];
  readonly kindName: Localized;
  readonly name?: string;
  /** Of a minor child: whose file it is, for opening it. */
  readonly childId?: string;
  readonly since?: string;
  readonly until?: string;
  readonly ended?: Localized;
  readonly source: Localized;
  readonly asOf?: string;
  readonly dossier?: DossierLink;
}

const KINDS: Readonly<Record<Relative['kind'], Localized>> = {
  father: { vi: 'Cha', en: 'Father' }, mother: { vi: 'Mẹ', en: 'Mother' }, spouse: { vi: 'Vợ, chồng', en: 'Spouse' }, child: { vi: 'Con chưa thành niên', en: 'Minor child' },
};
const FORMER_SPOUSE: Localized = { vi: 'Vợ, chồng trước đây', en: 'Former spouse' };
const GROWN_CHILD: Localized = { vi: 'Con đã thành niên', en: 'Child of age' };

const ENDS: Readonly<Record<NonNullable<Relative['endedBy']>, Localized>> = {
  divorce: { vi: 'Ly hôn', en: 'Divorce' }, death: { vi: 'Người kia đã chết', en: 'Death of the other' }, annulment: { vi: 'Hủy kết hôn', en: 'Annulment' },
};

/**
 * The family on a file. Parents and a spouse are named on one's own birth and marriage certificates, minor children are one's own
 * to answer for; of a former spouse and of children of age nothing is said but that they are. Nobody's number, birthday or address.
 */
export function familyOf(family: readonly Relative[], codes: DossierCodes, today: string): RelativeView[] {
  return family.map((relative) => {
    const { kind, until, since, endedBy, person } = relative;
    const isNamed = kind === 'child' ? isMinorOn(person.birthDate, today) && person.alive : kind !== 'spouse' || until === null;
    const dossier = linkOf(relative.dossierId, codes);
    return {
      kind, kindName: isNamed ? KINDS[kind] : kind === 'child' ? GROWN_CHILD : FORMER_SPOUSE,
      ...(isNamed ? { name: person.fullName } : {}),
      ...(isNamed && kind === 'child' ? { childId: person.id } : {}),
      ...(since === null ? {} : { since }), ...(until === null ? {} : { until }), ...(endedBy === null ? {} : { ended: ENDS[endedBy] }),
      source: DATA_SOURCES[relative.source], ...(relative.asOf ? { asOf: relative.asOf } : {}), ...(dossier === undefined ? {} : { dossier }),
    };
  });
}
