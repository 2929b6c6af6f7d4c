import type { PaperForm } from './papers.js';

const CIRCULAR = 'Thông tư số 03/2025/TT-VPCP, Phụ lục I';
const DECREE_30 = 'Nghị định số 30/2020/NĐ-CP, Phụ lục I và III';
const CIVIL_STATUS = 'Luật Hộ tịch số 60/2014/QH13; Nghị định số 123/2015/NĐ-CP; Thông tư số 04/2020/TT-BTP';

/** Which rule gives a paper its form and its fields. Forms whose annex could not be read are laid out after the ones in use before it. */
export const PAPER_SOURCES: { readonly [Form in PaperForm]: string } = {
  receipt: `${CIRCULAR}, Mẫu số 01`,
  'supplement-request': `${CIRCULAR}, Mẫu số 02`,
  refusal: `${CIRCULAR}, Mẫu số 03; ${DECREE_30} (thông báo từ chối sau khi tiếp nhận)`,
  apology: `${CIRCULAR}, Mẫu số 04`,
  'stop-notice': `${CIRCULAR}, Mẫu số 05`,
  'control-slip': `${CIRCULAR}, Mẫu số 06`,
  guidance: 'Nghị định số 118/2025/NĐ-CP, Điều 17; Nghị định số 63/2010/NĐ-CP, Điều 8',
  finding: `${DECREE_30}, văn bản nội bộ của quá trình giải quyết`,
  notice: `${DECREE_30}, Mẫu 1.4; Nghị định số 101/2024/NĐ-CP (niêm yết)`,
  minutes: `${DECREE_30}, Mẫu 1.9`,
  'payment-notice': 'Nghị định số 118/2025/NĐ-CP, Điều 18; Luật Quản lý thuế',
  'consultation-request': `${DECREE_30}, Mẫu 1.5`,
  'withdrawal-request': 'Nghị định số 118/2025/NĐ-CP, Điều 17',
  'fee-confirmation': 'Nghị định số 118/2025/NĐ-CP; không thay thế biên lai theo Nghị định số 123/2020/NĐ-CP',
  'handover-slip': 'Nghị định số 118/2025/NĐ-CP, Điều 18 khoản 2',
  'result/birth-certificate': CIVIL_STATUS,
  'result/marital-status-certificate': 'Nghị định số 123/2015/NĐ-CP, Điều 21–23; Thông tư số 04/2020/TT-BTP',
  'result/extract-copy': 'Luật Hộ tịch số 60/2014/QH13, Điều 63–64; Thông tư số 04/2020/TT-BTP',
  'result/correction-extract': 'Luật Hộ tịch số 60/2014/QH13, Điều 26–29; Thông tư số 04/2020/TT-BTP',
  'result/death-extract': 'Luật Hộ tịch số 60/2014/QH13, Điều 34; Thông tư số 04/2020/TT-BTP',
  'result/status-confirmation': 'Nghị định số 87/2020/NĐ-CP (khai thác cơ sở dữ liệu hộ tịch điện tử)',
  'result/building-permit': 'Luật Xây dựng số 50/2014/QH13, 62/2020/QH14; Nghị định số 175/2024/NĐ-CP',
  'result/allowance-decision': `Nghị định số 20/2021/NĐ-CP, 76/2024/NĐ-CP; ${DECREE_30}`,
  'result/household-business-certificate': 'Nghị định số 168/2025/NĐ-CP',
  'result/poor-household-decision': `Nghị định số 07/2021/NĐ-CP; Quyết định số 24/2021/QĐ-TTg; ${DECREE_30}`,
  'result/land-certificate': 'Luật Đất đai số 31/2024/QH15; Thông tư số 10/2024/TT-BTNMT',
  'result/land-registration-notice': 'Luật Đất đai số 31/2024/QH15; Nghị định số 101/2024/NĐ-CP',
  'result/worship-decision': `Nghị định số 131/2021/NĐ-CP, 75/2021/NĐ-CP; ${DECREE_30}`,
  'result/certified-copy': 'Nghị định số 23/2015/NĐ-CP, sửa đổi bởi 280/2025/NĐ-CP; Thông tư số 01/2020/TT-BTP',
  'result/decision': `${DECREE_30}, Mẫu 1.2`,
  'result/general-notice': `${DECREE_30}, Mẫu 1.4`,
  'result/official-letter': `${DECREE_30}, Mẫu 1.5`,
};
