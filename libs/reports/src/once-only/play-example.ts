import { membersAsked, requiredComponents, timeLimitFor, validateDeclaration, type Channel, type Declaration, type LinkedGroup, type Procedure } from '@app/catalogue';
import { offersOn, originsOf, scoreOf, type OnceOnlyScore, type ScoredPaper } from '@app/dossiers';
import { assessFee } from '@app/fees';
import { canonicalText } from '@app/kernel';
import { answerFor, satisfyingPapers, type FilingFacts, type PersonOnFile } from '@app/persons';

/** A worked example, as far as it is played. */
export interface WorkedExample {
  readonly name: string;
  readonly filedOn: string;
  readonly channel: Channel;
  readonly declaration: Declaration;
}

/** What came of an example: its score, and what somebody still has to say and to bring. */
export interface PlayedExample {
  readonly name: string;
  /** Who of the family played it. */
  readonly by: string;
  readonly score: OnceOnlyScore;
  readonly askedFields: readonly string[];
  readonly askedPapers: readonly string[];
}

const isGroup = (form: Procedure | LinkedGroup): form is LinkedGroup => 'group' in form;

/**
 * Plays a worked example as the desk would: the offers are those of the counter, each is agreed to, and the score is that of a dossier. An
 * offer is agreed to only where the matter stays what the example is about: the same questions, the same case, papers, fee and time limit.
 * What the state does not hold is answered as the example answers it.
 */
export function playExample(form: Procedure | LinkedGroup, example: WorkedExample, by: string, file: PersonOnFile, matter: Matter = matterOf): PlayedExample {
  const filing = filingOf(form, example, file);
  const { declaration, agreed } = agreeToOffers(form, example, file, filing, matter);
  const origins = originsOf(form, declaration, [...agreed].map((pointer) => ({ pointer, agreed: true })), { file, answers: [], ...filing }, example.filedOn, 'clerk');
  const papers = papersOf(form, declaration, file, example.filedOn);
  const score = scoreOf(form, declaration, origins, papers);
  return {
    name: example.name, by, score,
    askedFields: Object.entries(origins).filter(([pointer, { origin }]) => origin === 'clerk' && isAsked(form, pointer.slice(1))).map(([pointer]) => pointer.slice(1)),
    askedPapers: papers.filter(({ required, origin }) => required && origin === 'brought').map(({ key }) => key),
  };
}

function isAsked(form: Procedure | LinkedGroup, name: string): boolean {
  return scoreOf(form, { [name]: true }, {}, []).fields.needed > 0;
}

type Filing = Required<Pick<FilingFacts, 'byOwner'>> & { readonly filer?: NonNullable<FilingFacts['filer']> };

/** Who files: the owner, or where the example says so somebody of the family in the right that the example names, as the counter would note it. */
function filingOf(form: Procedure | LinkedGroup, { declaration }: WorkedExample, { family }: PersonOnFile): Filing {
  const ground = GROUNDS.find((each) => Object.entries(form.declaration.properties).some(([name, { 'x-source': sources }]) => declaration[name] !== undefined && typeof sources === 'object' && sources.some(
    ({ path, values }) => path === 'intake.filerGround' && answerFor(each, values) === declaration[name])));
  if (ground === undefined || ground === 'self') return { byOwner: true };
  const person = family.find(({ person: { alive } }) => alive)?.person;
  return { byOwner: false, filer: { ground, ...(person && { person }) } };
}

/** In which right somebody files, the owner's own first. */
const GROUNDS = ['self', 'parent', 'guardian', 'relative', 'authorised'] as const;

/** Round after round, since an answer may open further offers, until nothing new is offered. */
function agreeToOffers(form: Procedure | LinkedGroup, example: WorkedExample, file: PersonOnFile, filing: Filing, matter: Matter): { declaration: Declaration; agreed: ReadonlySet<string> } {
  const whole = matter(form, example.declaration, example);
  let declaration = validateDeclaration(form, example.declaration, example.filedOn).declaration;
  const judged = new Set<string>();
  const agreed = new Set<string>();
  for (;;) {
    const now: Declaration = declaration;
    const offers = offersOn(form, now, file, example.filedOn, filing).filter(({ pointer, value }) => !judged.has(`${pointer} ${value}`) && pointer.slice(1) in now);
    if (offers.length === 0) return { declaration, agreed };
    for (const { pointer, value } of offers) {
      judged.add(`${pointer} ${value}`);
      const name = pointer.slice(1);
      const filled = { ...declaration, [name]: typed(form, name, value) };
      if (matter(form, filled, example) !== whole) continue;
      declaration = validateDeclaration(form, filled, example.filedOn).declaration;
      agreed.add(pointer);
    }
  }
}

/** An offer travels as text; the form knows the kind of value. */
function typed({ declaration: { properties } }: Procedure | LinkedGroup, name: string, value: string): unknown {
  const { type } = properties[name]!;
  if (type === 'boolean') return value === 'true';
  return type === 'string' ? value : Number(value);
}

/** Tells what matter an example would be with these answers. */
export type Matter = typeof matterOf;

/** The same, for many people who are offered the same answers to one example: each set of answers is judged once. */
export function rememberedMatter(): Matter {
  const judged = new Map<string, string | undefined>();
  return (form, declaration, example) => {
    const key = canonicalText(declaration);
    if (!judged.has(key)) judged.set(key, matterOf(form, declaration, example));
    return judged.get(key);
  };
}

/** What makes an example what it is: which questions are answered, without a fault, which papers are called for, at what fee and in what time. */
function matterOf(form: Procedure | LinkedGroup, declaration: Declaration, { filedOn, channel }: WorkedExample): string | undefined {
  const assessed = validateDeclaration(form, declaration, filedOn);
  if (assessed.faults.length > 0) return undefined;
  return canonicalText({
    answered: Object.keys(assessed.declaration).toSorted(),
    papers: requiredComponents(form, assessed.declaration).map(({ key, required }) => ({ key, required })),
    ...(isGroup(form)
      ? { members: membersAsked(form, assessed.declaration).map(({ key }) => key) }
      : { fee: assessFee(form.fee, assessed.declaration, { channel }).total, limit: timeLimitFor(form, assessed.declaration) }),
  });
}

/** The checklist as the desk would fill it: a paper on file where there is one, else one that is brought. */
function papersOf(form: Procedure | LinkedGroup, declaration: Declaration, file: PersonOnFile, on: string): Array<ScoredPaper & { key: string }> {
  const wanted = requiredComponents(form, declaration);
  const satisfied = new Set(satisfyingPapers(file, wanted.map(({ component }) => component), on).filter(({ papers }) => papers.length > 0).map(({ key }) => key));
  const own = wanted.map(({ key, required }) => ({ key, required, origin: satisfied.has(key) ? 'on-file' : 'brought', offered: satisfied.has(key) }));
  return isGroup(form) ? [...own, ...passedPapers(form, declaration)] : own;
}

/** What the members of a linked group make for one another. */
function passedPapers(group: LinkedGroup, declaration: Declaration): Array<ScoredPaper & { key: string }> {
  return membersAsked(group, declaration).flatMap((member) => member.needs.map(({ component }) => ({ key: component, required: true, origin: 'linked', offered: false })));
}
