import { instant } from '@spark-den/kernel';
import { readSegments } from '@spark-den/x12/segments';
import { openOracle } from '../../../../libs/x12/test/oracle.ts';
import { namedMember } from '../roster/roster.ts';
import { claimFile, type TestClaim } from '../testing/claim-file.ts';
import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';
import { World } from './world.ts';

const QUIET: Knobs = { ...DEFAULT_KNOBS, lateEvery: 0, duplicateEvery: 0 };
const MORNING = instant('2026-03-10T15:00:00Z');
const SOON = instant('2026-03-10T16:00:00Z');
const LATER = instant('2026-06-01T00:00:00Z');

const visit = (pcn: string, extra: Partial<TestClaim> = {}): TestClaim => ({
  pcn,
  member: namedMember('commercial'),
  payerId: 'CASMU01',
  serviceDate: '2026-03-10',
  lines: [{ code: '99213', charge: 165_00 }],
  ...extra,
});

function worldWith(text: string, knobs = QUIET): World {
  const world = new World(knobs);
  world.apply({ kind: 'file', at: MORNING, text });
  return world;
}

const kinds = (world: World) => world.files(0).map(file => file.kind);
const segmentsOf = (content: string, id: string) =>
  readSegments(content)
    .segments.filter(segment => segment.id === id)
    .map(segment => segment.elements.join('*'));
const of = (world: World, kind: string) => world.files(0).filter(file => file.kind === kind);

