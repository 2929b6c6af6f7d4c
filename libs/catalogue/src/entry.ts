import { DomainError, type Localized } from '@app/kernel';
import { receptionOf } from './local/effective-procedure.js';
import type { LocalRule } from './local/local-rule.js';
import type { LinkedGroup } from './linked/linked-group.js';
import type { Channel, DecidedAt, Handler, Procedure, Skeleton } from './procedure.js';

/** One procedure of the catalogue, whatever is known of it: its skeleton, its published versions, or both. */
export interface CatalogueEntry {
  readonly code: string;
  readonly skeleton?: Skeleton;
  /** Published versions, newest first. */
  readonly versions: readonly Procedure[];
  /** Where the code is that of a linked group: its published versions, newest first. */
  readonly groups?: readonly LinkedGroup[];
}

/** What both a skeleton and a published version tell. */
export interface Heading {
  readonly code: string;
  readonly name: Localized;
  readonly field: Localized;
  readonly decidedAt: DecidedAt;
  readonly handledBy: Handler;
  readonly channels: readonly Channel[];
}

/** Agencies with desks of their own: their procedures are guided and referred, never received here. */
const REFERRED: Partial<Record<Handler, Localized>> = {
  police: { vi: 'Công an cấp xã', en: 'the commune police' },
  'social-insurance': { vi: 'Bảo hiểm xã hội cơ sở', en: 'the local social insurance office' },
  treasury: { vi: 'Kho bạc Nhà nước khu vực', en: 'the regional State Treasury' },
  court: { vi: 'Tòa án nhân dân khu vực', en: 'the regional People’s Court' },
  'port-authority': { vi: 'Cảng vụ', en: 'the port authority' },
};

const PROVINCIAL_CENTRE: Localized = { vi: 'Trung tâm Phục vụ hành chính công cấp tỉnh', en: 'the provincial public administration service centre' };

/** The version in force on a day: of those whose dates include it, the one that took effect last. */
export function findVersionInForce({ versions }: CatalogueEntry, day: string): Procedure | undefined {
  return inForce(versions, day);
}

/** The version of a linked group in force on a day. */
export function findGroupInForce({ groups = [] }: CatalogueEntry, day: string): LinkedGroup | undefined {
  return inForce(groups, day);
}

function inForce<Version extends Pick<Procedure, 'effective' | 'version'>>(versions: readonly Version[], day: string): Version | undefined {
  return versions
    .filter(({ effective }) => effective.from <= day && (effective.until === undefined || day <= effective.until))
    .reduce<Version | undefined>(
      (best, version) =>
        !best || version.effective.from > best.effective.from || (version.effective.from === best.effective.from && version.version > best.version) ? version : best,
      undefined,
    );
}

/** The heading by which an entry is found and shown: of the version in force, else of the skeleton, else of the newest version. */
export function headingOf(entry: CatalogueEntry, day: string): Heading {
  const known = findVersionInForce(entry, day) ?? findGroupInForce(entry, day) ?? entry.skeleton ?? entry.versions[0] ?? entry.groups![0]!;
  const { code, decidedAt, handledBy, channels, name, field } = known;
  return {
    code,
    name: typeof name === 'string' ? { vi: name, en: name } : name,
    field: typeof field === 'string' ? { vi: field, en: field } : field.name,
    decidedAt,
    handledBy,
    channels,
  };
}

/**
 * The agency a person is referred to because the commune's centre does not take this procedure in; nothing when it does.
 * @param rules those in force at the place: which procedures the communes' centres receive is the province's own list
 */
export function findReferral(entry: CatalogueEntry, day: string, rules: readonly LocalRule[] = []): Localized | undefined {
  const published = findVersionInForce(entry, day);
  // Decided in that agency's own system, which the desk is connected to: the centre takes it in and returns the result.
  const isConnected = published?.process.steps.some(({ kind }) => kind === 'elsewhere') === true;
  const agency = isConnected ? undefined : REFERRED[headingOf(entry, day).handledBy];
  if (agency) return agency;
  const listed = receptionOf(rules);
  if (listed) return listed.received ? undefined : PROVINCIAL_CENTRE;
  return !published && !findGroupInForce(entry, day) && entry.skeleton?.receivedAtCommune === false ? PROVINCIAL_CENTRE : undefined;
}

/**
 * The version to receive by on a day.
 * @throws DomainError procedure.referred when another agency has its own desk for it, procedure.not-receivable when
 *   no complete version is in force
 */
export function getReceivable(entry: CatalogueEntry, day: string, rules: readonly LocalRule[] = []): Procedure {
  const agency = findReferral(entry, day, rules);
  if (agency) throw new DomainError('procedure.referred', { params: { code: entry.code, agency }, facts: { agency } });
  const version = findVersionInForce(entry, day);
  if (!version) throw new DomainError('procedure.not-receivable', { params: { code: entry.code } });
  return version;
}
