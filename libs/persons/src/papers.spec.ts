import { describe, expect, test } from '@jest/globals';
import { describePaper, offersFor, papersInForce, paperStateOn, PersonsService, sourceOf, type AcceptedPapers, type DossierResult, type Look } from './index.js';
import { seedId } from './seed/data.js';
import { seededRegistry } from './testing/seeded-registry.js';

const TODAY = '2026-11-23';
const OWNER = seedId('bh-ha');
const DOSSIER = '00000000-0000-4000-8000-0000000000d1';
const look: Look = { reader: { kind: 'system' }, purpose: 'Thử' };

describe('papers on file', () => {
  const persons = new PersonsService();
  const { run, as } = seededRegistry();
  const papersOf = (personId: string, kind: string) => run(async (tx) => (await persons.getPerson(tx, personId, look)).papers.filter((paper) => paper.kind === kind));
  const result = (more: Partial<DossierResult>): DossierResult => ({
    dossierId: DOSSIER, dossierCode: 'H19.26.12-261123-0001', personIds: [OWNER], kind: 'marital-status-certificate', name: { vi: 'Giấy xác nhận', en: 'Certificate' }, number: '1/2026', issuer: 'UBND phường Biên Hoà',
    issuedOn: TODAY, validUntil: '2027-05-23', content: { status: 'single' }, assurance: 'register', sha256: 'a'.repeat(64), ...more,
  });

  test('expire by their date alone, the last day included', () => {
    const until = { state: 'in-force', validUntil: '2026-11-23' } as const;
    expect(['2026-11-23', '2026-11-24'].map((on) => paperStateOn(until, on))).toEqual(['in-force', 'expired']);
    expect(paperStateOn({ state: 'revoked', validUntil: '2099-01-01' }, TODAY)).toBe('revoked');
    expect(paperStateOn({ state: 'in-force', validUntil: null }, '2099-01-01')).toBe('in-force');
  });

  test('a corrected result takes the place of the one before, which says why; only the new one is offered', async () => {
    const [before] = await run((tx) => persons.recordResult(tx, result({})));
    const corrected = result({ content: { status: 'divorced' }, sha256: 'b'.repeat(64), issuedOn: '2026-11-25' });
    const [after] = await run((tx) => persons.recordResult(tx, corrected));
    expect(await run((tx) => persons.recordResult(tx, corrected))).toEqual([after]);
    const papers = (await papersOf(OWNER, 'marital-status-certificate')).filter(({ dossierId }) => dossierId === DOSSIER);
    expect(papers).toMatchObject([
      { id: after, state: 'in-force', revocation: null, content: { status: 'divorced' } },
      { id: before, state: 'revoked', revocation: { on: '2026-11-25', reason: 'Kết quả đã được đính chính', authority: 'UBND phường Biên Hoà' }, content: { status: 'single' } },
    ]);
    expect(papersInForce(papers, 'marital-status-certificate', '2026-11-25').map(({ id }) => id)).toEqual([after]);
    expect(papersInForce(papers, 'marital-status-certificate', '2027-05-24')).toEqual([]);
  });

  test('are revoked with reason and authority, on every holder’s file at once, and only so', async () => {
    const holders = [seedId('dq-hoa'), seedId('dq-hong')];
    const [land] = await papersOf(holders[0]!, 'land-certificate');
    const revoke = (reason: string) => run((tx) => persons.revokePaper(tx, { paperId: land!.id, reason, authority: 'Văn phòng Đăng ký đất đai', on: '2026-11-24' }));
    await expect(revoke('')).rejects.toMatchObject({ code: 'reason.required' });
    expect(await revoke('Cấp sai diện tích')).toHaveLength(2);
    expect(await revoke('Lần nữa')).toEqual([]);
    for (const holder of holders) {
      expect(await papersOf(holder, 'land-certificate')).toMatchObject([{ state: 'revoked', revocation: { reason: 'Cấp sai diện tích', authority: 'Văn phòng Đăng ký đất đai', on: '2026-11-24' } }]);
    }
    await expect(run((tx) => tx.execute(`UPDATE paper_on_file SET state = 'in-force' WHERE id = $1`, [land!.id]))).rejects.toThrow(/permission denied/);
    await expect(run((tx) => tx.execute(`UPDATE paper_revocation SET reason = 'x' WHERE paper_id = $1`, [land!.id]))).rejects.toThrow(/permission denied/);
  });

  test('accepted in a dossier are known by kind and digest, never twice; nothing is offered out of their text', async () => {
    const scan = (id: string, digest: string) => ({ id: `00000000-0000-4000-8000-00000000000${id}`, sha256: digest.repeat(64) });
    const accepted: AcceptedPapers = {
      dossierId: DOSSIER, dossierCode: 'H19.26.12-261123-0001', owner: { personId: OWNER }, on: TODAY,
      papers: [{ componentKey: 'residence-proof', kind: 'residence-confirmation', name: { vi: 'Xác nhận thông tin cư trú', en: 'Confirmation of residence' }, files: [scan('1', 'c')], assurance: 'scanned' }],
    };
    await run((tx) => persons.recordAccepted(tx, accepted));
    await run((tx) => persons.recordAccepted(tx, accepted));
    await run((tx) => persons.recordAccepted(tx, { ...accepted, dossierId: '00000000-0000-4000-8000-0000000000d2', dossierCode: 'H19.26.12-261130-0009' }));
    const papers = await papersOf(OWNER, 'residence-confirmation');
    expect(papers).toMatchObject([{ sha256: 'c'.repeat(64), fileId: scan('1', 'c').id, assurance: 'scanned', issuer: null, issuedOn: null, acceptedOn: TODAY, componentKey: 'residence-proof', dossierCode: 'H19.26.12-261123-0001' }]);
    expect(describePaper(papers[0]!)).toBe('Xác nhận thông tin cư trú, đã nộp trong hồ sơ H19.26.12-261123-0001');
    expect(sourceOf(papers[0]!).en).toBe('Handed in with dossier H19.26.12-261123-0001');
    const file = await run((tx) => persons.getPerson(tx, OWNER, look));
    const paths = ['issuer', 'issuedOn', 'number', 'validUntil'].map((part) => ({ pointer: `/${part}`, path: `owner.papers.residence-confirmation.${part}` }));
    expect(offersFor(file, paths, TODAY)).toEqual([]);
    // Two scans of one paper are one paper; other bytes are another one.
    await run((tx) => persons.recordAccepted(tx, { ...accepted, papers: [{ ...accepted.papers[0]!, files: [scan('2', 'd'), scan('3', 'e')] }] }));
    expect((await papersOf(OWNER, 'residence-confirmation')).map(({ content }) => Object.keys(content)).toSorted()).toEqual([[], ['files']]);
  });

  test("a citizen reads no one else's revocations", async () => {
    const mine = seedId('bh-tung');
    await as({ kind: 'citizen', personId: mine }, async (tx) => {
      expect(await tx.rows('SELECT DISTINCT person_id FROM paper_revocation')).toEqual([{ person_id: mine }]);
    });
  });
});
