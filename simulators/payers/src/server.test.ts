import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSegments } from '@spark-den/x12/segments';
import { fileLog } from './input-log.ts';
import { namedMember, type NamedMember } from './roster/index.ts';
import { clearinghouseServer, type ClearinghouseOptions } from './server.ts';
import { claimFile } from './testing/claim-file.ts';
import { inquiryFile } from './testing/inquiry-file.ts';

const TOKEN = 'partner-token';
const headers = {
  authorization: `Bearer ${TOKEN}`,
  'content-type': 'application/edi-x12',
  'x-partner': 'HARBORPT',
};

async function serverAt(now: string, options: Partial<ClearinghouseOptions> = {}) {
  const app = clearinghouseServer({ token: TOKEN, ...options });
  await app.inject({ method: 'POST', url: '/control/clock', payload: { now } });
  const ask = async (
    key: NamedMember,
    change: { memberId?: string; birthDate?: string; lastName?: string; payerId?: string } = {},
  ) => {
    const member = { ...namedMember(key), ...change } as ReturnType<typeof namedMember>;
    const [coverage] = member.coverages;
    const body = inquiryFile(
      member,
      change.payerId ?? coverage?.payerId ?? '',
      change.memberId ?? coverage?.memberId ?? '',
      now.slice(0, 10),
    );
    const answer = await app.inject({ method: 'POST', url: '/api/eligibility', headers, body });
    return readSegments(answer.body).segments.map(segment => segment.elements.join('*'));
  };
  const send = (body: string) => app.inject({ method: 'POST', url: '/api/files', headers, body });
  const mailbox = async (after = 0) =>
    (await app.inject({ url: `/api/mailbox?after=${after}`, headers })).json<
      { seq: number; kind: string; name: string; size: number }[]
    >();
  return { app, ask, send, mailbox };
}

const visit = {
  pcn: 'V1',
  member: namedMember('commercial'),
  payerId: 'CASMU01',
  serviceDate: '2026-03-10',
  lines: [{ code: '99213', charge: 165_00 }],
};

describe('the clearinghouse over HTTP', () => {
  it('answers eligibility with benefits that follow what was paid', async () => {
    const { app, ask, send } = await serverAt('2026-03-10T15:00:00.000Z');
    const before = await ask('commercial');
    expect(before).toEqual(
      expect.arrayContaining([
        'TRN*2*TRACE-1*1364000001',
        'EB*1*IND*30*PR*CASCADE CHOICE PPO',
        'EB*C*IND*30***23*500*****Y',
        'EB*C*IND*30***29*500*****Y',
        'EB*B*IND*98***27*25*****Y',
        'EB*A*IND*30^98***27**0.2****Y',
      ]),
    );
    await send(claimFile([visit]));
    await app.inject({ method: 'POST', url: '/control/adjudicate', payload: {} });
    expect(await ask('commercial')).toContain('EB*C*IND*30***29*393*****Y');
  });

  it('tells active from inactive from unknown', async () => {
    const { ask } = await serverAt('2026-09-10T15:00:00.000Z');
    const outcome = async (...args: Parameters<typeof ask>) =>
      (await ask(...args)).find(text => /^(EB|AAA)/.test(text));
    expect(await outcome('lapsed')).toBe('EB*6**30**CASCADE CHOICE PPO');
    expect(await outcome('unreachable')).toBe('AAA*N**42*R');
    expect(await outcome('commercial', { memberId: 'CMW1' })).toBe('AAA*N**72*C');
    expect(await outcome('commercial', { memberId: 'CMW000000000' })).toBe('AAA*N**75*C');
    expect(await outcome('commercial', { birthDate: '1984-03-18' })).toBe('AAA*N**71*C');
    expect(await outcome('commercial', { lastName: 'Whitford' })).toBe('AAA*N**73*C');
    expect(await outcome('commercial', { payerId: 'NOSUCH1' })).toBe('AAA*N**79*C');
    expect(
      await ask('dual', { payerId: 'STMED03', memberId: namedMember('dual').coverages[1]?.memberId ?? '' }),
    ).toEqual(
      expect.arrayContaining([
        'EB*R*IND*30*MB*FEDERAL PART B',
        'LS*2120',
        'NM1*PR*2*FEDERAL PART B*****PI*FEDPB02',
        'LE*2120',
      ]),
    );
  });

  it('lets only known partners in, and refuses what is no interchange', async () => {
    const { app, send } = await serverAt('2026-03-10T15:00:00.000Z');
    expect((await app.inject({ url: '/api/mailbox' })).statusCode).toBe(401);
    expect((await send('hello')).statusCode).toBe(422);
  });

  it('goes on after a restart with the same files under the same numbers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'brightline-'));
    try {
      const path = join(folder, 'inputs.jsonl');
      const before = await serverAt('2026-03-10T15:00:00.000Z', { log: fileLog(path) });
      await before.send(claimFile([visit]));
      await before.app.inject({
        method: 'POST',
        url: '/control/clock',
        payload: { now: '2026-03-20T15:00:00.000Z' },
      });
      const files = await before.mailbox();
      expect(files.map(file => file.kind)).toEqual(['TA1', '999', '277CA', '277CA', '835']);
      await before.app.close();

      const after = clearinghouseServer({ token: TOKEN, log: fileLog(path) });
      expect((await after.inject({ url: '/api/mailbox?after=0', headers })).json()).toEqual(files);
      const again = await after.inject({
        method: 'POST',
        url: '/api/files',
        headers,
        body: claimFile([visit]),
      });
      expect(again.json()).toMatchObject({ status: 'repeated' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('grants an appeal: the denied line comes back reversed and paid', async () => {
    const { app, send, mailbox } = await serverAt('2026-03-10T15:00:00.000Z');
    await send(claimFile([{ ...visit, pcn: 'U1', lines: [{ code: '76705', charge: 260_00 }] }]));
    await app.inject({ method: 'POST', url: '/control/adjudicate', payload: {} });
    const granted = await app.inject({ method: 'POST', url: '/control/reprocess', payload: { pcn: 'U1' } });
    expect(granted.statusCode).toBe(200);
    const [, last] = (
      await app
        .inject({ method: 'POST', url: '/control/adjudicate', payload: {} })
        .then(mailbox.bind(null, 0))
    ).filter(file => file.kind === '835');
    const { body } = await app.inject({ url: `/api/mailbox/${last?.seq ?? 0}`, headers });
    const claims = readSegments(body)
      .segments.filter(segment => segment.id === 'CLP')
      .map(segment => segment.elements.slice(1, 5).join(' '));
    expect(claims).toEqual(['U1 22 -260 0', 'U1 1 260 0']);
  });
});
