import { allowance, birth, certifiedCopies, extractCopy, firstLand, guestHouse, house, lostLand, marital, poorHousehold, toMarry, worship } from './declarations.js';
import { allowancePath, birthPath, copiesPath, extractPath, firstLandPath, landPath, maritalPath, permitPath, poorHouseholdPath, upTo, worshipPath } from './paths.js';
import { OWNER, type PlannedDossier, type PlannedStep } from './planned-dossier.js';

const BIRTH = '1.001193';
const MARITAL = '1.004873';
const LAND = '1.012786';
const EXTRACT = '2.000635';
const COPIES = '2.000815';
const ALLOWANCE = '1.001776';
const PERMIT = '1.013225';
const HOUSEHOLD = '1.011607';
const WORSHIP = '1.010803';
const FIRST_LAND = '1.013978';

const online = (time: string): PlannedStep => ({ event: 'file', by: OWNER, day: 0, time });

/** Replaces the last act of a way. */
const ending = (path: readonly PlannedStep[], last: Partial<PlannedStep> & Pick<PlannedStep, 'event'>): PlannedStep[] => [...path.slice(0, -1), { ...path.at(-1)!, data: {}, ...last }];

/**
 * The dossiers of the demonstration, one at each stage. The people of the README's stories (a new-born's mother in Biên
 * Hoà and in Bom Bo, the single woman who needs a certificate, the owner of the lost orchard certificate in Định Quán)
 * have none, so that a newcomer begins with them.
 */
