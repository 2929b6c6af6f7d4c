import { DomainError, sha256Hex } from '@app/kernel';
import { renderAllowanceDecision, ALLOWANCE_DECISION_REQUIRED, type AllowanceDecisionModel } from './papers/allowance-decision.js';
import { renderApology, type ApologyModel } from './papers/apology.js';
import { renderBirthCertificate, BIRTH_CERTIFICATE_REQUIRED, type BirthCertificateModel } from './papers/birth-certificate.js';
import { renderBuildingPermit, BUILDING_PERMIT_REQUIRED, type BuildingPermitModel } from './papers/building-permit.js';
import { CERTIFIED_COPY_REQUIRED, renderCertifiedCopy, type CertifiedCopyModel } from './papers/certified-copy.js';
import { renderConsultationRequest, type ConsultationRequestModel } from './papers/consultation-request.js';
import { renderControlSlip, type ControlSlipModel } from './papers/control-slip.js';
import { renderCorrectionExtract, CORRECTION_EXTRACT_REQUIRED, type CorrectionExtractModel } from './papers/correction-extract.js';
import { renderDeathExtract, DEATH_EXTRACT_REQUIRED, type DeathExtractModel } from './papers/death-extract.js';
import { renderDecision, DECISION_REQUIRED, type DecisionModel } from './papers/decision.js';
import { renderExtractCopy, EXTRACT_COPY_REQUIRED, type ExtractCopyModel } from './papers/extract-copy.js';
import { renderFeeConfirmation, type FeeConfirmationModel } from './papers/fee-confirmation.js';
import { renderFinding, type FindingModel } from './papers/finding.js';
import { renderGuidance, type GuidanceModel } from './papers/guidance.js';
import { renderHandoverSlip, type HandoverSlipModel } from './papers/handover-slip.js';
import { renderLandCertificate, LAND_CERTIFICATE_REQUIRED, type LandCertificateModel } from './papers/land-certificate.js';
import { renderLandRegistrationNotice, LAND_REGISTRATION_NOTICE_REQUIRED, type LandRegistrationNoticeModel } from './papers/land-registration-notice.js';
import { renderMaritalStatusCertificate, MARITAL_STATUS_REQUIRED, type MaritalStatusCertificateModel } from './papers/marital-status-certificate.js';
import { renderMinutes, type MinutesModel } from './papers/minutes.js';
import { renderNotice, type NoticeModel } from './papers/notice.js';
import { GENERAL_NOTICE_REQUIRED, OFFICIAL_LETTER_REQUIRED, renderGeneralNotice, renderOfficialLetter, type GeneralNoticeModel, type OfficialLetterModel } from './papers/official-letter.js';
import { renderPaymentNotice, type PaymentNoticeModel } from './papers/payment-notice.js';
import { renderHouseholdBusinessCertificate, HOUSEHOLD_BUSINESS_CERTIFICATE_REQUIRED, type HouseholdBusinessCertificateModel } from './papers/household-business-certificate.js';
import { renderPoorHouseholdDecision, POOR_HOUSEHOLD_DECISION_REQUIRED, type PoorHouseholdDecisionModel } from './papers/poor-household-decision.js';
import { renderReceipt, type ReceiptModel } from './papers/receipt.js';
import { renderRefusal, type RefusalModel } from './papers/refusal.js';
import type { PaperModel } from './papers/shared.js';
import { renderStatusConfirmation, STATUS_CONFIRMATION_REQUIRED, type StatusConfirmationModel } from './papers/status-confirmation.js';
import { renderStopNotice, type StopNoticeModel } from './papers/stop-notice.js';
import { renderSupplementRequest, type SupplementRequestModel } from './papers/supplement-request.js';
import { renderWithdrawalRequest, type WithdrawalRequestModel } from './papers/withdrawal-request.js';
import { renderWorshipDecision, WORSHIP_DECISION_REQUIRED, type WorshipDecisionModel } from './papers/worship-decision.js';
import { Sheet } from './sheet.js';
import { valueAt } from './template.js';

