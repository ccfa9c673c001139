import { buildEligibilityInquiry, buildInstitutionalClaims, validate } from '../src/index.ts';
import { CLAIM_SITUATIONS } from '../src/validate/situations/claim.ts';
import { LINE_SITUATIONS } from '../src/validate/situations/line.ts';
import { PLACE_SITUATIONS, SITUATIONS_ANYWHERE } from '../src/validate/situations/anywhere.ts';
import { REMITTANCE_SITUATIONS } from '../src/validate/situations/remittance.ts';
import { ANSWER_SITUATIONS } from '../src/validate/situations/answers.ts';
import { SUBSCRIBER_SITUATIONS } from '../src/validate/situations/subscriber.ts';
import { INQUIRY } from './fixture-inquiry.ts';
import { STAY } from './fixture-institution.ts';
import { FIXTURES } from './fixtures.ts';
import { mutated } from './mutating.ts';
import { fileOf } from './writing.ts';

const FILES = {
  '270': fileOf('HS', '005010X279A1', [buildEligibilityInquiry(INQUIRY, '0001')]),
  ...FIXTURES,
  '837I': fileOf('HC', '005010X223A2', [buildInstitutionalClaims(STAY, '0001')]),
};

/** Code of the finding, file, what is replaced by what, and the segment that it points at. */
type Mutant = readonly [string, keyof typeof FILES, string | RegExp, string, string];

/** Each breaks one rule that depends on other data, and is by the guide otherwise. */
const MUTANTS: readonly Mutant[] = [
  ['cas.reason-twice', '835', /CAS\*(CO|PR)\*(\w+)\*([\d.]+)~/, 'CAS*$1*$2*$3**$2*0~', 'CAS'],
  ['eq.missing', '270', /1~(NM1\*IL[^~]*~)HL\*4.*EQ\*[^~]*~/, '0~$1', 'HL'],
  ['clm.frequency', '837P', 'REF*F8*ICN0000001~', '', 'CLM'],
  ['hi.point', '837P', 'ABF:E119', 'ABF:E11.9', 'HI'],
  ['clm.accident-state', '837P', 'AA:::IL', 'AA', 'CLM'],
  ['clm.accident-date', '837P', 'DTP*439*D8*20261101~', '', 'CLM'],
  ['clm.admission-date', '837P', '11:B:1*', '21:B:1*', 'CLM'],
  ['clm.prior-payer', '837P', 'SBR*P*18*******CI', 'SBR*T*18*******CI', 'CLM'],
  ['clm.rank-twice', '837P', 'SBR*P*18*******CI', 'SBR*S*18*******CI', 'SBR'],
  ['cob.date-missing', '837P', /SVD\*CASMU01\*90[^~]*~|SVD\*CASMU01\*10[^~]*~/g, '', 'NM1'],
  ['clm.epsdt-referral', '837P', '**1:2~', '**1:2****Y~', 'CLM'],
  ['rendering.same-as-billing', '837P', 'XX*1990000204', 'XX*1990000105', 'NM1'],
  ['clm.attending', '837I', /NM1\*71[^~]*~PRV\*AT[^~]*~/, '', 'CLM'],
  ['clm.admission', '837I', /DTP\*435[^~]*~/, '', 'CLM'],
  ['clm.admitting-diagnosis', '837I', 'HI*ABJ:R1031~', '', 'CLM'],
  ['sbr.demographics', '837P', 'DMG*D8*19791125*F~', '', 'SBR'],
  ['sbr.address', '837P', /(SMA000003~)N3\*410 LAKESHORE DRIVE~N4\*EVANSTON\*IL\*602014410~/, '$1', 'SBR'],
  ['sbr.relation', '837P', 'SBR*S*18*', 'SBR*S**', 'SBR'],
  ['sbr.patient-twice', '837P', 'SBR*P**GROUP1', 'SBR*P*18*GROUP1', 'SBR'],
  ['sbr.medicare-secondary', '837P', 'SBR*S*18*******MC', 'SBR*S*18*******MB', 'SBR'],
  ['sbr.not-secondary', '837P', 'SBR*S*18*******MC', 'SBR*S*18***12****MC', 'SBR'],
  ['sv1.description', '837P', 'SV1*HC:36415*', 'SV1*HC:36299*', 'SV1'],
  ['sv1.minutes', '837P', '*15*UN*1', '*15*MJ*1', 'SV1'],
  ['sv1.pointer-twice', '837P', '**1:2~', '**1:1~', 'SV1'],
  ['sv1.modifier-twice', '837P', 'SV1*HC:36415*', 'SV1*HC:36415:59:59*', 'SV1'],
  ['line.negative', '837P', '*15*UN*1', '*15*UN*-1', 'SV1'],
  ['svd.negative-units', '837P', /(SVD\*CASMU01\*90\*[^*]*\*\*)1/, '$1-1', 'SVD'],
  ['ctp.negative', '837P', 'REF*6R*V101L1~', 'REF*6R*V101L1~LIN**N4*12345678901~CTP****-1*UN~', 'CTP'],
  ['hi.twice', '837P', 'ABF:E119', 'ABF:I10', 'HI'],
  ['clm.negative', '837P', 'CLM*V100*180', 'CLM*V100*-180', 'CLM'],
  ['dmg.born-later', '837P', 'DMG*D8*19791125', 'DMG*D8*20261118', 'DMG'],
  ['ref.tax-id', '837P', /REF\*EI\*\d+/, 'REF*EI*12345', 'REF'],
  ['ref.clia', '837P', 'SV1*HC:36415*', 'SV1*HC:85025*', 'SV1'],
  ['lin.ndc', '837P', 'REF*6R*V101L1~', 'REF*6R*V101L1~LIN**N4*1234567890~CTP****1*UN~', 'LIN'],
  ['dtp.after-sending', '837P', 'DTP*472*D8*20261116', 'DTP*472*D8*20261201', 'DTP'],
  ['dtp.before-birth', '837P', 'DMG*D8*19791125', 'DMG*D8*20261118', 'DTP'],
  ['dtp.period-reversed', '837P', 'DTP*472*D8*20261116', 'DTP*472*RD8*20261116-20261110', 'DTP'],
  ['nm1.organization-name', '837P', 'NM1*40*2*BRIGHTLINE**', 'NM1*40*2*BRIGHTLINE*X*', 'NM1'],
  ['n4.state', '837P', 'N4*EVANSTON*IL*602014410', 'N4*EVANSTON**602014410', 'N4'],
  ['n3.po-box', '837P', 'N3*410 LAKESHORE DRIVE', 'N3*PO BOX 410', 'N3'],
  ['n4.zip-plus-four', '837P', 'N4*EVANSTON*IL*602014410', 'N4*EVANSTON*IL*60201', 'N4'],
  ['bpr.bank', '835', 'BPR*I*112*C*CHK', 'BPR*I*112*C*ACH', 'BPR'],
  ['trn.originator', '835', /(TRN\*1\*[^*]*)\*1\d{9}/, '$1*ABC', 'TRN'],
  ['clp.patient-responsibility', '835', /(CLP\*V100\*1\*180\*115)\*[\d.]+/, '$1*1.5', 'CLP'],
  ['clp.reversal-sign', '835', 'CLP*V100*1*', 'CLP*V100*22*', 'CLP'],
  ['clp.denied-paid', '835', 'CLP*V100*1*', 'CLP*V100*4*', 'CLP'],
  ['svc.date', '835', /DTM\*(472|150)[^~]*~/, '', 'SVC'],
  ['cas.zero', '835', /(SVC\*HC:99213:25[^~]*~DTM[^~]*~)/, '$1CAS*CO*45*0~', 'CAS'],
  ['eb.fraction', '271', '*0.2~', '*20~', 'EB'],
  ['stc.action', '277CA', /(STC\*A2[^~]*)\*WQ\*/, '$1*U*', 'STC'],
  ['ik5.verdict', '999', 'IK5*R*5', 'IK5*A', 'IK5'],
  ['ak9.counts', '999', /AK9\*R/, 'AK9*A', 'AK9'],
];

