/** Health care claim, institutional, 005010X223A2. Notation: `notation.ts`. */
export const guide837I = `
guide 837I 005010X223A2 HC 837
also 005010X223 005010X223A1 005010X223A3

BHT R 1 Beginning of hierarchical transaction: 01!=0019 02!=00/18 03! 04! 05! 06!=31/CH/RP
[1000A] R 1 Submitter name
  NM1 R 1 Submitter name: 01!=41 02!=1/2 03! 06..07- 08!=46 09! 10..12-
  PER R 2 Submitter EDI contact information: 01!=IC 03!=EM/FX/TE 04! 05=EM/EX/FX/TE 07=EM/EX/FX/TE 09-
[1000B] R 1 Receiver name
  NM1 R 1 Receiver name: 01!=40 02!=2 03! 04..07- 08!=46 09! 10..12-
[2000A] R * Billing provider hierarchical level
  HL R 1 Billing provider hierarchical level: 01! 02- 03!=20 04!=1
  PRV S 1 Billing provider specialty information: 01!=BI 02!=PXC 03! 04..06-
  CUR S 1 Foreign currency information: 01!=85 02! 03..21-
  [2010AA] R 1 Billing provider name
    NM1 R 1 Billing provider name: 01!=85 02!=2 03! 04..07- 08=XX 10..12-
    N3 R 1 Billing provider address: 01!
    N4 R 1 Billing provider city, state, ZIP code: 01! 05..06-
    REF R 1 Billing provider tax identification: 01!=EI 02! 03..04-
    PER S 2 Billing provider contact information: 01!=IC 03!=EM/FX/TE 04! 05=EM/EX/FX/TE 07=EM/EX/FX/TE 09-
  [2010AB] S 1 Pay-to address name
    NM1 R 1 Pay-to address name: 01!=87 02!=2 03..12-
    N3 R 1 Pay-to address - address: 01!
    N4 R 1 Pay-to address city, state, ZIP code: 01! 05..06-
  [2010AC] S 1 Pay-to plan name
    NM1 R 1 Pay-to plan name: 01!=PE 02!=2 03! 04..07- 08!=PI/XV 09! 10..12-
    N3 R 1 Pay-to plan address: 01!
    N4 R 1 Pay-to plan city, state, ZIP code: 01! 05..06-
    REF S 1 Pay-to plan secondary identification: 01!=2U/FY/NF 02! 03..04-
    REF R 1 Pay-to plan tax identification number: 01!=EI 02! 03..04-
  [2000B] R * Subscriber hierarchical level
    HL R 1 Subscriber hierarchical level: 01! 02! 03!=22 04!=0/1
    SBR R 1 Subscriber information: 01!=A/B/C/D/E/F/G/H/P/S/T/U 02=18 05..08- 09=11/12/13/14/15/16/17/AM/BL/CH/CI/DS/FI/HM/LM/MA/MB/MC/OF/TV/VA/WC/ZZ
    [2010BA] R 1 Subscriber name
      NM1 R 1 Subscriber name: 01!=IL 02!=1/2 03! 06- 08=II/MI 10..12-
      N3 S 1 Subscriber address: 01!
      N4 S 1 Subscriber city, state, ZIP code: 01! 05..06-
      DMG S 1 Subscriber demographic information: 01!=D8 02! 03!=F/M/U 04- 05-x10 06..11-
      REF S 1 Subscriber secondary identification: 01!=SY 02! 03..04-
      REF S 1 Property and casualty claim number: 01!=Y4 02! 03..04-
    [2010BB] R 1 Payer name
      NM1 R 1 Payer name: 01!=PR 02!=2 03! 04..07- 08!=PI/XV 09! 10..12-
      N3 S 1 Payer address: 01!
      N4 S 1 Payer city, state, ZIP code: 01! 05..06-
      REF S 3 Payer secondary identification: 01!=2U/EI/FY/NF 02! 03..04-
      REF S 1 Billing provider secondary identification: 01!=G2/LU 02! 03..04-
    [2300] S 100 Claim information
      CLM R 1 Claim information: 01! 02! 03..04- 05! 05.1! 05.2!=A 05.3! 06- 07!=A/B/C 08!=N/W/Y 09!=I/Y 10..19- 20=1/10/11/15/2/3/4/5/6/7/8/9
      DTP S 1 Discharge hour: 01!=096 02!=TM 03!
      DTP R 1 Statement dates: 01!=434 02!=RD8 03!
      DTP S 1 Admission date/hour: 01!=435 02!=D8/DT 03!
      DTP S 1 Date - repricer received date: 01!=050 02!=D8 03!
      CL1 R 1 Institutional claim code: 01! 03! 04-
      PWK S 10 Claim supplemental information: 01!=03/04/05/06/07/08/09/10/11/13/15/21/A3/A4/AM/AS/B2/B3/B4/BR/BS/BT/CB/CK/CT/D2/DA/DB/DG/DJ/DS/EB/HC/HR/I5/IR/LA/M1/MT/NN/OB/OC/OD/OE/OX/OZ/P4/P5/PE/PN/PO/PQ/PY/PZ/RB/RR/RT/RX/SG/V5/XP 02!=AA/BM/EL/EM/FT/FX 03..04- 05=AC 07..09-
      CN1 S 1 Contract information: 01!=01/02/03/04/05/06/09
      AMT S 1 Patient estimated amount due: 01!=F3 02! 03-
      REF S 1 Service authorization exception code: 01!=4N 02! 03..04-
      REF S 1 Referral number: 01!=9F 02! 03..04-
      REF S 1 Prior authorization: 01!=G1 02! 03..04-
      REF S 1 Payer claim control number: 01!=F8 02! 03..04-
      REF S 1 Repriced claim number: 01!=9A 02! 03..04-
      REF S 1 Adjusted repriced claim number: 01!=9C 02! 03..04-
      REF S 5 Investigational device exemption number: 01!=LX 02! 03..04-
      REF S 1 Claim identifier for transmission intermediaries: 01!=D9 02! 03..04-
      REF S 1 Auto accident state: 01!=LU 02! 03..04-
      REF S 1 Medical record number: 01!=EA 02! 03..04-
      REF S 1 Demonstration project identifier: 01!=P4 02! 03..04-
      REF S 1 Peer review organization (pro) approval number: 01!=G4 02! 03..04-
      K3 S 10 File information: 01! 02..03-
      NTE S 10 Claim note: 01!=ALG/DCP/DGN/DME/MED/NTR/ODT/RHB/RLH/RNH/SET/SFM/SPT/UPI 02!
      NTE S 1 Billing note: 01!=ADD 02!
      CRC S 1 Epsdt referral: 01!=ZZ 02!=N/Y 03!=AV/NU/S2/ST 04=AV/NU/S2/ST 05=AV/NU/S2/ST 06..07-
      HI R 1 Principal diagnosis: 01! 01.1!=ABK/BK 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9=N/U/W/Y 02..12-
      HI S 1 Admitting diagnosis: 01! 01.1!=ABJ/BJ 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9- 02..12-
      HI S 1 Patient's reason for visit: 01! 01.1!=APR/PR 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9- 02.1!=APR/PR 02.2! 02.3- 02.4- 02.5- 02.6- 02.7- 02.8- 02.9- 03.1!=APR/PR 03.2! 03.3- 03.4- 03.5- 03.6- 03.7- 03.8- 03.9- 04..12-
      HI S 1 External cause of injury: 01! 01.1!=ABN/BN 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9=N/U/W/Y 02.1!=ABN/BN 02.2! 02.3- 02.4- 02.5- 02.6- 02.7- 02.8- 02.9=N/U/W/Y 03.1!=ABN/BN 03.2! 03.3- 03.4- 03.5- 03.6- 03.7- 03.8- 03.9=N/U/W/Y 04.1!=ABN/BN 04.2! 04.3- 04.4- 04.5- 04.6- 04.7- 04.8- 04.9=N/U/W/Y 05.1!=ABN/BN 05.2! 05.3- 05.4- 05.5- 05.6- 05.7- 05.8- 05.9=N/U/W/Y 06.1!=ABN/BN 06.2! 06.3- 06.4- 06.5- 06.6- 06.7- 06.8- 06.9=N/U/W/Y 07.1!=ABN/BN 07.2! 07.3- 07.4- 07.5- 07.6- 07.7- 07.8- 07.9=N/U/W/Y 08.1!=ABN/BN 08.2! 08.3- 08.4- 08.5- 08.6- 08.7- 08.8- 08.9=N/U/W/Y 09.1!=ABN/BN 09.2! 09.3- 09.4- 09.5- 09.6- 09.7- 09.8- 09.9=N/U/W/Y 10.1!=ABN/BN 10.2! 10.3- 10.4- 10.5- 10.6- 10.7- 10.8- 10.9=N/U/W/Y 11.1!=ABN/BN 11.2! 11.3- 11.4- 11.5- 11.6- 11.7- 11.8- 11.9=N/U/W/Y 12.1!=ABN/BN 12.2! 12.3- 12.4- 12.5- 12.6- 12.7- 12.8- 12.9=N/U/W/Y
      HI S 1 Diagnosis related group (DRG) information: 01! 01.1!=DR 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9- 02..12-
      HI S 2 Other diagnosis information: 01! 01.1!=ABF/BF 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9=N/U/W/Y 02.1!=ABF/BF 02.2! 02.3- 02.4- 02.5- 02.6- 02.7- 02.8- 02.9=N/U/W/Y 03.1!=ABF/BF 03.2! 03.3- 03.4- 03.5- 03.6- 03.7- 03.8- 03.9=N/U/W/Y 04.1!=ABF/BF 04.2! 04.3- 04.4- 04.5- 04.6- 04.7- 04.8- 04.9=N/U/W/Y 05.1!=ABF/BF 05.2! 05.3- 05.4- 05.5- 05.6- 05.7- 05.8- 05.9=N/U/W/Y 06.1!=ABF/BF 06.2! 06.3- 06.4- 06.5- 06.6- 06.7- 06.8- 06.9=N/U/W/Y 07.1!=ABF/BF 07.2! 07.3- 07.4- 07.5- 07.6- 07.7- 07.8- 07.9=N/U/W/Y 08.1!=ABF/BF 08.2! 08.3- 08.4- 08.5- 08.6- 08.7- 08.8- 08.9=N/U/W/Y 09.1!=ABF/BF 09.2! 09.3- 09.4- 09.5- 09.6- 09.7- 09.8- 09.9=N/U/W/Y 10.1!=ABF/BF 10.2! 10.3- 10.4- 10.5- 10.6- 10.7- 10.8- 10.9=N/U/W/Y 11.1!=ABF/BF 11.2! 11.3- 11.4- 11.5- 11.6- 11.7- 11.8- 11.9=N/U/W/Y 12.1!=ABF/BF 12.2! 12.3- 12.4- 12.5- 12.6- 12.7- 12.8- 12.9=N/U/W/Y
      HI S 1 Principal procedure information: 01! 01.1!=BBR/BR/CAH 01.2! 01.3!=D8 01.4! 01.5- 01.6- 01.7- 01.8- 01.9- 02..12-
      HI S 2 Other procedure information: 01! 01.1!=BBQ/BQ 01.2! 01.3!=D8 01.4! 01.5- 01.6- 01.7- 01.8- 01.9- 02.1!=BBQ/BQ 02.2! 02.3!=D8 02.4! 02.5- 02.6- 02.7- 02.8- 02.9- 03.1!=BBQ/BQ 03.2! 03.3!=D8 03.4! 03.5- 03.6- 03.7- 03.8- 03.9- 04.1!=BBQ/BQ 04.2! 04.3!=D8 04.4! 04.5- 04.6- 04.7- 04.8- 04.9- 05.1!=BBQ/BQ 05.2! 05.3!=D8 05.4! 05.5- 05.6- 05.7- 05.8- 05.9- 06.1!=BBQ/BQ 06.2! 06.3!=D8 06.4! 06.5- 06.6- 06.7- 06.8- 06.9- 07.1!=BBQ/BQ 07.2! 07.3!=D8 07.4! 07.5- 07.6- 07.7- 07.8- 07.9- 08.1!=BBQ/BQ 08.2! 08.3!=D8 08.4! 08.5- 08.6- 08.7- 08.8- 08.9- 09.1!=BBQ/BQ 09.2! 09.3!=D8 09.4! 09.5- 09.6- 09.7- 09.8- 09.9- 10.1!=BBQ/BQ 10.2! 10.3!=D8 10.4! 10.5- 10.6- 10.7- 10.8- 10.9- 11.1!=BBQ/BQ 11.2! 11.3!=D8 11.4! 11.5- 11.6- 11.7- 11.8- 11.9- 12.1!=BBQ/BQ 12.2! 12.3!=D8 12.4! 12.5- 12.6- 12.7- 12.8- 12.9-
      HI S 2 Occurrence span information: 01! 01.1!=BI 01.2! 01.3!=RD8 01.4! 01.5- 01.6- 01.7- 01.8- 01.9- 02.1!=BI 02.2! 02.3!=RD8 02.4! 02.5- 02.6- 02.7- 02.8- 02.9- 03.1!=BI 03.2! 03.3!=RD8 03.4! 03.5- 03.6- 03.7- 03.8- 03.9- 04.1!=BI 04.2! 04.3!=RD8 04.4! 04.5- 04.6- 04.7- 04.8- 04.9- 05.1!=BI 05.2! 05.3!=RD8 05.4! 05.5- 05.6- 05.7- 05.8- 05.9- 06.1!=BI 06.2! 06.3!=RD8 06.4! 06.5- 06.6- 06.7- 06.8- 06.9- 07.1!=BI 07.2! 07.3!=RD8 07.4! 07.5- 07.6- 07.7- 07.8- 07.9- 08.1!=BI 08.2! 08.3!=RD8 08.4! 08.5- 08.6- 08.7- 08.8- 08.9- 09.1!=BI 09.2! 09.3!=RD8 09.4! 09.5- 09.6- 09.7- 09.8- 09.9- 10.1!=BI 10.2! 10.3!=RD8 10.4! 10.5- 10.6- 10.7- 10.8- 10.9- 11.1!=BI 11.2! 11.3!=RD8 11.4! 11.5- 11.6- 11.7- 11.8- 11.9- 12.1!=BI 12.2! 12.3!=RD8 12.4! 12.5- 12.6- 12.7- 12.8- 12.9-
      HI S 2 Occurrence information: 01! 01.1!=BH 01.2! 01.3!=D8 01.4! 01.5- 01.6- 01.7- 01.8- 01.9- 02.1!=BH 02.2! 02.3!=D8 02.4! 02.5- 02.6- 02.7- 02.8- 02.9- 03.1!=BH 03.2! 03.3!=D8 03.4! 03.5- 03.6- 03.7- 03.8- 03.9- 04.1!=BH 04.2! 04.3!=D8 04.4! 04.5- 04.6- 04.7- 04.8- 04.9- 05.1!=BH 05.2! 05.3!=D8 05.4! 05.5- 05.6- 05.7- 05.8- 05.9- 06.1!=BH 06.2! 06.3!=D8 06.4! 06.5- 06.6- 06.7- 06.8- 06.9- 07.1!=BH 07.2! 07.3!=D8 07.4! 07.5- 07.6- 07.7- 07.8- 07.9- 08.1!=BH 08.2! 08.3!=D8 08.4! 08.5- 08.6- 08.7- 08.8- 08.9- 09.1!=BH 09.2! 09.3!=D8 09.4! 09.5- 09.6- 09.7- 09.8- 09.9- 10.1!=BH 10.2! 10.3!=D8 10.4! 10.5- 10.6- 10.7- 10.8- 10.9- 11.1!=BH 11.2! 11.3!=D8 11.4! 11.5- 11.6- 11.7- 11.8- 11.9- 12.1!=BH 12.2! 12.3!=D8 12.4! 12.5- 12.6- 12.7- 12.8- 12.9-
      HI S 2 Value information: 01! 01.1!=BE 01.2! 01.3- 01.4- 01.5! 01.6- 01.7- 01.8- 01.9- 02.1!=BE 02.2! 02.3- 02.4- 02.5! 02.6- 02.7- 02.8- 02.9- 03.1!=BE 03.2! 03.3- 03.4- 03.5! 03.6- 03.7- 03.8- 03.9- 04.1!=BE 04.2! 04.3- 04.4- 04.5! 04.6- 04.7- 04.8- 04.9- 05.1!=BE 05.2! 05.3- 05.4- 05.5! 05.6- 05.7- 05.8- 05.9- 06.1!=BE 06.2! 06.3- 06.4- 06.5! 06.6- 06.7- 06.8- 06.9- 07.1!=BE 07.2! 07.3- 07.4- 07.5! 07.6- 07.7- 07.8- 07.9- 08.1!=BE 08.2! 08.3- 08.4- 08.5! 08.6- 08.7- 08.8- 08.9- 09.1!=BE 09.2! 09.3- 09.4- 09.5! 09.6- 09.7- 09.8- 09.9- 10.1!=BE 10.2! 10.3- 10.4- 10.5! 10.6- 10.7- 10.8- 10.9- 11.1!=BE 11.2! 11.3- 11.4- 11.5! 11.6- 11.7- 11.8- 11.9- 12.1!=BE 12.2! 12.3- 12.4- 12.5! 12.6- 12.7- 12.8- 12.9-
      HI S 2 Condition information: 01! 01.1!=BG 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9- 02.1!=BG 02.2! 02.3- 02.4- 02.5- 02.6- 02.7- 02.8- 02.9- 03.1!=BG 03.2! 03.3- 03.4- 03.5- 03.6- 03.7- 03.8- 03.9- 04.1!=BG 04.2! 04.3- 04.4- 04.5- 04.6- 04.7- 04.8- 04.9- 05.1!=BG 05.2! 05.3- 05.4- 05.5- 05.6- 05.7- 05.8- 05.9- 06.1!=BG 06.2! 06.3- 06.4- 06.5- 06.6- 06.7- 06.8- 06.9- 07.1!=BG 07.2! 07.3- 07.4- 07.5- 07.6- 07.7- 07.8- 07.9- 08.1!=BG 08.2! 08.3- 08.4- 08.5- 08.6- 08.7- 08.8- 08.9- 09.1!=BG 09.2! 09.3- 09.4- 09.5- 09.6- 09.7- 09.8- 09.9- 10.1!=BG 10.2! 10.3- 10.4- 10.5- 10.6- 10.7- 10.8- 10.9- 11.1!=BG 11.2! 11.3- 11.4- 11.5- 11.6- 11.7- 11.8- 11.9- 12.1!=BG 12.2! 12.3- 12.4- 12.5- 12.6- 12.7- 12.8- 12.9-
      HI S 2 Treatment code information: 01! 01.1!=TC 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9- 02.1!=TC 02.2! 02.3- 02.4- 02.5- 02.6- 02.7- 02.8- 02.9- 03.1!=TC 03.2! 03.3- 03.4- 03.5- 03.6- 03.7- 03.8- 03.9- 04.1!=TC 04.2! 04.3- 04.4- 04.5- 04.6- 04.7- 04.8- 04.9- 05.1!=TC 05.2! 05.3- 05.4- 05.5- 05.6- 05.7- 05.8- 05.9- 06.1!=TC 06.2! 06.3- 06.4- 06.5- 06.6- 06.7- 06.8- 06.9- 07.1!=TC 07.2! 07.3- 07.4- 07.5- 07.6- 07.7- 07.8- 07.9- 08.1!=TC 08.2! 08.3- 08.4- 08.5- 08.6- 08.7- 08.8- 08.9- 09.1!=TC 09.2! 09.3- 09.4- 09.5- 09.6- 09.7- 09.8- 09.9- 10.1!=TC 10.2! 10.3- 10.4- 10.5- 10.6- 10.7- 10.8- 10.9- 11.1!=TC 11.2! 11.3- 11.4- 11.5- 11.6- 11.7- 11.8- 11.9- 12.1!=TC 12.2! 12.3- 12.4- 12.5- 12.6- 12.7- 12.8- 12.9-
      HCP S 1 Claim pricing/repricing information: 01!=00/01/02/03/04/05/06/07/08/09/10/11/12/13/14 02! 09..10- 11=DA/UN 13=T1/T2/T3/T4/T5/T6 14=1/2/3/4/5 15=1/2/3/4/5/6
      [2310A] S 1 Attending provider name
        NM1 R 1 Attending provider name: 01!=71 02!=1 03! 06- 08=XX 10..12-
        PRV S 1 Attending provider specialty information: 01!=AT 02!=PXC 03! 04..06-
        REF S 4 Attending provider secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
      [2310B] S 1 Operating physician name
        NM1 R 1 Operating physician name: 01!=72 02!=1 03! 06- 08=XX 10..12-
        REF S 4 Operating physician secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
      [2310C] S 1 Other operating physician name
        NM1 R 1 Other operating physician name: 01!=ZZ 02!=1 03! 06- 08=XX 10..12-
        REF S 4 Other operating physician secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
      [2310D] S 1 Rendering provider name
        NM1 R 1 Rendering provider name: 01!=82 02!=1 03! 06- 08=XX 10..12-
        REF S 4 Rendering provider secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
      [2310E] S 1 Service facility location name
        NM1 R 1 Service facility location name: 01!=77 02!=2 03! 04..07- 08=XX 10..12-
        N3 R 1 Service facility location address: 01!
        N4 R 1 Service facility location city, state, ZIP code: 01! 05..06-
        REF S 3 Service facility location secondary identification: 01!=0B/G2/LU 02! 03..04-
      [2310F] S 1 Referring provider name
        NM1 R 1 Referring provider name: 01!=DN 02!=1 03! 06- 08=XX 10..12-
        REF S 3 Referring provider secondary identification: 01!=0B/1G/G2 02! 03..04-
      [2320] S 10 Other subscriber information
        SBR R 1 Other subscriber information: 01!=A/B/C/D/E/F/G/H/P/S/T/U 02!=01/18/19/20/21/39/40/53/G8 05..08- 09=11/12/13/14/15/16/17/AM/BL/CH/CI/DS/FI/HM/LM/MA/MB/MC/OF/TV/VA/WC/ZZ
        CAS S 5 Claim level adjustments: 01!=CO/CR/OA/PI/PR 02! 03!
        AMT S 1 Coordination of benefits (COB) payer paid amount: 01!=D 02! 03-
        AMT S 1 Remaining patient liability: 01!=EAF 02! 03-
        AMT S 1 Coordination of benefits (COB) total non-covered amount: 01!=A8 02! 03-
        OI R 1 Other insurance coverage information: 01..02- 03!=N/W/Y 04..05- 06!=I/Y
        MIA S 1 Inpatient adjudication information: 01! 02-
        MOA S 1 Outpatient adjudication information:
        [2330A] R 1 Other subscriber name
          NM1 R 1 Other subscriber name: 01!=IL 02!=1/2 03! 06- 08!=II/MI 09! 10..12-
          N3 S 1 Other subscriber address: 01!
          N4 S 1 Other subscriber city, state, ZIP code: 01! 05..06-
          REF S 2 Other subscriber secondary identification: 01!=SY 02! 03..04-
        [2330B] R 1 Other payer name
          NM1 R 1 Other payer name: 01!=PR 02!=2 03! 04..07- 08!=PI/XV 09! 10..12-
          N3 S 1 Other payer address: 01!
          N4 S 1 Other payer city, state, ZIP code: 01! 05..06-
          DTP S 1 Claim check or remittance date: 01!=573 02!=D8 03!
          REF S 2 Other payer secondary identifier: 01!=2U/EI/FY/NF 02! 03..04-
          REF S 1 Other payer prior authorization number: 01!=G1 02! 03..04-
          REF S 1 Other payer referral number: 01!=9F 02! 03..04-
          REF S 1 Other payer claim adjustment indicator: 01!=T4 02! 03..04-
          REF S 1 Other payer claim control number: 01!=F8 02! 03..04-
        [2330C] S 1 Other payer attending provider
          NM1 R 1 Other payer attending provider: 01!=71 02!=1 03..12-
          REF R 4 Other payer attending provider secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
        [2330D] S 1 Other payer operating physician
          NM1 R 1 Other payer operating physician: 01!=72 02!=1 03..12-
          REF R 4 Other payer operating physician secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
        [2330E] S 1 Other payer other operating physician
          NM1 R 1 Other payer other operating physician: 01!=ZZ 02!=1 03..12-
          REF R 4 Other payer other operating physician secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
        [2330F] S 1 Other payer service facility location
          NM1 R 1 Other payer service facility location: 01!=77 02!=2 03..12-
          REF R 3 Other payer service facility location secondary identification: 01!=0B/G2/LU 02! 03..04-
        [2330G] S 1 Other payer rendering provider name
          NM1 R 1 Other payer rendering provider name: 01!=82 02!=1 03..12-
          REF R 4 Other payer rendering provider secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
        [2330H] S 1 Other payer referring provider
          NM1 R 1 Other payer referring provider: 01!=DN 02!=1 03..12-
          REF R 3 Other payer referring provider secondary identification: 01!=0B/1G/G2 02! 03..04-
        [2330I] S 1 Other payer billing provider
          NM1 R 1 Other payer billing provider: 01!=85 02!=2 03..12-
          REF R 2 Other payer billing provider secondary identification: 01!=G2/LU 02! 03..04-
      [2400] R 999 Service line number
        LX R 1 Service line number: 01!
        SV2 R 1 Institutional service line: 01! 02.1!=ER/HC/HP/IV/WK 02.2! 02.8- 03! 04!=DA/UN 05! 06- 08..10-
        PWK S 10 Line supplemental information: 01!=03/04/05/06/07/08/09/10/11/13/15/21/A3/A4/AM/AS/B2/B3/B4/BR/BS/BT/CB/CK/CT/D2/DA/DB/DG/DJ/DS/EB/HC/HR/I5/IR/LA/M1/MT/NN/OB/OC/OD/OE/OX/OZ/P4/P5/PE/PN/PO/PQ/PY/PZ/RB/RR/RT/RX/SG/V5/XP 02!=AA/BM/EL/EM/FT/FX 03..04- 05=AC 07..09-
        DTP S 1 Date - service date: 01!=472 02!=D8/RD8 03!
        REF S 1 Line item control number: 01!=6R 02! 03..04-
        REF S 1 Repriced line item reference number: 01!=9B 02! 03..04-
        REF S 1 Adjusted repriced line item reference number: 01!=9D 02! 03..04-
        AMT S 1 Service tax amount: 01!=GT 02! 03-
        AMT S 1 Facility tax amount: 01!=N8 02! 03-
        NTE S 1 Third party organization notes: 01!=TPO 02!
        HCP S 1 Line pricing/repricing information: 01!=00/01/02/03/04/05/06/07/08/09/10/11/12/13/14 02! 09=ER/HC/HP/IV/WK 11=DA/UN 13=T1/T2/T3/T4/T5/T6 14=1/2/3/4/5 15=1/2/3/4/5/6
        [2410] S 1 Drug identification
          LIN R 1 Drug identification: 01- 02!=N4 03! 04..31-
          CTP R 1 Drug quantity: 01..03- 04! 05! 05.1!=F2/GR/ME/ML/UN 05.2- 05.3- 05.4- 05.5- 05.6- 05.7- 05.8- 05.9- 05.10- 05.11- 05.12- 05.13- 05.14- 05.15- 06..11-
          REF S 1 Prescription or compound drug association number: 01!=VY/XZ 02! 03..04-
        [2420A] S 1 Operating physician name
          NM1 R 1 Operating physician name: 01!=72 02!=1 03! 06- 08=XX 10..12-
          REF S 20 Operating physician secondary identification: 01!=0B/1G/G2/LU 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        [2420B] S 1 Other operating physician name
          NM1 R 1 Other operating physician name: 01!=ZZ 02!=1 03! 06- 08=XX 10..12-
          REF S 20 Other operating physician secondary identification: 01!=0B/1G/G2/LU 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        [2420C] S 1 Rendering provider name
          NM1 R 1 Rendering provider name: 01!=82 02!=1 03! 06- 08=XX 10..12-
          REF S 20 Rendering provider secondary identification: 01!=0B/1G/G2/LU 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        [2420D] S 1 Referring provider name
          NM1 R 1 Referring provider name: 01!=DN 02!=1 03! 06- 08=XX 10..12-
          REF S 20 Referring provider secondary identification: 01!=0B/1G/G2 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        [2430] S 15 Line adjudication information
          SVD R 1 Line adjudication information: 01! 02! 03.1!=ER/HC/HP/IV/WK 03.2! 03.8- 04! 05!
          CAS S 5 Line adjustment: 01!=CO/CR/OA/PI/PR 02! 03!
          DTP R 1 Line check or remittance date: 01!=573 02!=D8 03!
          AMT S 1 Remaining patient liability: 01!=EAF 02! 03-
    [2000C] S * Patient hierarchical level
      HL R 1 Patient hierarchical level: 01! 02! 03!=23 04!=0
      PAT R 1 Patient information: 01!=01/19/20/21/39/40/53/G8 02..09-
      [2010CA] R 1 Patient name
        NM1 R 1 Patient name: 01!=QC 02!=1 03! 06- 08..12-
        N3 R 1 Patient address: 01!
        N4 R 1 Patient city, state, ZIP code: 01! 05..06-
        DMG R 1 Patient demographic information: 01!=D8 02! 03!=F/M/U 04- 05-x10 06..11-
        REF S 1 Property and casualty claim number: 01!=Y4 02! 03..04-
        REF S 1 Property and casualty patient identifier: 01!=1W/SY 02! 03..04-
      [2300] R 100 Claim information (as in 2000B)
`;
