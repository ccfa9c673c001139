import { INTERCHANGES, LINES, PIPES, WINDOWS, type Sample } from './sample.ts';

/** Acknowledgements, reviews of services, and dental claims. */
export const OTHERS: Readonly<Record<string, Sample>> = {
  'a group taken whole': {
    guide: '999',
    bodies: [
      `AK1*HC*17*005010X222A1
      AK2*837*0001*005010X222A1
      IK5*A
      AK2*837*0002*005010X222A1
      IK5*A
      AK9*A*2*2*2`,
    ],
  },
  'a group taken in part, with errors of segments and elements and what called for them': {
    guide: '999',
    style: PIPES,
    bodies: [
      `AK1*HC*18*005010X222A1
      AK2*837*0001*005010X222A1
      IK3*CLM*27*2300*8
      CTX*CLM01:PC-1
      IK4*5:3*1325*7*Q
      IK4*2*782*6*1O0
      IK3*NM1*31*2310*I9
      CTX*SITUATIONAL TRIGGER*CLM*27*2300*5:1*1331
      IK5*R*5*I5
      AK2*837*0002*005010X222A1
      IK3*REF*12*2010*I6
      IK5*E*5
      AK2*837*0003*005010X222A1
      IK5*A
      AK9*P*3*3*2`,
    ],
  },
  'a group refused for its counts': {
    guide: '999',
    style: INTERCHANGES,
    bodies: [
      `AK1*HS*19*005010X279A1
      AK9*R*5*4*0*5`,
      `AK1*HP*20*005010X221A1
      AK2*835*1001
      IK5*M*16*4
      AK9*R*1*1*0*2`,
    ],
  },
  'a request for several services with their places and doctors': {
    guide: '278',
    style: LINES,
    bodies: [
      `BHT*0007*13*R-1*20261103*1405
      HL*1**20*1
      NM1*X3*2*GREAT PLAINS HEALTH*****PI*GPH01
      HL*2*1*21*1
      NM1*1P*2*LAKE STREET CLINIC*****XX*1990000105
      REF*ZH*P55
      PER*IC*AUTH DESK*TE*3125550100
      HL*3*2*22*1
      NM1*IL*1*HOLLOWAY*JUNE****MI*GP1
      DMG*D8*19480212*F
      HL*4*3*EV*1
      TRN*1*R-1-1*9361234567
      UM*HS*I*2*11:B*****Y
      DTP*AAH*RD8*20261110-20270110
      HI*ABK:M1711*ABF:Z96651
      HSD*VS*12*DA*2*7*2
      CRC*75*Y*24
      PWK*OZ*FX***AC*ATT-1
      MSG*AFTER KNEE REPLACEMENT
      NM1*SJ*1*OSEI*AMARA****XX*1990000204
      PRV*PE*PXC*225100000X
      NM1*CA*2*FIRST REVIEWER
      REF*ZZ*DENIED
      DTP*598*D8*20261030
      HL*5*4*SS*0
      TRN*1*R-1-2*9361234567
      UM*HS*I*2
      DTP*472*RD8*20261110-20270110
      SV1*HC:97110*90*UN*12
      HSD*VS*12
      HL*6*4*SS*0
      SV1*HC:97140*60*UN*12
      HL*7*4*SS*0
      SV2*0420*HC:97112*75*UN*6
      NM1*SJ*2*PRAIRIE THERAPY*****XX*1990000105
      N3*6 HOSPITAL ROAD
      N4*CHICAGO*IL*60612`,
    ],
  },
  'an answer that grants one service, changes another and refuses oxygen for a dependant': {
    guide: '278',
    style: WINDOWS,
    bodies: [
      `BHT*0007*11*R-1*20261104*1405*18
      HL*1**20*1
      NM1*X3*2*GREAT PLAINS HEALTH*****PI*GPH01
      PER*IC*REVIEW*TE*8005550107
      HL*2*1*21*1
      NM1*1P*2*LAKE STREET CLINIC*****XX*1990000105
      PRV*RF*PXC*261Q00000X
      NM1*FA*2*LAKE STREET HOSPITAL*****XX*1990000204
      REF*G5*SITE-2
      HL*3*2*22*1
      NM1*IL*1*OKAFOR*NNEKA****MI*R55
      HL*4*3*23*1
      NM1*QC*1*OKAFOR*IKE
      DMG*D8*20150630*M
      INS*N*19
      HL*5*4*EV*1
      TRN*2*R-1-1*9361234567
      UM*HS*I
      HCR*A6*AUTH77
      REF*BB*PREV1
      DTP*472*RD8*20261110-20270110
      DTP*036*D8*20270201
      HI*ABK:J449
      CR5*I*6*D***2.5*16
      HL*6*5*SS*0
      UM*HS*I
      HCR*A1*AUTH78
      DTP*472*D8*20261110
      DTP*102*D8*20261104
      SV1*HC:94010*60*UN*1
      HL*7*5*SS*0
      HCR*A3*AUTH79*0V
      SV1*HC:E1390*200*UN*1`,
    ],
  },
  'braces over months, teeth and their surfaces, the first payer by line': {
    guide: '837D',
    style: LINES,
    bodies: [
      `BHT*0019*00*TX3001*20261103*1405*CH
      NM1*41*2*NORTHWIND BILLING*****46*NWB001
      PER*IC*EDI DESK*TE*3125550100
      NM1*40*2*GREAT PLAINS DENTAL*****46*GPD01
      HL*1**20*1
      PRV*BI*PXC*122300000X
      NM1*85*2*LAKE STREET DENTAL*****XX*1990000105
      N3*79 LAKE STREET
      N4*CHICAGO*IL*606010001
      REF*EI*361234567
      REF*G5*000A
      REF*0B*IL-4411
      HL*2*1*22*0
      SBR*S*18*******CI
      NM1*IL*1*DELGADO*ROSA****MI*SMA3
      N3*1 OAK STREET
      N4*EVANSTON*IL*602010000
      DMG*D8*20100301*F
      NM1*PR*2*GREAT PLAINS DENTAL*****PI*GPD01
      CLM*DC-1*1250***11:B:1*Y*A*Y*Y
      DTP*452*D8*20260901
      DN1*36*30
      DN2*12*E*20270101
      PWK*DA*FX***AC*XRAY-1
      AMT*F5*100
      REF*G3*PRE-1
      NTE*ADD*SECOND OF TWO PARTS
      HI*ABK:K0262
      NM1*82*1*OSEI*AMARA****XX*1990000204
      PRV*PE*PXC*1223X0400X
      SBR*P*18*******CI
      OI***Y***Y
      NM1*IL*1*DELGADO*ROSA****MI*ACM7
      NM1*PR*2*ACME DENTAL*****PI*ACMED
      LX*1
      SV3*AD:D8080*1000***I*1
      DTP*472*D8*20261020
      LX*2
      SV3*AD:D2392*250**10:20**1
      TOO*JP*30*M:O
      TOO*JP*31*M
      DTP*472*D8*20261020
      REF*6R*DC-1-2
      SVD*ACMED*150*AD:D2392**1
      CAS*PR*2*100
      DTP*573*D8*20261101`,
    ],
  },
};
