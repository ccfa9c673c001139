/**
 * Health care claim, dental, 005010X224A2, as far as files show it: loops, segments and their order, no codes and no
 * required elements. Notation: `notation.ts`.
 */
export const guide837D = `
guide 837D 005010X224A2 HC 837 by-files
also 005010X224 005010X224A1

BHT R 1 Beginning of hierarchical transaction:
[1000A] R 1 Submitter name
  NM1 R 1 Submitter name: 01!=41
  PER R 2 Submitter EDI contact information:
[1000B] R 1 Receiver name
  NM1 R 1 Receiver name: 01!=40
[2000A] R * Billing provider hierarchical level
  HL R 1 Billing provider hierarchical level: 03!=20
  PRV S 1 Billing provider specialty information: 01!=BI
  CUR S 1 Foreign currency information:
  [2010AA] R 1 Billing provider name
    NM1 R 1 Billing provider name: 01!=85
    N3 R 1 Billing provider address:
    N4 R 1 Billing provider city, state, ZIP code:
    REF R 1 Billing provider tax identification: 01!=EI/SY
    REF S 10 Billing provider secondary identification: 01!=0B/1G/G2/G5/LU
    PER S 2 Billing provider contact information:
  [2010AB] S 1 Pay-to address name
    NM1 R 1 Pay-to address name: 01!=87
    N3 R 1 Pay-to address:
    N4 R 1 Pay-to city, state, ZIP code:
  [2010AC] S 1 Pay-to plan name
    NM1 R 1 Pay-to plan name: 01!=PE
    N3 R 1 Pay-to plan address:
    N4 R 1 Pay-to plan city, state, ZIP code:
    REF S 2 Pay-to plan identification:
  [2000B] R * Subscriber hierarchical level
    HL R 1 Subscriber hierarchical level: 03!=22
    SBR R 1 Subscriber information:
    [2010BA] R 1 Subscriber name
      NM1 R 1 Subscriber name: 01!=IL
      N3 S 1 Subscriber address:
      N4 S 1 Subscriber city, state, ZIP code:
      DMG S 1 Subscriber demographic information:
      REF S 10 Subscriber identification: 01!=SY/Y4
    [2010BB] R 1 Payer name
      NM1 R 1 Payer name: 01!=PR
      N3 S 1 Payer address:
      N4 S 1 Payer city, state, ZIP code:
      REF S 10 Payer identification:
    [2300] S 100 Claim information
      CLM R 1 Claim information:
      DTP S 10 Date:
      DN1 S 1 Orthodontic total months of treatment:
      DN2 S 35 Tooth status:
      PWK S 10 Claim supplemental information:
      CN1 S 1 Contract information:
      AMT S 1 Patient amount paid: 01!=F5
      REF S 20 Claim reference:
      K3 S 10 File information:
      NTE S 5 Claim note:
      HI S 1 Health care diagnosis code:
      HCP S 1 Claim pricing/repricing information:
      [2310A] S 2 Referring provider name
        NM1 R 1 Referring provider name: 01!=DN/P3
        PRV S 1 Referring provider specialty information:
        REF S 3 Referring provider secondary identification:
      [2310B] S 1 Rendering provider name
        NM1 R 1 Rendering provider name: 01!=82
        PRV S 1 Rendering provider specialty information:
        REF S 4 Rendering provider secondary identification:
      [2310C] S 1 Service facility location name
        NM1 R 1 Service facility location name: 01!=77
        N3 R 1 Service facility location address:
        N4 R 1 Service facility location city, state, ZIP code:
        REF S 3 Service facility location secondary identification:
      [2310D] S 1 Assistant surgeon name
        NM1 R 1 Assistant surgeon name: 01!=DD
        PRV S 1 Assistant surgeon specialty information:
        REF S 4 Assistant surgeon secondary identification:
      [2310E] S 1 Supervising provider name
        NM1 R 1 Supervising provider name: 01!=DQ
        REF S 4 Supervising provider secondary identification:
      [2320] S 10 Other subscriber information
        SBR R 1 Other subscriber information:
        CAS S 5 Claim level adjustments:
        AMT S 3 Coordination of benefits amount: 01!=A8/D/EAF
        OI R 1 Other insurance coverage information:
        MOA S 1 Outpatient adjudication information:
        [2330A] R 1 Other subscriber name
          NM1 R 1 Other subscriber name: 01!=IL
          N3 S 1 Other subscriber address:
          N4 S 1 Other subscriber city, state, ZIP code:
          REF S 2 Other subscriber secondary identification:
        [2330B] R 1 Other payer name
          NM1 R 1 Other payer name: 01!=PR
          N3 S 1 Other payer address:
          N4 S 1 Other payer city, state, ZIP code:
          DTP S 1 Claim check or remittance date: 01!=573
          REF S 10 Other payer identification:
        [2330C] S 10 Other payer's provider
          NM1 R 1 Other payer's provider: 01!=77/82/85/DD/DN/DQ/P3
          REF S 3 Other payer's provider identification:
      [2400] R 50 Service line number
        LX R 1 Service line number:
        SV3 R 1 Dental service:
        TOO S 32 Tooth information:
        DTP S 10 Date:
        CN1 S 1 Contract information:
        REF S 20 Line reference:
        AMT S 1 Sales tax amount: 01!=T
        K3 S 10 File information:
        HCP S 1 Line pricing/repricing information:
        [2420A] S 1 Rendering provider name
          NM1 R 1 Rendering provider name: 01!=82
          PRV S 1 Rendering provider specialty information:
          REF S 20 Rendering provider secondary identification:
        [2420B] S 1 Assistant surgeon name
          NM1 R 1 Assistant surgeon name: 01!=DD
          PRV S 1 Assistant surgeon specialty information:
          REF S 20 Assistant surgeon secondary identification:
        [2420C] S 1 Supervising provider name
          NM1 R 1 Supervising provider name: 01!=DQ
          REF S 20 Supervising provider secondary identification:
        [2420D] S 1 Service facility location name
          NM1 R 1 Service facility location name: 01!=77
          N3 R 1 Service facility location address:
          N4 R 1 Service facility location city, state, ZIP code:
          REF S 20 Service facility location secondary identification:
        [2430] S 15 Line adjudication information
          SVD R 1 Line adjudication information:
          CAS S 5 Line adjustment:
          DTP S 1 Line check or remittance date: 01!=573
          AMT S 1 Remaining patient liability: 01!=EAF
    [2000C] S * Patient hierarchical level
      HL R 1 Patient hierarchical level: 03!=23
      PAT R 1 Patient information:
      [2010CA] R 1 Patient name
        NM1 R 1 Patient name: 01!=QC
        N3 R 1 Patient address:
        N4 R 1 Patient city, state, ZIP code:
        DMG R 1 Patient demographic information:
        REF S 2 Property and casualty identification:
      [2300] S 100 Claim information (as in 2000B)
`;
