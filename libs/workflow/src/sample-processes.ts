import type { ProcessDefinition, TimeAmount } from './process-definition.js';

const hours = (value: number): TimeAmount => ({ value, unit: 'hours' });
const workingDays = (value: number): TimeAmount => ({ value, unit: 'working-days' });

/** A procedure that stays in one commune: the counter, the justice division, the chairman, the records, the counter. */
export const BIRTH: ProcessDefinition = {
  receive: { unit: 'commune/centre', role: 'receiving-clerk' },
  steps: [
    { id: 'transfer', kind: 'handover', to: 'commune/justice', within: hours(1), name: { vi: 'Chuyển hồ sơ', en: 'Transfer' } },
    { id: 'examine', kind: 'examine', unit: 'commune/justice', role: 'case-officer', within: hours(2), name: { vi: 'Thẩm tra', en: 'Examination' } },
    { id: 'draft', kind: 'draft', unit: 'commune/justice', role: 'case-officer', product: 'result', within: hours(1), name: { vi: 'Dự thảo kết quả', en: 'Draft' } },
    { id: 'approve', kind: 'approve', unit: 'commune/committee', role: 'leader', sendBackTo: 'draft', within: hours(2), name: { vi: 'Phê duyệt', en: 'Approval' } },
    { id: 'number', kind: 'number', unit: 'commune/records', role: 'records-clerk', within: hours(1), name: { vi: 'Cấp số, đóng dấu', en: 'Number and seal' } },
    { id: 'handBack', kind: 'handover', to: 'commune/centre', within: hours(1), name: { vi: 'Chuyển kết quả', en: 'Hand back' } },
  ],
};

/** A procedure received in a commune and decided by the province, with a public notice in the commune in between. */
export const LAND: ProcessDefinition = {
  receive: { unit: 'commune/centre', role: 'receiving-clerk' },
  steps: [
    { id: 'toProvince', kind: 'handover', to: 'province/land-registration', within: hours(4), name: { vi: 'Chuyển hồ sơ lên tỉnh', en: 'Transfer to the province' } },
    { id: 'examine', kind: 'examine', unit: 'province/land-registration', role: 'reviewer', within: workingDays(2), name: { vi: 'Thẩm tra', en: 'Examination' } },
    { id: 'toPosting', kind: 'handover', to: 'commune/land', within: hours(4), name: { vi: 'Chuyển về xã niêm yết', en: 'Transfer for posting' } },
    {
      id: 'posting', kind: 'notice', unit: 'commune/land', role: 'case-officer', within: workingDays(1), posting: { value: 15, unit: 'calendar-days' },
      clock: 'paused', basis: 'Nghị định 101/2024/NĐ-CP', name: { vi: 'Niêm yết mất giấy chứng nhận', en: 'Notice of loss' },
    },
    { id: 'fromPosting', kind: 'handover', to: 'province/land-registration', within: hours(4), name: { vi: 'Chuyển biên bản lên tỉnh', en: 'Minutes to the province' } },
    { id: 'draft', kind: 'draft', unit: 'province/land-registration', role: 'reviewer', within: workingDays(2), name: { vi: 'Dự thảo kết quả', en: 'Draft' } },
    { id: 'approve', kind: 'approve', unit: 'province/land-registration', role: 'leader', sendBackTo: 'draft', within: workingDays(1), name: { vi: 'Phê duyệt', en: 'Approval' } },
    { id: 'number', kind: 'number', unit: 'province/land-registration', role: 'records-clerk', within: hours(4), name: { vi: 'Cấp số, đóng dấu', en: 'Number and seal' } },
    { id: 'handBack', kind: 'handover', to: 'commune/centre', within: hours(4), name: { vi: 'Chuyển kết quả về xã', en: 'Hand back' } },
  ],
};

const ACT = 'Luật Xây dựng 50/2014/QH13, Điều 102';

/** A procedure with everything: notices in stages, a financial duty, bodies asked, the citizen's look at the draft. */
export const PERMIT: ProcessDefinition = {
  receive: { unit: 'commune/centre', role: 'receiving-clerk' },
  supplement: { within: workingDays(10), basis: ACT },
  steps: [
    { id: 'transfer', kind: 'handover', to: 'commune/land', within: hours(4), name: { vi: 'Chuyển hồ sơ', en: 'Transfer' } },
    {
      id: 'examine', kind: 'examine', unit: 'commune/land', role: 'case-officer', within: workingDays(7), name: { vi: 'Thẩm định', en: 'Examination' },
      staged: { notices: [{ within: workingDays(7), basis: ACT }, { within: workingDays(5), basis: ACT }], refuseWithin: workingDays(3), basis: ACT },
      duty: { name: { vi: 'Lệ phí cấp giấy phép', en: 'Permit fee' }, within: workingDays(30), basis: 'Luật Phí và lệ phí 97/2015/QH13, Điều 14' },
    },
    {
      id: 'consult', kind: 'consult', unit: 'commune/land', role: 'case-officer', within: workingDays(1), clock: 'paused', name: { vi: 'Lấy ý kiến', en: 'Consultation' },
      ask: [
        { id: 'police', to: 'province/police', question: { vi: 'Ý kiến về phòng cháy', en: 'Opinion on fire safety' }, within: { value: 12, unit: 'calendar-days' }, basis: ACT, silence: 'agreed' },
        { id: 'culture', to: 'commune/culture', question: { vi: 'Ý kiến về cảnh quan', en: 'Opinion on the townscape' }, within: workingDays(5), basis: ACT },
      ],
    },
    { id: 'draft', kind: 'draft', unit: 'commune/land', role: 'case-officer', product: 'result', within: workingDays(2), name: { vi: 'Dự thảo giấy phép', en: 'Draft' } },
    { id: 'check', kind: 'check', unit: 'commune/land', role: 'case-officer', within: workingDays(1), clock: 'paused', basis: 'Nghị định 87/2020/NĐ-CP, Điều 11', name: { vi: 'Người dân kiểm tra', en: 'The citizen’s look' } },
    { id: 'approve', kind: 'approve', unit: 'commune/committee', role: 'leader', sendBackTo: 'draft', within: workingDays(1), name: { vi: 'Phê duyệt', en: 'Approval' } },
    { id: 'number', kind: 'number', unit: 'commune/records', role: 'records-clerk', within: hours(2), name: { vi: 'Cấp số, đóng dấu', en: 'Number and seal' } },
    { id: 'handBack', kind: 'handover', to: 'commune/centre', within: hours(2), name: { vi: 'Chuyển kết quả', en: 'Hand back' } },
  ],
};

/** A procedure decided in the own system of the commune's police. */
export const RESIDENCE: ProcessDefinition = {
  receive: { unit: 'commune/centre', role: 'receiving-clerk' },
  steps: [
    {
      id: 'police', kind: 'elsewhere', unit: 'commune/police', system: 'residence', within: workingDays(7), basis: 'Luật Cư trú 68/2020/QH14, Điều 22',
      name: { vi: 'Công an xã giải quyết', en: 'Decided by the police' }, purpose: { vi: 'Đăng ký thường trú', en: 'To register the residence' }, shares: ['subjectName'],
      confirmation: { within: workingDays(5), basis: 'Nghị định 63/2024/NĐ-CP' },
    },
  ],
};
