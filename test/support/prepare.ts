import { OfficerDirectory, type OfficerPrincipal } from '@app/access';
import { SYSTEM } from '@app/database';
import { Acts, FileDossier, type ActAnswer, type ActData, type FiledPerson, type Filing } from '@app/dossiers';
import { newId } from '@app/kernel';
import type { TestDesk } from './desk.js';
import { MATTERS, fillInAtCounter, findPerson } from './steps.js';

/**
 * Brings many dossiers to a point quickly: the same use cases as HTTP calls, without its round trips. What a test is
 * about goes through HTTP.
 */
export interface Preparation {
  principal(login: string): Promise<OfficerPrincipal>;
  /** A filing as the use case takes it, not yet filed. */
  filing(commune?: string): Filing;
  /** Receives a dossier at the counter of a commune (`bienhoa`); answers its id. */
  receive(commune?: string): Promise<string>;
  /** Does acts at the versions the dossier then has; answers the last. */
  go(id: string, lines: ReadonlyArray<readonly [login: string, event: string, data?: ActData]>): Promise<ActAnswer>;
}

/** The work of one commune on a matter that stays in the commune, up to its approval. */
export function toApproval(commune = 'bienhoa'): ReadonlyArray<readonly [string, string, ActData?]> {
  const registrar = `hotich.${commune}`;
  return [
    [`tiepnhan.${commune}`, 'handOver'], [registrar, 'acknowledge'], [registrar, 'examine', { meets: true, note: 'Đủ điều kiện' }], [registrar, 'submitForApproval', { draft: {} }],
  ];
}

/** After the approval: numbered, handed back, returned. */
export function toReturn(commune = 'bienhoa'): ReadonlyArray<readonly [string, string, ActData?]> {
  const clerk = `tiepnhan.${commune}`;
  const records = `vanthu.${commune}`;
  return [[records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'], [clerk, 'returnResult', { recipient: 'Chính chủ, căn cước' }]];
}

const COMMUNES: Readonly<Record<string, string>> = { bienhoa: 'c26068', trangbom: 'c26248', dinhquan: 'c26206', bombo: 'c25405' };

/** @param procedureCode one of the complete procedures; its matter of {@link MATTERS} is filed again and again */
export async function prepare(desk: TestDesk, procedureCode: string): Promise<Preparation> {
  const clerk = desk.officer('tiepnhan.bienhoa');
  const owner = await findPerson(clerk, MATTERS[procedureCode]!.owner);
  const { declaration, assessment } = await fillInAtCounter(clerk, procedureCode, owner.id);
  const person = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<FiledPerson>(
    `select id as "personId", full_name as "fullName", personal_id as "personalId", phone, email, permanent_address ->> 'text' as address from person where id = $1`, [owner.id]));
  const principals = new Map<string, Promise<OfficerPrincipal>>();

  const principal = (login: string): Promise<OfficerPrincipal> => {
    const known = principals.get(login) ?? find(desk, login);
    principals.set(login, known);
    return known;
  };
  const filing = (commune = 'bienhoa'): Filing => ({
    commandId: newId(), dossierId: newId(), procedureCode, channel: 'counter', delivery: 'counter', communeId: COMMUNES[commune]!, owner: person,
    declaration, origins: {}, paperDigests: new Map(), event: 'receive', data: {},
    components: assessment.components.filter(({ required }) => required).map(({ key, kinds }) => ({ key, state: 'passed', kind: kinds[0] as 'original' })),
  });

  return {
    principal, filing,
    receive: async (commune = 'bienhoa') => (await desk.app.get(FileDossier).file(filing(commune), await principal(`tiepnhan.${commune}`))).dossierId,
    go: async (id, lines) => {
      let { version } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ version: number }>('select version from dossier where id = $1', [id]));
      let last: ActAnswer | undefined;
      for (const [login, event, data = {}] of lines) {
        last = await desk.app.get(Acts).act({ id: newId(), dossierId: id, expectedVersion: version, event, data }, await principal(login));
        version = last.version;
      }
      if (last === undefined) throw new Error('nobody did anything');
      return last;
    },
  };
}

async function find(desk: TestDesk, login: string): Promise<OfficerPrincipal> {
  const directory = desk.app.get(OfficerDirectory);
  const account = await directory.findAccount(login);
  const principal = account && (await directory.findPrincipal(account.id));
  if (!principal) throw new Error(`there is no officer ${login}`);
  return principal;
}
