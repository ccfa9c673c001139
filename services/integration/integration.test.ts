import { integrationContract } from '@spark-den/contracts/integration/operations';
import { localDate } from '@spark-den/kernel';
import { namedMember, type NamedMember } from '@spark-den/payers-simulator/roster';
import { OTHER_PRACTICE_ID, person, systemUser } from '@spark-den/testkit';
import { readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimBatch } from './testing/claim-batch.ts';
import { startIntegration, type IntegrationSystem } from './testing/integration-system.ts';

const BATCH = '01900000-0000-7000-8fff-00000000000';
const biller = person('billing-manager', [integrationContract]);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name));
}

function subscriberOf(name: NamedMember) {
  const { firstName, lastName, birthDate, coverages } = namedMember(name);
  return { firstName, lastName, birthDate, memberId: coverages[0]?.memberId ?? '' };
}

describe('integration with the clearinghouse', () => {
  let house: IntegrationSystem;
  beforeAll(async () => {
    house = await startIntegration();
  });
  afterAll(() => house.stop());

  const integration = () => house.test.as(integrationContract);
  const events = (type?: string) =>
    house.test.withRoot('shared', async client => {
      const { rows } = await client.query<{ type: string; payload: Record<string, unknown> }>(
        'select type, payload from integration.outbox order by sequence',
      );
      return rows.filter(row => type === undefined || row.type === type);
    });
  const submit = async (batchId: string, claims: Parameters<typeof claimBatch>[2]) => {
    const envelope = await integration().reserveEnvelope({ transactions: 1 });
    const interchange = claimBatch(envelope, subscriberOf('commercial'), claims);
    return {
      interchange,
      info: await integration().submitClaims({ batchId, interchange, claimIds: [batchId] }),
    };
  };

  it('gives control numbers that never repeat, also to callers at the same moment', async () => {
    const envelopes = await Promise.all(
      Array.from({ length: 24 }, () => integration().reserveEnvelope({ transactions: 3 })),
    );
    expect(new Set(envelopes.map(({ interchangeControl }) => interchangeControl)).size).toBe(24);
    expect(envelopes[0]).toMatchObject({
      sender: { qualifier: 'ZZ', id: 'HARBORPT' },
      receiver: { qualifier: 'ZZ', id: 'BRIGHTCH' },
      usage: 'T',
      at: '2026-11-16T09:00',
      transactionControls: ['0001', '0002', '0003'],
    });
  });

  it('RCM-09 (narrow: TA1, 999, 277CA) SVC-08 (narrow: the clearinghouse) sends claims, and reads TA1, 999, 277CA and 835 back to each claim', async () => {
    const { info } = await submit(`${BATCH}1`, [{ number: 'V100' }, { number: 'V101', memberId: 'CMW1' }]);
    expect(info).toMatchObject({
      status: 'waiting',
      kind: '837P',
      transactionCount: 1,
      batchId: `${BATCH}1`,
    });
    await expect(integration().pollMailbox({})).resolves.toMatchObject({ sent: 1 });
    await house.setNow('2026-11-16T16:00:00.000Z');
    await integration().pollMailbox({});
    expect((await events('InterchangeSent'))[0]?.payload).toEqual({
      fileId: info.fileId,
      batchId: `${BATCH}1`,
    });
    expect((await events('InterchangeAccepted'))[0]?.payload).toMatchObject({
      answersFileId: info.fileId,
      batchId: `${BATCH}1`,
      note: '000',
    });
    const answers = (await events('ClaimsAcknowledged')).map(({ payload }) => payload);
    expect(answers[0]).toMatchObject({
      source: '999',
      batchId: `${BATCH}1`,
      results: [
        { patientControlNumber: 'V100', outcome: 'accepted' },
        { patientControlNumber: 'V101', outcome: 'accepted' },
      ],
    });
    const judged = answers.filter(({ source }) => source === '277CA');
    const resultsOf = (number: string) =>
      judged.flatMap(({ results }) =>
        (results as { patientControlNumber: string; outcome: string; codes: string[] }[]).filter(
          result => result.patientControlNumber === number,
        ),
      );
    expect(resultsOf('V100').every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect(resultsOf('V101').some(({ outcome }) => outcome === 'rejected')).toBe(true);
    await house.adjudicate();
    await integration().pollMailbox({});
    const [remittance] = await events('RemittanceFileReceived');
    const fileId = String(remittance?.payload.fileId);
    const { info: received, content } = await integration().readFile({ fileId });
    expect(received).toMatchObject({ kind: '835', status: 'processed', direction: 'incoming' });
    expect(content).toContain('CLP*V100*1*165*');
  });

  it('sends a batch once, however often it is handed over', async () => {
    const { interchange, info } = await submit(`${BATCH}2`, [{ number: 'V200' }]);
    await expect(
      integration().submitClaims({ batchId: `${BATCH}2`, interchange, claimIds: [`${BATCH}2`] }),
    ).resolves.toMatchObject({ fileId: info.fileId });
    const other = interchange.replace('V200', 'V201');
    await expect(
      integration().submitClaims({ batchId: `${BATCH}2`, interchange: other, claimIds: [`${BATCH}2`] }),
    ).rejects.toMatchObject({ code: 'integration.batch_changed' });
    await expect(integration().pollMailbox({})).resolves.toMatchObject({ sent: 1 });
    await expect(integration().pollMailbox({})).resolves.toMatchObject({ sent: 0 });
  });

  it('RCM-08 (narrow: syntax and balances) lets no interchange out that breaks the guide', async () => {
    const envelope = await integration().reserveEnvelope({ transactions: 1 });
    const wrong = claimBatch(envelope, subscriberOf('commercial'), [{ number: 'V300' }]).replace(
      '*165*',
      '*166*',
    );
    await expect(
      integration().submitClaims({ batchId: `${BATCH}3`, interchange: wrong, claimIds: [`${BATCH}3`] }),
    ).rejects.toMatchObject({
      code: 'integration.bad_interchange',
      fields: { findings: [{ code: 'balance.837.claim', segment: 'CLM' }] },
    });
  });

  it('PAT-08 (narrow: the wire) asks in real time and keeps both raw files', async () => {
    const subscriber = subscriberOf('commercial');
    const check = await integration().checkEligibility({
      payer: { name: 'Cascade Mutual', ediId: 'CASMU01' },
      provider: { kind: 'organization', name: 'Harbor Point Family Medicine', npi: '1990000105' },
      subscriber: { ...subscriber, birthDate: localDate(subscriber.birthDate), sex: 'F' },
      dependant: null,
      serviceDate: localDate('2026-11-16'),
      serviceTypeCodes: ['30'],
    });
    expect(check).toMatchObject({
      outcome: 'answered',
      answer: { payerName: 'CASCADE MUTUAL', rejections: [] },
    });
    expect(check.answer?.benefits).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'B', amountCents: 2500, inNetwork: 'Y' }),
        expect.objectContaining({ code: 'A', fraction: '0.2' }),
      ]),
    );
    const active = check.answer?.benefits.find(({ code }) => code === '1');
    expect(active?.segment.text).toBe('EB*1*IND*30*PR*CASCADE CHOICE PPO');
    const request = await integration().readFile({ fileId: check.requestFileId });
    const response = await integration().readFile({ fileId: check.responseFileId ?? '' });
    expect(request.info).toMatchObject({ kind: '270', direction: 'outgoing' });
    expect(response.info).toMatchObject({ kind: '271', answersFileId: check.requestFileId });
    expect(response.content.split('~')[(active?.segment.position ?? 0) + 1]).toContain('EB*1*IND*30');
  });

  it('PAT-08 (narrow: the wire) tells a rejection from no answer, and refuses delimiters in a name', async () => {
    const inquiry = (change: object) => ({
      payer: { name: 'Cascade Mutual', ediId: 'CASMU01' },
      provider: { kind: 'organization' as const, name: 'Harbor Point', npi: '1990000105' },
      subscriber: { ...subscriberOf('commercial'), birthDate: localDate('1984-03-17'), ...change },
      dependant: null,
      serviceDate: localDate('2026-11-16'),
      serviceTypeCodes: ['30'],
    });
    const unknown = await integration().checkEligibility(inquiry({ memberId: 'CMW1' }));
    expect(unknown).toMatchObject({
      outcome: 'answered',
      answer: { benefits: [], rejections: [{ code: '72', followUp: 'C' }] },
    });
    await expect(integration().checkEligibility(inquiry({ lastName: 'Whit*field' }))).rejects.toMatchObject({
      code: 'integration.bad_inquiry',
    });
  });

  it('SVC-08 (narrow: files) keeps a file once, holds what it cannot read, and reads it again on demand', async () => {
    const files = house.test.as(integrationContract, biller);
    const text = claimBatch(
      await integration().reserveEnvelope({ transactions: 1 }),
      subscriberOf('commercial'),
      [{ number: 'V400' }],
    );
    const upload = { fileName: 'odd.x12', base64: Buffer.from(text).toString('base64') };
    const first = await files.importFile(upload);
    expect(first).toMatchObject({ status: 'held', direction: 'incoming', kind: '837P' });
    expect(first.reason).toMatch(/837P/);
    await expect(files.importFile(upload)).resolves.toMatchObject({ fileId: first.fileId });
    await expect(files.replayFile({ fileId: first.fileId })).resolves.toMatchObject({ status: 'held' });
    const { items } = await files.listInterchanges({ status: 'held' });
    expect(items.map(({ fileId }) => fileId)).toContain(first.fileId);
    await expect(
      files.importFile({ fileName: 'x.txt', base64: Buffer.from('hello').toString('base64') }),
    ).rejects.toMatchObject({ code: 'integration.file_unreadable' });
  });

  it('SVC-08 (narrow: encryption) leaves nothing readable on disk', () => {
    const folders = readdirSync(tmpdir()).filter(name => name.startsWith('spark-den-blobs-'));
    const stored = folders.flatMap(name => filesIn(path.join(tmpdir(), name)));
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.filter(file => readFileSync(file, 'latin1').includes('WHITFIELD'))).toEqual([]);
  });

  it('lists newest first, page by page', async () => {
    const files = house.test.as(integrationContract, biller);
    const all = await files.listInterchanges({ limit: 200 });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await files.listInterchanges({ limit: 2, cursor });
      seen.push(...page.items.map(({ fileId }) => fileId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(all.items.map(({ fileId }) => fileId));
  });

  it('DB-01 (narrow: files) shows another practice none of these files', async () => {
    const [mine] = (await house.test.as(integrationContract, biller).listInterchanges({})).items;
    const stranger = house.test.as(integrationContract, systemUser(OTHER_PRACTICE_ID));
    await expect(stranger.listInterchanges({})).resolves.toMatchObject({ items: [] });
    await expect(stranger.pollMailbox({})).resolves.toMatchObject({ received: 0 });
    await expect(stranger.listInterchanges({})).resolves.toMatchObject({ items: [] });
    await expect(stranger.readFile({ fileId: mine?.fileId ?? '' })).rejects.toMatchObject({
      code: 'integration.file_not_found',
    });
  });
});