/** What each paper is made from. */
export interface PaperModels {
  readonly receipt: ReceiptModel;
  readonly 'supplement-request': SupplementRequestModel;
  readonly refusal: RefusalModel;
  readonly 'control-slip': ControlSlipModel;
  readonly guidance: GuidanceModel;
  readonly finding: FindingModel;
  readonly notice: NoticeModel;
  readonly minutes: MinutesModel;
  readonly apology: ApologyModel;
  readonly 'stop-notice': StopNoticeModel;
  readonly 'payment-notice': PaymentNoticeModel;
  readonly 'consultation-request': ConsultationRequestModel;
  readonly 'withdrawal-request': WithdrawalRequestModel;
  readonly 'fee-confirmation': FeeConfirmationModel;
  readonly 'handover-slip': HandoverSlipModel;
  readonly 'result/birth-certificate': BirthCertificateModel;
  readonly 'result/marital-status-certificate': MaritalStatusCertificateModel;
  readonly 'result/land-certificate': LandCertificateModel;
  readonly 'result/extract-copy': ExtractCopyModel;
  readonly 'result/allowance-decision': AllowanceDecisionModel;
  readonly 'result/building-permit': BuildingPermitModel;
  readonly 'result/correction-extract': CorrectionExtractModel;
  readonly 'result/death-extract': DeathExtractModel;
  readonly 'result/household-business-certificate': HouseholdBusinessCertificateModel;
  readonly 'result/poor-household-decision': PoorHouseholdDecisionModel;
  readonly 'result/status-confirmation': StatusConfirmationModel;
  readonly 'result/land-registration-notice': LandRegistrationNoticeModel;
  readonly 'result/worship-decision': WorshipDecisionModel;
  readonly 'result/certified-copy': CertifiedCopyModel;
  readonly 'result/decision': DecisionModel;
  readonly 'result/general-notice': GeneralNoticeModel;
  readonly 'result/official-letter': OfficialLetterModel;
}

export type PaperForm = keyof PaperModels;

/** The papers that a procedure's `result.layout` may name (without `result/`). */
export type ResultForm = Extract<PaperForm, `result/${string}`>;

/** One kind of paper. */
export interface Paper<Model extends PaperModel> {
  readonly titleVi: string;
  readonly titleEn: string;
  /** Changes whenever the same model would print differently; stored with each paper. */
  readonly templateVersion: string;
  /** Sizes of the body text, points, tried in turn until each copy fits on one page; if none does, the first is taken. */
  readonly sizes: readonly number[];
  /** Dotted paths that must have a value, checked for models that come from data. */
  readonly required: readonly string[];
  readonly render: (sheet: Sheet, model: Model) => void;
}

/** Decree 30/2020 asks for 13 or 14; slips and certificates are no administrative documents and may be smaller. */
const LETTER_SIZES = [14, 13];
const SLIP_SIZES = [13, 12];
/** Its list of papers seldom leaves room for more; trying a larger size first would lay each receipt out twice. */
const RECEIPT_SIZES = [12];
const CERTIFICATE_SIZES = [14, 13, 12, 11];

