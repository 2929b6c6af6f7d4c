import { channelsText, type Guidance, type ShownValue } from '@app/catalogue';
import type { GuidanceModel } from '@app/documents';
import type { Unit } from '@app/organisation';
import type { PaperOptions } from './paper-options.js';
import { headOf } from './shared.js';

const PORTAL = 'https://dichvucong.gov.vn';

/**
 * The guidance slip of a procedure, without a dossier and without a person.
 * @param line the unit that hands it out and those above it; empty for the public page
 * @param day local date, `YYYY-MM-DD`
 */
export function guidanceModel(guidance: Guidance, line: readonly Unit[], options: PaperOptions, day: string): GuidanceModel {
  const [unit] = line;
  const units = new Map(line.map((each) => [each.id, each]));
  const hotline = options.hotline || unit?.phone;
  return {
    head: unit === undefined ? { agency: 'Trung tâm Phục vụ hành chính công', place: '……………', date: day } : headOf({ units }, unit, { date: day }),
    procedure: { code: guidance.code, name: guidance.name.vi },
    field: guidance.field.vi,
    components: guidance.papers.map((paper) => ({
      name: paper.name.vi,
      originals: paper.originals,
      copies: paper.copies,
      ...(paper.conditional ? { condition: ['Tùy trường hợp', paper.why?.vi.replace(/\.$/, '')].filter(Boolean).join('. ') } : {}),
      ...(paper.shownOnly ? { shownOnly: true } : {}),
    })),
    timeLimit: [guidance.limit.vi, ...decisionsOn(guidance, 'limit')].join('. '),
    fee: [guidance.fee.vi, ...decisionsOn(guidance, 'fee')].join('. '),
    ...(guidance.channels.length === 0 ? {} : { channels: [sentenceCase(channelsText(guidance.channels).vi), ...decisionsOn(guidance, 'channels')].join('. ') }),
    localNotes: guidance.values.filter(({ kind }) => kind === 'note').map(({ text, layer }) => `${text.vi.replace(/\.$/u, '')} (${layer.text.vi})`),
    result: guidance.results.map(({ vi }) => vi).join('; '),
    decidedBy: guidance.decidedBy.vi,
    ...(guidance.referral === undefined ? { where: 'Trung tâm Phục vụ hành chính công của bất kỳ xã, phường nào trong tỉnh, thành phố' } : { where: guidance.referral.vi, referral: { agency: guidance.referral.vi } }),
    legalBases: guidance.legalBases,
    portalAddress: PORTAL,
    ...(hotline ? { contact: { hotline } } : {}),
  };
}

/** What a province decided on a kind of value, each decision once; national values need no mention. */
function decisionsOn({ values }: Guidance, kind: ShownValue['kind']): string[] {
  return [...new Set(values.filter((value) => value.kind === kind && value.layer.layer !== 'nation').map(({ layer }) => layer.text.vi))];
}

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
