import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { ExchangeRunner, verifyJournal } from '@app/dossiers';
import { startStandInAgencies, type StandInAgencies } from '../../apps/desk/src/stand-in-agencies/start-stand-in-agencies.js';
import { grant } from '../../apps/desk/src/stand-in-agencies/answering.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { PEOPLE, RESIDENCE, read, receiveAtCounter } from '../support/steps.js';

jest.setTimeout(60_000);

let desk: TestDesk;
let agencies: StandInAgencies;
let clerk: Visitor;

beforeAll(async () => {
  agencies = await startStandInAgencies({ host: '127.0.0.1', port: 0, now: () => desk.clock.now().toString() });
  desk = await startTestDesk('2026-11-23T08:30', { agencies: agencies.connections });
  clerk = desk.officer('tiepnhan.bienhoa');
});

afterAll(async () => {
  await desk.stop();
  await agencies.close();
});

/** Effects into the outbox, then one round of the agencies. */
async function round(): Promise<void> {
  await desk.drain();
  await desk.app.get(ExchangeRunner).round({ ignoreBackOff: true });
  await desk.drain();
}

test('a residence is decided in the system of the police and its result returned by the centre', async () => {
  const police = agencies.get('residence');
  const { dossierId: id, code } = await receiveAtCounter(clerk, RESIDENCE);
  expect((await read(clerk, id)).stepName.vi).toContain('đang gửi');
  await round();
  expect((await read(clerk, id)).stepName.vi).toContain('chờ cơ quan xác nhận');
  const [known] = police.agency.cases;
  expect(known).toMatchObject({ id, dossierCode: code, status: 'new' });
  expect(Object.keys(known!.declaration)).not.toContain('requesterPhone');

  police.agency.tell(id, 'acknowledged');
  await round();
  const underway = await read(clerk, id);
  expect([underway.holder.name, underway.status]).toEqual(['Công an phường Biên Hoà', 4]);

  await grant(police.agency, police.kind, police.agency.find(id)!, desk.clock.now().toString());
  await round();
  const finished = await read(clerk, id);
  expect([finished.status, finished.holder.name]).toEqual([9, 'Trung tâm PVHCC phường Biên Hoà']);
  const paper = finished.papers.find(({ form }) => form === 'result');
  const onFile = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ sha256: string; issuer: string; content: unknown }>(
    `select sha256, issuer, content from paper_on_file where dossier_id = $1`, [id]));
  expect(onFile).toMatchObject({ sha256: paper?.sha256, issuer: 'Công an phường Biên Hoà', content: { name: PEOPLE.single.name } });
  expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
});