export const PAPERS: { readonly [Form in PaperForm]: Paper<PaperModels[Form]> } = {
  receipt: paper('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Receipt and appointment', renderReceipt, [], RECEIPT_SIZES),
  'supplement-request': paper('Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Supplement request', renderSupplementRequest, [], SLIP_SIZES),
  refusal: paper('Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'Refusal', renderRefusal),
  'control-slip': paper('Phiếu kiểm soát quá trình giải quyết hồ sơ', 'Control slip', renderControlSlip),
  guidance: paper('Phiếu hướng dẫn thực hiện thủ tục hành chính', 'Guidance slip', renderGuidance),
  finding: paper('Phiếu kết quả thẩm tra, xác minh', 'Finding', renderFinding),
  notice: paper('Thông báo niêm yết công khai', 'Public notice', renderNotice),
  minutes: paper('Biên bản kết thúc niêm yết', 'Minutes of the end of posting', renderMinutes),
  apology: paper('Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', 'Apology and extension', renderApology, [], LETTER_SIZES),
  'stop-notice': paper('Thông báo dừng giải quyết hồ sơ', 'Stop notice', renderStopNotice, [], LETTER_SIZES),
  'payment-notice': paper('Thông báo nghĩa vụ tài chính', 'Notice of a financial duty', renderPaymentNotice, [], LETTER_SIZES),
  'consultation-request': paper('Công văn lấy ý kiến', 'Request for an opinion', renderConsultationRequest, [], LETTER_SIZES),
  'withdrawal-request': paper('Đơn đề nghị rút hồ sơ', 'Request to withdraw', renderWithdrawalRequest, [], LETTER_SIZES),
  'fee-confirmation': paper('Giấy xác nhận đã nộp phí, lệ phí', 'Confirmation of a payment', renderFeeConfirmation, [], SLIP_SIZES),
  'handover-slip': paper('Phiếu bàn giao hồ sơ', 'Handover slip', renderHandoverSlip, [], SLIP_SIZES),
  'result/birth-certificate': paper('Giấy khai sinh', 'Birth certificate', renderBirthCertificate, BIRTH_CERTIFICATE_REQUIRED, CERTIFICATE_SIZES),
  'result/marital-status-certificate': paper('Giấy xác nhận tình trạng hôn nhân', 'Marital-status certificate', renderMaritalStatusCertificate, MARITAL_STATUS_REQUIRED, CERTIFICATE_SIZES),
  'result/land-certificate': paper('Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất', 'Land certificate', renderLandCertificate, LAND_CERTIFICATE_REQUIRED, CERTIFICATE_SIZES),
  'result/extract-copy': paper('Bản sao trích lục hộ tịch, bản sao Giấy khai sinh', 'Copy of a civil-status extract', renderExtractCopy, EXTRACT_COPY_REQUIRED, CERTIFICATE_SIZES),
  'result/allowance-decision': paper('Quyết định trợ cấp xã hội hằng tháng', 'Decision on a monthly social allowance', renderAllowanceDecision, ALLOWANCE_DECISION_REQUIRED),
  'result/building-permit': paper('Giấy phép xây dựng', 'Building permit', renderBuildingPermit, BUILDING_PERMIT_REQUIRED, [13, 12, 11]),
  'result/status-confirmation': paper('Xác nhận thông tin hộ tịch', 'Confirmation of civil-status information', renderStatusConfirmation, STATUS_CONFIRMATION_REQUIRED),
  'result/correction-extract': paper('Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch', 'Extract of a change or correction of civil status', renderCorrectionExtract, CORRECTION_EXTRACT_REQUIRED, CERTIFICATE_SIZES),
  'result/death-extract': paper('Trích lục khai tử', 'Death extract', renderDeathExtract, DEATH_EXTRACT_REQUIRED, CERTIFICATE_SIZES),
  'result/household-business-certificate': paper('Giấy chứng nhận đăng ký hộ kinh doanh', 'Certificate of registration of a household business', renderHouseholdBusinessCertificate, HOUSEHOLD_BUSINESS_CERTIFICATE_REQUIRED, CERTIFICATE_SIZES),
  'result/poor-household-decision': paper('Quyết định công nhận hộ nghèo, hộ cận nghèo', 'Decision on a poor or near-poor household', renderPoorHouseholdDecision, POOR_HOUSEHOLD_DECISION_REQUIRED),
  'result/land-registration-notice': paper('Thông báo xác nhận kết quả đăng ký đất đai', 'Confirmation of the registration of land', renderLandRegistrationNotice, LAND_REGISTRATION_NOTICE_REQUIRED, [13, 12]),
  'result/worship-decision': paper('Quyết định trợ cấp thờ cúng liệt sĩ', 'Decision on the allowance for the worship of a martyr', renderWorshipDecision, WORSHIP_DECISION_REQUIRED),
  'result/certified-copy': paper('Lời chứng chứng thực bản sao từ bản chính', 'Statement on certified copies', renderCertifiedCopy, CERTIFIED_COPY_REQUIRED),
  'result/decision': paper('Quyết định', 'Decision', renderDecision, DECISION_REQUIRED),
  'result/general-notice': paper('Thông báo', 'Notice', renderGeneralNotice, GENERAL_NOTICE_REQUIRED),
  'result/official-letter': paper('Công văn', 'Official letter', renderOfficialLetter, OFFICIAL_LETTER_REQUIRED),
};

function paper<Model extends PaperModel>(titleVi: string, titleEn: string, render: Paper<Model>['render'], required: readonly string[] = [], sizes: readonly number[] = [13]): Paper<Model> {
  return { titleVi, titleEn, templateVersion: '2026.3', required: ['head.agency', 'head.place', ...required], sizes, render };
}

/** A paper ready to be stored and served. */
export interface RenderedPaper {
  /** The PDF. */
  readonly bytes: Uint8Array;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly title: string;
  readonly templateVersion: string;
  readonly pages: number;
}

/**
 * Lays a paper out as PDF. The same form, model and time give the same bytes.
 * @param createdAt the paper's own time, stored in the PDF; take it from the act that made the paper, not from the clock.
 * @throws DomainError `paper.form-unknown`, or `paper.value-missing` with the path of a value the paper cannot do without.
 */
export async function renderPaper<Form extends PaperForm>(form: Form, model: PaperModels[Form], options: { createdAt: Temporal.Instant }): Promise<RenderedPaper> {
  const kind: Paper<PaperModels[Form]> = PAPERS[getPaperForm(form)] as Paper<PaperModels[Form]>;
  for (const path of kind.required) {
    const value = valueAt(model, path);
    if (value === undefined || value === null || value === '') throw new DomainError('paper.value-missing', { params: { path } });
  }
  const draw = (size: number): Sheet => {
    const sheet = new Sheet({ title: kind.titleVi, createdAt: options.createdAt, size });
    kind.render(sheet, model);
    if (model.head.reserved && sheet.missingPlaces.length > 0) throw new Error(`${form} keeps no place for ${sheet.missingPlaces.join(', ')}`);
    return sheet;
  };
  const [first = 13, ...others] = kind.sizes;
  const natural = draw(first);
  let sheet = natural;
  for (const size of others) if (sheet.longestPart > 1) sheet = draw(size);
  if (sheet.longestPart > 1) sheet = natural;
  const bytes = await sheet.finish();
  return { bytes, sha256: sha256Hex(bytes), title: kind.titleVi, templateVersion: kind.templateVersion, pages: sheet.pages };
}

/**
 * Lays out the result document of a procedure by the name its data gives, from a model filled by `fillTemplate`.
 * @throws DomainError `paper.form-unknown` for a layout nobody knows, `paper.value-missing` for a gap in the model.
 */
export async function renderResult(layout: string, model: unknown, options: { createdAt: Temporal.Instant }): Promise<RenderedPaper> {
  // The required paths stand in for the type: this model comes from a procedure's data.
  return renderPaper(getPaperForm(`result/${layout}`), model as PaperModels[PaperForm], options);
}

/** Whether a procedure's `result.layout` names a layout that exists. */
export function isResultLayout(layout: string): boolean {
  return Object.hasOwn(PAPERS, `result/${layout}`);
}

function getPaperForm(form: string): PaperForm {
  if (!Object.hasOwn(PAPERS, form)) throw new DomainError('paper.form-unknown', { params: { form } });
  return form as PaperForm;
}
