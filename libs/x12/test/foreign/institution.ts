import { LINES, PIPES, type Sample } from './sample.ts';

const HOSPITAL = `
  BHT*0019*00*TX2001*20261103*1405*CH
  NM1*41*2*NORTHWIND BILLING*****46*NWB001
  PER*IC*EDI DESK*TE*3125550100
  PER*IC*NIGHT DESK*FX*3125550102
  NM1*40*2*GREAT PLAINS HEALTH*****46*GPH01
  HL*1**20*1
  PRV*BI*PXC*282N00000X
  NM1*85*2*PRAIRIE HOSPITAL*****XX*1990000105
  N3*5 HOSPITAL ROAD
  N4*CHICAGO*IL*606120000
  REF*EI*361234999
  HL*2*1*22*0`;
const JUNE = `
  NM1*IL*1*HOLLOWAY*JUNE****MI*1EG4TE5MK73
  N3*9 ELM COURT
  N4*OAK PARK*IL*603020009
  DMG*D8*19480212*F`;

/** Institutional claims. */
export const STAYS: Readonly<Record<string, Sample>> = {
  'a stay with value, occurrence, span and condition codes, procedures, present on admission and a DRG': {
    guide: '837I',
    style: LINES,
    bodies: [
      `${HOSPITAL}
      SBR*P*18*******MA
      ${JUNE}
      NM1*PR*2*MEDICARE A ILLINOIS*****PI*00131
      CLM*IP-1*12500.5***11:A:1**A*Y*Y
      DTP*096*TM*1130
      DTP*434*RD8*20261001-20261005
      DTP*435*DT*202610010915
      CL1*1*7*01
      AMT*F3*1408
      REF*EA*MR-5551
      REF*G4*PRO-1
      K3*STATE DATA 7
      NTE*MED*ANTICOAGULANT STOPPED
      HI*ABK:I2510:::::::Y
      HI*ABJ:R079
      HI*ABN:W010XXA:::::::N
      HI*DR:247
      HI*ABF:E119:::::::Y*ABF:I10:::::::Y*ABF:J9601:::::::N*ABF:Z87891
      HI*BBR:02703ZZ:D8:20261002
      HI*BBQ:B2111ZZ:D8:20261001*BBQ:4A023N7:D8:20261001
      HI*BI:70:RD8:20261001-20261004
      HI*BH:11:D8:20260930*BH:A3:D8:20261005
      HI*BE:80:::4*BE:A1:::1408*BE:01:::950.5
      HI*BG:09*BG:C1
      NM1*71*1*OSEI*AMARA****XX*1990000204
      PRV*AT*PXC*207RC0000X
      NM1*72*1*LIND*ASTRID****XX*1990000105
      NM1*ZZ*1*MBEKI*THABO
      REF*0B*IL555
      LX*1
      SV2*0120**4000*DA*4
      LX*2
      SV2*0250**500.5*UN*12**20.5
      LX*3
      SV2*0481*HC:92928*8000*UN*1
      DTP*472*D8*20261002
      REF*6R*IP-1-3`,
    ],
  },
  'an outpatient visit as second payer, with the reasons for it, a drug and what the first payer made of each line':
    {
      guide: '837I',
      style: PIPES,
      bodies: [
        `${HOSPITAL}
      SBR*S*18*******CI
      ${JUNE}
      NM1*PR*2*GREAT PLAINS HEALTH*****PI*GPH01
      CLM*OP-1*600***13:A:1**C*Y*I
      DTP*434*RD8*20261020-20261020
      CL1*1*1*01
      REF*LU*IL
      NTE*ADD*SEE RECORD
      HI*ABK:S52501A
      HI*APR:M25531*APR:R52
      HI*ABN:W19XXXA*ABN:Y92009
      HI*BE:45:::14
      NM1*71*1*OSEI*AMARA****XX*1990000204
      NM1*DN*1*LIND*ASTRID****XX*1990000105
      SBR*P*18*******MB
      AMT*D*425
      AMT*EAF*100
      OI***Y***Y
      MOA*.8***MA01
      NM1*IL*1*HOLLOWAY*JUNE****MI*1EG4TE5MK73
      NM1*PR*2*MEDICARE B*****PI*00952
      REF*F8*ICN1
      NM1*71*1
      REF*1G*A12345
      LX*1
      SV2*0450*HC:99283:25*400*UN*1
      DTP*472*D8*20261020
      SVD*00952*300*HC:99283:25*0450*1
      CAS*PR*2*75
      CAS*CO*45*25
      DTP*573*D8*20261101
      LX*2
      SV2*0636*HC:J1885*200*UN*2
      DTP*472*D8*20261020
      AMT*GT*0
      LIN**N4*00409379501
      CTP****2*ML
      SVD*00952*125*HC:J1885*0636*2
      CAS*PR*2*25
      CAS*CO*45*50
      DTP*573*D8*20261101`,
      ],
    },
  'home care by the month, a treatment code, a payer that asks for its own numbers': {
    guide: '837I',
    bodies: [
      `${HOSPITAL}
      SBR*P*18*******HM
      ${JUNE}
      NM1*PR*2*RIVER HMO*****XV*RIVER1
      REF*2U*88
      REF*G2*PROV9
      CLM*HH-1*300***32:A:3**A*Y*Y
      DTP*434*RD8*20261001-20261030
      CL1*9**30
      PWK*OZ*EL***AC*HH-ATT
      REF*G1*AUTH1
      REF*9F*REFER1
      HI*ABK:I509
      HI*TC:A01
      HCP*02*250*50
      NM1*71*1*OSEI*AMARA****XX*1990000204
      LX*1
      SV2*0551*HC:G0299*300*UN*3
      DTP*472*RD8*20261001-20261015
      REF*9B*X
      HCP*02*250*50`,
    ],
  },
};
