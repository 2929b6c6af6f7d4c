import { receiveAtCounter, findPerson, fillInAtCounter, intakeBody, MARITAL_STATUS, MATTERS, PEOPLE, type Matter } from './steps.js';
import type { IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { Visitor } from './desk.js';

/** What is declared in these stories, against what is on file. */
export const DECLARED = '9 đường Đồng Khởi, phường Biên Hoà, thành phố Đồng Nai';
export const ON_FILE = '88 đường Phạm Văn Thuận, phường Biên Hoà, thành phố Đồng Nai';
/** Where the national register has the same person: they have moved. */
export const IN_REGISTER = '27 đường Phạm Văn Thuận, khu phố 4, phường Biên Hoà, thành phố Đồng Nai';

const MATTER: Matter = { owner: PEOPLE.divorced.personalId, answers: { ...MATTERS[MARITAL_STATUS]!.answers, maritalStatus: 'divorced' } };

/** A dossier on marital status whose owner declares another residence than the one on file, or what else is given; answers its id. */
export async function receiveContradicting(clerk: Visitor, declared: Readonly<Record<string, string>> = { personAddress: DECLARED }): Promise<string> {
  const owner = await findPerson(clerk, MATTER.owner);
  const filled = await fillInAtCounter(clerk, MARITAL_STATUS, owner.id, MATTER.answers);
  const whole = intakeBody(MARITAL_STATUS, owner.id, filled, { feePaid: true }) as { declaration: object; offers: ReadonlyArray<{ pointer: string }> };
  const offers = whole.offers.map((offer) => (offer.pointer.slice(1) in declared ? { ...offer, agreed: false } : offer));
  const { status, body } = await clerk.post<IntakeResultDto>('/api/counter/intake', { ...whole, offers, declaration: { ...whole.declaration, ...declared } });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.dossierId;
}

/** The same with nothing that differs. */
export const receiveAgreeing = async (clerk: Visitor): Promise<string> => (await receiveAtCounter(clerk, MARITAL_STATUS, { feePaid: true }, MATTER)).dossierId;
