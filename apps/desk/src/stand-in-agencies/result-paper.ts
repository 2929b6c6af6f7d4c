import { renderPaper } from '@app/documents';

/** What stands on the paper an agency of the demonstration issues. */
export interface ResultPaper {
  readonly agency: string;
  readonly superior: string;
  readonly title: string;
  readonly about: string;
  readonly number: string;
  /** Local date. */
  readonly issuedOn: string;
  readonly lines: readonly string[];
}

/** The paper of an agency of the demonstration, as PDF; nobody real issued it, and it says so. */
export async function renderResultPaper({ agency, superior, title, about, number, issuedOn, lines }: ResultPaper): Promise<Uint8Array> {
  const { bytes } = await renderPaper('result/decision', {
    head: { superior, agency, place: 'Đồng Nai', number, date: issuedOn },
    title,
    abstract: about,
    grounds: ['Căn cứ hồ sơ do Trung tâm Phục vụ hành chính công chuyển đến', 'Bản trình diễn: văn bản này do hệ thống giả lập tạo ra và không có giá trị pháp lý'],
    articles: [{ paragraphs: lines }],
    recipients: ['Người nộp hồ sơ (qua Trung tâm Phục vụ hành chính công)', 'Lưu: hồ sơ'],
    signature: { formula: 'none', position: 'Thủ trưởng cơ quan' },
  }, { createdAt: Temporal.Instant.from(`${issuedOn}T00:00:00Z`) });
  return bytes;
}
