import type { FittedProcessDto, ProcedureDraftDto, SavedProcedureDraftDto, WorkedExampleDto } from '../../apps/desk/src/admin/procedures.dto.js';
import type { Answer, Visitor } from './desk.js';

/** A permit to use the pavement: a skeleton of the national list, with limit, papers and result known and no process. */
export const PAVEMENT = '1.013274';

const AT = `/api/admin/procedures/${PAVEMENT}`;

/** The words of a citizen who wants to park guests' motorbikes on the pavement. */
export const PAVEMENT_ANSWERS = { contactPhone: '0913000001', requestContent: 'Để xe máy của khách trước nhà trong đám cưới', answer1: true };

/** A document of a procedure, by JSON pointers. */
export class Sheet {
  constructor(private content: Record<string, unknown>) {}

  get document(): Record<string, unknown> {
    return this.content;
  }

  /** Writes a value at a pointer; the groups above it are there already. */
  write(pointer: string, value: unknown): this {
    const keys = pointer.split('/').slice(1);
    const last = keys.pop() ?? '';
    const copy = structuredClone(this.content);
    const place = keys.reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, copy);
    place[last] = value;
    this.content = copy;
    return this;
  }
}

/** Fills in what the skeleton does not know, as an administrator would at the screen: words in English, law, a question, a condition, a process. */
export async function completePermit(admin: Visitor, { document }: ProcedureDraftDto): Promise<Record<string, unknown>> {
  const declaration = document['declaration'] as { properties: Record<string, unknown>; required: string[] };
  const sheet = new Sheet(document)
    .write('/name/en', 'Temporary use of the pavement')
    .write('/field/name/en', 'Roads')
    .write('/applicants', [{ vi: 'Cá nhân, tổ chức', en: 'Persons and organisations' }])
    .write('/legalBases', [{ number: '165/2024/NĐ-CP', articles: 'Điều 21' }])
    .write('/timeLimit/basis', 'Nghị định 165/2024/NĐ-CP, Điều 21')
    .write('/components', [{
      key: 'traffic-plan', name: { vi: 'Phương án tổ chức giao thông', en: 'Traffic plan' }, kinds: ['original', 'electronic'], originals: 1, copies: 0,
      required: { required: ['answer1'], properties: { answer1: { const: true } } }, why: { vi: 'Lòng đường bị thu hẹp.', en: 'The carriageway becomes narrower.' }, fate: 'stays-with-dossier',
    }])
    .write('/declaration/x-title-en', 'Application for the use of the pavement')
    .write('/declaration/required', [...declaration.required, 'answer1'])
    .write('/declaration/properties', {
      ...declaration.properties,
      answer1: { type: 'boolean', title: 'Có dùng cả lòng đường', 'x-title-en': 'The carriageway is used too', 'x-group': 'request', 'x-widget': 'radio' },
    })
    .write('/fee/lines', [{ key: 'fee', name: { vi: 'Phí sử dụng tạm thời vỉa hè', en: 'Pavement fee' }, amount: 100_000, payableAt: 'receipt' }])
    .write('/result/name', { vi: 'Giấy phép sử dụng tạm thời vỉa hè', en: 'Pavement permit' })
    .write('/result/symbol', 'GP-UBND')
    .write('/result/data', [{ to: 'title', template: 'Giấy phép' }, { to: 'abstract', template: 'Về việc cho {requesterName} sử dụng tạm thời vỉa hè' }]);
  const fitted = await admin.post<FittedProcessDto>('/api/admin/standard-processes/commune-decides', { timeLimit: sheet.document['timeLimit'], division: 'commune/construction' });
  return sheet.write('/process', fitted.body.process).document;
}

/** Saves a document, lets the desk work examples out of it and saves those too; answers the last save. */
export async function saveWithExamples(admin: Visitor, revision: number, document: Record<string, unknown>): Promise<SavedProcedureDraftDto> {
  const first = await save(admin, revision, document, []);
  const made = await admin.get<WorkedExampleDto[]>(`${AT}/draft/examples`);
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return (await save(admin, first.body.revision, document, made.body)).body;
}

async function save(admin: Visitor, revision: number, document: Record<string, unknown>, examples: readonly WorkedExampleDto[]): Promise<Answer<SavedProcedureDraftDto>> {
  const answer = await admin.put<SavedProcedureDraftDto>(`${AT}/draft`, { revision, document, examples });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer;
}