export const PLANNED_DOSSIERS: readonly PlannedDossier[] = [
  {
    key: 'filed-online', commune: 'bienhoa', procedureCode: MARITAL, owner: '075203191838', endsOn: 0,
    declaration: marital('single', { purpose: 'loan' }), steps: [online('06:50')],
  },
  {
    key: 'awaiting-correction', commune: 'bienhoa', procedureCode: MARITAL, owner: '075085199757', endsOn: 0,
    declaration: marital('divorced', { purpose: 'property' }),
    steps: [
      online('20:15'),
      {
        event: 'requestSupplement', by: 'tiepnhan2.bienhoa', day: 1, time: '08:40',
        data: { items: [{ target: 'component', key: 'divorce-judgment', reason: 'missing-paper', note: 'Đính kèm bản án hoặc quyết định ly hôn đã có hiệu lực.' }] },
      },
    ],
  },
  {
    key: 'received-this-morning', commune: 'trangbom', procedureCode: MARITAL, owner: '038097405651', endsOn: 0,
    declaration: marital('single', toMarry('Dương Thị Hoa', '1998-05-13', '075198413570', 'Ủy ban nhân dân phường Trảng Bom')), steps: upTo(maritalPath('trangbom'), 'receive'),
  },
  {
    key: 'handed-over', commune: 'dinhquan', procedureCode: MARITAL, owner: '075095437327', endsOn: 0,
    declaration: marital('single', { purpose: 'loan' }), steps: upTo(maritalPath('dinhquan'), 'handOver'),
  },
  {
    key: 'under-examination', commune: 'bombo', procedureCode: MARITAL, owner: '070300595707', endsOn: 0,
    declaration: marital('single', toMarry('Trần Hữu Nghĩa', '1988-07-22', '070088611545', 'Ủy ban nhân dân xã Bom Bo')), steps: upTo(maritalPath('bombo'), 'acknowledge'),
  },
  {
    key: 'awaiting-supplement', commune: 'bienhoa', procedureCode: MARITAL, owner: '075205286866', endsOn: -1,
    declaration: marital('single', { purpose: 'other', purposeOther: 'Bổ sung hồ sơ' }),
    steps: ending(upTo(maritalPath('bienhoa'), 'examine'), {
      event: 'requestSupplement',
      data: { items: [{ target: 'field', key: '/purposeOther', reason: 'incomplete-answer', note: 'Ghi rõ giấy xác nhận dùng để làm việc gì, nộp ở đâu.' }] },
    }),
  },
  {
    key: 'before-the-chairman', commune: 'trangbom', procedureCode: BIRTH, owner: '075192350218', endsOn: 0,
    declaration: birth({ name: 'Trương Đinh Khánh An', sex: 'female', daysOld: 9, place: 'Bệnh viện Đa khoa khu vực Thống Nhất, thành phố Đồng Nai', proof: '75014.CS.000871' }),
    steps: upTo(birthPath('trangbom'), 'submitForApproval'),
  },
  {
    key: 'land-under-review', commune: 'bienhoa', procedureCode: LAND, owner: '075155231433', endsOn: -1,
    declaration: lostLand({ place: 'Nhà riêng', reason: 'misplaced', circumstances: 'Sau khi chồng mất, gia đình dọn nhà và không tìm thấy giấy chứng nhận.' }),
    steps: upTo(landPath('bienhoa'), 'acknowledge'),
  },
  {
    key: 'land-handed-down', commune: 'dinhquan', procedureCode: LAND, owner: '075057524436', endsOn: -1,
    declaration: lostLand({
      place: 'Trên đường đi', reason: 'misplaced', circumstances: 'Đánh rơi túi giấy tờ trên đường từ nhà đến chợ, tìm không thấy.',
      certificate: {
        certificateNumber: 'AP 273915', registerNumber: 'H 00316', certificateIssuedOn: '2009-03-26', certificateIssuer: 'Ủy ban nhân dân huyện Định Quán',
        plotNumber: '41', mapSheet: '22', plotArea: 612.5, landType: 'Đất ở tại nông thôn', landTerm: 'Lâu dài', plotAddress: 'Ấp 2, xã Định Quán, thành phố Đồng Nai',
      },
    }),
    steps: upTo(landPath('dinhquan'), 'handOver', 2),
  },
  {
    key: 'land-posted', commune: 'trangbom', procedureCode: LAND, owner: '075072302704', endsOn: -4,
    declaration: lostLand({ place: 'Nhà riêng', reason: 'stolen', circumstances: 'Nhà bị trộm, mất cặp giấy tờ trong đó có giấy chứng nhận; đã trình báo công an.' }),
    steps: upTo(landPath('trangbom'), 'postNotice'),
  },
  {
    key: 'land-back-at-review', commune: 'dinhquan', procedureCode: LAND, owner: '075080469003', endsOn: -1,
    declaration: lostLand({
      place: 'Nhà riêng', reason: 'disaster', circumstances: 'Mưa lớn làm ngập nhà, giấy chứng nhận để trong tủ bị cuốn trôi.',
      certificate: {
        certificateNumber: 'BV 640118', registerNumber: 'CH 05127', certificateIssuedOn: '2015-09-08', certificateIssuer: 'Ủy ban nhân dân huyện Định Quán', coUsers: 'Lê Thị Bé Năm',
        plotNumber: '88', mapSheet: '17', plotArea: 2140, landType: 'Đất trồng cây lâu năm', landTerm: 'Đến ngày 15/10/2043', plotAddress: 'Ấp Hòa Thành, xã Định Quán, thành phố Đồng Nai',
      },
    }),
    steps: upTo(landPath('dinhquan'), 'acknowledge', 3),
  },
  {
    key: 'land-before-the-director', commune: 'bombo', procedureCode: LAND, owner: '006076579869', endsOn: -1,
    declaration: lostLand({ place: 'Nhà riêng', reason: 'disaster', circumstances: 'Cháy nhà kho, giấy chứng nhận cất trong kho bị cháy cùng đồ đạc.' }),
    steps: upTo(landPath('bombo'), 'submitForApproval'),
  },
  {
    key: 'waiting-to-be-collected', commune: 'bienhoa', procedureCode: BIRTH, owner: '075180239352', endsOn: -1,
    declaration: birth({ name: 'Lê Huỳnh Gia Phúc', sex: 'male', daysOld: 12, place: 'Bệnh viện Đa khoa Đồng Nai, phường Tam Hiệp, thành phố Đồng Nai', proof: '75001.CS.004660' }),
    steps: upTo(birthPath('bienhoa'), 'resultReady'),
  },
  {
    key: 'returned', commune: 'bombo', procedureCode: MARITAL, owner: '070206603626', endsOn: -3,
    declaration: marital('single', { purpose: 'loan' }), steps: maritalPath('bombo'),
  },
  {
    key: 'birth-returned', commune: 'dinhquan', procedureCode: BIRTH, owner: '075193508598', endsOn: -5,
    declaration: birth({ name: 'Thổ Văn Minh Trí', sex: 'male', daysOld: 21, place: 'Trung tâm Y tế khu vực Định Quán, thành phố Đồng Nai', proof: '75020.CS.000345' }),
    steps: birthPath('dinhquan'),
  },
  {
    key: 'receipt-refused', commune: 'dinhquan', procedureCode: LAND, owner: '075183476922', endsOn: -2,
    declaration: lostLand({ place: 'Nhà riêng', reason: 'misplaced', circumstances: 'Không tìm thấy giấy chứng nhận của cha mẹ để lại.' }),
    steps: [{ event: 'refuseReceipt', by: 'tiepnhan.dinhquan', day: 0, time: '09:15', data: { reason: 'not-entitled', note: 'Người nộp không đứng tên trên giấy chứng nhận và chưa được ủy quyền.' } }],
  },
  {
    key: 'refused', commune: 'trangbom', procedureCode: MARITAL, owner: '075099318542', endsOn: -2,
    declaration: marital('single', { purpose: 'property' }),
    steps: ending(upTo(maritalPath('trangbom'), 'approveAndSign'), {
      event: 'refuse', data: { reason: 'false-declaration', note: 'Kê khai chưa kết hôn nhưng đã có đăng ký kết hôn tại nơi cư trú trước đây.' },
    }),
  },
  {
    key: 'copy-before-the-chairman', commune: 'bienhoa', procedureCode: EXTRACT, owner: '075181278947', endsOn: 0,
    declaration: extractCopy('marriage', 2), steps: upTo(extractPath('bienhoa', {}), 'submitForApproval'),
  },
  {
    key: 'copy-returned', commune: 'trangbom', procedureCode: EXTRACT, owner: '075304326461', endsOn: -1,
    declaration: extractCopy('birth', 3, { registeredAt: 'Ủy ban nhân dân thị trấn Trảng Bom, huyện Trảng Bom', registeredOn: '2004-05-06' }),
    steps: extractPath('trangbom', { 'register.number': '84/2004', 'register.book': '01/2004' }),
  },
  {
    key: 'copies-before-the-chairman', commune: 'bienhoa', procedureCode: COPIES, owner: '075083642303', endsOn: 0,
    declaration: certifiedCopies({ kind: 'Bằng tốt nghiệp đại học', pages: 1, copies: 3 }, { kind: 'Căn cước', pages: 2, copies: 2 }), steps: upTo(copiesPath('bienhoa'), 'submitForApproval'),
  },
  {
    key: 'copies-returned', commune: 'trangbom', procedureCode: COPIES, owner: '075304326461', endsOn: -1,
    declaration: certifiedCopies({ kind: 'Giấy chứng nhận quyền sử dụng đất', pages: 4, copies: 2 }, { kind: 'Học bạ trung học phổ thông', pages: 12, copies: 1 }), steps: copiesPath('trangbom'),
  },
  {
    key: 'allowance-under-verification', commune: 'bienhoa', procedureCode: ALLOWANCE, owner: '075041640101', endsOn: -1,
    declaration: allowance({ category: 'elderly', household: 'poor', elderlySupport: 'none' }), steps: upTo(allowancePath('bienhoa'), 'acknowledge'),
  },
  {
    key: 'allowance-to-be-collected', commune: 'trangbom', procedureCode: ALLOWANCE, owner: '075223644505', endsOn: -1,
    declaration: allowance({
      requesterRelation: 'carer', requesterName: 'Tô Thị Thắm', requesterPersonalId: '075186643404', category: 'child-no-carer', childSituation: 'orphan', motherName: 'Tô Thị Nga',
      carerKind: 'foster', carerName: 'Tô Thị Thắm', carerBirthDate: '1986-07-19', carerPersonalId: '075186643404', carerRelation: 'Dì ruột',
      carerAddress: 'Tổ 1, khu phố Thanh Hóa, phường Trảng Bom, thành phố Đồng Nai', careCount: 'one', carerHealthy: true, carerHome: true, carerRecord: false, cashReceiver: 'Tô Thị Thắm',
    }),
    steps: upTo(allowancePath('trangbom'), 'resultReady'),
  },
  {
    key: 'allowance-refused', commune: 'dinhquan', procedureCode: ALLOWANCE, owner: '075187645606', endsOn: -1,
    declaration: allowance({ category: 'single-parent', household: 'near-poor', parentSituation: 'never-married', childrenCount: 1, child1Name: 'Lâm Gia Khiêm', child1BirthDate: '2016-08-11' }),
    steps: ending(upTo(allowancePath('dinhquan'), 'approveAndSign'), { event: 'refuse', data: { reason: 'conditions-not-met', note: 'Hộ gia đình đã ra khỏi danh sách hộ cận nghèo năm 2026.' } }),
  },
  {
    key: 'permit-consulting', commune: 'bienhoa', procedureCode: PERMIT, owner: '075083642303', endsOn: -1, declaration: guestHouse,
    steps: upTo(permitPath('bienhoa', ['planning', 'fireSafety', 'heritage'], [
      { event: 'answerConsultation', by: 'thamdinh.xaydung', data: { meets: true, note: 'Phù hợp quy hoạch phân khu; giữ khoảng lùi phía trước 4 m.' } },
    ]), 'answerConsultation'),
  },
  {
    key: 'permit-awaiting-drawings', commune: 'trangbom', procedureCode: PERMIT, owner: '075090342299', endsOn: -1, declaration: house,
    steps: ending(upTo(permitPath('trangbom'), 'examine'), {
      event: 'requestSupplement', data: { items: [{ target: 'component', key: 'house-drawings', reason: 'wrong-information', note: 'Mặt bằng móng chưa thể hiện khoảng cách đến nhà liền kề.' }] },
    }),
  },
  {
    key: 'permit-returned', commune: 'dinhquan', procedureCode: PERMIT, owner: '075091500679', endsOn: -2, declaration: house, steps: permitPath('dinhquan'),
  },
  {
    key: 'household-posted', commune: 'trangbom', procedureCode: HOUSEHOLD, owner: '075160334380', endsOn: -1,
    declaration: poorHousehold('Ấp Tân Bình', 'urban', { member2Name: 'Ngô Gia Huy', member2BirthDate: '2014-12-01', member2Relation: 'grandchild' }),
    steps: upTo(poorHouseholdPath('trangbom', { incomePerHead: 1_150_000, incomeScore: 132, lackScore: 35, status: 'near-poor', chair: 'Trưởng ấp Tân Bình' }), 'postNotice'),
  },
  {
    key: 'household-recognised', commune: 'bombo', procedureCode: HOUSEHOLD, owner: '070158540274', endsOn: -1,
    declaration: poorHousehold('Thôn 6', 'rural', { member2Name: 'Điểu Minh', member2BirthDate: '2007-05-21', member2Relation: 'grandchild' }),
    steps: upTo(poorHouseholdPath('bombo', { incomePerHead: 820_000, incomeScore: 112, lackScore: 50, status: 'poor', chair: 'Trưởng thôn 6' }), 'resultReady'),
  },
  {
    key: 'worship-at-the-department', commune: 'dinhquan', procedureCode: WORSHIP, owner: '075048453165', endsOn: -1,
    declaration: worship('sibling'), steps: upTo(worshipPath('dinhquan', 'TB 0412k', 2026), 'acknowledge', 2),
  },
  {
    key: 'first-certificate-to-be-paid', commune: 'trangbom', procedureCode: FIRST_LAND, owner: '075082373975', endsOn: -1,
    declaration: firstLand('56 đường Hùng Vương, phường Trảng Bom, thành phố Đồng Nai', 348.2), steps: upTo(firstLandPath('trangbom', 86_400_000), 'requestPayment'),
  },
  {
    key: 'first-certificate-ready', commune: 'dinhquan', procedureCode: FIRST_LAND, owner: '075193508598', endsOn: -1,
    declaration: firstLand('Ấp Chợ, xã Định Quán, thành phố Đồng Nai', 351), steps: upTo(firstLandPath('dinhquan', 41_200_000), 'resultReady'),
  },
];
