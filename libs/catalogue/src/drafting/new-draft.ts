import { fold, type Localized } from '@app/kernel';
import type { CatalogueEntry } from '../entry.js';
import type { Component, Procedure, Skeleton, SkeletonComponent } from '../procedure.js';
import { formSection } from './form-sections.js';

/** A document that need not be complete yet: what an administrator works on. */
export type DraftDocument = Readonly<Record<string, unknown>>;

/** What a new working copy begins with, and the version it begins from; 0 = the skeleton. */
export interface NewDraft {
  readonly basedOn: number;
  readonly document: DraftDocument;
}

/**
 * Begins a working copy: of the newest published version, else of what the skeleton knows. What the skeleton does not
 * know stays empty, so that the check names it.
 */
export function newDraft(entry: CatalogueEntry): NewDraft {
  const [newest] = entry.versions;
  if (newest) {
    // What leads to the newest version leads to that version only.
    const { migrations: _, pinned: __, ...document } = newest;
    return { basedOn: newest.version, document: { ...document, version: newest.version + 1, effective: { from: '' } } };
  }
  return { basedOn: 0, document: fromSkeleton(entry.skeleton!) };
}

const untranslated = (vi: string): Localized => ({ vi, en: '' });

function fromSkeleton(skeleton: Skeleton): DraftDocument {
  const level = skeleton.decidedAt === 'province' ? 'province' : 'commune';
  const [result] = skeleton.results;
  const brought = skeleton.components.filter(({ shownOnly }) => !shownOnly);
  const draft: Omit<Procedure, 'timeLimit'> & { timeLimit: unknown } = {
    code: skeleton.code,
    version: 1,
    name: untranslated(skeleton.name),
    field: { name: untranslated(skeleton.field) },
    ministry: skeleton.ministry ?? '',
    level,
    decidedAt: skeleton.decidedAt,
    handledBy: skeleton.handledBy,
    legalBases: skeleton.legalBases.map((number) => ({ number })),
    applicants: skeleton.applicants.map(untranslated),
    channels: skeleton.channels.length > 0 ? skeleton.channels : ['counter', 'online', 'post'],
    receiving: { conditions: [], bring: skeleton.components.filter(({ shownOnly }) => shownOnly).map(({ name }) => untranslated(name)) },
    components: withKeys(brought),
    form: 'declaration.schema.json',
    declaration: startingForm(skeleton.name),
    fee: { setBy: skeleton.fee.setBy ?? 'national', lines: feeLines(skeleton), exemptions: [] },
    timeLimit: limitOf(skeleton),
    process: { receive: { unit: 'commune/centre', role: 'receiving-clerk' }, steps: [] },
    result: {
      name: untranslated(result?.name ?? ''),
      code: result?.code ?? '',
      paper: keyOf(result?.name ?? 'result'),
      layout: 'decision',
      symbol: level === 'commune' ? 'QĐ-UBND' : 'QĐ',
      issuer: level === 'commune' ? 'commune/committee' : '',
      data: [{ to: 'abstract', template: `Về việc ${lowered(skeleton.name)} theo đề nghị của {requesterName}` }],
    },
    effective: { from: '' },
    assumptions: [],
  };
  return { ...draft };
}

/** Three sections that nearly every form has. */
function startingForm(name: string): Procedure['declaration'] {
  const sections = ['requester', 'contact', 'request'].map(formSection);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Tờ khai ${lowered(name)}`,
    'x-title-en': '',
    type: 'object',
    additionalProperties: false,
    'x-layout': sections.flatMap(({ layout }) => layout),
    required: sections.flatMap(({ required }) => required),
    properties: Object.assign({}, ...sections.map(({ properties }) => properties)) as Procedure['declaration']['properties'],
  };
}

/** A limit nobody confirmed is carried over; its basis stays empty, so that somebody has to name the article. */
function limitOf({ timeLimit }: Skeleton): unknown {
  const notCounted = [{ what: { vi: 'thời gian chờ người dân bổ sung hồ sơ', en: 'the time the person takes to complete the dossier' }, basis: 'Nghị định 118/2025/NĐ-CP, Điều 17' }];
  if (timeLimit?.sameDay) return { sameDay: true, cutoff: '15:00', notCounted, basis: '' };
  return { ...(timeLimit && { value: timeLimit.value }), unit: timeLimit?.unit ?? 'working-days', ends: timeLimit?.unit === 'calendar-days' || timeLimit?.unit === 'months' ? 'close-of-day' : 'same-time', notCounted, basis: '' };
}

/** An amount nobody knows is left out: free of charge must be said, never assumed. */
function feeLines({ fee }: Skeleton): Procedure['fee']['lines'] {
  if (fee.amount === 0) return [];
  const line = { key: 'fee', name: { vi: 'Lệ phí', en: 'Fee' }, ...(fee.amount !== null && { amount: fee.amount }), payableAt: 'receipt' };
  return [line as Procedure['fee']['lines'][number]];
}

function withKeys(components: readonly SkeletonComponent[]): Component[] {
  const taken = new Set<string>();
  return components.map(({ name, originals, copies, conditional }) => {
    const wanted = keyOf(name);
    let key = wanted;
    for (let count = 2; taken.has(key); count += 1) key = `${wanted}-${count}`;
    taken.add(key);
    return {
      key,
      name: untranslated(name),
      kinds: originals > 0 ? ['original', 'certified-copy', 'electronic'] : ['certified-copy', 'photocopy', 'electronic'],
      originals,
      copies: originals + copies === 0 ? 1 : copies,
      required: !conditional,
      why: { vi: '', en: '' },
      fate: 'stays-with-dossier',
    };
  });
}

/** A key out of the first words of a name: "Trích lục khai tử" → `trich-luc-khai-tu`. */
export function keyOf(name: string): string {
  const words = fold(name).split(/[^a-z0-9]+/).filter(Boolean).slice(0, 6);
  const key = words.join('-');
  return /^[a-z]/.test(key) ? key : `paper-${key || '1'}`;
}

/** "Thủ tục cấp bản sao" → "cấp bản sao", as a name stands inside a sentence. */
function lowered(name: string): string {
  const bare = name.replace(/^thủ tục /iu, '');
  return bare.charAt(0).toLocaleLowerCase('vi') + bare.slice(1);
}
