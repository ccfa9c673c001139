import { GROUPS, LINES, MAINFRAME, PIPES, WINDOWS, type Sample } from './sample.ts';

const PAYER = 'NM1*PR*2*GREAT PLAINS HEALTH*****PI*GPH01';
const SENDER = 'NM1*41*2*NORTHWIND BILLING*****46*NWB001';
const CLINIC = 'NM1*1P*2*LAKE STREET CLINIC*****XX*1990000105';
const LEVELS = `
  HL*1**20*1
  ${PAYER}
  HL*2*1*21*1
  ${SENDER}
  HL*3*2*19*1
  ${CLINIC}`;
const RECEIPT = `
  BHT*0085*08*CA-1*20261104*0600*TH
  HL*1**20*1
  NM1*AY*2*CLEARING HOUSE*****46*CLEARHSE
  TRN*1*RCPT-1
  DTP*050*D8*20261103
  DTP*009*D8*20261104`;

/** Questions about claims, the answers, and what clearinghouses say of a file of claims. */
export const STATUS: Readonly<Record<string, Sample>> = {
  'claims of a person and of a dependant, by number, bill type, charge and line': {
    guide: '276',
    style: PIPES,
    bodies: [
      `BHT*0010*13*S-1*20261103*1405
      ${LEVELS}
      NM1*1P*1*OSEI*AMARA****SV*55
      HL*4*3*22*0
      DMG*D8*19480212*F
      NM1*IL*1*HOLLOWAY*JUNE****MI*GP1
      TRN*1*T-1
      REF*1K*ICN1
      REF*BLT*111
      REF*EJ*PC-1
      AMT*T3*150.5
      DTP*472*RD8*20261001-20261005
      SVC*HC:99213:25*100*****1
      REF*FJ*1
      DTP*472*D8*20261001
      TRN*1*T-2
      REF*D9*CH1
      DTP*472*D8*20261001
      HL*5*3*22*1
      NM1*IL*1*OKAFOR*NNEKA****MI*R55
      HL*6*5*23
      DMG*D8*20150630*M
      NM1*QC*1*OKAFOR*IKE
      TRN*1*T-3
      REF*6P*GRP77
      REF*XZ*RX7
      AMT*T3*40`,
    ],
  },
  'several statuses of a claim, each of up to three codes, and of its lines': {
    guide: '277',
    style: LINES,
    bodies: [
      `BHT*0010*08*S-1*20261104*1405*DG
      HL*1**20*1
      ${PAYER}
      PER*IC*STATUS DESK*TE*8005550106
      HL*2*1*21*1
      ${SENDER}
      HL*3*2*19*1
      ${CLINIC}
      HL*4*3*22*0
      NM1*IL*1*HOLLOWAY*JUNE****MI*GP1
      TRN*2*T-1
      STC*F1:65*20261102**150.5*110.5*20261101**20261104*EFT0001
      STC*F1:104:PR*20261102**0*0*****F1:107
      STC*P3:317:1P*20261101********R3:294*R4:297
      REF*1K*ICN1
      REF*EJ*PC-1
      DTP*472*D8*20261001
      SVC*HC:99213*100*80****1
      STC*F1:65*20261102
      STC*F1:585*20261102
      REF*FJ*1
      DTP*472*D8*20261001
      SVC*NU:0250*50.5*30.5****1
      STC*F2:104*20261102
      DTP*472*D8*20261001
      HL*5*3*22*1
      NM1*IL*1*OKAFOR*NNEKA****MI*R55
      HL*6*5*23
      NM1*QC*1*OKAFOR*IKE
      TRN*2*T-3
      STC*A4:35*20261104`,
    ],
  },
  'a sender and a provider of whom nothing is known': {
    guide: '277',
    style: GROUPS,
    bodies: [
      `BHT*0010*08*S-2*20261104*1405*DG
      HL*1**20*1
      ${PAYER}
      HL*2*1*21*0
      ${SENDER}
      TRN*2*S-1
      STC*E0:24:41*20261104`,
      `BHT*0010*08*S-3*20261104*1405*DG
      HL*1**20*1
      ${PAYER}
      HL*2*1*21*1
      ${SENDER}
      HL*3*2*19*0
      ${CLINIC}
      TRN*1*0
      STC*E0:25:1P*20261104`,
    ],
  },
  'claims taken in, without a status of the provider': {
    guide: '277CA',
    style: MAINFRAME,
    notForPyx12: 'it asks for a status of the provider; clearinghouses send a trace and totals only',
    bodies: [
      `${RECEIPT}
      HL*2*1*21*1
      ${SENDER}
      TRN*2*TX1001
      STC*A1:20*20261103*WQ*325
      QTY*90*2
      AMT*YU*325
      HL*3*2*19*1
      NM1*85*2*LAKE STREET CLINIC*****XX*1990000105
      TRN*1*0
      REF*TJ*361234567
      QTY*QA*2
      AMT*YU*325
      HL*4*3*PT
      NM1*QC*1*HOLLOWAY*JUNE****MI*GP1
      TRN*2*PC-1
      STC*A2:20:PR*20261104*WQ*250
      REF*1K*ICN1
      REF*D9*CH1
      DTP*472*RD8*20261001-20261005
      TRN*2*PC-2
      STC*A1:20*20261104*WQ*75
      DTP*472*D8*20261001`,
    ],
  },
  'refusals of a file, a provider, a claim and a line': {
    guide: '277CA',
    style: LINES,
    notForPyx12: 'it asks for a provider and a patient where the file or the provider was refused',
    bodies: [
      `${RECEIPT}
      HL*2*1*21*0
      ${SENDER}
      TRN*2*TX1001
      STC*A3:24:41*20261103*U*325
      QTY*AA*2
      AMT*YY*325`,
      `${RECEIPT}
      HL*2*1*21*1
      ${SENDER}
      TRN*2*TX1001
      STC*A1:19*20261103*WQ*325
      HL*3*2*19*0
      NM1*85*1*OSEI*AMARA****XX*1990000204
      TRN*1*0
      STC*A8:496:85**U*65
      QTY*QC*1
      AMT*YY*65`,
    ],
  },
  'a claim refused for several reasons with its line, beside one that is fine': {
    guide: '277CA',
    style: WINDOWS,
    bodies: [
      `${RECEIPT}
      HL*2*1*21*1
      ${SENDER}
      TRN*2*TX1001
      STC*A1:19:PR*20261103*WQ*325
      QTY*90*1
      QTY*AA*1
      AMT*YU*75
      AMT*YY*250
      HL*3*2*19*1
      NM1*85*2*LAKE STREET CLINIC*****XX*1990000105
      TRN*1*0
      STC*A1:19:PR**WQ*325
      REF*0B*IL555
      QTY*QA*1
      QTY*QC*1
      AMT*YU*75
      AMT*YY*250
      HL*4*3*PT
      NM1*QC*1*HOLLOWAY*JUNE****MI*GP1
      TRN*2*PC-1
      STC*A7:562:85*20261104*U*250******A7:145:85*A6:521:QC*NPI AND TAXONOMY OF THE PROVIDER
      STC*A3:187*20261104*U*250
      REF*D9*CH1
      DTP*472*D8*20261001
      SVC*HC:99213*100
      STC*A7:122*20261104*U
      REF*FJ*1
      DTP*472*D8*20261001
      HL*5*3*PT
      NM1*QC*1*DELGADO*ROSA****MI*SMA3
      TRN*2*PC-2
      STC*A2:20:PR*20261104*WQ*75
      REF*1K*ICN2
      REF*BLT*111
      DTP*472*D8*20261001`,
    ],
  },
};
