import { formatDateLong, formatNumber, uncapitalised, type DateText } from '../format.js';
import type { PostedSubject } from './notice.js';

/** A parcel as land papers describe it. */
export interface Parcel {
  readonly number: string;
  readonly mapSheet: string;
  /** Square metres. */
  readonly area: number;
  /** What the land may be used for: "Đất ở tại nông thôn". */
  readonly landUse: string;
  /** Until when: "Lâu dài", or a date in words. */
  readonly term: string;
  /** "Sử dụng riêng" or "Sử dụng chung". */
  readonly useForm?: string;
  readonly origin?: string;
  readonly address: string;
}

/** The certificate that was lost. */
export interface LostCertificate {
  /** Serial printed on the blank: "CS 012345". */
  readonly serial: string;
  /** Number in the register of certificates. */
  readonly registerNumber?: string;
  readonly issuedOn?: DateText;
  readonly issuedBy?: string;
}

/** "Giấy chứng nhận số phát hành CS 012345, số vào sổ …, do … cấp ngày …". */
export function lostCertificateText(certificate: LostCertificate): string {
  const parts = [
    `Giấy chứng nhận số phát hành ${certificate.serial}`,
    certificate.registerNumber && `số vào sổ cấp giấy ${certificate.registerNumber}`,
    certificate.issuedBy && `do ${certificate.issuedBy} cấp${certificate.issuedOn ? ` ${formatDateLong(certificate.issuedOn)}` : ''}`,
    !certificate.issuedBy && certificate.issuedOn && `cấp ${formatDateLong(certificate.issuedOn)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** "thửa đất số 12, tờ bản đồ số 7, diện tích 1.250,5 m², địa chỉ thửa đất: …". */
export function parcelText(parcel: Parcel): string {
  return `thửa đất số ${parcel.number}, tờ bản đồ số ${parcel.mapSheet}, diện tích ${formatNumber(parcel.area)} m², ${uncapitalised(parcel.landUse)}, địa chỉ thửa đất: ${parcel.address}`;
}

/** What the notice of a lost certificate says (Decree 101/2024, re-issue of a lost certificate). */
export function lostCertificateSubject(certificate: LostCertificate, parcel: Parcel): PostedSubject {
  return {
    abstract: 'Niêm yết công khai việc mất Giấy chứng nhận quyền sử dụng đất,\nquyền sở hữu tài sản gắn liền với đất',
    about: `khai báo bị mất ${lostCertificateText(certificate)}, đối với ${parcelText(parcel)}`,
    objections: 'tìm thấy Giấy chứng nhận nêu trên hoặc có ý kiến khiếu nại, tranh chấp liên quan đến thửa đất',
    afterwards: 'hồ sơ được chuyển đến cơ quan có thẩm quyền để cấp lại Giấy chứng nhận theo quy định của pháp luật',
  };
}
