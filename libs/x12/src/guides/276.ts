/** Claim status request, 005010X212. Notation: `notation.ts`. */
export const guide276 = `
guide 276 005010X212 HR 276

BHT R 1 Beginning of hierarchical transaction: 01!=0010 02!=13 03! 04! 05! 06-
[2000A] R * Information source level
  HL R 1 Information source level: 01! 02- 03!=20 04!=1
  [2100A] R 1 Payer name
    NM1 R 1 Payer name: 01!=PR 02!=2 03! 04..07- 08!=PI/XV 09! 10..12-
  [2000B] R * Information receiver level
    HL R 1 Information receiver level: 01! 02! 03!=21 04!=1
    [2100B] R 1 Information receiver name
      NM1 R 1 Information receiver name: 01!=41 02!=1/2 06..07- 08!=46 09! 10..12-
    [2000C] R * Service provider level
      HL R 1 Billing provider of service level: 01! 02! 03!=19 04!=1
      [2100C] R 2 Provider name
        NM1 R 1 Billing provider name: 01!=1P 02!=1/2 06- 08!=FI/SV/XX 09! 10..12-
      [2000D] R * Subscriber level
        HL R 1 Subscriber level: 01! 02! 03!=22 04!=0/1
        DMG S 1 Subscriber demographic information: 01!=D8 02! 03=F/M 04..11-
        [2100D] R 1 Subscriber name
          NM1 R 1 Subscriber name: 01!=IL 02!=1/2 03! 06- 08!=24/II/MI 09! 10..12-
        [2200D] S * Claim status tracking number
          TRN S 1 Claim status tracking number: 01!=1 02! 03..04-
          REF S 1 Payer claim control number: 01!=1K 02! 03..04-
          REF S 1 Institutional bill type identification: 01!=BLT 02! 03..04-
          REF S 1 Application or location system identifier: 01!=LU 02! 03..04-
          REF S 1 Group number: 01!=6P 02! 03..04-
          REF S 1 Patient control number: 01!=EJ 02! 03..04-
          REF S 1 Pharmacy prescription number: 01!=XZ 02! 03..04-
          REF S 1 Claim identification number for clearinghouses and other transmission intermediaries: 01!=D9 02! 03..04-
          AMT S 1 Institutional bill type identification: 01!=T3 02! 03-
          DTP S 1 Claim level service date: 01!=472 02!=D8/RD8 03!
          [2210D] S * Service line information
            SVC S 1 Service line information: 01! 01.1!=AD/ER/HC/HP/IV/N4/NU/WK 01.2! 01.8- 02! 03- 05..06-
            REF S 1 Service line item identification: 01!=FJ 02! 03..04-
            DTP R 1 Service line date: 01!=472 02!=D8/RD8 03!
        [2000E] S * Dependent level
          HL S 1 Dependent level: 01! 02! 03!=23 04-
          DMG R 1 Dependent demographic information: 01!=D8 02! 03=F/M 04..11-
          [2100E] R 1 Dependent name
            NM1 R 1 Dependent name: 01!=QC 02!=1 03! 06- 08..12-
          [2200E] R * Claim status tracking number
            TRN R 1 Claim status tracking number: 01!=1 02! 03..04-
            REF S 1 Payer claim control number: 01!=1K 02! 03..04-
            REF S 1 Institutional bill type identification: 01!=BLT 02! 03..04-
            REF S 1 Application or location system identifier: 01!=LU 02! 03..04-
            REF S 1 Group number: 01!=6P 02! 03..04-
            REF S 1 Patient control number: 01!=EJ 02! 03..04-
            REF S 1 Pharmacy prescription number: 01!=XZ 02! 03..04-
            REF S 1 Claim identification number for clearinghouses and other transmission intermediaries: 01!=D9 02! 03..04-
            AMT S 1 Claim submitted charges: 01!=T3 02! 03-
            DTP S 1 Claim service date: 01!=472 02!=D8/RD8 03!
            [2210E] S * Service line information
              SVC S 1 Service line information: 01! 01.1!=AD/ER/HC/HP/IV/N4/NU/WK 01.2! 01.8- 02! 03- 05..06-
              REF S 1 Service line item identification: 01!=FJ 02! 03..04-
              DTP R 1 Service line date: 01!=472 02!=D8/RD8 03!
`;
