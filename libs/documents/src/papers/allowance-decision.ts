import { formatDong } from '@app/kernel';
import { formatDateLong, formatDateShort, formatNumber, uncapitalised, type DateText } from '../format.js';
import { amountInWords } from '../number-words.js';
import type { Sheet } from '../sheet.js';
import type { Signature } from '../signature.js';
import { ownPower, renderDecision, type DecisionArticle } from './decision.js';
import type { ResultModel } from './shared.js';

/** What the decision does: begins the allowance, changes its rate, or ends it. */
export type AllowanceAct = 'start' | 'adjust' | 'stop';

export interface AllowancePerson {
  readonly name: string;
  /** A full date or a year. */
  readonly born?: DateText;
  readonly personalId?: string;
  readonly residence?: string;
}

/**
 * Quyết định trợ cấp xã hội hằng tháng (result of 1.001776). The amount is not stored: it is the coefficient times the
 * standard level, both of which come from the procedure's version, and it is printed with both.
 */
export interface AllowanceDecisionModel extends ResultModel {
  readonly act: AllowanceAct;
  readonly beneficiary: AllowancePerson;
  /** Who gets the allowance, in the words of the law: "Người khuyết tật đặc biệt nặng là trẻ em". */
  readonly category: string;
  /** Whole đồng: the standard level that coefficients multiply. */
  readonly standardLevel: number;
  /** What sets the standard level. */
  readonly standardBasis: string;
  readonly coefficient?: number;
  /** How many the coefficient counts for: the children of a single parent. */
  readonly persons?: number;
  /** The support of the household or person that cares for the beneficiary. */
  readonly care?: { readonly name: string; readonly relation?: string; readonly residence?: string; readonly coefficient?: number };
  /** Why it is changed or ended. */
  readonly reason?: string;
  /** The decision that is changed or ended. */
  readonly previous?: { readonly number?: string; readonly on?: DateText };
  /** How it is paid: an account, or by hand to whom. */
  readonly payment?: { readonly bank?: string; readonly account?: string; readonly holder?: string };
  /** Begins with "Căn cứ" or "Theo đề nghị", one each. */
  readonly grounds: readonly string[];
  readonly recipients: readonly string[];
  readonly signature: Signature;
}

export const ALLOWANCE_DECISION_REQUIRED = ['act', 'beneficiary.name', 'category', 'standardLevel', 'standardBasis', 'grounds', 'recipients', 'signature.position'];

const ABSTRACTS: Record<AllowanceAct, string> = {
  start: 'Về việc trợ cấp xã hội hằng tháng',
  adjust: 'Về việc điều chỉnh trợ cấp xã hội hằng tháng',
  stop: 'Về việc thôi hưởng trợ cấp xã hội hằng tháng',
};

export function renderAllowanceDecision(sheet: Sheet, model: AllowanceDecisionModel): void {
  const { beneficiary } = model;
  renderDecision(sheet, {
    ...model,
    abstract: ABSTRACTS[model.act],
    authority: `Chủ tịch ${model.head.agency}`,
    articles: [
      { paragraphs: model.act === 'stop' ? ending(model) : granting(model) },
      ...(model.act === 'stop' ? [] : [payment(model)]),
      {
        paragraphs: [
          'Quyết định này có hiệu lực kể từ ngày ký.',
          `Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Phòng Văn hóa – Xã hội, các cơ quan, đơn vị có liên quan và ông/bà ${beneficiary.name} chịu trách nhiệm thi hành Quyết định này./.`,
        ],
      },
    ],
    signature: ownPower(model.signature),
  });
}

function granting(model: AllowanceDecisionModel): string[] {
  const { act, category, care, standardLevel, coefficient = 0, persons = 1, standardBasis, reason } = model;
  const own = Math.round(coefficient * persons * standardLevel);
  const support = care ? Math.round((care.coefficient ?? 0) * standardLevel) : 0;
  const amount = (sum: number): string => `${formatDong(sum)}/tháng (${amountInWords(sum)})`;
  const times = (rate: number, count: number): string => `hệ số ${formatNumber(rate)}${count > 1 ? ` × ${count} người` : ''} × ${formatDong(standardLevel)}`;
  const lines = [
    // No rate fits the ground and age: a blank that nobody can overlook, not a decision without an amount.
    own > 0 ? `Mức trợ cấp xã hội hằng tháng: ${times(coefficient, persons)} = ${amount(own)}.` : `Mức trợ cấp xã hội hằng tháng: hệ số …… × ${formatDong(standardLevel)} = …………………… đồng/tháng.`,
    ...(care && support > 0 ? [`Hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng cho ông/bà ${care.name}${care.relation ? ` (${lowered(care.relation)})` : ''}${care.residence ? `, cư trú tại ${care.residence}` : ''}: ${times(care.coefficient ?? 0, 1)} = ${amount(support)}.`] : []),
    ...(own > 0 && support > 0 ? [`Tổng mức hưởng: ${amount(own + support)}.`] : []),
  ];
  return [
    `${act === 'start' ? 'Trợ cấp xã hội hằng tháng đối với' : `Điều chỉnh mức trợ cấp xã hội hằng tháng${previousText(model)} đối với`} ông/bà ${personText(model.beneficiary)}.`,
    `Thuộc đối tượng: ${lowered(category)}.`,
    ...(act === 'adjust' && reason ? [`Lý do điều chỉnh: ${lowered(reason)}.`] : []),
    ...(lines.length === 1 ? lines : lines.map((line, index) => `${'abc'[index]}) ${line}`)),
    `Mức chuẩn trợ giúp xã hội ${formatDong(standardLevel)}/tháng áp dụng theo ${standardBasis}; khi mức chuẩn thay đổi thì mức hưởng thay đổi theo. Thời gian hưởng kể từ tháng ký Quyết định này.`,
  ];
}

function ending(model: AllowanceDecisionModel): string[] {
  return [
    `Thôi hưởng trợ cấp xã hội hằng tháng${previousText(model)} đối với ông/bà ${personText(model.beneficiary)}, kể từ tháng ngay sau tháng ký Quyết định này.`,
    ...(model.reason ? [`Lý do: ${lowered(model.reason)}.`] : []),
  ];
}

function payment({ payment: by, beneficiary }: AllowanceDecisionModel): DecisionArticle {
  const way = by?.account
    ? `chuyển vào tài khoản số ${by.account}${by.bank ? ` mở tại ${by.bank}` : ''}, chủ tài khoản: ${by.holder ?? beneficiary.name}`
    : `chi trả trực tiếp cho ông/bà ${by?.holder ?? beneficiary.name}`;
  return { paragraphs: [`Trợ cấp được chi trả hằng tháng từ ngân sách bảo đảm xã hội, ${way}.`] };
}

function personText({ name, born, personalId, residence }: AllowancePerson): string {
  const parts = [name, born && `sinh ${born.length === 10 ? `ngày ${formatDateShort(born)}` : formatDateLong(born)}`, personalId && `số định danh cá nhân ${personalId}`, residence && `nơi cư trú: ${residence}`];
  return parts.filter(Boolean).join(', ');
}

function previousText({ previous }: AllowanceDecisionModel): string {
  if (!previous?.number) return '';
  return ` theo Quyết định số ${previous.number}${previous.on ? ` ${formatDateLong(previous.on)}` : ''}`;
}

const lowered = (text: string): string => uncapitalised(text).replace(/\.$/, '');
