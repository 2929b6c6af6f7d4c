import type { Localized } from '@app/kernel';

/** Where data on file comes from, in the words an offer shows. */
export const DATA_SOURCES = {
  'population-register': { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' },
  'civil-status-register': { vi: 'Cơ sở dữ liệu hộ tịch điện tử', en: 'Electronic civil-status database' },
  'land-register': { vi: 'Cơ sở dữ liệu đất đai', en: 'Land database' },
  'social-insurance': { vi: 'Cơ sở dữ liệu bảo hiểm xã hội', en: 'Social-insurance database' },
  'welfare-register': { vi: 'Cơ sở dữ liệu quốc gia về an sinh xã hội', en: 'National welfare database' },
  'merit-register': { vi: 'Cơ sở dữ liệu người có công', en: 'Database of people of merit' },
  'business-register': { vi: 'Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp, hộ kinh doanh', en: 'National business register' },
  'health-facility': { vi: 'Cơ sở khám bệnh, chữa bệnh', en: 'Health facility' },
  court: { vi: 'Tòa án nhân dân', en: "People's Court" },
  'identity-card': { vi: 'Thẻ căn cước xuất trình tại quầy', en: 'Identity card shown at the counter' },
  declared: { vi: 'Khai tại quầy theo giấy tờ xuất trình', en: 'Declared at the counter from the paper in hand' },
  correction: { vi: 'Đính chính theo văn bản của cơ quan có thẩm quyền', en: 'Correction under a document of the competent authority' },
  dossier: { vi: 'Kết quả hồ sơ đã giải quyết', en: 'Result of an earlier dossier' },
} as const satisfies Record<string, Localized>;

export type DataSourceKey = keyof typeof DATA_SOURCES;
