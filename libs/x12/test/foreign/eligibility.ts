import { GROUPS, LINES, NEWLINE_ENDS, PIPES, WINDOWS, type Sample } from './sample.ts';

const SOURCE = 'NM1*PR*2*GREAT PLAINS HEALTH*****PI*GPH01';
const CLINIC = 'NM1*1P*2*LAKE STREET CLINIC*****XX*1990000105';
const ANSWER = `
  BHT*0022*11*Q-1*20261103*1405
  HL*1**20*1
  ${SOURCE}
  HL*2*1*21*1
  ${CLINIC}`;

/** Questions about coverage and the answers to them. */
export const COVERAGE: Readonly<Record<string, Sample>> = {
  'many service types in one question, a procedure, a place, and the doctor who asks': {
    guide: '270',
    style: PIPES,
    bodies: [
      `BHT*0022*13*Q-1*20261103*1405
      HL*1**20*1
      ${SOURCE}
      HL*2*1*21*1
      NM1*1P*1*OSEI*AMARA****XX*1990000204
      REF*EO*NWB001
      N3*77 LAKE STREET
      N4*CHICAGO*IL*60601
      PRV*PE*PXC*207Q00000X
      HL*3*2*22*0
      TRN*1*TRACE-1*9361234567*DESK 4
      TRN*1*TRACE-2*9361234568
      NM1*IL*1*HOLLOWAY*JUNE****MI*GP1
      REF*6P*GRP77
      REF*SY*123456789
      N4*OAK PARK*IL*60302
      DMG*D8*19480212*F
      HI*ABK:E119*ABF:I10
      DTP*291*RD8*20261101-20261130
      EQ*30^98^UC^MH
      EQ**HC:99214:25*FAM
      AMT*R*37.5
      AMT*PB*50
      III*ZZ*11
      REF*G1*AUTH1
      DTP*291*D8*20261103`,
    ],
  },
  'two dependants of one person, a birth of twins, asked in two groups': {
    guide: '270',
    style: GROUPS,
    bodies: [
      `BHT*0022*13*Q-2*20261103*1405
      HL*1**20*1
      NM1*2B*2*PLAN ADMINISTRATORS*****NI*12345
      HL*2*1*21*1
      NM1*FA*2*PRAIRIE HOSPITAL*****FI*361234999
      HL*3*2*22*1
      NM1*IL*1*OKAFOR*NNEKA****MI*R55
      HL*4*3*23*0
      TRN*1*TRACE-3*9361234567
      NM1*03*1*OKAFOR*IKE
      DMG*D8*20150630*M
      INS*N*19
      EQ*30
      HL*5*3*23*0
      NM1*03*1*OKAFOR*ADA
      DMG*D8*20150630*F
      DTP*291*D8*20261103
      EQ*35^88
      REF*9F*REFER1`,
      `BHT*0022*01*Q-3*20261103*1405*RT
      HL*1**20*1
      ${SOURCE}
      HL*2*1*21*1
      NM1*80*2*PRAIRIE HOSPITAL*****SV*9988
      HL*3*2*22*0
      NM1*IL*1*OKAFOR*BABY BOY
      DMG*D8*20261030*M
      INS*Y*18***************2
      EQ*30`,
    ],
  },
  'benefits of many service types, limits, an authorization, other payers and a doctor in brackets': {
    guide: '271',
    style: LINES,
    bodies: [
      `${ANSWER}
      REF*EO*NWB001
      HL*3*2*22*0
      TRN*2*TRACE-1*9361234567
      TRN*1*PAYER-9*1361111111
      NM1*IL*1*HOLLOWAY*JUNE*A***MI*GP1
      REF*6P*GRP77*PRAIRIE EMPLOYERS
      REF*IG*POL5
      N3*9 ELM COURT
      N4*OAK PARK*IL*60302
      DMG*D8*19480212*F
      INS*Y*18*001*25
      DTP*346*D8*20260101
      DTP*347*D8*20261231
      EB*1*FAM*30^33^35^47^86^88^98^AL^MH^UC*PS*GOLD CHOICE
      DTP*291*RD8*20260101-20261231
      EB*C*IND*30***23*1500*****Y
      EB*C*IND*30***29*1120.5*****Y
      EB*G*FAM*30***23*6000*****W
      EB*A**98^UC*****.2****N
      MSG*TWENTY PERCENT AFTER THE DEDUCTIBLE
      EB*B**98***27*25*****Y
      III*ZZ*11
      EB*F**PT***23***P6*20**Y
      HSD*VS*20***23
      REF*G1*AUTH1
      DTP*472*RD8*20261101-20261231
      EB*CB**AD********Y*U*HC:97110
      EB*R**30*OT
      REF*18*OTHERPLAN
      DTP*290*D8*20260101
      LS*2120
      NM1*PR*2*RIVER HMO*****XV*RIVER1
      N3*8 RIVER ROAD
      N4*PEORIA*IL*61602
      PER*IC*MEMBERS*TE*8005550105*UR*WWW.RIVER.EXAMPLE
      NM1*IL*1*HOLLOWAY*ROB****MI*RV9
      LE*2120
      EB*L
      DTP*295*D8*20260201
      LS*2120
      NM1*P3*1*OSEI*AMARA****XX*1990000204*65
      PER*IC**TE*3125550100
      PRV*PC*PXC*207Q00000X
      LE*2120
      EB*I**35`,
    ],
  },
  'refusals at every level, each in a transaction of its own': {
    guide: '271',
    style: WINDOWS,
    bodies: [
      `BHT*0022*11*Q-1*20261103*1405
      HL*1**20*0
      AAA*Y**42*P
      NM1*PR*2*GREAT PLAINS HEALTH*****PI*GPH01`,
      `BHT*0022*11*Q-1*20261103*1405
      HL*1**20*0
      NM1*PR*2*UNKNOWN PLAN*****PI*ZZZ
      PER*IC*HELP*TE*8005550105
      AAA*N**T4*C`,
      `BHT*0022*11*Q-1*20261103*1405
      HL*1**20*1
      ${SOURCE}
      HL*2*1*21*0
      ${CLINIC}
      AAA*N**51*C
      AAA*N**43*C`,
      `${ANSWER}
      HL*3*2*22*0
      TRN*2*TRACE-1*9361234567
      NM1*IL*1*HOLLOWEY*JUNE****MI*GP2
      AAA*N**75*C
      AAA*N**72*C
      DMG*D8*19480212*F`,
      `${ANSWER}
      HL*3*2*22*1
      NM1*IL*1*OKAFOR*NNEKA****MI*R55
      HL*4*3*23*0
      TRN*2*TRACE-3*9361234567
      NM1*03*1*OKAFOR*IKE
      AAA*N**58*C
      DMG*D8*20160630*M
      INS*N*19`,
      `${ANSWER}
      HL*3*2*22*0
      NM1*IL*1*HOLLOWAY*JUNE****MI*GP1
      EB*V**98
      AAA*Y**15*N
      EB*U
      AAA*N**AA*C
      MSG*CALL THE PLAN`,
    ],
  },
  'a dependant with benefits of its own and a soldier': {
    guide: '271',
    style: NEWLINE_ENDS,
    bodies: [
      `${ANSWER}
      HL*3*2*22*1
      NM1*IL*1*OKAFOR*NNEKA****MI*R55
      HL*4*3*23*0
      TRN*2*TRACE-3*9361234567
      NM1*03*1*OKAFOR*IKE
      REF*18*PLAN9
      N3*4 DOCK STREET
      N4*CHICAGO*IL*60607
      PRV*PC*9K*P7
      DMG*D8*20150630*M
      INS*N*19
      HI*ABK:Z0000
      DTP*307*RD8*20260101-20261231
      MPI*C*AE*A**A1*D8*20200101
      EB*1**30
      REF*M7*X1
      EB*F*IND*AL***32*500
      HSD*VS*2***33*2
      EB*J**98******VS*3`,
    ],
  },
};
