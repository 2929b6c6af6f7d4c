import type { Database } from '@app/database';
import { SYSTEM } from '@app/database';

/** Surnames by how many of a hundred bear them, roughly as in the country; folded spelling beside. */
const SURNAMES: ReadonlyArray<readonly [name: string, folded: string, share: number]> = [
  ['Nguyễn', 'nguyen', 38], ['Trần', 'tran', 11], ['Lê', 'le', 10], ['Phạm', 'pham', 7], ['Huỳnh', 'huynh', 5], ['Phan', 'phan', 5], ['Vũ', 'vu', 4], ['Đặng', 'dang', 3], ['Bùi', 'bui', 3],
  ['Đỗ', 'do', 3], ['Hồ', 'ho', 3], ['Ngô', 'ngo', 3], ['Dương', 'duong', 2], ['Lý', 'ly', 1], ['Điểu', 'dieu', 1], ['Chu', 'chu', 1],
];
const MIDDLES = [['Thị', 'thi'], ['Văn', 'van'], ['Hoàng', 'hoang'], ['Minh', 'minh'], ['Ngọc', 'ngoc'], ['Thanh', 'thanh'], ['Hữu', 'huu'], ['Đức', 'duc'], ['Quốc', 'quoc'], ['Thu', 'thu'], ['Mỹ', 'my'], ['Kim', 'kim']] as const;
const GIVEN = [
  ['Hoà', 'hoa'], ['An', 'an'], ['Bình', 'binh'], ['Cường', 'cuong'], ['Dung', 'dung'], ['Duyên', 'duyen'], ['Giang', 'giang'], ['Hà', 'ha'], ['Hạnh', 'hanh'], ['Hằng', 'hang'], ['Hiếu', 'hieu'], ['Hùng', 'hung'],
  ['Hương', 'huong'], ['Khánh', 'khanh'], ['Khoa', 'khoa'], ['Lan', 'lan'], ['Liên', 'lien'], ['Linh', 'linh'], ['Long', 'long'], ['Mai', 'mai'], ['Nam', 'nam'], ['Nga', 'nga'], ['Ngân', 'ngan'], ['Nhung', 'nhung'],
  ['Oanh', 'oanh'], ['Phong', 'phong'], ['Phúc', 'phuc'], ['Phượng', 'phuong'], ['Quân', 'quan'], ['Quỳnh', 'quynh'], ['Sơn', 'son'], ['Tâm', 'tam'], ['Thảo', 'thao'], ['Thắng', 'thang'], ['Trang', 'trang'],
  ['Trung', 'trung'], ['Tuấn', 'tuan'], ['Tùng', 'tung'], ['Vân', 'van'], ['Việt', 'viet'], ['Xuân', 'xuan'], ['Yến', 'yen'],
] as const;

/** How large an invented registry is. */
export interface RegistrySize {
  readonly people: number;
  readonly papersEach: number;
  readonly communes: number;
}

/** What {@link enterPeople} names the communes: `90000`, `90001` … */
export const communeOf = (index: number): string => String(90_000 + index);

/**
 * Invents so many people with parents and papers, spread over communes, in the bench's own database. The triggers that write
 * first facts rest meanwhile: neither a search nor an offer reads facts.
 */
export async function enterPeople(owner: Database, { people, papersEach, communes }: RegistrySize): Promise<void> {
  const surnames = SURNAMES.flatMap(([name, folded, share]) => Array.from({ length: share }, () => [name, folded] as const));
  const run = (sql: string, params: unknown[] = []): Promise<number> => owner.transaction(SYSTEM, (tx) => tx.execute(sql, params));
  for (const name of ['person_begins', 'person_words_added']) await run(`alter table person disable trigger ${name}`);
  await run('alter table relation disable trigger relation_begins');
  const columns = (list: ReadonlyArray<readonly [string, string]>): string[][] => [list.map(([name]) => name), list.map(([, folded]) => folded)];
  await run('drop index person_name_words, person_name_sorted');
  await run(
    `insert into person (id, personal_id, full_name, name_folded, sex, birth_date, ethnicity, nationality, birth_place, home_town, permanent_address, phone, source, as_of)
     select md5('person' || n)::uuid, lpad((100000000000 + n)::text, 12, '0'),
       ($2::text[])[s] || ' ' || ($4::text[])[m] || ' ' || ($6::text[])[m2] || ' ' || ($6::text[])[g], ($3::text[])[s] || ' ' || ($5::text[])[m] || ' ' || ($7::text[])[m2] || ' ' || ($7::text[])[g],
       case n % 2 when 0 then 'male' else 'female' end, to_char(date '1940-01-01' + (hash & 32767) % 30000, 'YYYY-MM-DD'), 'Kinh', 'Việt Nam', 'Bệnh viện', 'xã thử nghiệm',
       jsonb_build_object('provinceCode', '75', 'communeCode', (90000 + n % $8)::text, 'detail', n || ' khu phố 1', 'text', n || ' khu phố 1, phường thử nghiệm'), '09' || lpad(n::text, 8, '0'), 'population-register', '2026-01-01'
     from generate_series(1, $1::int) as n cross join lateral (select abs(hashint4(n)) as hash) h
       cross join lateral (select 1 + hash % cardinality($2::text[]) as s, 1 + (hash / 7) % cardinality($4::text[]) as m, 1 + (hash / 101) % cardinality($6::text[]) as m2, 1 + (hash / 4111) % cardinality($6::text[]) as g) pick`,
    [people, ...columns(surnames), ...columns(MIDDLES), ...columns(GIVEN), communes]);
  await run('create index person_name_words on person using gin (name_keys(name_folded, permanent_address, birth_date)) with (fastupdate = off)');
  await run('create index person_name_sorted on person (name_sorted(name_folded) text_pattern_ops)');
  await run(`insert into name_word select distinct unnest(string_to_array(name_folded, ' ')) from person on conflict do nothing`);
  // Every third person is the mother, every third but one the father of somebody.
  await run(`alter table relation drop constraint relation_person_fk, drop constraint relation_other_fk`);
  await run(
    `insert into relation (person_id, kind, other_id, source) select md5('person' || n)::uuid, kind, md5('person' || (n + shift))::uuid, 'civil-status-register'
       from generate_series(1, $1::int - 2, 3) as n cross join (values ('mother', 1), ('father', 2)) as parent (kind, shift)`, [people]);
  await run('alter table paper_on_file drop constraint paper_on_file_person_fk');
  await run(
    `insert into paper_on_file (id, person_id, kind, name_vi, name_en, number, issuer, issued_on, valid_until, state, content, assurance, source, sha256)
     select md5('paper' || n || ' ' || p)::uuid, md5('person' || n)::uuid, (array['identity-card', 'birth-certificate', 'marriage-certificate', 'land-certificate', 'health-card'])[p], 'Giấy tờ thử nghiệm', 'Invented paper', n || '/' || p, 'Ủy ban nhân dân phường thử nghiệm',
       date '2010-01-01' + (n % 5000), null, 'in-force', jsonb_build_object('plotNumber', n, 'spouseName', 'Người Thử Nghiệm'), 'scanned-signed', 'civil-status-register', md5(n || 'a' || p) || md5(p || 'b' || n)
     from generate_series(1, $1::int) as n cross join generate_series(1, $2::int) as p`, [people, papersEach]);
  for (const name of ['person_begins', 'person_words_added']) await run(`alter table person enable trigger ${name}`);
  await run('alter table relation enable trigger relation_begins');
}
