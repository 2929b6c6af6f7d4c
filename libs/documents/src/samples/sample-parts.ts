import type { PaperForm, PaperModels } from '../papers.js';

/** A model to try a paper with; everybody in it is invented. */
export interface Sample<Form extends PaperForm = PaperForm> {
  readonly name: string;
  readonly form: Form;
  readonly model: PaperModels[Form];
}

export const sample = <Form extends PaperForm>(name: string, form: Form, model: PaperModels[Form]): Sample => ({ name, form, model });

export const LONG_NAME = 'Nguyễn Phước Hoàng Công Tằng Tôn Nữ Thị Quỳnh Trâm Anh Thư Diễm Hương Ngọc Bích';
export const LONG_ADDRESS =
  'Căn hộ số 1208, tầng 12, tòa nhà B, khu chung cư Phú Hội, hẻm 25/14/7 đường Nguyễn Thị Minh Khai nối dài, tổ dân phố số 14, khu phố Suối Chồn, xã Trảng Bom (trước ngày 01/7/2025: khu phố 3, thị trấn Trảng Bom, huyện Trảng Bom, tỉnh Đồng Nai), thành phố Đồng Nai';
export const LONG_EMAIL = 'nguyen.phuoc.hoang.cong.tang.ton.nu.thi.quynh.tram.anh.thu.diem.huong.ngoc.bich@thudientu.trangbom.dongnai.example.vn';

export const verification = { publicUrl: 'https://motcua.example.vn', token: 'pV7sWm2nQx8rTb4kLc9dZh3f' };

export const centre = { superior: 'UBND xã Trảng Bom', agency: 'Trung tâm Phục vụ hành chính công', place: 'Trảng Bom' };
export const commune = { superior: 'UBND thành phố Đồng Nai', agency: 'Ủy ban nhân dân xã Trảng Bom', place: 'Trảng Bom' };
export const office = { superior: 'Sở Nông nghiệp và Môi trường thành phố Đồng Nai', agency: 'Văn phòng Đăng ký đất đai', place: 'Đồng Nai' };
export const centreName = 'Trung tâm Phục vụ hành chính công xã Trảng Bom';

export const birth = { code: '1.001193', name: 'Đăng ký khai sinh' };
export const land = { code: '1.012786', name: 'Cấp lại Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất do bị mất' };
export const owner = {
  name: 'Trần Thị Bích Ngọc',
  address: 'Số 12, ấp Bàu Cá, xã Trảng Bom, thành phố Đồng Nai',
  phone: '0912 345 678',
  email: 'bich.ngoc@example.vn',
  identity: { kind: 'personal-id', number: '075190000123' },
} as const;
export const hardOwner = { name: LONG_NAME, address: LONG_ADDRESS, phone: '0912 345 678', email: LONG_EMAIL, identity: { kind: 'personal-id', number: '075190000123' } } as const;
export const officer = { name: 'Lê Văn Hòa', position: 'Công chức Trung tâm', phone: '0251 386 6001' };
export const contact = { hotline: '0251 386 6000 (giờ hành chính)', complaints: 'Cổng Dịch vụ công quốc gia https://dichvucong.gov.vn, mục Phản ánh kiến nghị, hoặc điện thoại 18001096' };
export const viceChairman = { formula: 'KT.', body: 'Ủy ban nhân dân', head: 'Chủ tịch', position: 'Phó Chủ tịch', name: 'Phạm Quốc Bảo' } as const;
export const parcel = {
  number: '145',
  mapSheet: '27',
  area: 1250.5,
  landUse: 'Đất ở tại nông thôn',
  term: 'Lâu dài',
  useForm: 'Sử dụng riêng',
  origin: 'Nhận chuyển nhượng đất được Nhà nước giao đất có thu tiền sử dụng đất',
  address: 'ấp Bàu Cá, xã Trảng Bom, thành phố Đồng Nai',
};
export const certificate = { serial: 'CS 012345', registerNumber: 'CH 00987', issuedOn: '2016-02-05', issuedBy: 'Ủy ban nhân dân huyện Trảng Bom' };
export const posting = { from: '2026-11-25', until: '2026-12-09', days: 15, places: ['Trụ sở Ủy ban nhân dân xã Trảng Bom', 'Nhà văn hóa ấp Bàu Cá'] };
export const LONG_TEXT = 'Hồ sơ địa chính lưu trữ của thửa đất qua nhiều thời kỳ có số liệu diện tích khác nhau, cần kiểm tra, đo đạc lại tại thực địa và đối chiếu với các hộ liền kề; '.repeat(4).trim();
