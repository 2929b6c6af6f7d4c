import { readFileSync } from 'node:fs';
import { provides, type SourceKey, type SourceRecord, type SourceSubject, type SourceValue } from '@app/exchange';
import { dataPath } from '@app/kernel';

/** What a stand-in reads of the demonstration's invented people: they exist for the nation as well as for the desk. */
interface People {
  readonly people: ReadonlyArray<{
    readonly key: string; readonly personalId: string; readonly name: string; readonly birthDate: string; readonly sex: string; readonly ethnicity: string; readonly nationality: string;
    readonly birthPlace: string; readonly homeTown: string; readonly address: { readonly text: string }; readonly father?: string; readonly mother?: string; readonly diedOn?: string;
  }>;
  readonly marriages: ReadonlyArray<{ readonly one: string; readonly other: string; readonly until?: string }>;
  readonly papers: readonly Paper[];
}

interface Paper {
  readonly person: string;
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn?: string;
  readonly issuedDaysAgo?: number;
  readonly validUntil?: string;
  readonly revoked?: object;
  readonly content: Readonly<Record<string, SourceValue>>;
}

type Person = People['people'][number];

/** Who has moved since the desk last heard: their declaration and the nation's word differ from what is on file. */
const MOVED: Readonly<Record<string, string>> = { 'bh-tung': '27 đường Phạm Văn Thuận, khu phố 4, phường Biên Hoà, thành phố Đồng Nai' };

const HOSPITALS = ['Bệnh viện Đa khoa Đồng Nai', 'Trung tâm Y tế Biên Hoà', 'Bệnh viện Thống Nhất'];

/** The entries of each source at the start: of the people the desk knows, and what only the sources hold. */
export function readRegisters(): Record<SourceKey, SourceRecord[]> {
  const known = readData<People>('demonstration-people.json');
  const data = { ...known, papers: [...known.papers, ...readData<Pick<People, 'papers'>>('demonstration-registers.json').papers] };
  const living = data.people.filter(({ diedOn }) => diedOn === undefined);
  const entered = (prefix: string, source: SourceKey): SourceRecord[] => living.flatMap((person) => {
    const values = papers(data, person, source);
    return Object.keys(values).length === 0 ? [] : [record(prefix, person, values)];
  });
  return {
    'population-register': living.map((person) => record('DC', person, {
      'owner.fullName': person.name, 'owner.personalId': person.personalId, 'owner.sex': person.sex, 'owner.birthDate': person.birthDate, 'owner.isAdult': isAdult(person), 'owner.ethnicity': person.ethnicity,
      'owner.nationality': person.nationality, 'owner.birthPlace': person.birthPlace, 'owner.homeTown': person.homeTown, 'owner.permanentAddress.text': MOVED[person.key] ?? person.address.text,
      ...papers(data, person, 'population-register'),
    })),
    'civil-status-register': living.map((person) => record('HT', person, { 'owner.isMarried': marriageOf(data, person) !== undefined, ...relatives(data, person), ...papers(data, person, 'civil-status-register') })),
    'land-register': entered('DD', 'land-register'),
    'social-insurance': living.map((person, place) => record('BH', person, { 'owner.papers.health-insurance-card.hospital': HOSPITALS[place % HOSPITALS.length]!, ...papers(data, person, 'social-insurance') })),
    'welfare-register': entered('AS', 'welfare-register'),
  };
}

const readData = <T>(name: string): T => JSON.parse(readFileSync(dataPath(`libs/persons/data/${name}`), 'utf8')) as T;

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

/** What a source says of somebody's papers in force: that there is one, what names it, and what stands in it, as far as the source holds such papers. */
function papers({ papers: all }: People, person: Person, source: SourceKey): Record<string, SourceValue> {
  const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh');
  const own = all.filter((paper) => paper.person === person.key && provides(source, `owner.papers.${paper.kind}.exists`) && paper.revoked === undefined && (paper.validUntil ?? '9999') >= today.toString());
  return Object.fromEntries(own.flatMap(({ kind, number, issuer, issuedOn, issuedDaysAgo, validUntil, content }) => {
    const day = issuedOn ?? today.subtract({ days: issuedDaysAgo ?? 0 }).toString();
    const parts = { exists: true, number, issuer, issuedOn: day, ...(validUntil === undefined ? {} : { validUntil }), ...content };
    return Object.entries(parts).map(([part, value]): [string, SourceValue] => [`owner.papers.${kind}.${part}`, dated(value, today)]);
  }));
}

/** `$daysAgo:n` of the data as the day it stands for. */
function dated(value: SourceValue, today: Temporal.PlainDate): SourceValue {
  const [, days] = typeof value === 'string' ? (value.match(/^\$daysAgo:(\d+)$/u) ?? []) : [];
  return days === undefined ? value : today.subtract({ days: Number(days) }).toString();
}
