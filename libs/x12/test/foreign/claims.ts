import { GROUPS, LINES, MAINFRAME, NEWLINE_ENDS, PIPES, WINDOWS, type Sample } from './sample.ts';

const SENT = `
  NM1*41*2*NORTHWIND BILLING*****46*NWB001
  PER*IC*EDI DESK*TE*3125550100*EX*12*EM*EDI@NORTHWIND.EXAMPLE
  NM1*40*2*GREAT PLAINS HEALTH*****46*GPH01`;
const CLINIC = `
  HL*1**20*1
  NM1*85*2*LAKE STREET CLINIC*****XX*1990000105
  N3*77 LAKE STREET*SUITE 4
  N4*CHICAGO*IL*606010001
  REF*EI*361234567`;
const JUNE = `
  NM1*IL*1*HOLLOWAY*JUNE****MI*1EG4TE5MK73
  N3*9 ELM COURT
  N4*OAK PARK*IL*603020009
  DMG*D8*19480212*F`;
const PLAINS = 'NM1*PR*2*GREAT PLAINS HEALTH*****PI*GPH01';
const claim = (rest: string, kind = 'CH') => `
  BHT*0019*00*TX1001*20261103*1405*${kind}
  ${SENT}
  ${CLINIC}
  HL*2*1*22*0
  SBR*P*18*GRP77******CI
  ${JUNE}
  ${PLAINS}
  ${rest}`;

