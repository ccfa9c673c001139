/** Health care claim, professional, 005010X222A1. Notation: `notation.ts`. */
export const guide837P = `
guide 837P 005010X222A1 HC 837
also 005010X222 005010X222A2

BHT R 1 Beginning of hierarchical transaction: 01!=0019 02!=00/18 03! 04! 05! 06!=CH/RP/31
[1000A] R 1 Submitter name
  NM1 R 1 Submitter name: 01!=41 02!=1/2 03! 06..07- 08!=46 09! 10..12-
  PER R 2 Submitter EDI contact information: 01!=IC 03!=ED/EM/FX/TE 04! 05=ED/EM/EX/FX/TE 07=ED/EM/EX/FX/TE 09-
[1000B] R 1 Receiver name
  NM1 R 1 Receiver name: 01!=40 02!=2 03! 04..07- 08!=46 09! 10..12-
[2000A] R * Billing provider hierarchical level
  HL R 1 Billing provider hierarchical level: 01! 02- 03!=20 04!=1
  PRV S 1 Billing provider specialty information: 01!=BI 02!=PXC 03! 04..06-
  CUR S 1 Foreign currency information: 01!=85 02! 03..21-
  [2010AA] R 1 Billing provider name
    NM1 R 1 Billing provider name: 01!=85 02!=1/2 03! 06- 08=XX 10..12-
    N3 R 1 Billing provider address: 01!
    N4 R 1 Billing provider city, state, ZIP code: 01! 05..06-
    REF R 1 Billing provider tax identification: 01!=EI/SY 02! 03..04-
    REF S 2 Billing provider UPIN/license information: 01!=0B/1G 02! 03..04-
    PER S 2 Billing provider contact information: 01!=IC 03!=EM/FX/TE 04! 05=EM/EX/FX/TE 07=EM/EX/FX/TE 09-
  [2010AB] S 1 Pay-to address name
    NM1 R 1 Pay-to address name: 01!=87 02!=1/2 03..12-
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
    SBR R 1 Subscriber information: 01!=A/B/C/D/E/F/G/H/P/S/T/U 02=18 05=12/13/14/15/16/41/42/43/47 06..08- 09=11/12/13/14/15/16/17/AM/BL/CH/CI/DS/FI/HM/LM/MA/MB/MC/OF/TV/VA/WC/ZZ
    PAT S 1 Patient information: 01..04- 05=D8 07=01 09=Y
    [2010BA] R 1 Subscriber name
      NM1 R 1 Subscriber name: 01!=IL 02!=1/2 03! 06- 08!=II/MI 09! 10..12-
      N3 S 1 Subscriber address: 01!
      N4 S 1 Subscriber city, state, ZIP code: 01! 05..06-
      DMG S 1 Subscriber demographic information: 01!=D8 02! 03!=F/M/U 04- 05-x10 06..11-
      REF S 1 Subscriber secondary identification: 01!=SY 02! 03..04-
      REF S 1 Property and casualty claim number: 01!=Y4 02! 03..04-
      PER S 1 Property and casualty subscriber contact information: 01!=IC 03!=TE 04! 05=EX 07..09-
    [2010BB] R 1 Payer name
      NM1 R 1 Payer name: 01!=PR 02!=2 03! 04..07- 08!=PI/XV 09! 10..12-
      N3 S 1 Payer address: 01!
      N4 S 1 Payer city, state, ZIP code: 01! 05..06-
      REF S 3 Payer secondary identification: 01!=2U/EI/FY/NF 02! 03..04-
      REF S 2 Billing provider secondary identification: 01!=G2/LU 02! 03..04-
    [2300] S 100 Claim information
      CLM R 1 Claim information: 01! 02! 03..04- 05! 05.1! 05.2!=B 05.3! 06!=N/Y 07!=A/B/C 08!=N/W/Y 09!=I/Y 10=P 11.1!=AA/EM/OA 11.2=AA/EM/OA 11.3- 12=02/03/05/09 13..19- 20=1/2/3/4/5/6/7/8/9/10/11/15
      DTP S 1 Date - onset of current illness or symptom: 01!=431 02!=D8 03!
      DTP S 1 Date - initial treatment date: 01!=454 02!=D8 03!
      DTP S 1 Date - last seen date: 01!=304 02!=D8 03!
      DTP S 1 Date - acute manifestation: 01!=453 02!=D8 03!
      DTP S 1 Date - accident: 01!=439 02!=D8 03!
      DTP S 1 Date - last menstrual period: 01!=484 02!=D8 03!
      DTP S 1 Date - last x-ray date: 01!=455 02!=D8 03!
      DTP S 1 Date - hearing and vision prescription date: 01!=471 02!=D8 03!
      DTP S 1 Date - disability dates: 01!=314/360/361 02!=D8/RD8 03!
      DTP S 1 Date - last worked: 01!=297 02!=D8 03!
      DTP S 1 Date - authorized return to work: 01!=296 02!=D8 03!
      DTP S 1 Date - admission: 01!=435 02!=D8 03!
      DTP S 1 Date - discharge: 01!=096 02!=D8 03!
      DTP S 2 Date - assumed and relinquished care dates: 01!=090/091 02!=D8 03!
      DTP S 1 Date - property and casualty date of first contact: 01!=444 02!=D8 03!
      DTP S 1 Date - repricer received date: 01!=050 02!=D8 03!
      PWK S 10 Claim supplemental information: 01!=03/04/05/06/07/08/09/10/11/13/15/21/A3/A4/AM/AS/B2/B3/B4/BR/BS/BT/CB/CK/CT/D2/DA/DB/DG/DJ/DS/EB/HC/HR/I5/IR/LA/M1/MT/NN/OB/OC/OD/OE/OX/OZ/P4/P5/PE/PN/PO/PQ/PY/PZ/RB/RR/RT/RX/SG/V5/XP 02!=AA/BM/EL/EM/FT/FX 03..04- 05=AC 07..09-
      CN1 S 1 Contract information: 01!=01/02/03/04/05/06/09
      AMT S 1 Patient amount paid: 01!=F5 02! 03-
      REF S 1 Service authorization exception code: 01!=4N 02! 03..04-
      REF S 1 Mandatory medicare (section 4081) crossover indicator: 01!=F5 02! 03..04-
      REF S 1 Mammography certification number: 01!=EW 02! 03..04-
      REF S 1 Referral number: 01!=9F 02! 03..04-
      REF S 1 Prior authorization: 01!=G1 02! 03..04-
      REF S 1 Payer claim control number: 01!=F8 02! 03..04-
      REF S 1 Clinical laboratory improvement amendment (CLIA) number: 01!=X4 02! 03..04-
      REF S 1 Repriced claim number: 01!=9A 02! 03..04-
      REF S 1 Adjusted repriced claim number: 01!=9C 02! 03..04-
      REF S 1 Investigational device exemption number: 01!=LX 02! 03..04-
      REF S 1 Claim identifier for transmission intermediaries: 01!=D9 02! 03..04-
      REF S 1 Medical record number: 01!=EA 02! 03..04-
      REF S 1 Demonstration project identifier: 01!=P4 02! 03..04-
      REF S 1 Care plan oversight: 01!=1J 02! 03..04-
      K3 S 10 File information: 01! 02..03-
      NTE S 1 Claim note: 01!=ADD/CER/DCP/DGN/TPO 02!
      CR1 S 1 Ambulance transport information: 01=LB 03- 04!=A/B/C/D/E 05!=DH 06! 07..08-
      CR2 S 1 Spinal manipulation service information: 01..07- 08!=A/C/D/E/F/G/M 09- 12-
      CRC S 3 Ambulance certification: 01!=07 02!=N/Y 03!=01/04/05/06/07/08/09/12 04=01/04/05/06/07/08/09/12 05=01/04/05/06/07/08/09/12 06=01/04/05/06/07/08/09/12 07=01/04/05/06/07/08/09/12
      CRC S 3 Patient condition information, vision: 01!=E1/E2/E3 02!=N/Y 03!=L1/L2/L3/L4/L5 04=L1/L2/L3/L4/L5 05=L1/L2/L3/L4/L5 06=L1/L2/L3/L4/L5 07=L1/L2/L3/L4/L5
      CRC S 1 Homebound indicator: 01!=75 02!=Y 03!=IH 04..07-
      CRC S 1 Epsdt referral: 01!=ZZ 02!=N/Y 03!=AV/NU/S2/ST 04=AV/NU/S2/ST 05=AV/NU/S2/ST 06..07-
      HI R 1 Health care diagnosis code: 01! 01.1!=ABK/BK 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9- 02.1!=ABF/BF 02.2! 02.3- 02.4- 02.5- 02.6- 02.7- 02.8- 02.9- 03.1!=ABF/BF 03.2! 03.3- 03.4- 03.5- 03.6- 03.7- 03.8- 03.9- 04.1!=ABF/BF 04.2! 04.3- 04.4- 04.5- 04.6- 04.7- 04.8- 04.9- 05.1!=ABF/BF 05.2! 05.3- 05.4- 05.5- 05.6- 05.7- 05.8- 05.9- 06.1!=ABF/BF 06.2! 06.3- 06.4- 06.5- 06.6- 06.7- 06.8- 06.9- 07.1!=ABF/BF 07.2! 07.3- 07.4- 07.5- 07.6- 07.7- 07.8- 07.9- 08.1!=ABF/BF 08.2! 08.3- 08.4- 08.5- 08.6- 08.7- 08.8- 08.9- 09.1!=ABF/BF 09.2! 09.3- 09.4- 09.5- 09.6- 09.7- 09.8- 09.9- 10.1!=ABF/BF 10.2! 10.3- 10.4- 10.5- 10.6- 10.7- 10.8- 10.9- 11.1!=ABF/BF 11.2! 11.3- 11.4- 11.5- 11.6- 11.7- 11.8- 11.9- 12.1!=ABF/BF 12.2! 12.3- 12.4- 12.5- 12.6- 12.7- 12.8- 12.9-
      HI S 1 Anesthesia related procedure: 01! 01.1!=BP 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9- 02.1!=BO 02.2! 02.3- 02.4- 02.5- 02.6- 02.7- 02.8- 02.9- 03..12-
      HI S 2 Condition information: 01! 01.1!=BG 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 01.9- 02.1!=BG 02.2! 02.3- 02.4- 02.5- 02.6- 02.7- 02.8- 02.9- 03.1!=BG 03.2! 03.3- 03.4- 03.5- 03.6- 03.7- 03.8- 03.9- 04.1!=BG 04.2! 04.3- 04.4- 04.5- 04.6- 04.7- 04.8- 04.9- 05.1!=BG 05.2! 05.3- 05.4- 05.5- 05.6- 05.7- 05.8- 05.9- 06.1!=BG 06.2! 06.3- 06.4- 06.5- 06.6- 06.7- 06.8- 06.9- 07.1!=BG 07.2! 07.3- 07.4- 07.5- 07.6- 07.7- 07.8- 07.9- 08.1!=BG 08.2! 08.3- 08.4- 08.5- 08.6- 08.7- 08.8- 08.9- 09.1!=BG 09.2! 09.3- 09.4- 09.5- 09.6- 09.7- 09.8- 09.9- 10.1!=BG 10.2! 10.3- 10.4- 10.5- 10.6- 10.7- 10.8- 10.9- 11.1!=BG 11.2! 11.3- 11.4- 11.5- 11.6- 11.7- 11.8- 11.9- 12.1!=BG 12.2! 12.3- 12.4- 12.5- 12.6- 12.7- 12.8- 12.9-
      HCP S 1 Claim pricing/repricing information: 01!=00/01/02/03/04/05/07/08/09/10/11/12/13/14 02! 08..12- 13=T1/T2/T3/T4/T5/T6 14=1/2/3/4/5 15=1/2/3/4/5/6
      [2310A] S 2 Referring provider name
        NM1 R 1 Referring provider name: 01!=DN/P3 02!=1 03! 06- 08=XX 10..12-
        REF S 3 Referring provider secondary identification: 01!=0B/1G/G2 02! 03..04-
      [2310B] S 1 Rendering provider name
        NM1 R 1 Rendering provider name: 01!=82 02!=1/2 03! 06- 08=XX 10..12-
        PRV S 1 Rendering provider specialty information: 01!=PE 02!=PXC 03! 04..06-
        REF S 4 Rendering provider secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
      [2310C] S 1 Service facility location name
        NM1 R 1 Service facility location name: 01!=77 02!=2 03! 04..07- 08=XX 10..12-
        N3 R 1 Service facility location address: 01!
        N4 R 1 Service facility location city, state, ZIP code: 01! 05..06-
        REF S 3 Service facility location secondary identification: 01!=0B/G2/LU 02! 03..04-
        PER S 1 Service facility contact information: 01!=IC 03!=TE 04! 05=EX 07..09-
      [2310D] S 1 Supervising provider name
        NM1 R 1 Supervising provider name: 01!=DQ 02!=1 03! 06- 08=XX 10..12-
        REF S 4 Supervising provider secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
      [2310E] S 1 Ambulance pick-up location
        NM1 R 1 Ambulance pick-up location: 01!=PW 02!=2 03..12-
        N3 R 1 Ambulance pick-up location address: 01!
        N4 R 1 Ambulance pick-up location city, state, ZIP code: 01! 05..06-
      [2310F] S 1 Ambulance drop-off location
        NM1 R 1 Ambulance drop-off location: 01!=45 02!=2 04..12-
        N3 R 1 Ambulance drop-off location address: 01!
        N4 R 1 Ambulance drop-off location city, state, ZIP code: 01! 05..06-
      [2320] S 10 Other subscriber information
        SBR R 1 Other subscriber information: 01!=A/B/C/D/E/F/G/H/P/S/T/U 02!=01/18/19/20/21/39/40/53/G8 05=12/13/14/15/16/41/42/43/47 06..08- 09=11/12/13/14/15/16/17/AM/BL/CH/CI/DS/FI/HM/LM/MA/MB/MC/OF/TV/VA/WC/ZZ
        CAS S 5 Claim level adjustments: 01!=CO/CR/OA/PI/PR 02! 03!
        AMT S 1 Coordination of benefits (COB) payer paid amount: 01!=D 02! 03-
        AMT S 1 Coordination of benefits (COB) total non-covered amount: 01!=A8 02! 03-
        AMT S 1 Remaining patient liability: 01!=EAF 02! 03-
        OI R 1 Other insurance coverage information: 01..02- 03!=N/W/Y 04=P 05- 06!=I/Y
        MOA S 1 Outpatient adjudication information:
        [2330A] R 1 Other subscriber name
          NM1 R 1 Other subscriber name: 01!=IL 02!=1/2 03! 06- 08!=II/MI 09! 10..12-
          N3 S 1 Other subscriber address: 01!
          N4 S 1 Other subscriber city, state, ZIP code: 01! 05..06-
          REF S 1 Other subscriber secondary identification: 01!=SY 02! 03..04-
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
        [2330C] S 2 Other payer referring provider
          NM1 R 1 Other payer referring provider: 01!=DN/P3 02!=1 03..12-
          REF R 3 Other payer referring provider secondary identification: 01!=0B/1G/G2 02! 03..04-
        [2330D] S 1 Other payer rendering provider
          NM1 R 1 Other payer rendering provider: 01!=82 02!=1/2 03..12-
          REF R 3 Other payer rendering provider secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
        [2330E] S 1 Other payer service facility location
          NM1 R 1 Other payer service facility location: 01!=77 02!=2 03..12-
          REF R 3 Other payer service facility location secondary identification: 01!=0B/G2/LU 02! 03..04-
        [2330F] S 1 Other payer supervising provider
          NM1 R 1 Other payer supervising provider: 01!=DQ 02!=1 03..12-
          REF R 3 Other payer supervising provider secondary identification: 01!=0B/1G/G2/LU 02! 03..04-
        [2330G] S 1 Other payer billing provider
          NM1 R 1 Other payer billing provider: 01!=85 02!=1/2 03..12-
          REF R 2 Other payer billing provider secondary identification: 01!=G2/LU 02! 03..04-
      [2400] R 50 Service line number
        LX R 1 Service line number: 01!
        SV1 R 1 Professional service: 01! 01.1!=ER/HC/IV/WK 01.2! 01.8- 02! 03!=MJ/UN 04! 06- 07! 07.1!=1/2/3/4/5/6/7/8/9/10/11/12 07.2=1/2/3/4/5/6/7/8/9/10/11/12 07.3=1/2/3/4/5/6/7/8/9/10/11/12 07.4=1/2/3/4/5/6/7/8/9/10/11/12 08- 09=Y 10- 11=Y 12=Y 13..14- 15=0 16..21-
        SV5 S 1 Durable medical equipment service: 01! 01.1!=HC 01.2! 01.3- 01.4- 01.5- 01.6- 01.7- 01.8- 02!=DA 03! 04! 05! 06!=1/4/6 07-
        PWK S 10 Line supplemental information: 01!=03/04/05/06/07/08/09/10/11/13/15/21/A3/A4/AM/AS/B2/B3/B4/BR/BS/BT/CB/CK/CT/D2/DA/DB/DG/DJ/DS/EB/HC/HR/I5/IR/LA/M1/MT/NN/OB/OC/OD/OE/OX/OZ/P4/P5/PE/PN/PO/PQ/PY/PZ/RB/RR/RT/RX/SG/V5/XP 02!=AA/AB/AD/AF/AG/BM/EL/EM/FT/FX/NS 03..04- 05=AC 07..09-
        PWK S 1 Durable medical equipment certificate of medical necessity indicator: 01!=CT 02!=AB/AD/AF/AG/NS 03..09-
        CR1 S 1 Ambulance transport information: 01=LB 03- 04!=A/B/C/D/E 05!=DH 06! 07..08-
        CR3 S 1 Durable medical equipment certification: 01!=I/R/S 02!=MO 03! 04..05-
        CRC S 3 Ambulance certification: 01!=07 02!=N/Y 03!=01/04/05/06/07/08/09/12 04=01/04/05/06/07/08/09/12 05=01/04/05/06/07/08/09/12 06=01/04/05/06/07/08/09/12 07=01/04/05/06/07/08/09/12
        CRC S 1 Hospice employee indicator: 01!=70 02!=N/Y 03!=65 04..07-
        CRC S 1 Condition indicator/durable medical equipment: 01!=09 02!=N/Y 03!=38/ZV 04=38/ZV 05..07-
        DTP R 1 Date - service date: 01!=472 02!=D8/RD8 03!
        DTP S 1 Date - prescription date: 01!=471 02!=D8 03!
        DTP S 1 Date - certification revision/recertification date: 01!=607 02!=D8 03!
        DTP S 1 Date - begin therapy date: 01!=463 02!=D8 03!
        DTP S 1 Date - last certification date: 01!=461 02!=D8 03!
        DTP S 1 Date - last seen date: 01!=304 02!=D8 03!
        DTP S 2 Date - test date: 01!=738/739 02!=D8 03!
        DTP S 1 Date - shipped date: 01!=011 02!=D8 03!
        DTP S 1 Date - last x-ray date: 01!=455 02!=D8 03!
        DTP S 1 Date - initial treatment date: 01!=454 02!=D8 03!
        QTY S 1 Ambulance patient count: 01!=PT 02! 03..04-
        QTY S 1 Obstetric anesthesia additional units: 01!=FL 02! 03..04-
        MEA S 5 Test result: 01!=OG/TR 02!=HT/R1/R2/R3/R4 03! 04..12-
        CN1 S 1 Contract information: 01!=01/02/03/04/05/06/09
        REF S 1 Repriced line item reference number: 01!=9B 02! 03..04-
        REF S 1 Adjusted repriced line item reference number: 01!=9D 02! 03..04-
        REF S 5 Prior authorization: 01!=G1 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        REF S 1 Line item control number: 01!=6R 02! 03..04-
        REF S 1 Mammography certification number: 01!=EW 02! 03..04-
        REF S 1 Clinical laboratory improvement amendment (CLIA) number: 01!=X4 02! 03..04-
        REF S 1 Referring clinical laboratory improvement amendment (CLIA) facility identification: 01!=F4 02! 03..04-
        REF S 1 Immunization batch number: 01!=BT 02! 03..04-
        REF S 5 Referral number: 01!=9F 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        AMT S 1 Sales tax amount: 01!=T 02! 03-
        AMT S 1 Postage claimed amount: 01!=F4 02! 03-
        K3 S 10 File information: 01! 02..03-
        NTE S 1 Line note: 01!=ADD/DCP 02!
        NTE S 1 Third party organization notes: 01!=TPO 02!
        PS1 S 1 Purchased service information: 01! 02! 03-
        HCP S 1 Line pricing/repricing information: 01!=00/01/02/03/04/05/06/07/08/09/10/11/12/13/14 02! 08- 09=ER/HC/IV/WK 11=MJ/UN 13=T1/T2/T3/T4/T5/T6 14=1/2/3/4/5 15=1/2/3/4/5/6
        [2410] S 1 Drug identification
          LIN R 1 Drug identification: 01- 02!=EN/EO/HI/N4/ON/UK/UP 03! 04..31-
          CTP R 1 Drug quantity: 01..03- 04! 05! 05.1!=F2/GR/ME/ML/UN 05.2- 05.3- 05.4- 05.5- 05.6- 05.7- 05.8- 05.9- 05.10- 05.11- 05.12- 05.13- 05.14- 05.15- 06..11-
          REF S 1 Prescription or compound drug association number: 01!=VY/XZ 02! 03..04-
        [2420A] S 1 Rendering provider name
          NM1 R 1 Rendering provider name: 01!=82 02!=1/2 03! 06- 08=XX 10..12-
          PRV S 1 Rendering provider specialty information: 01!=PE 02!=PXC 03! 04..06-
          REF S 20 Rendering provider secondary identification: 01!=0B/1G/G2/LU 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        [2420B] S 1 Purchased service provider name
          NM1 R 1 Purchased service provider name: 01!=QB 02!=1/2 03..07- 08=XX 10..12-
          REF S 20 Purchased service provider secondary identification: 01!=0B/1G/G2 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        [2420C] S 1 Service facility location name
          NM1 R 1 Service facility location name: 01!=77 02!=2 03! 04..07- 08=XX 10..12-
          N3 R 1 Service facility location address: 01!
          N4 R 1 Service facility location city, state, ZIP code: 01! 05..06-
          REF S 3 Service facility location secondary identification: 01!=G2/LU 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        [2420D] S 1 Supervising provider name
          NM1 R 1 Supervising provider name: 01!=DQ 02!=1 03! 06- 08=XX 10..12-
          REF S 20 Supervising provider secondary identification: 01!=0B/1G/G2/LU 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        [2420E] S 1 Ordering provider name
          NM1 R 1 Ordering provider name: 01!=DK 02!=1 03! 06- 08=XX 10..12-
          N3 S 1 Ordering provider address: 01!
          N4 S 1 Ordering provider city, state, ZIP code: 01! 05..06-
          REF S 20 Ordering provider secondary identification: 01!=0B/1G/G2 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
          PER S 1 Ordering provider contact information: 01!=IC 03!=EM/FX/TE 04! 05=EM/EX/FX/TE 07=EM/EX/FX/TE 09-
        [2420F] S 2 Referring provider name
          NM1 R 1 Referring provider name: 01!=DN/P3 02!=1 03! 06- 08=XX 10..12-
          REF S 20 Referring provider secondary identification: 01!=0B/1G/G2 02! 03- 04.1!=2U 04.2! 04.3- 04.4- 04.5- 04.6-
        [2420G] S 1 Ambulance pick-up location
          NM1 R 1 Ambulance pick-up location: 01!=PW 02!=2 03..12-
          N3 R 1 Ambulance pick-up location address: 01!
          N4 R 1 Ambulance pick-up location city, state, ZIP code: 01! 05..06-
        [2420H] S 1 Ambulance drop-off location
          NM1 R 1 Ambulance drop-off location: 01!=45 02!=2 04..12-
          N3 R 1 Ambulance drop-off location address: 01!
          N4 R 1 Ambulance drop-off location city, state, ZIP code: 01! 05..06-
        [2430] S 15 Line adjudication information
          SVD R 1 Line adjudication information: 01! 02! 03! 03.1!=ER/HC/IV/WK 03.2! 03.8- 04- 05!
          CAS S 5 Line adjustment: 01!=CO/CR/OA/PI/PR 02! 03!
          DTP R 1 Line check or remittance date: 01!=573 02!=D8 03!
          AMT S 1 Remaining patient liability: 01!=EAF 02! 03-
        [2440] S * Form identification code
          LQ R 1 Form identification code: 01!=AS/UT 02!
          FRM R 99 Supporting documentation: 01! 02=N/W/Y
    [2000C] S * Patient hierarchical level
      HL R 1 Patient hierarchical level: 01! 02! 03!=23 04!=0
      PAT R 1 Patient information: 01!=01/19/20/21/39/40/53/G8 02..04- 05=D8 07=01 09=Y
      [2010CA] R 1 Patient name
        NM1 R 1 Patient name: 01!=QC 02!=1 03! 06- 08..12-
        N3 R 1 Patient address: 01!
        N4 R 1 Patient city, state, ZIP code: 01! 05..06-
        DMG R 1 Patient demographic information: 01!=D8 02! 03!=F/M/U 04- 05-x10 06..11-
        REF S 1 Property and casualty claim number: 01!=Y4 02! 03..04-
        REF S 1 Property and casualty patient identifier: 01!=1W/SY 02! 03..04-
        PER S 1 Property and casualty patient contact information: 01!=IC 03!=TE 04! 05=EX 07..09-
      [2300] R 100 Claim information (as in 2000B)
`;
