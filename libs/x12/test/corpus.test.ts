import { validate } from '../src/index.ts';
import { corpus } from './shared-folder.ts';

/** Files of the corpus that we judge otherwise than its index, each with the reason. At most one in twenty. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

/** Files on which the other validators disagree: what we say, and why. */
const OUR_READING: Readonly<Record<string, readonly ['accepted' | 'rejected', string]>> = {
  'irobayna_stupidedi__837-institutional-claim.edi': [
    'rejected',
    'DTP*434 says a period (RD8) and gives one day',
  ],
  'irobayna_stupidedi__automobile-accident.edi': [
    'accepted',
    'a ZIP code of five digits is a matter for the payer',
  ],
  'imsweb_x12-parser__x12_277CA_accepted.txt': [
    'accepted',
    'a provider without a status of its own has a trace and totals only, as clearinghouses and Medicare send it',
  ],
  'irobayna_stupidedi__wheelchair.edi': [
    'accepted',
    'PWK02 AD is allowed for a certificate of medical necessity',
  ],
  'irobayna_stupidedi__response-to-functional-group-containing-3-837s.edi': [
    'accepted',
    'CTX stands up to nine times',
  ],
};
const ACCEPTED_277 = 'accepted: the status response is by its own guide; one validator has no map for it';
const ACCEPTED_ISA = 'accepted: qualifier 30 is in the guide';

/** The guides of the issue; other versions are judged on envelope, counts, HL and totals. */
const GUIDED = /^005010X(222|223|224|221|279|212|214|217|231)(A[123])?$/;

describe('files that nobody here wrote', () => {
  const files = corpus();
  const judged = files.map(entry => ({ ...entry, report: validate(entry.bytes) }));

  it('RCM-10 RCM-07 (narrow: the files) accepts the valid and rejects the invalid ones of every guide', () => {
    const wrong = judged
      .filter(({ version }) => GUIDED.test(version))
      .filter(({ verdict, report }) =>
        /^valid/.test(verdict) ? !report.ok : /invalid$/.test(verdict) ? report.ok : false,
      )
      .map(({ file, verdict }) => `${verdict}: ${file}`)
      .filter(line => !Object.keys(EXCEPTIONS).some(name => line.endsWith(name)));
    expect(wrong).toEqual([]);
    expect(Object.keys(EXCEPTIONS).length).toBeLessThanOrEqual(files.length / 20);
  });

  it('never rejects a valid file of another version', () => {
    const wrong = judged.filter(
      ({ version, verdict, report }) => !GUIDED.test(version) && /^valid/.test(verdict) && !report.ok,
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('has a reading of its own for each disputed file', () => {
    const readings = judged
      .filter(({ verdict }) => verdict === 'disputed')
      .map(({ file, report }) => {
        const name = file.split('/').at(-1) ?? '';
        const known = OUR_READING[name];
        const reason = known?.[1] ?? (file.startsWith('277/') ? ACCEPTED_277 : ACCEPTED_ISA);
        return {
          name,
          reason,
          expected: known?.[0] ?? 'accepted',
          found: report.ok ? 'accepted' : 'rejected',
        };
      });
    expect(readings.filter(({ expected, found }) => expected !== found)).toEqual([]);
  });

  it('points at the segment that is wrong', () => {
    const places = (name: string) =>
      judged
        .filter(({ file }) => file.endsWith(name))
        .flatMap(({ report }) => report.transactions.flatMap(({ errors }) => errors))
        .map(({ code, segment, element }) => `${code} ${segment}${element ?? ''}`);
    if (files.length === 0) return;
    expect(places('835/LinuxForHealth_x12__tertiary-payment.835')).toContain('balance.835.line SVC3');
    expect(places('835/LinuxForHealth_x12__managed-care.835')).toContain('element.date BPR16');
    expect(places('835/LinuxForHealth_x12__demo_file_demo.835')).toContain('segment.missing PER');
    expect(places('835/LinuxForHealth_x12__cob-contractural-adjustment.835')).toContain(
      'element.missing BPR16',
    );
    expect(places('case_3a.edi')).toEqual(expect.arrayContaining(['balance.835.check BPR2', 'se.count SE1']));
    expect(places('837P_5010_Example3_COB.txt')).toContain('element.not-used SBR8');
    expect(places('demo.cob.example4.837')).toContain('segment.unexpected AMT');
    expect(places('277/LinuxForHealth_x12__provider-level-status.277')).toContain('element.code STC1');
  });

  it('says which files were judged by no guide', () => {
    const policies = judged
      .filter(({ version }) => /^005010X(230|291|292|298)$/.test(version))
      .flatMap(({ report }) => report.transactions.map(({ policy }) => policy));
    expect(new Set(policies)).toEqual(new Set(files.length > 0 ? ['sibling-envelope'] : []));
  });
});
