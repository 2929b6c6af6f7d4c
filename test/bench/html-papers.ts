import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { DecisionModel, ReceiptModel } from '@app/documents';
import QRCode from 'qrcode';

const require = createRequire(import.meta.url);
const CUTS = [['400Regular/Tinos_400Regular', 'normal', 400], ['700Bold/Tinos_700Bold', 'normal', 700], ['400Regular_Italic/Tinos_400Regular_Italic', 'italic', 400]] as const;

/** The same font as ours, carried in the page as programs that print with Chromium do. */
export const FONT_STYLES = [
  ...CUTS.map(([file, style, weight]) => `@font-face{font-family:Tinos;font-style:${style};font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(require.resolve(`@expo-google-fonts/tinos/${file}.ttf`)).toString('base64')})}`),
  'body{font:13pt Tinos;margin:0}p{margin:0 0 4pt}table{border-collapse:collapse;width:100%;margin:4pt 0}td,th{border:.5pt solid;padding:2pt 4pt;font-size:12pt}.two{display:flex}.two>*{flex:1;text-align:center}h1{font-size:14pt;text-align:center}.j{text-align:justify;text-indent:10mm;font-size:14pt}',
].join('');

const paragraph = (text: string): string => `<p>${text}</p>`;

function head({ head: { superior, agency, number, place, date } }: ReceiptModel | DecisionModel): string {
  return `<div class="two"><div>${superior ?? ''}<br><b>${agency}</b><br>Số: ${number ?? ''}</div><div><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br><i>${place}, ngày ${date ?? ''}</i></div></div>`;
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return `<table><tr>${titles.map((title) => `<th>${title}</th>`).join('')}</tr>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
}

function code(): string {
  const { modules } = QRCode.create('https://motcua.example.vn/verify/pV7sWm2nQx8rTb4kLc9dZh3f', { errorCorrectionLevel: 'M' });
  const cells = Array.from({ length: modules.size ** 2 }, (_, index) => (modules.get(Math.floor(index / modules.size), index % modules.size) ? `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z` : ''));
  return `<svg width="60" height="60" viewBox="0 0 ${modules.size} ${modules.size}"><path d="${cells.join('')}"/></svg>`;
}

/** What the receipt says, as plain as HTML can say it: nothing that would slow the browser down. */
export function receiptHtml(model: ReceiptModel): string {
  const { owner, procedure, components, receivedAt, receiver, receivingUnit, contact } = model;
  return [
    head(model), code(), '<h1>GIẤY TIẾP NHẬN HỒ SƠ<br>VÀ HẸN TRẢ KẾT QUẢ</h1>',
    ...[`Mã hồ sơ: <b>${model.dossierCode}</b>`, `Đơn vị tiếp nhận: ${receivingUnit}`, `Tiếp nhận hồ sơ của: <b>${owner.name}</b>`, `Địa chỉ: ${owner.address}`, `Số điện thoại: ${owner.phone}, Email: ${owner.email}`, `Số định danh cá nhân: ${owner.identity?.number}`, `Nội dung yêu cầu giải quyết: ${procedure.name} (${procedure.code})`, '1. Thành phần hồ sơ nộp gồm:'].map(paragraph),
    table(['STT', 'Tên giấy tờ', 'Loại', 'Số lượng'], components.map(({ name, kind, quantity }, index) => [String(index + 1), name, kind, String(quantity)])),
    ...['2. Số lượng hồ sơ: 01 (bộ)', '3. Thời gian giải quyết theo quy định: Trong ngày làm việc', `4. Thời gian nhận hồ sơ: ${receivedAt}`, '5. Thời gian trả kết quả giải quyết hồ sơ: <b>17 giờ 00 phút, ngày 02 tháng 01 năm 2026</b>', '6. Đăng ký nhận kết quả: Trực tiếp tại quầy', '7. Phí, lệ phí: Không phải nộp', 'Vào Sổ theo dõi hồ sơ, quyển số: 01/2026'].map(paragraph),
    `<div class="two"><p><b>NGƯỜI NỘP HỒ SƠ</b><br><i>(Ký, ghi rõ họ tên)</i><br><br><br><b>${owner.name}</b></p><p><b>NGƯỜI TIẾP NHẬN HỒ SƠ</b><br><i>(Ký, ghi rõ họ tên)</i><br><br><br><b>${receiver.name}</b></p></div>`,
    ...['<b>Lưu ý:</b>', `Đường dây nóng: ${contact?.hotline}`, `Phản ánh, kiến nghị: ${contact?.complaints}`].map(paragraph),
  ].join('');
}

/** What the decision says. */
export function decisionHtml(model: DecisionModel): string {
  return [
    head(model), `<h1>QUYẾT ĐỊNH<br>${model.abstract}</h1>`, ...model.grounds.map((ground) => `<p class="j"><i>${ground};</i></p>`), '<h1>QUYẾT ĐỊNH:</h1>',
    ...model.articles.map(({ paragraphs, table: rows }, index) => `${paragraphs.map((text, at) => `<p class="j">${at === 0 ? `<b>Điều ${index + 1}.</b> ` : ''}${text}</p>`).join('')}${rows ? table(rows.columns.map(({ title }) => title), rows.rows) : ''}`),
    `<div class="two"><p><b><i>Nơi nhận:</i></b><br>${model.recipients.join('<br>')}${code()}</p><p><b>${model.signature.position}</b><br><br><br><br><b>${model.signature.name}</b></p></div>`,
  ].join('');
}
