/** The linked filings of the stories. */
export const LINKED_BIRTH = '3.000722';
export const LINKED_DEATH = '2.002913';
export const DEATH = '1.000656';

/** Files for her father. */
export const DAUGHTER = { personalId: '075176641202', name: 'Trịnh Thị Nhạn' } as const;

/** Files for her new-born daughter. */
export const MOTHER = { personalId: '075196152243', name: 'Trần Thị Mỹ Duyên' } as const;
export const CHILD = { name: 'Nguyễn Hoàng Bảo Ngọc', bornOn: '2026-11-18' } as const;

/** A death in a hospital, with funeral support asked for. */
export const deathDeclaration = (): Record<string, unknown> => ({
  requesterRelation: 'child', requesterName: DAUGHTER.name, requesterBirthDate: '1976-05-21', requesterPersonalId: DAUGHTER.personalId,
  requesterAddress: '17 hẻm 9 khu phố 4, phường Biên Hoà, thành phố Đồng Nai', deceasedName: 'Trịnh Văn Bền', deceasedBirthDate: '1941', deceasedSex: 'male', deceasedEthnicity: 'Kinh',
  deceasedNationality: 'Việt Nam', deceasedPersonalId: '075041640101', deceasedAddress: '15 hẻm 9 khu phố 4, phường Biên Hoà, thành phố Đồng Nai', deathProofKind: 'paper',
  deathProofNumber: '118/GBT', deathProofIssuer: 'Bệnh viện Đa khoa Đồng Nai', deathDate: '2026-11-20', deathTime: '04 giờ 30 phút',
  deathPlace: 'Bệnh viện Đa khoa Đồng Nai, phường Tam Hiệp, thành phố Đồng Nai', deathCause: 'Bệnh lý', benefit: 'funeral', supportCategory: 'monthly-allowance',
  organiserKind: 'requester', payment: 'cash', copies: 2,
});

/** A birth in a hospital, registered by the mother, who wants the identity card too; she and the father live together. */
export const birthDeclaration = (): Record<string, unknown> => ({
  requesterRelation: 'mother', requesterName: MOTHER.name, requesterBirthDate: '1996-02-27', requesterPersonalId: MOTHER.personalId,
  requesterAddress: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai', birthProofKind: 'electronic', birthProofNumber: '75001.CS.26.004812', childName: CHILD.name, childSex: 'female',
  childBirthDate: CHILD.bornOn, childBirthPlace: 'Bệnh viện Đa khoa Đồng Nai, phường Tam Hiệp, thành phố Đồng Nai', childEthnicity: 'Kinh', childNationality: 'Việt Nam',
  childHomeTown: 'phường Biên Hoà, thành phố Đồng Nai', parentsDeclared: 'both', motherEthnicity: 'Kinh', motherNationality: 'Việt Nam', fatherName: 'Nguyễn Hoàng Nam',
  fatherBirthDate: '1994-09-05', fatherEthnicity: 'Kinh', fatherNationality: 'Việt Nam', fatherPersonalId: '075094144324',
  fatherAddress: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai', home: 'parents-home', homeIsRequesters: true, head: 'father', consent: 'vneid',
  hospital: 'Bệnh viện Đa khoa Đồng Nai', idCard: true, cardDelivery: 'police',
});

/** The same death with the benefit of social insurance: the deceased drew a pension. */
export const pensionerDeclaration = (): Record<string, unknown> => {
  const { supportCategory: _, organiserKind: __, ...death } = deathDeclaration();
  return { ...death, benefit: 'insurance', insuranceNumber: '7598001234', insuredAs: 'pensioner', insuranceBenefit: 'funeral', payment: 'cash' };
};
