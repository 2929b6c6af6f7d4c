/** The four marks of good data: correct, sufficient, clean, living ("đúng, đủ, sạch, sống"). */
export const DIMENSIONS = ['correct', 'sufficient', 'clean', 'living'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What may be wrong with the data on a person, and against which mark it counts. */
export const FAULTS = {
  /** An undecided doubt: sources differ, or somebody else holds the number. */
  'in-conflict': 'correct',
  /** The number says another sex, century or year of birth than the file. */
  'number-does-not-fit': 'correct',
  /** Born after today, dead before birth, or a parent at less than twelve. */
  'days-out-of-order': 'correct',
  'number-missing': 'sufficient',
  /** Only the year or month of birth is known. */
  'birth-day-missing': 'sufficient',
  /** No address of its own, or one without house, street or hamlet. */
  'address-missing': 'sufficient',
  /** A child under eighteen without any parent on file. */
  'parents-missing': 'sufficient',
  /** An undecided doubt: likely the same person twice. */
  'likely-twice': 'clean',
  /** One word only, digits, or blanks where none belong. */
  'name-malformed': 'clean',
  'phone-malformed': 'clean',
  /** The address names a commune that has ended. */
  'address-outdated': 'clean',
  /** No source has said anything about the person for {@link CONFIRMED_WITHIN_MONTHS}. */
  'not-confirmed': 'living',
  /** Dead, and a paper that entitles is still in force. */
  'dead-with-entitlement': 'living',
  /** Dead, and nobody knows since when. */
  'death-day-missing': 'living',
  /** Alive at more than 110 by the file. */
  'implausibly-old': 'living',
} as const satisfies Record<string, Dimension>;

export type Fault = keyof typeof FAULTS;

/** How long a word about somebody keeps the data alive. Assumed: no rule names a time; the population register is to be gone through every two years. */
export const CONFIRMED_WITHIN_MONTHS = 24;

/** Papers by which somebody goes on receiving something. */
export const ENTITLING = ['allowance-decision', 'poor-household-certificate'];

/** The people of a commune: who lives there, and who has no address of their own and a parent who does. */
export const PEOPLE = `people AS (
  SELECT p.* FROM person p WHERE p.permanent_address ->> 'communeCode' = ANY ($1::text[]) AND p.merged_into IS NULL
  UNION
  SELECT p.* FROM person parent JOIN relation r ON r.other_id = parent.id AND r.kind IN ('mother', 'father') JOIN person p ON p.id = r.person_id
   WHERE parent.permanent_address ->> 'communeCode' = ANY ($1::text[]) AND parent.merged_into IS NULL AND p.merged_into IS NULL AND p.permanent_address IS NULL
     AND (r.kind = 'mother' OR NOT EXISTS (SELECT FROM relation m JOIN person mother ON mother.id = m.other_id WHERE m.person_id = p.id AND m.kind = 'mother' AND mother.permanent_address IS NOT NULL)))`;

const undecided = (kinds: string): string => `EXISTS (SELECT FROM person_doubt d WHERE d.person_id = p.id AND d.kind IN (${kinds}) AND d.state IN ('open', 'asked', 'proposed'))
  OR EXISTS (SELECT FROM person_doubt d WHERE d.other_person_id = p.id AND d.kind IN (${kinds}) AND d.state IN ('open', 'asked', 'proposed'))`;

/** When each fault is there. $2: the commune's own code, $3: today, $4: the first day on which a word still counts, $5: papers that entitle. */
const WHEN: Readonly<Record<Fault, string>> = {
  'in-conflict': undecided(`'conflict', 'number-clash'`),
  'number-does-not-fit': `p.personal_id IS NOT NULL AND (substr(p.personal_id, 4, 1)::int % 2 <> (p.sex = 'female')::int
    OR (p.birth_date IS NOT NULL AND (substr(p.personal_id, 4, 1)::int / 2 <> left(p.birth_date, 2)::int - 19 OR substr(p.personal_id, 5, 2) <> substr(p.birth_date, 3, 2))))`,
  'days-out-of-order': `p.birth_date > $3::text OR p.died_on::text < p.birth_date OR EXISTS (SELECT FROM relation r JOIN person parent ON parent.id = r.other_id
    WHERE r.person_id = p.id AND r.kind IN ('mother', 'father') AND left(p.birth_date, 4)::int - left(parent.birth_date, 4)::int < 12)`,
  'number-missing': 'p.alive AND p.personal_id IS NULL',
  'birth-day-missing': 'coalesce(length(p.birth_date), 0) < 10',
  'address-missing': `p.alive AND coalesce(trim(p.permanent_address ->> 'detail'), '') = ''`,
  'parents-missing': `p.alive AND p.birth_date > to_char($3::date - interval '18 years', 'YYYY-MM-DD') AND NOT EXISTS (SELECT FROM relation r WHERE r.person_id = p.id AND r.kind IN ('mother', 'father'))`,
  'likely-twice': undecided(`'twin'`),
  'name-malformed': `p.name_folded !~ ' ' OR p.full_name ~ '[0-9]|^ | $|  '`,
  'phone-malformed': `p.phone !~ '^(0[35789][0-9]{8}|02[0-9]{8,9})$'`,
  'address-outdated': `p.permanent_address ->> 'communeCode' <> $2`,
  'not-confirmed': `p.alive AND NOT EXISTS (SELECT FROM person_fact f WHERE f.person_id = ANY (ARRAY(SELECT p.id UNION ALL SELECT m.id FROM person m WHERE m.merged_into = p.id)) AND f.as_of >= $4::date)`,
  'dead-with-entitlement': `NOT p.alive AND EXISTS (SELECT FROM paper_on_file w WHERE w.person_id = p.id AND w.kind = ANY ($5::text[]) AND w.state = 'in-force' AND coalesce(w.valid_until >= $3::date, true))`,
  'death-day-missing': 'NOT p.alive AND p.died_on IS NULL',
  'implausibly-old': `p.alive AND p.birth_date < to_char($3::date - interval '110 years', 'YYYY-MM-DD')`,
};

/** The people of a commune, each with the faults of their data, as the rest of a statement: `faulty (id, faults)`. */
export const FAULTY = `WITH ${PEOPLE},
  faulty AS (SELECT p.id, p.name_folded, array_remove(ARRAY[${Object.entries(WHEN).map(([fault, when]) => `CASE WHEN ${when} THEN '${fault}' END`).join(',\n    ')}], NULL) AS faults FROM people p)`;