describe('integration when the clearinghouse refuses', () => {
  let house: IntegrationSystem;
  beforeAll(async () => {
    house = await startIntegration({ token: 'wrong' });
  });
  afterAll(() => house.stop());

  it('holds the file with the reason, and a person may send it again', async () => {
    const integration = house.test.as(integrationContract);
    const envelope = await integration.reserveEnvelope({ transactions: 1 });
    const interchange = claimBatch(envelope, subscriberOf('commercial'), [{ number: 'V500' }]);
    const { fileId } = await integration.submitClaims({
      batchId: `${BATCH}5`,
      interchange,
      claimIds: [`${BATCH}5`],
    });
    await integration.pollMailbox({});
    const { info } = await integration.readFile({ fileId });
    expect(info).toMatchObject({ status: 'held', reason: 'the clearinghouse answered 401', attempts: 1 });
    await expect(house.test.as(integrationContract, biller).replayFile({ fileId })).resolves.toMatchObject({
      status: 'waiting',
    });
  });

  it('answers an eligibility check with no-answer, and keeps what was asked', async () => {
    const check = await house.test.as(integrationContract).checkEligibility({
      payer: { name: 'Cascade Mutual', ediId: 'CASMU01' },
      provider: { kind: 'organization', name: 'Harbor Point', npi: '1990000105' },
      subscriber: { ...subscriberOf('commercial'), birthDate: localDate('1984-03-17') },
      dependant: null,
      serviceDate: localDate('2026-11-16'),
      serviceTypeCodes: ['30'],
    });
    expect(check).toMatchObject({ outcome: 'no-answer', answer: null, responseFileId: null });
    const { content } = await house.test.as(integrationContract).readFile({ fileId: check.requestFileId });
    expect(content).toContain('ST*270*');
  });
});
