import { INTERCHANGES, LINES, MAINFRAME, NEWLINE_ENDS, WINDOWS, type Sample } from './sample.ts';

const PAYER = `
  N1*PR*GREAT PLAINS HEALTH*XV*GPH01
  N3*100 PLAINS PLAZA
  N4*OMAHA*NE*68102
  REF*2U*GPH01
  PER*CX*PROVIDER LINE*TE*8005550100*EX*3
  PER*BL*EDI HELP*TE*8005550101*EM*EDI@PLAINS.EXAMPLE
  PER*IC**UR*WWW.PLAINS.EXAMPLE
  N1*PE*LAKE STREET CLINIC*XX*1990000105
  N3*77 LAKE STREET
  N4*CHICAGO*IL*606010001
  REF*TJ*361234567
  REF*PQ*P55`;
const SMALL = `
  N1*PR*RIVER HMO
  N3*8 RIVER ROAD
  N4*PEORIA*IL*61602
  PER*BL*HELP*EM*HELP@RIVER.EXAMPLE
  N1*PE*LAKE STREET CLINIC*FI*361234567`;

/** Remittances of payers. */
export const REMITTANCES: Readonly<Record<string, Sample>> = {
  'a reversal and its correction, adjustments of claim and line, and a page of provider adjustments': {
    guide: '835',
    notForPyx12: 'it takes one PLB for the whole of them',
    style: LINES,
    bodies: [
      `BPR*I*141.5*C*ACH*CCP*01*071000013*DA*12345*1361111111*PLAINS9NE*01*071000505*DA*98765*20261104
      TRN*1*EFT0001*1361111111*PLAINS9NE
      REF*EV*NWB001
      DTM*405*20261102
      ${PAYER}
      LX*1
      CLP*PC-1*22*-100*-60**12*ICN1*11*1
      NM1*QC*1*HOLLOWAY*JUNE****MI*GP1
      REF*F8*ICN0
      DTM*232*20260901
      SVC*HC:99213*-100*-60**-1
      DTM*472*20260901
      CAS*CO*45*-40
      REF*6R*PC-1-1
      CLP*PC-1*1*100*75*10*12*ICN2*11*7
      CAS*PR*3*10
      NM1*QC*1*HOLLOWAY*JUNE****MI*GP1
      NM1*74*1*HOLLOWAY*JUNE*A
      MOA***MA01*MA18
      DTM*232*20260901
      DTM*233*20260901
      DTM*050*20260915
      PER*CX*CLAIMS*TE*8005550103
      AMT*AU*85
      SVC*HC:99213*100*85**1
      DTM*472*20260901
      CAS*CO*45*15
      REF*6R*PC-1-1
      AMT*B6*85
      LQ*HE*N130
      PLB*1990000105*20261231*WO:ICN0*-120.5*L6*-2.25*72:PC-7*-1.75*CS:ADJ*-1*FB:NEXT*-1*50:LATE*0
      PLB*1990000105*20261231*AM*0.5*J1:NOTE*-.5
      PLB*1990000204*20261231*IR*0`,
    ],
  },
  'capitation: a notice without money and a payment without claims': {
    guide: '835',
    style: INTERCHANGES,
    bodies: [
      `BPR*H*0*C*NON************20261104
      TRN*1*NOTICE77*1362222222
      ${SMALL}
      LX*0
      CLP*CAP-1*1*90*0*0*HM*R1
      NM1*QC*1*OKAFOR*NNEKA****MI*R55
      SVC*HC:99213*90*0**1
      DTM*472*20261001
      CAS*CO*24*90`,
      `BPR*C*5000*C*FWT*CTX*01*071000013*DA*1*1362222222**01*071000505*SG*2*20261104
      TRN*1*CAP202611*1362222222
      ${SMALL}
      PLB*361234567*20261231*CT:202611*-5000`,
    ],
  },
  'a hospital: totals of the provider, inpatient remarks, a corrected insured, a payer to whom it was passed on':
    {
      guide: '835',
      style: MAINFRAME,
      bodies: [
        `BPR*I*4250*C*CHK************20261104
      TRN*1*CHECK100*1361111111
      CUR*PR*USD
      ${PAYER}
      LX*110610
      TS3*1990000105*11*20261231*1*5200
      TS2*4250*4250
      CLP*IP-9*19*5200*4250*100*MA*ICN9*11*1**247*2.5
      CAS*PR*1*100
      CAS*CO*45*850
      NM1*QC*1*HOLLOWAY*JUNE****HN*1EG4TE5MK73
      NM1*IL*1*HOLLOWAY*ROB****MI*GP9
      NM1*74*1*HOLLOWAY*JUNE****C*1EG4TE5MK74
      NM1*82*1*OSEI*AMARA****XX*1990000204
      NM1*TT*2*RIVER HMO*****PI*RIVER1
      NM1*GB*1*HOLLOWAY*ROB
      MIA*4***4250*MA01***************N130
      REF*EA*MR-5551
      REF*1L*GRP77
      REF*0B*IL555
      DTM*232*20261001
      DTM*233*20261005
      DTM*036*20261231
      QTY*CA*4
      QTY*ZK*1`,
      ],
    },
  'lines bundled into one, a drug, a remark by line, a payer before us': {
    guide: '835',
    style: WINDOWS,
    bodies: [
      `BPR*I*152.2*C*ACH*CTX*01*071000013*DA*1*1361111111**04*071000505*DA*2*20261104
      TRN*1*EFT0003*1361111111
      ${PAYER}
      LX*1
      CLP*PC-3*2*260*152.2*37.8*12*ICN3*11*1
      NM1*QC*1*DELGADO*ROSA
      SVC*HC:80053*160*92.2**1*HC:82947
      DTM*150*20261001
      DTM*151*20261002
      CAS*PR*2*17.8
      CAS*OA*23*50
      REF*6R*PC-3-1
      REF*G1*AUTH1
      REF*1G*A1
      REF*0K*L123
      AMT*KH*1.5
      QTY*ZL*1.5
      LQ*HE*M15
      LQ*RX*70
      SVC*HC:82565*50*0**0*HC:80053
      DTM*472*20261001
      CAS*CO*97*50
      SVC*N4:00409379501*50*60**2**1
      DTM*472*20261001
      CAS*OA*94*-30
      CAS*PR*3*20`,
    ],
  },
  'a payer that takes back more than it pays, denies, forwards and foretells': {
    guide: '835',
    style: NEWLINE_ENDS,
    bodies: [
      `BPR*I*0*C*NON************20261104
      TRN*1*NOPAY1*1361111111
      ${PAYER}
      LX*1
      CLP*PC-4*4*80*0**12*ICN4
      CAS*CO*29*80
      NM1*QC*1*DELGADO*ROSA
      CLP*PC-5*23*90*0**12*ICN5
      CAS*OA*B11*90
      NM1*QC*1*DELGADO*ROSA
      NM1*PR*2*RIVER HMO*****XV*RIVER1
      CLP*PC-6*25*70*0**12*ICN6
      CAS*OA*101*70
      NM1*QC*1*DELGADO*ROSA
      LX*7
      CLP*PC-7*3*60*40*20*15*ICN7
      CAS*PR*2*20
      NM1*QC*1*DELGADO*ROSA
      PLB*1990000105*20261231*WO:ICN1*100*FB:20261104*-60`,
    ],
  },
};
