import { validate, type Finding, type Level } from '../src/index.ts';
import { FIXTURES } from './fixtures.ts';
import { mutated } from './mutating.ts';

type Kind = keyof typeof FIXTURES;
/** Fault, file, what is replaced by what, the finding's code and segment, and the level that finds it. */
type Mutant = readonly [string, Kind, string | RegExp, string, string, string, Level?];

/** One fault each. Segments that come or go have SE01 corrected, so that only the fault itself is left to find. */
const MUTANTS: readonly Mutant[] = [
  ['ISA too narrow', '837P', 'HARBORPT       *', 'HARBORPT*', 'isa.width', 'ISA', 'envelope'],
  ['ISA13 is not IEA02', '837P', /IEA\*1\*\d+/, 'IEA*1*000000099', 'iea.control', 'IEA', 'envelope'],
  ['IEA01 counts wrong', '837P', 'IEA*1', 'IEA*2', 'iea.count', 'IEA', 'envelope'],
  ['IEA is missing', '837P', /IEA.*~$/, '', 'iea.missing', 'GE', 'envelope'],
  ['ISA09 is no date', '837P', '*261116*', '*261399*', 'isa.date', 'ISA', 'envelope'],
  ['ISA15 is no usage', '837P', '*0*T*:~', '*0*X*:~', 'isa.usage', 'ISA', 'envelope'],
  ['ISA05 is no qualifier', '837P', '*ZZ*HARBORPT', '*QQ*HARBORPT', 'isa.qualifier', 'ISA', 'envelope'],
  ['ISA01 is no qualifier', '837P', 'ISA*00*', 'ISA*ZZ*', 'isa.code', 'ISA', 'envelope'],
  ['ISA03 is no qualifier', '835', /(ISA\*00\*[ ]{10})\*00/, '$1*07', 'isa.code', 'ISA', 'envelope'],
  ['GS02 is too short', '837P', 'GS*HC*HARBORPT', 'GS*HC*H', 'gs.element', 'GS', 'envelope'],
  ['SE has an element too much', '835', /(SE\*\d+\*0001)/, '$1*X', 'element.too-many', 'SE', 'envelope'],
  ['GE ends with a separator', '999', 'GE*1*17~', 'GE*1*17*~', 'element.trailing', 'GE', 'envelope'],
  ['ST01 is of another guide', '835', 'ST*835', 'ST*837', 'st.set', 'ST', 'envelope'],
  ['ST03 is missing', '837P', '*0001*005010X222A1', '*0001', 'st.version', 'ST'],
  ['ST03 names no guide', '999', '*0001*005010X231A1', '*0001*X', 'st.version', 'ST'],
  ['GE02 is not GS06', '837P', 'GE*1*17', 'GE*1*18', 'ge.control', 'GE', 'envelope'],
  ['GE01 counts wrong', '837P', 'GE*1*17', 'GE*3*17', 'ge.count', 'GE', 'envelope'],
  ['GE is missing', '837P', 'GE*1*17~', '', 'ge.missing', 'GS', 'envelope'],
  ['GS04 is no date', '837P', '*20261116*0900*17*X', '*20261131*0900*17*X', 'gs.element', 'GS', 'envelope'],
  ['SE01 counts wrong', '835', /SE\*\d+/, 'SE*5', 'se.count', 'SE', 'envelope'],
  ['SE02 is not ST02', '835', /(SE\*\d+)\*0001/, '$1*0009', 'se.control', 'SE', 'envelope'],
  ['ST02 is too short', '835', 'ST*835*0001', 'ST*835*1', 'st.control', 'ST', 'envelope'],
  ['HL01 jumps', '837P', 'HL*2*1*22*0', 'HL*7*1*22*0', 'hl.sequence', 'HL', 'envelope'],
  ['HL02 names no parent', '837P', 'HL*2*1*22*0', 'HL*2*9*22*0', 'hl.parent', 'HL', 'envelope'],
  ['HL04 denies children', '837P', 'HL*3*1*22*1', 'HL*3*1*22*0', 'hl.child-code', 'HL', 'envelope'],
  ['HL04 claims children', '837P', 'HL*2*1*22*0', 'HL*2*1*22*1', 'hl.child-code', 'HL', 'envelope'],
  ['BHT is missing', '837P', /BHT[^~]*~/, '', 'segment.missing', 'BHT'],
  ['loop 1000B is missing', '837P', /NM1\*40[^~]*~/, '', 'loop.missing', 'NM1'],
  ['loop 2010AA is missing its N3', '837P', /N3\*410 LAKESHORE DRIVE~/, '', 'segment.missing', 'N3'],
  ['N4 stands before N3', '837P', /(N3\*410[^~]*~)(N4[^~]*~)(REF\*EI)/, '$2$1$3', 'segment.order', 'N3'],
  ['REF*EI twice', '837P', /(REF\*EI[^~]*~)/, '$1$1', 'segment.repeats', 'REF'],
  ['an unknown segment', '837P', /(CLM\*V100)/, 'XYZ*1~$1', 'segment.unknown', 'XYZ'],
  ['a segment without a place', '837P', /(CLM\*V100)/, 'SVC*HC:1*1*1~$1', 'segment.unexpected', 'SVC'],
  [
    'a REF that the loop does not know',
    '837P',
    'REF*6R*V100L2',
    'REF*ZZ*V100L2',
    'segment.unexpected',
    'REF',
  ],
  ['a required element is empty', '837P', '*MI*SMA000003', '*MI', 'element.missing', 'NM1'],
  [
    'an element that is not used',
    '837P',
    'SBR*S*18*******MC',
    'SBR*S*18*****X**MC',
    'element.not-used',
    'SBR',
  ],
  [
    'separators after the last data',
    '837P',
    'PRV*BI*PXC*207Q00000X',
    'PRV*BI*PXC*207Q00000X**',
    'element.trailing',
    'PRV',
  ],
  ['a code that is not allowed', '837P', '*MC~', '*QQ~', 'element.code', 'SBR'],
  ['a component that is missing', '837P', '11:B:1*', '11::1*', 'element.missing', 'CLM'],
  ['components in a simple element', '837P', 'REF*6R*V100L1', 'REF*6R*V100:L1', 'element.components', 'REF'],
  ['repetitions in a single element', '837P', 'REF*6R*V100L1', 'REF*6R*V100^L1', 'element.repeats', 'REF'],
  ['a date that does not exist', '837P', 'DTP*472*D8*20261116', 'DTP*472*D8*20260230', 'element.date', 'DTP'],
  [
    'a period where a day is said',
    '837P',
    'DTP*472*D8*20261116',
    'DTP*472*D8*20261116-20261117',
    'element.date',
    'DTP',
  ],
  ['a time that does not exist', '837P', '*0930*CH', '*2560*CH', 'element.time', 'BHT'],
  ['an amount that is none', '837P', 'CLM*V100*180', 'CLM*V100*1O0', 'element.number', 'CLM'],
  ['an element too long', '837P', 'CLM*V100*', `CLM*${'V'.repeat(39)}*`, 'element.long', 'CLM'],
  ['an element too short', '837P', '*MI*SMA000003', '*MI*S', 'element.short', 'NM1'],
  ['only blanks', '837P', '*HARBOR POINT*', '* *', 'element.blank', 'NM1'],
  [
    'a control character',
    '837P',
    'HARBOR POINT FAMILY',
    'HARBOR\u0007POINT FAMILY',
    'element.character',
    'NM1',
  ],
  [
    'half of a pair',
    '837P',
    'NM1*41*2*HARBOR POINT*****46*HARBORPT',
    'NM1*41*2*HARBOR POINT*****46',
    'element.syntax',
    'NM1',
  ],
  ['CLM02 is not the sum of lines', '837P', 'CLM*V100*180', 'CLM*V100*180.01', 'balance.837.claim', 'CLM'],
  ['a line charge changes', '837P', 'SV1*HC:36415*15', 'SV1*HC:36415*16', 'balance.837.claim', 'CLM'],
  ['LX jumps', '837P', 'LX*2', 'LX*3', 'lx.sequence', 'LX'],
  ['a pointer to no diagnosis', '837P', '**1:2~', '**1:4~', 'sv1.pointer', 'SV1'],
  ['COB line does not balance', '837P', 'SVD*CASMU01*90', 'SVD*CASMU01*91', 'balance.cob.line', 'SVD'],
  ['COB claim does not balance', '837P', 'AMT*D*100', 'AMT*D*101', 'balance.cob.claim', 'SBR'],
  ['SVD01 names no payer', '837P', 'SVD*CASMU01*90', 'SVD*OTHER1*90', 'svd.payer', 'SVD'],
  [
    'loop 2330B is missing',
    '837P',
    /NM1\*PR\*2\*CASCADE MUTUAL\*{5}PI\*CASMU01~(?=LX)/,
    '',
    'loop.missing',
    'NM1',
  ],
  [
    'frequency 7 without the number it replaces',
    '837P',
    'REF*F8*ICN0000001~',
    '',
    'clm.frequency',
    'CLM',
    'situational',
  ],
  ['an auto accident without a state', '837P', 'AA:::IL', 'AA', 'clm.accident-state', 'CLM', 'situational'],
  [
    'the patient without a date of birth',
    '837P',
    'DMG*D8*19791125*F~',
    '',
    'sbr.demographics',
    'SBR',
    'situational',
  ],
  ['an NPI with a wrong check digit', '837P', 'XX*1990000204', 'XX*1990000205', 'codes.npi', 'NM1', 'codes'],
  ['a state that is none', '837P', 'N4*EVANSTON*IL*', 'N4*EVANSTON*QQ*', 'codes.state', 'N4', 'codes'],
  ['a country that is none', '837P', '602014410', '602014410*QQ', 'codes.country', 'N4', 'codes'],
  ['an accident in no state', '837P', 'AA:::IL', 'AA:::ZZ', 'codes.state', 'CLM', 'codes'],
  [
    'CLM01 beyond what old payers keep',
    '837P',
    'CLM*V100*',
    'CLM*V100000000000000000000*',
    'product.claim-number',
    'CLM',
    'product',
  ],
  ['two claims of one number', '837P', 'CLM*V101*', 'CLM*V100*', 'product.claim-twice', 'CLM', 'product'],
  ['an older version', '837P', /005010X222A1/g, '005010X222', 'product.version', 'ST', 'product'],
  [
    '835 line does not balance',
    '835',
    'HC:99213:25*180*120',
    'HC:99213:25*180*119',
    'balance.835.line',
    'SVC',
  ],
  [
    '835 claim does not balance',
    '835',
    'CLP*V100*1*180*115',
    'CLP*V100*1*181*115',
    'balance.835.claim',
    'CLP',
  ],
  ['835 check does not balance', '835', 'BPR*I*112', 'BPR*I*112.5', 'balance.835.check', 'BPR'],
  ['PLB changes its sign', '835', '*WO:V050*4', '*WO:V050*-4', 'balance.835.check', 'BPR'],
  ['BPR02 below zero', '835', 'BPR*I*112', 'BPR*I*-112', 'bpr.negative', 'BPR'],
  ['BPR01 H with money', '835', 'BPR*I*', 'BPR*H*', 'bpr.notification', 'BPR'],
  ['PER*BL is missing', '835', /PER\*BL[^~]*~/, '', 'segment.missing', 'PER'],
  ['BPR16 is missing', '835', /(BPR[^~]*)\*20261116~/, '$1~', 'element.missing', 'BPR'],
  ['ST03 in an 835', '835', 'ST*835*0001~', 'ST*835*0001*005010X221A1~', 'st.not-used', 'ST'],
  ['CAS group CR in an 835', '835', 'CAS*OA*23', 'CAS*CR*23', 'element.code', 'CAS'],
  ['CLP without the patient', '835', /NM1\*QC[^~]*~/, '', 'segment.missing', 'NM1'],
  ['CLP07 is empty', '835', '*12*ICN0000001', '*12*', 'element.missing', 'CLP'],
  ['277CA without its receipt date', '277CA', 'DTP*050*D8*20261116~', '', 'segment.missing', 'DTP'],
  [
    '277CA with another action',
    '277CA',
    '*20261116*WQ*180~REF',
    '*20261116*XX*180~REF',
    'element.code',
    'STC',
  ],
  ['277CA without the status of a claim', '277CA', /STC\*A2[^~]*~/, '', 'segment.missing', 'STC'],
  ['999 without a verdict', '999', 'IK5*R*5~', '', 'segment.missing', 'IK5'],
  ['999 with an unknown IK304', '999', '*2300*8~', '*2300*Q~', 'element.code', 'IK3'],
  ['271 with a share that is no number', '271', '*0.2~', '*20%~', 'element.number', 'EB'],
  ['271 with a benefit that is none', '271', 'EB*A**30', 'EB*ZZ**30', 'element.code', 'EB'],
  [
    '271 refused for no reason there is',
    '271',
    'HL*2*1*21*1~',
    'AAA*N**ZZ*C~HL*2*1*21*1~',
    'element.code',
    'AAA',
  ],
  ['271 without its payer', '271', /NM1\*PR[^~]*~/, '', 'loop.missing', 'NM1'],
  ['271 without the person', '271', /NM1\*IL[^~]*~/, '', 'segment.unexpected', 'DMG'],
  ['271 with LS and no LE', '271', 'LE*2120~', '', 'segment.missing', 'LE'],
  [
    '277CA that announces providers and has none',
    '277CA',
    /HL\*3[^]*(?=SE\*)/,
    '',
    'hl.child-code',
    'HL',
    'envelope',
  ],
  ['271 that answers in the wrong place', '271', 'BHT*0022*11', 'BHT*0022*13', 'element.code', 'BHT'],
  ['271 with a date of another loop', '271', 'DTP*346*D8', 'DTP*193*D8', 'element.code', 'DTP'],
  ['271 with a period that is none', '271', '***27*25', '***99*25', 'element.code', 'EB'],
  ['271 with a service type that is none', '271', '*30^98*', '*30^XX*', 'element.code', 'EB'],
  ['271 with a payer by another kind of id', '271', '*PI*CASMU01', '*QQ*CASMU01', 'element.code', 'NM1'],
  ['271 with two names of a person', '271', /(NM1\*IL[^~]*~)/, '$1$1', 'loop.repeats', 'NM1'],
  ['271 without any level', '271', /HL\*1[^]*(?=SE\*)/, '', 'loop.missing', 'HL'],
  ['835 with a segment that says nothing', '835', /(NM1\*QC[^~]*~)/, '$1MOA~', 'segment.empty', 'MOA'],
  ['835 with a second trace number', '835', /(TRN\*1[^~]*~)/, '$1$1', 'segment.repeats', 'TRN'],
  [
    '835 with a later adjustment of no known reason',
    '835',
    '*WO:V050*4',
    '*WO:V050*4*QQ:V051*0',
    'element.code',
    'PLB',
  ],
];

function findings(text: string, level: Level): readonly Finding[] {
  const report = validate(text, { level });
  return [
    ...report.errors,
    ...report.warnings,
    ...report.transactions.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
  ];
}

describe('one fault at a time', () => {
  it('the files without a fault are without a finding at every level', () => {
    for (const [kind, text] of Object.entries(FIXTURES)) {
      expect({ kind, findings: findings(text, 'product') }).toEqual({ kind, findings: [] });
    }
  });

  const telling = MUTANTS.filter(([, , , , code]) => code !== 'none').map(mutant => ({
    name: mutant[0],
    mutant,
  }));
  it.each(telling)('finds: $name', ({ mutant }) => {
    const [, kind, from, to, code, segment, level = 'guide'] = mutant;
    const text = FIXTURES[kind];
    const found = findings(mutated(text, from, to), level);
    expect(found.map(finding => `${finding.code} ${finding.segment}`)).toContain(`${code} ${segment}`);
    for (const { offset, position } of found) {
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(offset).toBeLessThanOrEqual(text.length + 60);
      expect(position).toBeGreaterThan(0);
    }
  });

  it('there are at least sixty kinds', () => {
    expect(new Set(telling.map(({ name }) => name)).size).toBeGreaterThanOrEqual(60);
  });
});
