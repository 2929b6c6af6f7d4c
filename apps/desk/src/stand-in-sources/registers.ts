import { readFileSync } from 'node:fs';
import type { SourceKey, SourceRecord, SourceSubject, SourceValue } from '@app/exchange';
import { dataPath } from '@app/kernel';

/** What a stand-in reads of the demonstration's invented people: they exist for the nation as well as for the desk. */
interface People {
  readonly people: ReadonlyArray<{
    readonly key: string; readonly personalId: string; readonly name: string; readonly birthDate: string; readonly sex: string; readonly ethnicity: string; readonly nationality: string;
    readonly birthPlace: string; readonly homeTown: string; readonly address: { readonly text: string }; readonly father?: string; readonly mother?: string; readonly diedOn?: string;
  }>;
  readonly marriages: ReadonlyArray<{ readonly one: string; readonly other: string; readonly until?: string }>;
  readonly papers: ReadonlyArray<{ readonly person: string; readonly kind: string; readonly number: string; readonly issuer: string; readonly issuedOn?: string; readonly content: Readonly<Record<string, SourceValue>> }>;
}

type Person = People['people'][number];

/** Who has moved since the desk last heard: their declaration and the nation's word differ from what is on file. */
const MOVED: Readonly<Record<string, string>> = { 'bh-tung': '27 đường Phạm Văn Thuận, khu phố 4, phường Biên Hoà, thành phố Đồng Nai' };

const HOSPITALS = ['Bệnh viện Đa khoa Đồng Nai', 'Trung tâm Y tế Biên Hoà', 'Bệnh viện Thống Nhất'];

/** The entries of each source at the start. */
export function readRegisters(): Record<SourceKey, SourceRecord[]> {
  const data = JSON.parse(readFileSync(dataPath('libs/persons/data/demonstration-people.json'), 'utf8')) as People;
  const living = data.people.filter(({ diedOn }) => diedOn === undefined);
  return {
    'population-register': living.map((person) => record('DC', person, {
      'owner.fullName': person.name, 'owner.personalId': person.personalId, 'owner.sex': person.sex, 'owner.birthDate': person.birthDate, 'owner.isAdult': isAdult(person), 'owner.ethnicity': person.ethnicity,
      'owner.nationality': person.nationality, 'owner.birthPlace': person.birthPlace, 'owner.homeTown': person.homeTown, 'owner.permanentAddress.text': MOVED[person.key] ?? person.address.text,
    })),
    'civil-status-register': living.map((person) => record('HT', person, { 'owner.isMarried': marriageOf(data, person) !== undefined, ...relatives(data, person), ...papers(data, person, ['birth-certificate', 'marriage-certificate']) })),
    'land-register': living.flatMap((person) => {
      const values = papers(data, person, ['land-certificate']);
      return Object.keys(values).length === 0 ? [] : [record('DD', person, values)];
    }),
    'social-insurance': living.map((person, place) => record('BH', person, { 'owner.papers.health-insurance-card.hospital': HOSPITALS[place % HOSPITALS.length]! })),
  };
}

function record(prefix: string, person: Person, values: Record<string, SourceValue>): SourceRecord {
  return { id: `${prefix}-${person.key}`, subject: subjectOf(person), state: 'in-force', values };
}

const subjectOf = ({ personalId, name, birthDate }: Person): SourceSubject => ({ personalId, fullName: name, birthDate });

/** The register answers yes or no, so that the desk need not know the birthday. */
const isAdult = ({ birthDate }: Person): boolean => Temporal.PlainDate.compare(Temporal.PlainDate.from(`${birthDate}-01-01`.slice(0, 10)).add({ years: 18 }), Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh')) <= 0;

const marriageOf = ({ marriages }: Pick<People, 'marriages'>, { key }: Person): People['marriages'][number] | undefined =>
  marriages.find(({ one, other, until }) => until === undefined && (one === key || other === key));

function relatives({ people, marriages }: People, person: Person): Record<string, SourceValue> {
  const marriage = marriageOf({ marriages }, person);
  const named: Readonly<Record<string, string | undefined>> = { spouse: marriage && (marriage.one === person.key ? marriage.other : marriage.one), father: person.father, mother: person.mother };
  return Object.fromEntries(Object.entries(named).flatMap(([kind, key]) => {
    const relative = people.find((each) => each.key === key);
    if (relative === undefined) return [];
    const { name, personalId, birthDate, ethnicity, nationality, sex, address } = relative;
    return Object.entries({ fullName: name, personalId, birthDate, ethnicity, nationality, sex, 'permanentAddress.text': address.text }).map(([part, value]) => [`owner.${kind}.${part}`, value]);
  }));
}

function papers({ papers: all }: People, person: Person, kinds: readonly string[]): Record<string, SourceValue> {
  return Object.fromEntries(all.filter((paper) => paper.person === person.key && kinds.includes(paper.kind)).flatMap(({ kind, number, issuer, issuedOn, content }) =>
    Object.entries({ number, issuer, ...(issuedOn === undefined ? {} : { issuedOn }), ...content }).map(([part, value]) => [`owner.papers.${kind}.${part}`, value])));
}
