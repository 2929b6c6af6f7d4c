import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, sha256Hex } from '@app/kernel';
import { EICAR, startStandInClamd, type StandInClamd } from '../../libs/storage/src/testing/stand-in-clamd.js';
import { startStandInS3, type StandInS3 } from '../../libs/storage/src/testing/stand-in-s3.js';
import type { FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE, smallPdf, type Problem } from '../support/steps.js';

describe('a desk with an object storage and a virus scanner', () => {
  let s3: StandInS3;
  let clamd: StandInClamd;
  let desk: TestDesk;
  let citizen: Visitor;
  let kept: FileDto;
  const draft = newId();
  const address = `/api/citizen/files?draft=${draft}&component=residence-proof`;
  const codeOf = ({ status, body }: { status: number; body: Problem }): [number, string] => [status, body.code];

  beforeAll(async () => {
    [s3, clamd] = await Promise.all([startStandInS3(), startStandInClamd()]);
    const { endpoint, bucket, region, accessKey, secretKey } = s3.connection;
    desk = await startTestDesk(undefined, { environment: {
      S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey,
      CLAMAV_HOST: clamd.address.host, CLAMAV_PORT: String(clamd.address.port),
    } });
    citizen = desk.citizen(PEOPLE.single.personalId);
    await citizen.put(`/api/citizen/drafts/${draft}`, { procedureCode: MARITAL_STATUS, data: {} });
  });
  afterAll(async () => {
    await desk?.stop();
    await Promise.all([s3?.stop(), clamd?.stop()]);
  });

  test('keeps an upload in the bucket and gives it out again', async () => {
    kept = (await citizen.upload<FileDto>(address, 'a.pdf', smallPdf())).body;
    expect([...s3.objects.keys()]).toEqual([`${kept.sha256.slice(0, 2)}/${kept.sha256.slice(2, 4)}/${kept.sha256}`]);
    const { status, body } = await citizen.bytes(`/api/citizen/files/${kept.id}`);
    expect([status, sha256Hex(body)]).toEqual([200, kept.sha256]);
  });

  test('refuses a virus, and everything while the scanner is away', async () => {
    expect(codeOf(await citizen.upload<Problem>(address, 'b.pdf', Buffer.from(EICAR)))).toEqual([422, 'file.infected']);
    clamd.fault = 'dropping';
    expect(codeOf(await citizen.upload<Problem>(address, 'b.pdf', smallPdf('b')))).toEqual([503, 'file.scanner-away']);
    clamd.fault = 'none';
    expect(s3.objects.size).toBe(1);
  });

  test('says "later" while the storage is away, and loses nothing', async () => {
    s3.fault = 'failing';
    expect(codeOf(await citizen.get<Problem>(`/api/citizen/files/${kept.id}`))).toEqual([503, 'file.storage-away']);
    expect(codeOf(await citizen.upload<Problem>(address, 'c.pdf', smallPdf('c')))).toEqual([503, 'file.storage-away']);
    s3.fault = 'none';
    expect((await citizen.bytes(`/api/citizen/files/${kept.id}`)).status).toBe(200);
  });
});