/** Professional claims of vendors and clearinghouses. */
export const CLAIMS: Readonly<Record<string, Sample>> = {
  'Medicare second, the first payer by line, a pay-to address and a pay-to plan, lines that end as in Windows':
    {
      guide: '837P',
      style: WINDOWS,
      bodies: [
        `BHT*0019*00*TX1001*20261103*1405*CH
      ${SENT}
      HL*1**20*1
      PRV*BI*PXC*207Q00000X
      NM1*85*2*LAKE STREET CLINIC*****XX*1990000105
      N3*77 LAKE STREET*SUITE 4
      N4*CHICAGO*IL*606010001
      REF*EI*361234567
      REF*0B*036000111
      PER*IC*BILLING*TE*3125550101
      NM1*87*2
      N3*PO BOX 88
      N4*CHICAGO*IL*606800088
      NM1*PE*2*STATE RECOVERY PLAN*****PI*SRP1
      N3*1 CAPITOL WAY
      N4*SPRINGFIELD*IL*627010001
      REF*2U*88
      REF*EI*360000001
      HL*2*1*22*0
      SBR*S*18*GRP77**12****MB
      ${JUNE}
      NM1*PR*2*MEDICARE B ILLINOIS*****PI*00952
      CLM*PC-1001*230***11:B:1*Y*A*Y*Y
      REF*D9*CH2026110300017
      HI*ABK:E119*ABF:I10
      NM1*82*1*OSEI*AMARA****XX*1990000204
      PRV*PE*PXC*207Q00000X
      SBR*P*18*******CI
      AMT*D*150
      OI***Y***Y
      NM1*IL*1*HOLLOWAY*JUNE****MI*ACM55
      NM1*PR*2*ACME MUTUAL*****PI*ACME1
      LX*1
      SV1*HC:99214:25*150*UN*1***1:2
      DTP*472*D8*20261020
      REF*6R*1001-1
      SVD*ACME1*110*HC:99214:25**1
      CAS*PR*2*25*1
      CAS*CO*45*15
      DTP*573*D8*20261101
      AMT*EAF*25
      LX*2
      SV1*HC:81002*80*UN*2***1
      DTP*472*RD8*20261020-20261021
      SVD*ACME1*40*HC:81002**2
      CAS*CO*45*40
      DTP*573*D8*20261101`,
      ],
    },
  'the first payer by claim: paid, not covered, left to the patient, and its providers': {
    guide: '837P',
    style: LINES,
    bodies: [
      claim(`CLM*PC-1002*300***22:B:1*Y*C*Y*I*P
      DTP*435*D8*20261001
      DTP*096*D8*20261003
      PWK*OZ*FX***AC*ATT-1002
      CN1*09*300
      AMT*F5*20
      HI*ABK:J189
      NM1*DN*1*MBEKI*THABO****XX*1990000204
      REF*G2*77
      NM1*77*2*PRAIRIE HOSPITAL*****XX*1990000105
      N3*5 HOSPITAL ROAD
      N4*CHICAGO*IL*606120000
      SBR*S*18*******16
      CAS*PR*1*50**2*30.5
      CAS*OA*23*.5
      AMT*D*219
      AMT*A8*0
      AMT*EAF*80.5
      OI***W*P**I
      MOA***MA01*N130
      NM1*IL*1*HOLLOWAY*JUNE****MI*HMO9
      NM1*PR*2*RIVER HMO*****XV*RIVER1
      DTP*573*D8*20261015
      REF*F8*RV100
      NM1*82*1
      REF*G2*R5
      LX*1
      SV1*HC:99223*300*UN*1*21**1
      DTP*472*D8*20261001`),
    ],
  },
  'a subscriber with two dependants, an accident at work, the claim number of the insurer': {
    guide: '837P',
    style: PIPES,
    bodies: [
      `BHT*0019*18*TX1003*20261103*140527*CH
      ${SENT}
      ${CLINIC}
      HL*2*1*22*1
      SBR*P********WC
      NM1*IL*2*PRAIRIE FREIGHT*****MI*WC-POLICY-9
      REF*Y4*CLAIM-777
      NM1*PR*2*WORKERS FUND*****PI*WF01
      REF*FY*OFFICE7
      HL*3*2*23*0
      PAT*20
      NM1*QC*1*OKAFOR*NNEKA*B**II
      N3*4 DOCK STREET
      N4*CHICAGO*IL*60607
      DMG*D8*19850630*F
      REF*Y4*CLAIM-777
      PER*IC*H R*TE*3125550199*EX*4
      CLM*PC-1003*95***11:B:1*Y*A*Y*Y**EM:OA::IL
      DTP*439*D8*20261012
      DTP*360*D8*20261013
      REF*4N*3
      HI*ABK:S61219A
      LX*1
      SV1*HC:12001*95*UN*1***1
      DTP*472*D8*20261013
      HL*4*2*23*0
      PAT*G8
      NM1*QC*1*OKAFOR*IKE
      N3*4 DOCK STREET
      N4*CHICAGO*IL*60607
      DMG*D8*20150630*M
      CLM*PC-1004*40***11:B:1*Y*A*Y*Y**AA:::IL
      DTP*439*D8*20261012
      HI*ABK:Z0000
      LX*1
      SV1*HC:99212*40*UN*1***1
      DTP*472*D8*20261013`,
    ],
  },
  'an ambulance with two patients, from a road to a hospital': {
    guide: '837P',
    style: NEWLINE_ENDS,
    bodies: [
      claim(`CLM*PC-1005*612.4***41:B:1*Y*A*Y*Y
      CR1*LB*140**A*DH*12****UNCONSCIOUS
      CRC*07*Y*01*06
      HI*ABK:R402
      NM1*PW*2
      N3*MILE 12 ROUTE 30
      N4*JOLIET*IL*60432
      NM1*45*2*PRAIRIE HOSPITAL
      N3*5 HOSPITAL ROAD
      N4*CHICAGO*IL*60612
      LX*1
      SV1*HC:A0427:RH*500*UN*1***1**Y
      CR1*LB*140**A*DH*12
      CRC*07*Y*08
      DTP*472*D8*20261020
      QTY*PT*2
      LX*2
      SV1*HC:A0425:RH*112.4*UN*11.6***1**Y
      DTP*472*D8*20261020
      NTE*ADD*BRIDGE CLOSED SO A LONGER WAY`),
    ],
  },
  'a wheelchair by a supplier: rent and price, certificate, questions and the doctor who ordered it': {
    guide: '837P',
    style: MAINFRAME,
    bodies: [
      claim(`CLM*PC-1006*220***12:B:1*Y*A*Y*Y
      K3*STATE DATA 7
      HI*ABK:G8220
      LX*1
      SV1*HC:K0001:RR*220*UN*1***1
      SV5*HC:K0001*DA*30*220*1800*4
      PWK*CT*EL***AC*DMN0012
      CR3*I*MO*12
      CRC*09*Y*38*ZV
      DTP*472*RD8*20261001-20261030
      DTP*471*D8*20260920
      DTP*463*D8*20261001
      MEA*OG*HT*70
      NM1*DK*1*RICHARDS*TRENT****XX*1990000204
      N3*PO BOX 776
      N4*ELGIN*IL*60120
      PER*IC*TRENT*TE*8475550100
      LQ*UT*02.03B
      FRM*1A*Y
      FRM*2**12
      FRM*3***20260920
      FRM*4****33.5`),
    ],
  },
  'drugs: a compound with its parts, units of each kind, and a vaccine with its batch': {
    guide: '837P',
    bodies: [
      claim(`CLM*PC-1007*181.25***12:B:1*Y*A*Y*Y
      HI*ABK:C509
      LX*1
      SV1*HC:J3490*100.25*UN*2.5***1
      DTP*472*D8*20261020
      LIN**N4*00409120130
      CTP****2.5*ML
      REF*XZ*RX777
      LX*2
      SV1*HC:J3490*80*UN*1***1
      DTP*472*D8*20261020
      LIN**N4*00069013001
      CTP****10*UN
      REF*XZ*RX777
      LX*3
      SV1*HC:90686*1*UN*1***1
      DTP*472*D8*20261020
      REF*BT*LOT55`),
    ],
  },
  'anaesthesia in minutes, with the operation, a supervisor and more units for a birth': {
    guide: '837P',
    bodies: [
      claim(`CLM*PC-1008*1200***21:B:1*Y*A*Y*Y
      DTP*435*D8*20261020
      HI*ABK:O80
      HI*BP:59400*BO:59510
      HI*BG:AA*BG:AB
      NM1*82*1*OSEI*AMARA****XX*1990000204
      NM1*DQ*1*LIND*ASTRID****XX*1990000105
      LX*1
      SV1*HC:01967:QK:P2*1200*MJ*95***1
      DTP*472*D8*20261020
      QTY*FL*2
      NM1*82*1*OSEI*AMARA****XX*1990000204
      PRV*PE*PXC*207L00000X`),
    ],
  },
  'an encounter under capitation: nothing charged, a contract, a repricer': {
    guide: '837P',
    style: GROUPS,
    bodies: [
      claim(
        `CLM*PC-1009*0***11:B:1*Y*A*Y*Y
      DTP*050*D8*20261030
      CN1*05
      REF*9A*RP-1
      HI*ABK:Z0000
      HCP*10*0**RPO1
      LX*1
      SV1*HC:99396*0*UN*1***1
      DTP*472*D8*20261020
      REF*9B*RP-1-1
      HCP*10*0**RPO1`,
        'RP',
      ),
      claim(`CLM*PC-1010*75***11:B:7*Y*A*Y*Y
      DTP*454*D8*20260901
      DTP*453*D8*20260930
      DTP*455*D8*20260902
      REF*F8*GPH-77-1
      NTE*DCP*REPLACES A CLAIM WITH A WRONG DATE
      CR2********A**NECK PAIN
      CRC*E1*Y*L1*L2
      HI*ABK:M9901
      LX*1
      SV1*HC:98941:AT*75*UN*1***1
      DTP*472*D8*20261020
      DTP*471*D8*20261019`),
    ],
  },
};
