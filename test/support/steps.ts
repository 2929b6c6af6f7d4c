import { newId } from '@app/kernel';
import type { FiledDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { FieldFaultDto, AssessmentDto, IntakeResultDto, PersonRowDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { ActDto } from '../../apps/desk/src/dossiers/act.dto.js';
import type { DossierDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import type { Answer, TestDesk, Visitor } from './desk.js';

/** Steps that several stories take. */

/** A refusal as the desk tells it. */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly fields?: readonly FieldFaultDto[];
  readonly possible?: readonly string[];
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** What an act brings along, without what every act has. */
export type ActData = Partial<Omit<ActDto, 'commandId' | 'expectedVersion' | 'event'>>;

/** Owners of the stories, by their number in the demonstration's data. */
export const PEOPLE = {
  mother: { personalId: '075196152243', name: 'Trần Thị Mỹ Duyên' },
  father: { personalId: '075094144324', name: 'Nguyễn Hoàng Nam' },
  single: { personalId: '075199183919', name: 'Phạm Thị Thu Hà' },
  divorced: { personalId: '075085199757', name: 'Đỗ Thanh Tùng' },
  landOwner: { personalId: '075155231433', name: 'Huỳnh Thị Sáu' },
  oldMan: { personalId: '075041640101', name: 'Trịnh Văn Bền' },
  worshipper: { personalId: '075070168081', name: 'Phạm Văn Minh' },
  builder: { personalId: '075083642303', name: 'Lý Quốc Phong' },
} as const;

export const BIRTH = '1.001193';
export const MARITAL_STATUS = '1.004873';
export const LOST_LAND = '1.012786';
export const EXTRACT_COPY = '2.000635';
export const SOCIAL_ALLOWANCE = '1.001776';
export const BUILDING_PERMIT = '1.013225';
export const POOR_HOUSEHOLD = '1.011607';
export const CONFIRMATION = '2.002516';
export const RESIDENCE = '1.004222';
export const HEALTH_CARD = '1.001939';
export const MARTYR_WORSHIP = '1.010803';
export const FIRST_LAND = '1.013978';
export const CORRECTION = '1.004859';

/** A matter as its owner tells it. */
export interface Matter {
  readonly owner: string;
  /** What that person answers beyond what is on file. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** For each complete procedure: whose matter the stories make it, and the field that an office asks about again. */
export const MATTERS: Readonly<Record<string, Matter & { readonly askAbout: string }>> = {
  [BIRTH]: {
    owner: PEOPLE.mother.personalId,
    answers: { requesterRelation: 'mother', birthProofKind: 'electronic', surrogacy: false, parentsDeclared: 'both', childName: 'Nguyễn Hoàng Bảo Ngọc' },
    askAbout: '/childName',
  },
  [MARITAL_STATUS]: {
    owner: PEOPLE.single.personalId,
    answers: { requesterRelation: 'self', maritalStatus: 'single', certifiedFor: 'now', purpose: 'loan', issuedBefore: false, feeExemption: 'none' },
    askAbout: '/purpose',
  },
  [LOST_LAND]: {
    owner: PEOPLE.landOwner.personalId,
    answers: {
      requesterRelation: 'holder', lostWhat: 'certificate', lostOn: '2026-11-02', noticedOn: '2026-11-05', lostPlace: 'Nhà riêng', lossReason: 'misplaced',
      lossCircumstances: 'Thất lạc khi sửa nhà, đã tìm nhiều lần không thấy.', wantsSurvey: false,
    },
    askAbout: '/lossCircumstances',
  },
  [EXTRACT_COPY]: {
    owner: PEOPLE.single.personalId,
    answers: {
      requesterRelation: 'self', eventKind: 'birth', registeredAt: 'Ủy ban nhân dân phường Quang Vinh, thành phố Biên Hòa', registeredOn: '1999', copies: 3, feeExemption: 'none',
    },
    askAbout: '/registeredAt',
  },
  [CONFIRMATION]: {
    owner: PEOPLE.single.personalId,
    answers: {
      requesterRelation: 'self', eventKind: 'birth', keptBy: 'commune', registeredAt: 'Ủy ban nhân dân phường Quang Vinh, thành phố Biên Hòa', registeredOn: '1999',
      toConfirm: 'Họ, chữ đệm, tên trong Sổ đăng ký khai sinh năm 1999', purpose: 'Bổ sung hồ sơ bảo hiểm xã hội', copies: 1, feeExemption: 'none',
    },
    askAbout: '/toConfirm',
  },
  [SOCIAL_ALLOWANCE]: {
    owner: PEOPLE.oldMan.personalId,
    answers: {
      requestKind: 'start', requesterRelation: 'self', category: 'elderly', household: 'poor', elderlySupport: 'none',
      getsPension: false, getsMerit: false, getsAllowance: false, inInstitution: false, carerKind: 'none', paymentWay: 'cash', pledge: true,
    },
    askAbout: '/household',
  },
  [BUILDING_PERMIT]: {
    owner: PEOPLE.landOwner.personalId,
    answers: {
      ownerKind: 'individual', requesterRelation: 'owner', ownerPhone: '0912345678', workKind: 'house', workGrade: 'IV', workName: 'Nhà ở gia đình', landPaper: 'certificate',
      footprint: 70.2, totalFloorArea: 210.6, floors: 3, basements: 0, additions: 'stair-head', height: 11.8, groundLevel: 0.3,
      redLine: 7.5, setbackFront: 2, setbackBack: 1, setbackLeft: 0, setbackRight: 0,
      designName: 'Bản vẽ thiết kế xây dựng KT-01 đến KT-12', designer: 'Công ty TNHH Tư vấn thiết kế Biên Hòa',
      adjoining: true, planning: 'detailed', fireSafety: false, nearHeritage: false, startPlanned: '2027-01-10', buildingMonths: 6, pledge: true, feeExemption: 'none',
    },
    askAbout: '/designName',
  },
  [POOR_HOUSEHOLD]: {
    owner: PEOPLE.oldMan.personalId,
    answers: {
      requesterRelation: 'head', hamlet: 'Khu phố 2', residence: 'permanent', area: 'urban', memberCount: 2, member2Name: 'Trịnh Gia Bảo', member2BirthDate: '2015-03-09', member2Relation: 'grandchild',
      currentStatus: 'none', cause: 'illness', causeDetail: 'Ông ốm nặng, hai ông cháu sống nhờ hàng xóm và tiền bán vé số.', monthlyIncome: 2_000_000, incomeSource: 'trade',
      lacksWork: true, lacksHealth: false, lacksEducation: false, lacksHousing: true, lacksWater: false, lacksInformation: true, pledge: true,
    },
    askAbout: '/causeDetail',
  },
  [RESIDENCE]: {
    owner: PEOPLE.single.personalId,
    answers: { requesterRelation: 'self', home: 'own-home', homeAddress: '7 hẻm 2 khu phố 5, phường Biên Hoà, thành phố Đồng Nai', feeExemption: 'none' },
    askAbout: '/homeAddress',
  },
  [HEALTH_CARD]: {
    owner: PEOPLE.single.personalId,
    answers: { requesterRelation: 'self', insuredKind: 'supported', supportGround: 'poor', hospital: 'Trung tâm Y tế Biên Hoà' },
    askAbout: '/hospital',
  },
  [MARTYR_WORSHIP]: {
    owner: PEOPLE.worshipper.personalId,
    answers: {
      requestKind: 'first', relation: 'nephew', survivorAllowance: false, closeRelatives: 'several', relativeCount: 2, relative1Name: 'Phạm Thị Hoa', relative1Relation: 'Chị ruột',
      relative2Name: 'Phạm Văn Phúc', relative2Relation: 'Em ruột', paymentWay: 'account', bankName: 'Ngân hàng Nông nghiệp và Phát triển nông thôn Việt Nam', bankAccount: '5900205123456', pledge: true,
    },
    askAbout: '/relative1Relation',
  },
  [FIRST_LAND]: {
    owner: PEOPLE.worshipper.personalId,
    answers: {
      requesterRelation: 'user', userKind: 'individual', hasCoUser: false, wants: 'certificate', registeredBefore: false, plotArea: 180.5, plotAddress: '7 hẻm 2 khu phố 5, phường Biên Hoà, thành phố Đồng Nai',
      remoteArea: false, landType: 'odt', landTerm: 'long', useForm: 'own', usedSince: '1989', origin: 'reclaimed', originDetail: 'Cha mẹ khai hoang, gia đình ở liên tục từ năm 1989.', hasLandPapers: false,
      disputed: false, violation: false, easement: false, surveyed: false, hasAssets: true, assetKind: 'house', assetArea: 72.4, assetFloors: 1, wantsDebt: false, exemption: 'none', pledge: true,
    },
    askAbout: '/originDetail',
  },
};

/** A wrong place of birth: what its owner answers about it. */
export const WRONG_BIRTH_PLACE: Matter = {
  owner: PEOPLE.single.personalId,
  answers: {
    requesterRelation: 'self', requestKind: 'correction', item: 'birthPlace', askedBirthPlace: 'thành phố Huế', registeredAt: 'Ủy ban nhân dân phường Quang Vinh, thành phố Biên Hòa',
    errorBy: 'registrar', reason: 'Học bạ ghi khác.', feeExemption: 'none',
  },
};

/** Of an entry that the Department of Justice keeps: the province confirms it. */
export const CONFIRMATION_BY_PROVINCE: Matter = { owner: PEOPLE.single.personalId, answers: { ...MATTERS[CONFIRMATION]!.answers, keptBy: 'justice-department' } };

const { feeExemption: _, ...ofAnyBuilding } = MATTERS[BUILDING_PERMIT]!.answers;
/** A guest house where there is no detailed plan: planning and fire safety are to be asked. */
export const GUEST_HOUSE: Matter = {
  owner: PEOPLE.builder.personalId,
  answers: {
    ...ofAnyBuilding, workKind: 'building', workGrade: 'III', workName: 'Nhà nghỉ kết hợp cửa hàng', stages: 'whole', footprint: 268.4, totalFloorArea: 1412.8, floors: 5, basements: 1, depth: 3.6,
    hasProject: false, planning: 'none', fireSafety: true, nearHeritage: false, environment: false,
  },
};
/** The same near a monument and with works that touch the environment: every body of the procedure is to be asked. */
export const GUEST_HOUSE_BY_A_MONUMENT: Matter = { ...GUEST_HOUSE, answers: { ...GUEST_HOUSE.answers, nearHeritage: true, environment: true } };

/** Does an act at the version the dossier has now; fails the story when it is refused. */
export async function act(who: Visitor, id: string, event: string, data: ActData = {}): Promise<DossierDto> {
  const seen = await read(who, id);
  const answer = await tryAct<DossierDto>(who, id, seen.version, event, { ...withPackage(seen, event), ...data });
  if (answer.status !== 200) throw new Error(`${event}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** What goes up with a handover, as the desk proposes it and the screen shows it. */
export function withPackage({ choices }: DossierDto, event: string): ActData {
  if (event !== 'handOver' || choices.package === undefined) return {};
  const { request, finding, openQuestions } = choices.package;
  return { package: { request, finding, openQuestions } };
}

/** Asks for an act at a version, whatever comes of it. */
export function tryAct<T = Problem>(who: Visitor, id: string, expectedVersion: number, event: string, data: ActData = {}): Promise<Answer<T>> {
  return who.post<T>(`/api/dossiers/${id}/acts`, { commandId: newId(), expectedVersion, event, ...data });
}

/** Asks for an act at the version the dossier has now, whatever comes of it. */
export async function refusedAct(who: Visitor, id: string, event: string, data: ActData = {}): Promise<Problem> {
  const { version } = await read(who, id);
  const { body } = await tryAct(who, id, version, event, data);
  return body;
}

export async function read(who: Visitor, id: string): Promise<DossierDto> {
  const { status, body } = await who.get<DossierDto>(`/api/dossiers/${id}`);
  if (status !== 200) throw new Error(`the dossier cannot be read: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Finds a person before the counter by name or number. */
export async function findPerson(clerk: Visitor, text: string): Promise<PersonRowDto> {
  const { body } = await clerk.post<PersonRowDto[]>('/api/counter/persons/search', { text });
  const [person] = body;
  if (person === undefined) throw new Error(`nobody is found by "${text}"`);
  return person;
}

/** A declaration with every offer agreed to, as the screen has it when nothing is missing any more. */
export interface FilledIn {
  readonly declaration: Record<string, unknown>;
  readonly assessment: AssessmentDto;
  /** The pointers agreed to, also those offered in an earlier round. */
  readonly agreed: readonly string[];
}

/** Lets the desk assess what was typed and agrees to its offers until it offers nothing new. */
export async function fillIn(assess: (declaration: Record<string, unknown>) => Promise<AssessmentDto>, answers: Readonly<Record<string, unknown>>): Promise<FilledIn> {
  let declaration: Record<string, unknown> = { ...answers };
  const agreed = new Set<string>();
  for (;;) {
    const assessment = await assess(declaration);
    const news = assessment.offers.filter(({ pointer }) => !(pointer.slice(1) in declaration));
    if (news.length === 0) return { declaration, assessment, agreed: [...agreed] };
    for (const { pointer, value } of news) {
      agreed.add(pointer);
      declaration = { ...declaration, [pointer.slice(1)]: typed(pointer, value) };
    }
  }
}

/** The screen turns the text of an offer into the kind of value its field has. */
function typed(pointer: string, value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  return ['/plotArea', '/memberCount'].includes(pointer) ? Number(value) : value;
}

/** Fills a matter in at the counter. */
export async function fillInAtCounter(clerk: Visitor, procedureCode: string, ownerId: string, answers = MATTERS[procedureCode]!.answers): Promise<FilledIn> {
  return fillIn(async (declaration) => {
    const { status, body } = await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode, ownerId, declaration });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }, answers);
}

/** The body of an intake with every required paper ticked. */
export function intakeBody(procedureCode: string, ownerId: string, { declaration, assessment, agreed }: FilledIn, more: object = {}): Record<string, unknown> {
  return {
    commandId: newId(), dossierId: newId(), outcome: 'receive', procedureCode, ownerId, declaration,
    offers: agreed.map((pointer) => ({ pointer, agreed: true })),
    components: assessment.components.filter(({ required }) => required).map(({ key, kinds }) => ({ key, state: 'passed', kind: kinds[0] })),
    feePaid: false, delivery: 'counter', ...more,
  };
}

/** Takes a matter in at the counter: find, fill in, receive. */
export async function receiveAtCounter(clerk: Visitor, procedureCode: string, more: object = {}, { owner: number, answers }: Matter = MATTERS[procedureCode]!): Promise<IntakeResultDto> {
  const owner = await findPerson(clerk, number);
  const filled = await fillInAtCounter(clerk, procedureCode, owner.id, answers);
  const { status, body } = await clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(procedureCode, owner.id, filled, more));
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

/** Files the matter of a procedure online as its owner does, with what is on file and no paper; answers the dossier's id. */
export async function fileOnline(citizen: Visitor, procedureCode: string, more: object = {}, { answers }: Matter = MATTERS[procedureCode]!): Promise<string> {
  const { declaration, agreed } = await fillIn(async (typed) => (await citizen.post<AssessmentDto>('/api/citizen/assess', { procedureCode, declaration: typed })).body, answers);
  const { status, body } = await citizen.post<FiledDto>('/api/citizen/dossiers', {
    commandId: newId(), dossierId: newId(), procedureCode, declaration, delivery: 'electronic', offers: agreed.map((pointer) => ({ pointer, agreed: true })), components: [], ...more,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.dossierId;
}

/** One line of a story: who does what with what. */
export type Line = readonly [who: Visitor, event: string, data?: ActData];

/** Does acts one after another; answers the dossier after the last. */
export async function go(id: string, lines: readonly Line[]): Promise<DossierDto> {
  let last: DossierDto | undefined;
  for (const [who, event, data] of lines) last = await act(who, id, event, data);
  if (last === undefined) throw new Error('nobody did anything');
  return last;
}

/** The officers of one commune, of the land registration office and of the bodies that are consulted. */
export function cast(desk: TestDesk, commune = 'bienhoa') {
  const officer = (login: string): Visitor => desk.officer(login);
  return {
    clerk: officer(`tiepnhan.${commune}`),
    secondClerk: officer(`tiepnhan2.${commune}`),
    registrar: officer(`hotich.${commune}`),
    landOfficer: officer(`diachinh.${commune}`),
    socialOfficer: officer(`vanhoa.${commune}`),
    chairman: officer(`chutich.${commune}`),
    viceChairman: officer(`phochutich.${commune}`),
    records: officer(`vanthu.${commune}`),
    reviewer: officer('thamdinh.vpdk'),
    director: officer('giamdoc.vpdk'),
    provinceRecords: officer('vanthu.vpdk'),
    meritReviewer: officer('thamdinh.noivu'),
    meritDirector: officer('giamdoc.noivu'),
    meritRecords: officer('vanthu.noivu'),
    taxOfficer: officer('thamdinh.thue'),
    planner: officer('thamdinh.xaydung'),
    fireOfficer: officer('thamdinh.pccc'),
    heritageOfficer: officer('thamdinh.vanhoa'),
    environmentOfficer: officer('thamdinh.nnmt'),
  } as const;
}

/** The text of a PDF with blanks evened out, and what was filled into its places: `[number: 07]`. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const { readText } = await import('../../libs/documents/src/testing/rasterise.js');
  return (await readText(bytes)).replace(/\s+/g, ' ');
}

/** A PDF as a phone's scanner would make it: small, and a PDF to the byte. */
export function smallPdf(text = 'giấy tờ'): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}