describe('the clearinghouse', () => {
  it('acknowledges after minutes and pays after days, in that order', () => {
    const world = worldWith(
      claimFile([visit('A1'), visit('A2', { member: namedMember('federal'), payerId: 'FEDPB02' })]),
    );
    expect(kinds(world)).toEqual(['TA1']);
    world.advance(SOON);
    expect(kinds(world)).toEqual(['TA1', '999', '277CA', '277CA', '277CA']);
    expect(
      of(world, '277CA')
        .flatMap(file => segmentsOf(file.content, 'STC'))
        .filter(text => text.startsWith('STC*A')),
    ).toEqual(expect.arrayContaining(['STC*A2:20:PR*20260310*WQ*165', 'STC*A1:19:40*20260310*WQ*165']));
    world.advance(instant('2026-03-13T12:00:00Z'));
    expect(kinds(world).slice(5)).toEqual(['835']);
    world.advance(LATER);
    expect(of(world, '835').map(file => segmentsOf(file.content, 'CLP')[0]?.split('*')[1])).toEqual([
      'A1',
      'A2',
    ]);
  });

  it('pays exactly what its lines say, and says it in the check', () => {
    const world = worldWith(
      claimFile([
        visit('A1', {
          lines: [
            { code: 'G0439', charge: 190_00 },
            { code: '99213', charge: 165_00 },
          ],
        }),
      ]),
    );
    world.advance(LATER);
    const [file] = of(world, '835');
    expect(segmentsOf(file?.content ?? '', 'CLP')).toEqual(['CLP*A1*1*355*152*132*12*CA202600000001*11*1']);
    expect(segmentsOf(file?.content ?? '', 'CAS')).toEqual([
      'CAS*CO*45*38',
      'CAS*CO*45*33',
      'CAS*PR*1*107**3*25',
    ]);
    expect(segmentsOf(file?.content ?? '', 'BPR')[0]).toMatch(/^BPR\*I\*152\*C\*ACH\*/);
    expect(world.deductibleMet('CASMU01', 'CMW100001377', '2026')).toBe(0);
    const memberId = namedMember('commercial').coverages[0]?.memberId ?? '';
    expect(world.deductibleMet('CASMU01', memberId, '2026')).toBe(107_00);
  });

  it('answers a file that came twice with one effect, and a reused control number with TA1 025', () => {
    const text = claimFile([visit('A1')]);
    const world = worldWith(text);
    expect(world.apply({ kind: 'file', at: MORNING, text })).toMatchObject({ status: 'repeated' });
    expect(kinds(world)).toEqual(['TA1']);
    world.apply({ kind: 'file', at: MORNING, text: claimFile([visit('B1')]) });
    expect(segmentsOf(of(world, 'TA1')[1]?.content ?? '', 'TA1')[0]).toBe('TA1*000000001*260310*0900*R*025');
    world.advance(LATER);
    expect(of(world, '835')).toHaveLength(1);
  });

  it('catches a wrong claim in the 999 instead of echoing it', () => {
    const good = claimFile([visit('A1')]);
    const broken: readonly [string, string, RegExp][] = [
      ['a total that is not its lines', good.replace('CLM*A1*165*', 'CLM*A1*166*'), /IK4\*2\*\*I12\*166/],
      ['a wrong segment count', good.replace(/SE\*\d+/, 'SE*7'), /IK5\*R\*4/],
      ['an HL without its parent', good.replace('HL*2*1*22', 'HL*2*7*22'), /IK3\*HL\*/],
      ['no service date', good.replace(/DTP\*472[^~]*~/, ''), /IK3\*DTP\*\d+\*2400\*3/],
      ['no diagnosis', good.replace(/HI\*[^~]*~/, ''), /IK3\*HI\*\d+\*2300\*3/],
      ['an unknown segment', good.replace('LX*1~', 'ZZZ*1~LX*1~'), /IK3\*ZZZ\*/],
    ];
    for (const [what, text, expected] of broken) {
      const world = worldWith(text);
      world.advance(LATER);
      expect([what, of(world, '999')[0]?.content]).toEqual([what, expect.stringMatching(expected)]);
      expect([what, kinds(world)]).toEqual([what, ['TA1', '999']]);
    }
  });

  it('rejects in the 277CA what may not be adjudicated, with category, status and entity', () => {
    const federal = { member: namedMember('federal'), payerId: 'FEDPB02' };
    const cases: readonly [TestClaim, string][] = [
      [visit('A1', { payerId: 'NOSUCH9' }), 'A7:153:PR'],
      [visit('A2', { memberId: 'CMW123' }), 'A7:164:IL'],
      [visit('A3', { birthDate: '1950-01-01' }), 'A7:158:QC'],
      [visit('A4', { serviceDate: '2026-04-01' }), 'A7:187'],
      [visit('A5', { ...federal, frequency: '7', replaces: 'X1' }), 'A7:535'],
      [visit('A6', { frequency: '7' }), 'A6:464'],
      [visit('A7', { renderingNpi: '1990000205' }), 'A7:562:82'],
      [visit('A8', { lines: [{ code: '99213', charge: 165_00, pointers: [2] }] }), 'A8:477'],
    ];
    for (const [claim, status] of cases) {
      const world = worldWith(claimFile([claim]));
      world.advance(LATER);
      const answers = of(world, '277CA').flatMap(file => segmentsOf(file.content, 'STC'));
      expect([claim.pcn, answers.filter(text => text.includes('*U*'))]).toEqual([
        claim.pcn,
        [`STC*${status}*20260310*U*165`],
      ]);
      expect(of(world, '835')).toHaveLength(0);
    }
  });

  it('crosses a dual member over: the State pays in a file of its own, without our bill', () => {
    const world = worldWith(
      claimFile([
        visit('D1', {
          member: namedMember('dual'),
          payerId: 'FEDPB02',
          lines: [{ code: '99214', charge: 240_00 }],
        }),
      ]),
    );
    world.advance(LATER);
    const files = of(world, '835');
    expect(files.map(file => segmentsOf(file.content, 'CLP')[0]?.split('*').slice(1, 6))).toEqual([
      ['D1', '19', '240', '100.69', '25.69'],
      ['D1', '2', '240', '25.69', ''],
    ]);
    expect(segmentsOf(files[0]?.content ?? '', 'BPR')[0]).toMatch(/^BPR\*I\*100.69\*C\*ACH\*/);
    expect(segmentsOf(files[0]?.content ?? '', 'NM1')).toContain(
      'NM1*TT*2*STATE MEDICAL ASSISTANCE*****PI*STMED03',
    );
    expect(segmentsOf(files[1]?.content ?? '', 'CAS')).toEqual(['CAS*OA*23*214.31']);
  });

  it('reads the loops of a secondary claim and pays the share that the first payer left', () => {
    const member = namedMember('twoPayers');
    const prior = {
      paid: 85_60,
      cas: [
        ['CAS', 'CO', '45', '33'],
        ['CAS', 'PR', '2', '21.4', undefined, '3', '25'],
      ] as const,
    };
    const world = worldWith(
      claimFile([
        visit('S1', {
          member,
          payerId: 'STMED03',
          priorPayer: { id: 'CASMU01', paid: 85_60 },
          lines: [{ code: '99213', charge: 165_00, prior }],
        }),
      ]),
    );
    world.advance(LATER);
    // the State allows 98.40, so 12.80 of the 46.40 that were left
    expect(segmentsOf(of(world, '835')[0]?.content ?? '', 'CAS')).toEqual([
      'CAS*OA*23*118.6',
      'CAS*CO*45*33.6',
    ]);
    expect(segmentsOf(of(world, '835')[0]?.content ?? '', 'CLP')[0]).toMatch(
      /^CLP\*S1\*2\*165\*12.8\*\*MC\*/,
    );
  });

  it('replaces a claim (frequency 7): reversal and new decision in one check, deductible given back', () => {
    const lines = [{ code: '76705', charge: 260_00 }];
    const member = namedMember('ultrasound');
    const world = worldWith(claimFile([visit('U1', { member, lines })]));
    world.advance(instant('2026-03-14T12:00:00Z'));
    expect(segmentsOf(of(world, '835')[0]?.content ?? '', 'CAS')).toEqual(['CAS*CO*50*260']);
    expect(segmentsOf(of(world, '835')[0]?.content ?? '', 'BPR')[0]).toMatch(/^BPR\*H\*0\*C\*NON\*/);
    const icn = segmentsOf(of(world, '835')[0]?.content ?? '', 'CLP')[0]?.split('*')[7];
    world.apply({
      kind: 'file',
      at: instant('2026-03-15T15:00:00Z'),
      text: claimFile(
        [visit('U2', { member, lines, diagnoses: ['R1011'], frequency: '7', replaces: icn ?? '' })],
        2,
      ),
    });
    world.advance(LATER);
    const second = of(world, '835')[1]?.content ?? '';
    expect(segmentsOf(second, 'CLP').map(text => text.split('*').slice(1, 5))).toEqual([
      ['U1', '22', '-260', '0'],
      ['U2', '1', '260', '0'],
    ]);
    expect(segmentsOf(second, 'CAS')).toEqual(['CAS*CO*50*-260', 'CAS*CO*45*52', 'CAS*PR*1*208']);
  });

  it('corrects its own errors: interest for what came late, recoupment for what was too much', () => {
    const used = [1, 2, 3, 4, 5].map(day => ({
      serviceDate: `2026-03-0${day}`,
      lines: [{ code: '99215', charge: 335_00 }],
    }));
    const over = (key: 'underpaid' | 'overpaid' | 'recouped', payerId: string) => {
      const world = worldWith(
        claimFile(
          used.map((extra, index) =>
            visit(`${key}${index}`, { member: namedMember(key), payerId, ...extra }),
          ),
        ),
      );
      world.advance(LATER);
      return of(world, '835').map(file => [
        ...segmentsOf(file.content, 'BPR').map(text => text.split('*')[2]),
        ...segmentsOf(file.content, 'PLB').map(text => text.split('*').slice(3).join(' ')),
      ]);
    };
    expect(over('underpaid', 'CASMU01')[1]?.slice(1).join()).toMatch(/L6:CA\S+ -0\.\d\d/);
    const [, corrected] = over('overpaid', 'CASMU01');
    expect(corrected?.[0]).toBe('0');
    expect(corrected?.[1]).toMatch(/^FB:CA\S+ -\d+/);
    expect(over('recouped', 'FEDPB02')[1]?.[1]).toMatch(/WO:FE\S+ -\d+/);
  });

  it('delivers a file late and a file twice when its knobs say so', () => {
    const knobs: Knobs = { ...QUIET, lateEvery: 2, duplicateEvery: 1 };
    const world = worldWith(claimFile([visit('A1')]), knobs);
    world.apply({
      kind: 'file',
      at: instant('2026-03-11T15:00:00Z'),
      text: claimFile([visit('A2', { serviceDate: '2026-03-11' })], 2),
    });
    world.advance(LATER);
    const files = of(world, '835').map(file => ({
      trace: segmentsOf(file.content, 'TRN')[0],
      at: file.deliveredAt.slice(0, 10),
    }));
    expect(files.map(file => file.at)).toEqual(['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-17']);
    expect(new Set(files.map(file => file.trace)).size).toBe(2);
  });

  it('writes only files that an independent validator accepts', () => {
    const oracle = openOracle();
    if (!oracle) return;
    const claims: TestClaim[] = [
      visit('A1'),
      visit('A2', {
        member: namedMember('dual'),
        payerId: 'FEDPB02',
        lines: [
          { code: '99213', charge: 165_00 },
          { code: 'A4550', charge: 20_00 },
        ],
      }),
      visit('A3', {
        member: namedMember('underpaid'),
        lines: [
          { code: '99215', charge: 335_00 },
          { code: '76705', charge: 260_00 },
        ],
      }),
      visit('A4', { member: namedMember('overpaid') }),
      visit('A5', {
        member: namedMember('recouped'),
        payerId: 'FEDPB02',
        lines: [{ code: '99215', charge: 335_00 }],
      }),
      visit('A6', { memberId: 'CMW123' }),
      visit('A7', { payerId: 'NOSUCH9' }),
      visit('A8', { memberId: 'CMW000000000' }),
    ];
    const text = claimFile(claims);
    const world = worldWith(text, DEFAULT_KNOBS);
    world.apply({
      kind: 'file',
      at: MORNING,
      text: claimFile([visit('B1')], 2).replace('CLM*B1*165', 'CLM*B1*1'),
    });
    world.advance(LATER);
    const files = world.files(0).filter(file => file.kind !== 'TA1');
    const verdicts = oracle([text, ...files.map(file => file.content)]);
    expect(verdicts.filter(verdict => verdict.ok !== true)).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(9);
  }, 180_000);
});
