import type { PaperForm, PaperModels } from '../papers.js';

/** Sample models with invented people: an everyday one of each paper, and the hardest that can happen. */
export interface Sample<Form extends PaperForm = PaperForm> {
  readonly name: string;
  readonly form: Form;
  readonly model: PaperModels[Form];
}

const sample = <Form extends PaperForm>(name: string, form: Form, model: PaperModels[Form]): Sample => ({ name, form, model }) as Sample;

const LONG_NAME = 'Nguyễn Phước Hoàng Công Tằng Tôn Nữ Thị Quỳnh Trâm Anh Thư Diễm Hương Ngọc Bích';
const LONG_ADDRESS =
  'Căn hộ số 1208, tầng 12, tòa nhà B, khu chung cư Phú Hội, hẻm 25/14/7 đường Nguyễn Thị Minh Khai nối dài, tổ dân phố số 14, khu phố Suối Chồn, xã Trảng Bom (trước ngày 01/7/2025: khu phố 3, thị trấn Trảng Bom, huyện Trảng Bom, tỉnh Đồng Nai), thành phố Đồng Nai';
const LONG_EMAIL = 'nguyen.phuoc.hoang.cong.tang.ton.nu.thi.quynh.tram.anh.thu.diem.huong.ngoc.bich@thudientu.trangbom.dongnai.example.vn';

const verification = { publicUrl: 'https://motcua.example.vn', token: 'pV7sWm2nQx8rTb4kLc9dZh3f' };

const centre = { superior: 'UBND xã Trảng Bom', agency: 'Trung tâm Phục vụ hành chính công', place: 'Trảng Bom' };
const commune = { superior: 'UBND thành phố Đồng Nai', agency: 'Ủy ban nhân dân xã Trảng Bom', place: 'Trảng Bom' };
const office = { superior: 'Sở Nông nghiệp và Môi trường thành phố Đồng Nai', agency: 'Văn phòng Đăng ký đất đai', place: 'Đồng Nai' };
const centreName = 'Trung tâm Phục vụ hành chính công xã Trảng Bom';

const birth = { code: '1.001193', name: 'Đăng ký khai sinh' };
const land = { code: '1.012786', name: 'Cấp lại Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất do bị mất' };
const owner = {
  name: 'Trần Thị Bích Ngọc',
  address: 'Số 12, ấp Bàu Cá, xã Trảng Bom, thành phố Đồng Nai',
  phone: '0912 345 678',
  email: 'bich.ngoc@example.vn',
  identity: { kind: 'personal-id', number: '075190000123' },
} as const;
const hardOwner = { name: LONG_NAME, address: LONG_ADDRESS, phone: '0912 345 678', email: LONG_EMAIL, identity: { kind: 'personal-id', number: '075190000123' } } as const;
const officer = { name: 'Lê Văn Hòa', position: 'Công chức Trung tâm', phone: '0251 386 6001' };
const contact = { hotline: '0251 386 6000 (giờ hành chính)', complaints: 'Cổng Dịch vụ công quốc gia https://dichvucong.gov.vn, mục Phản ánh kiến nghị, hoặc điện thoại 18001096' };
const viceChairman = { formula: 'KT.', body: 'Ủy ban nhân dân', head: 'Chủ tịch', position: 'Phó Chủ tịch', name: 'Phạm Quốc Bảo' } as const;
const parcel = {
  number: '145',
  mapSheet: '27',
  area: 1250.5,
  landUse: 'Đất ở tại nông thôn',
  term: 'Lâu dài',
  useForm: 'Sử dụng riêng',
  origin: 'Nhận chuyển nhượng đất được Nhà nước giao đất có thu tiền sử dụng đất',
  address: 'ấp Bàu Cá, xã Trảng Bom, thành phố Đồng Nai',
};
const certificate = { serial: 'CS 012345', registerNumber: 'CH 00987', issuedOn: '2016-02-05', issuedBy: 'Ủy ban nhân dân huyện Trảng Bom' };
const posting = { from: '2026-11-25', until: '2026-12-09', days: 15, places: ['Trụ sở Ủy ban nhân dân xã Trảng Bom', 'Nhà văn hóa ấp Bàu Cá'] };

