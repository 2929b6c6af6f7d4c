import { formatDong } from '@app/kernel';
import { formatDateLong, formatDateShort, type DateText } from '../format.js';
import { amountInWords } from '../number-words.js';
import type { Sheet } from '../sheet.js';
import type { Signature } from '../signature.js';
import { ownPower, renderDecision } from './decision.js';
import type { ResultModel } from './shared.js';

/** Quyết định trợ cấp thờ cúng liệt sĩ (result of 1.010803): the department's, on the list of the commune. */
export interface WorshipDecisionModel extends ResultModel {
  readonly beneficiary: { readonly name: string; readonly born?: DateText; readonly personalId?: string; readonly residence?: string; readonly relation?: string };
  readonly martyr: {
    readonly name: string;
    readonly born?: DateText;
    readonly hometown?: string;
    readonly sacrificedOn?: DateText;
    /** Of the certificate "Tổ quốc ghi công". */
    readonly certificate?: string;
    readonly decision?: string;
  };
  /** Who worshipped before, and by which decision. */
  readonly replaces?: { readonly name?: string; readonly decision?: string };
  /** The first year that is paid; a blank until it has been appraised. */
  readonly fromYear?: number;
  /** Whole đồng a year. */
  readonly amount: number;
  readonly amountBasis: string;
  readonly payment?: { readonly bank?: string; readonly account?: string; readonly holder?: string };
  /** Begins with "Căn cứ" or "Theo đề nghị", one each. */
  readonly grounds: readonly string[];
  readonly recipients: readonly string[];
  readonly signature: Signature;
}

export const WORSHIP_DECISION_REQUIRED = ['beneficiary.name', 'martyr.name', 'amount', 'amountBasis', 'grounds', 'recipients', 'signature.position'];

export function renderWorshipDecision(sheet: Sheet, model: WorshipDecisionModel): void {
  const { beneficiary, amount, amountBasis, fromYear, replaces } = model;
  renderDecision(sheet, {
    ...model,
    abstract: 'Về việc trợ cấp thờ cúng liệt sĩ',
    authority: `Giám đốc ${model.head.agency}`,
    articles: [
      {
        paragraphs: [
          `Trợ cấp thờ cúng liệt sĩ đối với ông/bà ${beneficiaryText(model)}, thờ cúng liệt sĩ ${martyrText(model)}.`,
          ...(replaces?.name ? [`Thay ông/bà ${replaces.name}${replaces.decision ? `, đã hưởng theo Quyết định số ${replaces.decision}` : ''}; việc chi trả cho ông/bà ${replaces.name} chấm dứt từ năm bắt đầu hưởng nêu tại Điều 2.`] : []),
        ],
      },
      {
        paragraphs: [
          `Mức trợ cấp: ${formatDong(amount)}/năm (${amountInWords(amount)}) theo ${amountBasis}; khi mức quy định thay đổi thì mức hưởng thay đổi theo. Hưởng từ năm ${fromYear ?? '…………'}.`,
          paymentText(model),
        ],
      },
      { paragraphs: ['Quyết định này có hiệu lực kể từ ngày ký.', `Ủy ban nhân dân cấp xã nơi ông/bà ${beneficiary.name} thường trú, các cơ quan, đơn vị có liên quan và ông/bà ${beneficiary.name} chịu trách nhiệm thi hành Quyết định này./.`] },
    ],
    signature: ownPower(model.signature),
  });
}

function beneficiaryText({ beneficiary: { name, born, personalId, residence, relation } }: WorshipDecisionModel): string {
  return [name, born && `sinh ${dayText(born)}`, personalId && `số định danh cá nhân ${personalId}`, residence && `nơi thường trú: ${residence}`, relation && `là ${relation.toLocaleLowerCase('vi')} của liệt sĩ`].filter(Boolean).join(', ');
}

function martyrText({ martyr: { name, born, hometown, sacrificedOn, certificate, decision } }: WorshipDecisionModel): string {
  return [
    name, born && `sinh ${dayText(born)}`, hometown && `nguyên quán: ${hometown}`, sacrificedOn && `hy sinh ${dayText(sacrificedOn)}`,
    certificate && `Bằng “Tổ quốc ghi công” số ${certificate}${decision ? ` theo Quyết định số ${decision}` : ''}`,
  ].filter(Boolean).join(', ');
}

function paymentText({ payment, beneficiary }: WorshipDecisionModel): string {
  const holder = payment?.holder ?? beneficiary.name;
  return payment?.account
    ? `Trợ cấp được chi mỗi năm một lần, chuyển vào tài khoản số ${payment.account}${payment.bank ? ` mở tại ${payment.bank}` : ''}, chủ tài khoản: ${holder}.`
    : `Trợ cấp được chi mỗi năm một lần, trực tiếp cho ông/bà ${holder}.`;
}

const dayText = (day: DateText): string => (day.length === 10 ? `ngày ${formatDateShort(day)}` : formatDateLong(day));
