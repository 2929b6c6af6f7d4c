/** A birth declared by the mother in time; the parents are among the demonstration's people. */
export const BIRTH = {
  requesterRelation: 'mother', requesterName: 'Trần Thị Mỹ Duyên', requesterBirthDate: '1996-02-27', requesterPersonalId: '075196152243',
  requesterAddress: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai', birthProofKind: 'paper', birthProofNumber: '75001.CS.26.004812', surrogacy: false,
  childName: 'Nguyễn Hoàng Bảo Ngọc', childSex: 'female', childBirthDate: '2026-11-18', childBirthPlace: 'Bệnh viện Đa khoa Đồng Nai, phường Tam Hiệp, thành phố Đồng Nai',
  childEthnicity: 'Kinh', childNationality: 'Việt Nam', childHomeTown: 'phường Biên Hoà, thành phố Đồng Nai', parentsDeclared: 'both',
  motherName: 'Trần Thị Mỹ Duyên', motherBirthDate: '1996-02-27', motherEthnicity: 'Kinh', motherNationality: 'Việt Nam', motherPersonalId: '075196152243',
  motherAddress: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai', fatherName: 'Nguyễn Hoàng Nam', fatherBirthDate: '1994-09-05', fatherEthnicity: 'Kinh',
  fatherNationality: 'Việt Nam', fatherPersonalId: '075094144324', fatherAddress: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai', copies: 2,
};

/** A lost certificate of an orchard, held by a couple of the demonstration. */
export const LAND = {
  requesterRelation: 'holder', userName: 'Nguyễn Văn Hoá', userIsAdult: true, userPersonalId: '075071000456', userAddress: 'Ấp Hòa Đồng, xã Định Quán, thành phố Đồng Nai',
  userPhone: '0912345678', coUsers: 'Đặng Thị Hồng', lostWhat: 'certificate', certificateNumber: 'CX 418276', registerNumber: 'CS 07812', certificateIssuedOn: '2019-05-14',
  certificateIssuer: 'Ủy ban nhân dân huyện Định Quán', plotNumber: '214', mapSheet: '36', plotArea: 1285.4, landType: 'Đất trồng cây lâu năm', landTerm: 'Đến ngày 15/10/2043',
  plotAddress: 'Ấp Hòa Đồng, xã Định Quán, thành phố Đồng Nai', lostOn: '2026-10-30', noticedOn: '2026-11-02', lostPlace: 'Nhà riêng', lossReason: 'misplaced',
  lossCircumstances: 'Sau khi sửa nhà, gia đình không tìm thấy giấy chứng nhận dù đã tìm nhiều lần.', wantsSurvey: false,
};

/** The birth as it is filed at the counter, with its one paper. */
export const FILED_BIRTH = {
  procedureCode: '1.001193', communeId: 'c26068', owner: '075196152243', declaration: BIRTH,
  components: [{ key: 'birth-proof', state: 'passed', kind: 'original' }] as const,
};