const SHORT: readonly Sample[] = [
  sample('receipt', 'receipt', {
    head: { ...centre, number: '0012/TNHS', date: '2026-01-02' },
    verification,
    dossierCode: 'H19.26.05.13-260102-0012',
    receivingUnit: centreName,
    owner,
    procedure: birth,
    components: [
      { name: 'Tờ khai đăng ký khai sinh', kind: 'electronic', quantity: 1 },
      { name: 'Giấy chứng sinh', kind: 'original', quantity: 1 },
      { name: 'Giấy chứng nhận kết hôn của cha, mẹ trẻ', kind: 'on-file', quantity: 1, note: 'Sử dụng lại dữ liệu của hồ sơ H19.26.05.13-250710-0031' },
    ],
    sets: 1,
    timeLimit: 'Trong ngày làm việc',
    receivedAt: '2026-01-02T01:05:00Z',
    dueAt: '2026-01-02T10:00:00Z',
    returnPlace: 'counter',
    returnAddress: 'Quầy số 3, Trung tâm Phục vụ hành chính công xã Trảng Bom',
    fees: { lines: [{ name: 'Lệ phí đăng ký khai sinh', amount: 0, note: 'đăng ký đúng hạn được miễn' }], status: 'none' },
    register: { volume: '01/2026', ordinal: '12' },
    receiver: officer,
    lookup: { address: 'https://motcua.example.vn/tra-cuu', secret: 'K7M2XQ' },
    contact,
    copy: 'both',
  }),
  sample('supplement-request', 'supplement-request', {
    head: { ...centre, number: '07/HDHS', date: '2026-11-23' },
    verification,
    unit: centreName,
    applicant: owner,
    procedure: birth,
    dossierCode: 'H19.26.05.13-261123-0007',
    items: [
      { name: 'Giấy chứng sinh', todo: 'Nộp bản chính có đóng dấu của cơ sở y tế', reason: 'Bản đã nộp không có dấu của cơ sở y tế nơi trẻ sinh ra.', legalBasis: 'Điều 16 khoản 1 Luật Hộ tịch năm 2014', originals: 1 },
      { name: 'Tờ khai: mục Quê quán', todo: 'Ghi rõ xã, tỉnh', reason: 'Mục này còn để trống.', legalBasis: 'Điều 4 khoản 8 Luật Hộ tịch năm 2014' },
    ],
    supplyBy: '2026-12-02T10:00:00Z',
    clockPausedAt: '2026-11-23T02:05:00Z',
    officer,
  }),
  sample('refusal-receipt', 'refusal', {
    kind: 'receipt',
    head: { ...centre, number: '03/TCHS', date: '2026-11-23' },
    verification,
    unit: centreName,
    applicant: owner,
    procedure: { code: '1.004222', name: 'Đăng ký thường trú' },
    reasons: [{ reason: 'Thủ tục này không thuộc thẩm quyền giải quyết của Ủy ban nhân dân cấp xã.', legalBasis: 'Điều 22 Luật Cư trú năm 2020' }],
    rightAgency: { name: 'Công an xã Trảng Bom', address: 'Số 2 đường 30 tháng 4, xã Trảng Bom' },
    contact: officer,
    officer,
  }),
  sample('refusal-grant', 'refusal', {
    kind: 'grant',
    head: { ...office, number: '215/TB-VPĐKĐĐ', date: '2026-12-14' },
    verification,
    applicant: owner,
    procedure: land,
    dossierCode: 'H19.26.05.13-261120-0031',
    receivedAt: '2026-11-20T02:05:00Z',
    reasons: [{ reason: 'Thửa đất đang có tranh chấp, đã có văn bản thụ lý vụ án của Tòa án nhân dân khu vực.', legalBasis: 'Điều 45 khoản 1 Luật Đất đai năm 2024' }],
    contact: { name: 'Đỗ Minh Khang', phone: '0251 382 0002' },
    signature: { formula: 'none', position: 'Giám đốc', name: 'Vũ Thị Thanh Hằng' },
  }),
  sample('control-slip', 'control-slip', {
    head: { ...centre, number: '31/PKS', date: '2026-11-20' },
    verification,
    dossierCode: 'H19.26.05.13-261120-0031',
    owner,
    procedure: land,
    receivedAt: '2026-11-20T02:05:00Z',
    dueAt: '2026-12-25T02:05:00Z',
    handlingAgency: 'Văn phòng Đăng ký đất đai thành phố Đồng Nai',
    cooperatingAgencies: ['Ủy ban nhân dân xã Trảng Bom'],
    handovers: [
      { from: centreName, to: 'Phòng Kinh tế xã Trảng Bom', givenAt: '2026-11-20T03:00:00Z', givenBy: 'Lê Văn Hòa', receivedAt: '2026-11-20T03:20:00Z', receivedBy: 'Nguyễn Thị Lan', result: 'on-time', note: 'Kèm 01 bản chính' },
      { from: 'Phòng Kinh tế xã Trảng Bom', to: 'Văn phòng Đăng ký đất đai thành phố Đồng Nai', givenAt: '2026-11-24T08:00:00Z', givenBy: 'Nguyễn Thị Lan', result: 'early' },
    ],
    emptyRows: 2,
  }),
  sample('guidance', 'guidance', {
    head: { ...centre, date: '2026-11-23' },
    procedure: { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân' },
    field: 'Hộ tịch',
    components: [
      { name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', originals: 1, copies: 0 },
      { name: 'Trích lục ghi chú ly hôn', originals: 0, copies: 1, condition: 'Khi đã ly hôn ở nước ngoài' },
      { name: 'Căn cước', originals: 1, copies: 0, shownOnly: true },
    ],
    sets: 1,
    timeLimit: '03 ngày làm việc',
    fee: '15.000 đồng theo nghị quyết của Hội đồng nhân dân',
    result: 'Giấy xác nhận tình trạng hôn nhân',
    decidedBy: 'Ủy ban nhân dân xã nơi cư trú',
    where: 'Trung tâm Phục vụ hành chính công bất kỳ trong thành phố Đồng Nai',
    channels: 'Trực tiếp; trực tuyến; bưu chính công ích',
    legalBases: ['Luật Hộ tịch số 60/2014/QH13', 'Nghị định số 123/2015/NĐ-CP'],
    portalAddress: 'https://dichvucong.gov.vn',
    contact: { hotline: '0251 386 6000', hours: 'Thứ Hai đến thứ Sáu, 07:30–11:30 và 13:00–17:00' },
  }),
  sample('notice', 'notice', {
    head: { ...commune, number: '45/TB-UBND', date: '2026-11-24' },
    verification,
    owner: { name: owner.name, address: owner.address },
    certificate,
    parcel,
    posting,
    legalBasis: 'Nghị định số 101/2024/NĐ-CP của Chính phủ',
    objections: { agency: 'Phòng Kinh tế xã Trảng Bom', address: 'Số 1 đường 29 tháng 4, xã Trảng Bom', officer: { name: 'Nguyễn Thị Lan', phone: '0251 386 6011' } },
    signature: viceChairman,
    recipients: ['Văn phòng Đăng ký đất đai', 'Nhà văn hóa ấp Bàu Cá', 'Ông/bà Trần Thị Bích Ngọc', 'Lưu: VT, KT'],
  }),
  sample('minutes', 'minutes', {
    head: { ...commune, number: '18/BB-UBND', date: '2026-12-10' },
    verification,
    heldAt: '2026-12-10T01:30:00Z',
    endedAt: '2026-12-10T02:00:00Z',
    venue: 'trụ sở Ủy ban nhân dân xã Trảng Bom',
    participants: [
      { name: 'Nguyễn Thị Lan', position: 'Công chức địa chính Phòng Kinh tế', signsAs: 'NGƯỜI LẬP BIÊN BẢN' },
      { name: 'Hoàng Văn Sơn', position: 'Trưởng ấp Bàu Cá', signsAs: 'TRƯỞNG ẤP' },
      { name: 'Phạm Quốc Bảo', position: 'Phó Chủ tịch Ủy ban nhân dân xã', signsAs: 'ĐẠI DIỆN ỦY BAN NHÂN DÂN XÃ' },
    ],
    noticeNumber: '45/TB-UBND ngày 24 tháng 11 năm 2026',
    owner: { name: owner.name, address: owner.address },
    certificate,
    parcel,
    posting,
    objections: [],
    copies: 2,
  }),
  sample('birth-certificate', 'result/birth-certificate', {
    head: { ...commune, number: '12/2026' },
    verification,
    child: { name: 'Nguyễn Trần Gia Hân', born: '2025-12-25', sex: 'female', ethnicity: 'Kinh', nationality: 'Việt Nam', birthplace: 'Bệnh viện Đa khoa Đồng Nai, thành phố Đồng Nai', hometown: 'Xã Trảng Bom, thành phố Đồng Nai', personalId: '075325000456' },
    mother: { name: owner.name, born: '1990-05-14', ethnicity: 'Kinh', nationality: 'Việt Nam', residence: owner.address },
    father: { name: 'Nguyễn Đức Ưng', born: '1988', ethnicity: 'Chơ-ro', nationality: 'Việt Nam', residence: owner.address },
    declarant: { name: owner.name, identity: 'Thẻ căn cước số 075190000123, Bộ Công an cấp ngày 12/8/2024' },
    registeredAt: 'Ủy ban nhân dân xã Trảng Bom, thành phố Đồng Nai',
    registeredOn: '2026-01-02',
    signature: viceChairman,
  }),
  sample('marital-status-certificate', 'result/marital-status-certificate', {
    head: { ...commune, number: '09/UBND-XNTTHN', date: '2026-11-26' },
    verification,
    person: { name: 'Đỗ Thị Ngọc Ánh', born: '1998-07-03', sex: 'female', ethnicity: 'Kinh', nationality: 'Việt Nam', identity: 'Thẻ căn cước số 075198001234, Bộ Công an cấp ngày 01/3/2025', residence: 'Số 5, ấp Tân Đạt, xã Trảng Bom, thành phố Đồng Nai' },
    status: 'Chưa đăng ký kết hôn với ai',
    purpose: 'Làm thủ tục đăng ký kết hôn với ông Trần Quang Huy, sinh ngày 09/9/1996',
    signature: { formula: 'none', position: 'Chủ tịch', name: 'Bùi Thị Kim Oanh' },
  }),
  sample('land-certificate', 'result/land-certificate', {
    head: { ...office, date: '2026-12-25' },
    verification,
    holders: [{ name: owner.name, identity: owner.identity, address: owner.address }],
    parcel,
    replaces: certificate,
    registerNumber: 'VP 00123',
    signature: { formula: 'none', position: 'Giám đốc', name: 'Vũ Thị Thanh Hằng' },
  }),
  sample('decision', 'result/decision', {
    head: { ...commune, number: '12/QĐ-UBND', date: '2026-02-09' },
    verification,
    abstract: 'Về việc hỗ trợ chi phí mai táng đối với đối tượng bảo trợ xã hội',
    authority: 'Chủ tịch Ủy ban nhân dân xã Trảng Bom',
    grounds: ['Căn cứ Luật Tổ chức chính quyền địa phương năm 2025', 'Căn cứ Nghị định số 20/2021/NĐ-CP của Chính phủ', 'Theo đề nghị của Trưởng phòng Văn hóa – Xã hội'],
    articles: [
      { paragraphs: ['Hỗ trợ chi phí mai táng cho ông Lâm Văn Tư, số tiền 10.000.000 đồng (mười triệu đồng).'] },
      { paragraphs: ['Phòng Văn hóa – Xã hội chi trả theo quy định trong thời hạn 03 ngày làm việc.'] },
      { paragraphs: ['Quyết định này có hiệu lực kể từ ngày ký.', 'Chánh Văn phòng, Trưởng phòng Văn hóa – Xã hội và ông Lâm Văn Tư chịu trách nhiệm thi hành Quyết định này./.'] },
    ],
    recipients: ['Như Điều 3', 'Trung tâm Phục vụ hành chính công', 'Lưu: VT, VHXH'],
    signature: { formula: 'none', position: 'Chủ tịch', name: 'Bùi Thị Kim Oanh' },
  }),
];

const longText = 'Đề nghị bổ sung đầy đủ, chính xác các thông tin theo giấy tờ do cơ quan có thẩm quyền cấp; '.repeat(6);

const LONG: readonly Sample[] = [
  sample('receipt-long', 'receipt', {
    head: { superior: 'Ủy ban nhân dân đặc khu Côn Đảo', agency: 'Trung tâm Phục vụ hành chính công đặc khu Côn Đảo', place: 'Thành phố Hồ Chí Minh', number: '1234567/TNHS', date: '2026-11-30' },
    verification,
    dossierCode: 'H19.26.05.13-261130-9999',
    receivingUnit: centreName,
    owner: hardOwner,
    filer: { ...hardOwner, phone: undefined, identity: { kind: 'passport', number: 'C1234567' } },
    procedure: land,
    request: longText,
    components: Array.from({ length: 40 }, (_, index) => ({
      name: `Giấy tờ thứ ${index + 1}: văn bản của cơ quan có thẩm quyền xác nhận về nguồn gốc và quá trình sử dụng đất của hộ gia đình`,
      kind: (['original', 'certified-copy', 'photocopy', 'electronic', 'on-file'] as const)[index % 5]!,
      quantity: (index % 12) + 1,
    })),
    sets: 12,
    timeLimit: '10 ngày làm việc (20 ngày làm việc đối với xã miền núi, hải đảo), không tính thời gian niêm yết công khai 15 ngày',
    receivedAt: '2026-11-30T08:59:00Z',
    dueAt: '2027-01-04T08:59:00Z',
    dueNote: 'Không tính 15 ngày niêm yết công khai và các ngày nghỉ Tết Dương lịch',
    returnPlace: 'post',
    returnAddress: LONG_ADDRESS,
    fees: {
      lines: [
        { name: 'Lệ phí cấp Giấy chứng nhận', amount: 100000 },
        { name: 'Phí thẩm định hồ sơ', amount: 1250000, note: 'giảm 50% đối với hộ cận nghèo' },
      ],
      status: 'paid',
      method: 'cash',
      moneyReceipt: '0004512',
    },
    receiver: { name: LONG_NAME, phone: officer.phone },
    lookup: { address: 'https://motcua.example.vn/tra-cuu', secret: 'K7M2XQ' },
    contact,
    reprint: { count: 2, at: '2026-12-01T02:05:00Z' },
    copy: 'filer',
  }),
  sample('receipt-empty', 'receipt', {
    head: { agency: centre.agency, place: 'Phường 2 Bảo Lộc' },
    dossierCode: 'H19.26.05.13-261130-0001',
    receivingUnit: centreName,
    owner: { name: 'Lê A' },
    procedure: birth,
    components: [],
    sets: 1,
    timeLimit: 'Trong ngày làm việc',
    receivedAt: '2026-11-30T08:59:00Z',
    dueAt: '2026-12-01T10:00:00Z',
    returnPlace: 'electronic',
    fees: { lines: [{ name: 'Lệ phí', amount: 8000 }], status: 'due-at-return' },
    receiver: { name: 'Lê B' },
    contact: {},
    copy: 'kept',
  }),
  sample('supplement-request-long', 'supplement-request', {
    head: { ...centre, number: '1207/HDHS', date: '2026-11-23' },
    unit: centreName,
    applicant: hardOwner,
    procedure: land,
    items: Array.from({ length: 18 }, (_, index) => ({
      name: `Giấy tờ thứ ${index + 1}: văn bản xác nhận về nguồn gốc và quá trình sử dụng đất`,
      ...(index % 2 === 0 && { todo: index === 4 ? longText.repeat(6) : 'Nộp bản có chứng thực' }),
      reason: index === 4 ? longText.repeat(9) : 'Bản đã nộp bị mờ, không đọc được nội dung.',
      legalBasis: 'Điều 7 khoản 2 Nghị định số 118/2025/NĐ-CP',
      originals: index % 3,
      certifiedCopies: 1,
      photocopies: 2,
    })),
    remarks: longText,
    officer: { name: LONG_NAME },
  }),
  sample('refusal-receipt-long', 'refusal', {
    kind: 'receipt',
    head: { ...centre, number: '1203/TCHS', date: '2026-11-23' },
    unit: centreName,
    applicant: hardOwner,
    procedure: land,
    reasons: Array.from({ length: 12 }, () => ({ reason: longText.trim(), legalBasis: 'Điều 45 khoản 1 Luật Đất đai năm 2024' })),
    officer,
  }),
  sample('control-slip-long', 'control-slip', {
    head: { ...centre, number: '31/PKS', date: '2026-11-20' },
    verification,
    dossierCode: 'H19.26.05.13-261120-0031',
    owner: hardOwner,
    procedure: land,
    receivedAt: '2026-11-20T02:05:00Z',
    dueAt: '2026-12-25T02:05:00Z',
    handlingAgency: 'Văn phòng Đăng ký đất đai thành phố Đồng Nai',
    handovers: Array.from({ length: 14 }, (_, index) => ({
      from: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Trảng Bom',
      to: 'Văn phòng Đăng ký đất đai thành phố Đồng Nai',
      givenAt: '2026-11-20T03:00:00Z',
      givenBy: LONG_NAME,
      receivedAt: '2026-11-20T03:20:00Z',
      receivedBy: LONG_NAME,
      result: (['early', 'on-time', 'late'] as const)[index % 3],
      note: index === 3 ? longText : 'Trả lại vì thiếu bản chính',
    })),
  }),
  sample('guidance-skeleton', 'guidance', {
    head: { agency: centre.agency, place: 'Trảng Bom' },
    procedure: { code: '2.000884', name: 'Chứng thực chữ ký trong các giấy tờ, văn bản' },
    field: 'Chứng thực',
    components: [],
    timeLimit: 'Trong ngày làm việc',
    legalBases: [],
  }),
  sample('guidance-referral', 'guidance', {
    head: { agency: centre.agency, place: 'Trảng Bom' },
    procedure: { code: '1.004222', name: 'Đăng ký thường trú' },
    components: [],
    legalBases: ['Luật Cư trú năm 2020'],
    referral: { agency: 'Công an xã Trảng Bom', address: 'Số 2 đường 30 tháng 4, xã Trảng Bom', phone: '0251 386 6113' },
  }),
  sample('guidance-long', 'guidance', {
    head: { ...centre, date: '2026-11-23' },
    procedure: { code: land.code, name: `${land.name} ${longText}` },
    components: Array.from({ length: 40 }, (_, index) => ({ name: `Giấy tờ thứ ${index + 1}: ${longText.slice(0, 150)}`, originals: index % 2, copies: (index + 1) % 2, condition: 'Khi hồ sơ nộp qua người được ủy quyền' })),
    timeLimit: longText,
    legalBases: Array.from({ length: 25 }, (_, index) => `Nghị định số ${index + 1}/2025/NĐ-CP`),
  }),
  sample('minutes-objections', 'minutes', {
    head: { ...commune, date: '2026-12-10' },
    heldAt: '2026-12-10T01:30:00Z',
    venue: 'trụ sở Ủy ban nhân dân xã Trảng Bom',
    participants: [
      { name: LONG_NAME, position: 'Công chức địa chính Phòng Kinh tế', signsAs: 'NGƯỜI LẬP BIÊN BẢN' },
      { name: LONG_NAME, position: 'Trưởng ấp Bàu Cá', signsAs: 'ĐẠI DIỆN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ' },
      { name: 'Lý Ý', position: 'Phó Chủ tịch Ủy ban nhân dân xã', signsAs: 'ĐẠI DIỆN ỦY BAN NHÂN DÂN XÃ' },
    ],
    noticeNumber: '45/TB-UBND ngày 24 tháng 11 năm 2026',
    owner: { name: LONG_NAME, address: LONG_ADDRESS },
    certificate: { serial: 'CS 012345' },
    parcel,
    posting,
    objections: Array.from({ length: 6 }, () => ({ from: 'Ông Lâm Văn Tư', content: longText.trim() })),
    conclusion: 'Ủy ban nhân dân xã chuyển ý kiến đến cơ quan có thẩm quyền để xem xét.',
    copies: 3,
  }),
  sample('birth-certificate-long', 'result/birth-certificate', {
    head: { ...commune },
    verification,
    child: { name: LONG_NAME, born: '2026-01-05', sex: 'male', birthplace: LONG_ADDRESS, hometown: LONG_ADDRESS },
    mother: { name: LONG_NAME, born: '1990-05-14', ethnicity: 'Kinh', nationality: 'Việt Nam', residence: LONG_ADDRESS },
    father: { name: LONG_NAME, born: '1988', ethnicity: 'Kinh', nationality: 'Việt Nam', residence: LONG_ADDRESS },
    declarant: { name: LONG_NAME, identity: 'Thẻ căn cước số 075190000123, Cục Cảnh sát quản lý hành chính về trật tự xã hội – Bộ Công an cấp ngày 12/8/2024' },
    registeredAt: 'Ủy ban nhân dân xã Trảng Bom, thành phố Đồng Nai',
    signature: viceChairman,
  }),
  sample('birth-certificate-one-parent', 'result/birth-certificate', {
    head: { ...commune },
    child: { name: 'Đinh Ý', born: '2026-01-05', sex: 'male' },
    mother: { name: 'Đinh Thị Én' },
    declarant: { name: 'Đinh Thị Én' },
    registeredAt: 'Ủy ban nhân dân xã Trảng Bom',
    signature: { formula: 'none', position: 'Chủ tịch' },
  }),
  sample('land-certificate-long', 'result/land-certificate', {
    head: { ...office },
    verification,
    holders: [
      { name: LONG_NAME, identity: owner.identity, address: LONG_ADDRESS },
      { name: LONG_NAME, identity: { kind: 'passport', number: 'C1234567' }, address: LONG_ADDRESS },
    ],
    parcel: { ...parcel, useForm: undefined, origin: undefined, address: LONG_ADDRESS },
    attachedAssets: longText,
    replaces: certificate,
    notes: [longText],
    signature: { formula: 'KT.', head: 'Giám đốc', position: 'Phó Giám đốc' },
  }),
];

export const SAMPLES: readonly Sample[] = [...SHORT, ...LONG];
/** The instant all samples are made at. */
export const SAMPLE_TIME = '2026-11-23T02:05:00Z';