/** PAT01 18 is already refused by the guide. */
const BY_THE_GUIDE = ['pat.relation-self'];

function situational(text: string) {
  const { transactions } = validate(text, { level: 'situational' });
  return transactions
    .flatMap(({ errors, warnings }) => [...errors, ...warnings])
    .filter(({ level }) => level === 'situational');
}

describe('rules that depend on other data', () => {
  it('say nothing of files that keep them', () => {
    for (const text of Object.values(FILES)) expect(situational(text)).toEqual([]);
  });

  it.each(MUTANTS.map(mutant => ({ code: mutant[0], mutant })))(
    'RCM-08 (narrow: rules of one file) finds $code',
    ({ mutant }) => {
      const [code, kind, from, to, segment] = mutant;
      const found = situational(mutated(FILES[kind], from, to));
      expect(found.map(finding => `${finding.code} ${finding.segment}`)).toContain(`${code} ${segment}`);
      for (const { message } of found) expect(message).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('have a mutant each', () => {
    const codes = [
      ...SUBSCRIBER_SITUATIONS,
      ...CLAIM_SITUATIONS,
      ...LINE_SITUATIONS,
      ...PLACE_SITUATIONS,
      ...SITUATIONS_ANYWHERE,
      ...REMITTANCE_SITUATIONS,
      ...ANSWER_SITUATIONS,
    ].map(({ code }) => code);
    const told = new Set([...MUTANTS.map(([code]) => code), ...BY_THE_GUIDE]);
    expect([...new Set(codes)].filter(code => !told.has(code))).toEqual([]);
  });
});
