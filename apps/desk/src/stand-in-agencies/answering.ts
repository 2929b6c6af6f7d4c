import { localDate } from '@app/kernel';
import type { Agency, AgencyCase } from './agency.js';
import { renderResultPaper } from './result-paper.js';

/** One of the agencies of the demonstration. */
export interface AgencyKind {
  readonly system: string;
  readonly name: string;
  readonly superior: string;
  /** What its paper is called. */
  readonly paper: string;
  readonly prefix: string;
  /** What its result says in plain values, from what it was sent. */
  readonly values: (declaration: Readonly<Record<string, unknown>>) => Readonly<Record<string, string>>;
}

const picked = (declaration: Readonly<Record<string, unknown>>, names: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).flatMap(([to, from]): Array<[string, string]> => {
    const value = declaration[from];
    return typeof value === 'string' ? [[to, value]] : [];
  }));

/** What each value is called on the paper. */
const LABELS: Readonly<Record<string, string>> = {
  name: 'Họ và tên', personalId: 'Số định danh cá nhân', address: 'Nơi thường trú', headOfHousehold: 'Chủ hộ', hospital: 'Nơi đăng ký khám, chữa bệnh ban đầu', deceased: 'Người chết',
};

export const AGENCY_KINDS: readonly AgencyKind[] = [
  {
    system: 'residence', name: 'Công an cấp xã – quản lý cư trú', superior: 'Công an thành phố Đồng Nai', paper: 'Thông báo kết quả giải quyết thủ tục về cư trú', prefix: 'CT08',
    values: (declaration) => picked(declaration, { name: 'subjectName', personalId: 'subjectPersonalId', address: 'homeAddress', headOfHousehold: 'headName' }),
  },
  {
    system: 'identity-card', name: 'Công an – quản lý căn cước', superior: 'Công an thành phố Đồng Nai', paper: 'Thông báo cấp thẻ căn cước', prefix: 'CC',
    values: (declaration) => picked(declaration, { name: 'childName', personalId: 'childPersonalId' }),
  },
  {
    system: 'social-insurance', name: 'Bảo hiểm xã hội', superior: 'Bảo hiểm xã hội Việt Nam', paper: 'Kết quả giải quyết của cơ quan bảo hiểm xã hội', prefix: 'BHXH',
    values: (declaration) => picked(declaration, { name: 'insuredName', personalId: 'insuredPersonalId', hospital: 'hospital', deceased: 'deceasedName' }),
  },
];

/** Grants a case: the paper is made and kept, then the decision is told. Who wished to withdraw is told first that it is too late. */
export async function grant(agency: Agency, kind: AgencyKind, each: AgencyCase, now: string): Promise<void> {
  const issuedOn = localDate(Temporal.Instant.from(now));
  const values = kind.values(each.declaration);
  const number = agency.nextNumber();
  const bytes = await renderResultPaper({
    agency: kind.name, superior: kind.superior, title: kind.paper, about: each.procedure, number, issuedOn,
    lines: [`Hồ sơ ${each.dossierCode} của ${each.subject}, mã của cơ quan ${each.reference}, đã được giải quyết.`, ...Object.entries(values).map(([key, value]) => `${LABELS[key] ?? key}: ${value}`)],
  });
  if (each.wantsWithdrawal) agency.tell(each.id, 'withdrawal-declined', { note: 'Hồ sơ đã được giải quyết xong.' });
  agency.tell(each.id, 'granted', { result: agency.issue(bytes, issuedOn, values) });
}
