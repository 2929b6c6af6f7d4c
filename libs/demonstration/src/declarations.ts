import type { Declaration } from '@app/catalogue';

type Planned = (today: Temporal.PlainDate) => Declaration;

/** A certificate for oneself; who is divorced or widowed is asked more, and the data on file answer it. */
export function marital(status: 'single' | 'divorced' | 'widowed', purpose: Declaration): Planned {
  return () => ({ requesterRelation: 'self', maritalStatus: status, certifiedFor: 'now', issuedBefore: false, feeExemption: 'none', ...purpose });
}

/** Meant for a marriage; the other person is named. */
export function toMarry(name: string, birthDate: string, personalId: string, place: string): Declaration {
  return {
    purpose: 'marriage', intendedSpouseName: name, intendedSpouseBirthDate: birthDate, intendedSpouseNationality: 'Việt Nam', intendedSpousePersonalId: personalId, marriagePlace: place,
  };
}

/** A child of a married couple with a paper birth proof, declared by the mother some days after the birth. */
export function birth(child: { name: string; sex: 'male' | 'female'; daysOld: number; place: string; proof: string }): Planned {
  return (today) => ({
    requesterRelation: 'mother', birthProofKind: 'paper', birthProofNumber: child.proof, surrogacy: false, parentsDeclared: 'both',
    childName: child.name, childSex: child.sex, childBirthDate: today.subtract({ days: child.daysOld }).toString(), childBirthPlace: child.place, copies: 1,
  });
}

/** A copy of an entry of one's own; the register's number comes from the data on file or from the search. */
export function extractCopy(eventKind: 'birth' | 'marriage', copies: number, register: Declaration = {}): Planned {
  return () => ({ requesterRelation: 'self', eventKind, copies, feeExemption: 'none', ...register });
}

/** Originals of which copies are certified, one row for each. */
export function certifiedCopies(...papers: ReadonlyArray<{ readonly kind: string; readonly pages: number; readonly copies: number }>): Planned {
  return () => ({ papers });
}

/** An allowance that begins, paid in cash, without other benefits. */
export function allowance(ground: Declaration): Planned {
  return () => ({
    requestKind: 'start', requesterRelation: 'self', getsPension: false, getsMerit: false, getsAllowance: false, inInstitution: false, carerKind: 'none', paymentWay: 'cash', pledge: true, ...ground,
  });
}

/** A household of two in new hardship, filed by its head. */
export function poorHousehold(hamlet: string, area: 'rural' | 'urban', member: Declaration): Planned {
  return () => ({
    requesterRelation: 'head', hamlet, residence: 'permanent', area, memberCount: 2, ...member, currentStatus: 'none', cause: 'illness', causeDetail: 'Người lao động chính ốm nặng, phải nghỉ việc nhiều tháng.',
    monthlyIncome: 1_900_000, incomeSource: 'farming', lacksWork: true, lacksHealth: false, lacksEducation: false, lacksHousing: true, lacksWater: true, lacksInformation: false, pledge: true,
  });
}

/** The last relative of a martyr asks for the allowance for the first time, paid in cash. */
export function worship(relation: string): Planned {
  return () => ({ requestKind: 'first', relation, survivorAllowance: false, closeRelatives: 'only', paymentWay: 'cash', pledge: true });
}

/** Residential land used for long without papers, for the first certificate. */
export function firstLand(plotAddress: string, plotArea: number): Planned {
  return () => ({
    requesterRelation: 'user', userKind: 'individual', hasCoUser: false, wants: 'certificate', registeredBefore: false, plotArea, plotAddress, remoteArea: false, landType: 'ont', landTerm: 'long', useForm: 'own',
    usedSince: '1992', origin: 'reclaimed', originDetail: 'Cha mẹ khai hoang, gia đình ở ổn định từ năm 1992 đến nay.', hasLandPapers: false, disputed: false, violation: false, easement: false, surveyed: false,
    hasAssets: false, wantsDebt: false, exemption: 'none', pledge: true,
  });
}

