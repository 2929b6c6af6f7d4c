import { formatDateLong, formatDateShort, formatNumber, numberText, type DateText } from '../format.js';
import type { Sheet } from '../sheet.js';
import type { Signature } from '../signature.js';
import { ownPower, renderDecision } from './decision.js';
import type { ResultModel } from './shared.js';

/** What the review came to. */
export type HouseholdStatus = 'poor' | 'near-poor' | 'neither';

export interface HouseholdMember {
  readonly name: string;
  /** A full date or a year. */
  readonly born?: DateText;
  /** To the head: "Con". */
  readonly relation?: string;
}

/** Quyết định công nhận hộ nghèo, hộ cận nghèo (result of 1.011607; Decision 24/2021). */
export interface PoorHouseholdDecisionModel extends ResultModel {
  readonly status: HouseholdStatus;
  readonly household: {
    readonly head: string;
    readonly born?: DateText;
    readonly personalId?: string;
    readonly ethnicity?: string;
    readonly address?: string;
    readonly hamlet?: string;
    /** How many live in it. */
    readonly members: number;
  };
  /** Beside the head. */
  readonly members?: readonly HouseholdMember[];
  readonly furtherMembers?: string;
  /** The points of the review. */
  readonly score?: { readonly income?: number; readonly lack?: number };
  /** The poverty line and what sets it. */
  readonly standard: string;
  /** The last day the recognition holds. */
  readonly validUntil?: DateText;
  /** Begins with "Căn cứ" or "Theo", one each. */
  readonly grounds: readonly string[];
  readonly recipients: readonly string[];
  readonly signature: Signature;
}

export const POOR_HOUSEHOLD_DECISION_REQUIRED = ['household.head', 'household.members', 'standard', 'grounds', 'recipients', 'signature.position'];

const NAMES: Record<HouseholdStatus, string> = { poor: 'hộ nghèo', 'near-poor': 'hộ cận nghèo', neither: 'hộ nghèo, hộ cận nghèo' };

export function renderPoorHouseholdDecision(sheet: Sheet, model: PoorHouseholdDecisionModel): void {
  const { household, status } = model;
  // Before the review has come to anything a preview shows a blank that nobody can overlook.
  const name = (status as HouseholdStatus | undefined) === undefined ? '……………' : NAMES[status];
  const refused = status === 'neither';
  renderDecision(sheet, {
    ...model,
    abstract: `Về việc ${refused ? 'không công nhận' : 'công nhận'} ${name}`,
    authority: `Chủ tịch ${model.head.agency}`,
    articles: [
      { paragraphs: [`${refused ? 'Không công nhận' : 'Công nhận'} hộ ông/bà ${headText(household)} là ${name} theo ${model.standard}${scoreText(model)}.`, ...(refused ? [] : membersText(model))] },
      { paragraphs: [refused ? 'Hộ có tên tại Điều 1 có quyền khiếu nại theo quy định của pháp luật về khiếu nại.' : `Hộ có tên tại Điều 1 được hưởng các chính sách đối với ${name} kể từ ngày ký Quyết định này${model.validUntil ? ` đến hết ${formatDateLong(model.validUntil)}` : ''}.`] },
      {
        paragraphs: [
          'Quyết định này có hiệu lực kể từ ngày ký.',
          `Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Phòng Văn hóa – Xã hội${household.hamlet ? `, ${household.hamlet}` : ''} và hộ ông/bà ${household.head} chịu trách nhiệm thi hành Quyết định này./.`,
        ],
      },
    ],
    signature: ownPower(model.signature),
  });
}

function headText({ head, born, personalId, ethnicity, address }: PoorHouseholdDecisionModel['household']): string {
  return [head, born && `sinh ${bornText(born)}`, personalId && `số định danh cá nhân ${personalId}`, ethnicity && `dân tộc ${ethnicity}`, address && `nơi cư trú: ${address}`].filter(Boolean).join(', ');
}

const bornText = (born: DateText): string => (born.length === 10 ? `ngày ${formatDateShort(born)}` : formatDateLong(born));

function scoreText({ score }: PoorHouseholdDecisionModel): string {
  const points = [score?.income === undefined ? '' : `điểm thu nhập (B1) ${formatNumber(score.income)}`, score?.lack === undefined ? '' : `điểm thiếu hụt (B2) ${formatNumber(score.lack)}`].filter(Boolean);
  return points.length === 0 ? '' : ` (${points.join('; ')})`;
}

function membersText({ household, members = [], furtherMembers }: PoorHouseholdDecisionModel): string[] {
  const lines = members.map(({ name, born, relation }) => [`- ${name}`, born && `sinh ${bornText(born)}`, relation && relation.toLocaleLowerCase('vi')].filter(Boolean).join(', '));
  const others = [...lines, ...(furtherMembers ? [`- ${furtherMembers}`] : [])];
  return [`Hộ có ${numberText(household.members)} người${others.length === 0 ? '.' : ', ngoài chủ hộ gồm:'}`, ...others.map((line, index) => `${line}${index === others.length - 1 ? '.' : ';'}`)];
}
