/** The linked filings of the stories. */
export const LINKED_DEATH = '2.002913';
export const DEATH = '1.000656';

/** Files for her father. */
export const DAUGHTER = { personalId: '075176641202', name: 'Trịnh Thị Nhạn' } as const;

/** A death in a hospital, with funeral support asked for. */
export const deathDeclaration = (): Record<string, unknown> => ({
  requesterRelation: 'child', requesterName: DAUGHTER.name, requesterBirthDate: '1976-05-21', requesterPersonalId: DAUGHTER.personalId,
  requesterAddress: '17 hẻm 9 khu phố 4, phường Biên Hoà, thành phố Đồng Nai', deceasedName: 'Trịnh Văn Bền', deceasedBirthDate: '1941', deceasedSex: 'male', deceasedEthnicity: 'Kinh',
  deceasedNationality: 'Việt Nam', deceasedPersonalId: '075041640101', deceasedAddress: '15 hẻm 9 khu phố 4, phường Biên Hoà, thành phố Đồng Nai', deathProofKind: 'paper',
  deathProofNumber: '118/GBT', deathProofIssuer: 'Bệnh viện Đa khoa Đồng Nai', deathDate: '2026-11-20', deathTime: '04 giờ 30 phút',
  deathPlace: 'Bệnh viện Đa khoa Đồng Nai, phường Tam Hiệp, thành phố Đồng Nai', deathCause: 'Bệnh lý', benefit: 'funeral', supportCategory: 'monthly-allowance',
  organiserKind: 'requester', payment: 'cash', copies: 2,
});