/** A private house of three storeys on the lot of the certificate on file. */
export function house(today: Temporal.PlainDate): Declaration {
  return {
    ownerKind: 'individual', requesterRelation: 'owner', workKind: 'house', workGrade: 'IV', workName: 'Nhà ở gia đình', landPaper: 'certificate',
    footprint: 84.2, totalFloorArea: 252.6, floors: 3, basements: 0, additions: 'stair-head', height: 11.8, groundLevel: 0.3, redLine: 7.5, setbackFront: 2, setbackBack: 1, setbackLeft: 0, setbackRight: 0,
    designName: 'Bản vẽ thiết kế xây dựng KT-01 đến KT-12', designer: 'Công ty TNHH Tư vấn thiết kế Đồng Nai', adjoining: true, planning: 'detailed', fireSafety: false, nearHeritage: false,
    startPlanned: today.add({ days: 45 }).toString(), buildingMonths: 6, pledge: true, feeExemption: 'none',
  };
}

/** Shop and lodging of five storeys in an old street: the plan, the fire brigade and the monument have a say. */
export function guestHouse(today: Temporal.PlainDate): Declaration {
  const { feeExemption: _, ...plain } = house(today);
  return {
    ...plain, workKind: 'building', workGrade: 'III', workName: 'Nhà nghỉ kết hợp cửa hàng', stages: 'whole', footprint: 268.4, totalFloorArea: 1_412.8, floors: 5, basements: 1, depth: 3.6,
    additions: 'mezzanine-stair-head', height: 21.6, setbackFront: 4, setbackBack: 2, designerLicence: 'DNA-00012345', hasProject: false, adjoining: true, planning: 'none', fireSafety: true, nearHeritage: true, environment: false,
  };
}

/** What a person tells of the loss; the plot stands in the certificate on file, or is given by `certificate`. */
export function lostLand(loss: { place: string; reason: 'misplaced' | 'stolen' | 'disaster'; circumstances: string; certificate?: Declaration }): Planned {
  return (today) => ({
    requesterRelation: 'holder', lostWhat: 'certificate', lostOn: today.subtract({ days: 60 }).toString(), noticedOn: today.subtract({ days: 55 }).toString(),
    lostPlace: loss.place, lossReason: loss.reason, lossCircumstances: loss.circumstances, wantsSurvey: false, ...loss.certificate,
  });
}

/** The same birth with residence at the parents' home and the health card, for which each fact is told once; the identity card too. */
export function linkedBirth({ hospital, ...child }: Parameters<typeof birth>[0] & { hospital: string }): Planned {
  return (today) => ({ ...birth(child)(today), home: 'parents-home', homeIsRequesters: true, head: 'father', consent: 'vneid', hospital, idCard: true, cardDelivery: 'police' });
}

/** A death in a health facility, declared by a relative who arranges the funeral and asks for the support. */
export function linkedDeath(deceased: {
  relation: 'child'; name: string; birthDate: string; sex: 'male' | 'female'; personalId: string; address: string; daysAgo: number; proof: string; place: string;
}): Planned {
  return (today) => ({
    requesterRelation: deceased.relation, deceasedName: deceased.name, deceasedBirthDate: deceased.birthDate, deceasedSex: deceased.sex, deceasedEthnicity: 'Kinh', deceasedNationality: 'Việt Nam',
    deceasedPersonalId: deceased.personalId, deceasedAddress: deceased.address, deathProofKind: 'paper', deathProofNumber: deceased.proof, deathProofIssuer: deceased.place.split(',')[0]!,
    deathDate: today.subtract({ days: deceased.daysAgo }).toString(), deathPlace: deceased.place, deathCause: 'Bệnh lý', copies: 1, benefit: 'funeral', supportCategory: 'monthly-allowance',
    organiserKind: 'requester', payment: 'cash',
  });
}
