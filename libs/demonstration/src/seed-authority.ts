import type { INestApplicationContext } from '@nestjs/common';
import { OfficerDirectory, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { AuthorityAdministration } from '@app/dossiers';
import type { MovableClock } from '@app/kernel';
import { NATION, type AuthorityRuleBody } from '@app/organisation';

const PROPOSER = 'quantri';
const APPROVER = 'quantri2';
const EXAMPLE = 'Ví dụ của bản trình diễn, không phải quy định thật';

/** A rule with an end date and one of a law to come: examples, and marked as such. */
const EXAMPLES: readonly AuthorityRuleBody[] = [
  {
    scope: { procedureCode: '2.002516', caseKey: 'kept-at-province' }, unitId: 'c26248', level: 'commune', from: '2026-07-01', until: '2027-02-28',
    basis: { number: '66.18/2026/NQ-CP', title: 'Cắt giảm, đơn giản hóa thủ tục hành chính' }, provenance: EXAMPLE,
  },
  {
    scope: { fieldCode: 'G15-TP07' }, unitId: NATION, level: 'commune', from: '2027-03-01',
    basis: { number: '03/2026/QH16', title: 'Luật Hộ tịch' }, provenance: EXAMPLE,
  },
];

/** Two administrators enter the examples of rules of authority, as they would in the web. A second call finds them there. */
export async function seedAuthority(app: INestApplicationContext, clock: MovableClock): Promise<void> {
  const directory = new OfficerDirectory(app.get(Database), clock);
  const officer = async (login: string): Promise<OfficerPrincipal> => {
    const account = await directory.findAccount(login);
    const principal = account && (await directory.findPrincipal(account.id));
    if (!principal) throw new Error(`there is no officer ${login}`);
    return principal;
  };
  const [proposer, approver] = await Promise.all([officer(PROPOSER), officer(APPROVER)]);
  const authority = app.get(AuthorityAdministration);
  const known = new Set((await authority.changes(proposer)).map(({ body }) => body.rule.basis.number));
  for (const rule of EXAMPLES.filter(({ basis }) => !known.has(basis.number))) {
    const { id } = await authority.propose(proposer, rule);
    await authority.approve(approver, id);
  }
}
