/** Health care claim acknowledgement, 005010X214. Notation: `notation.ts`. */
export const guide277CA = `
guide 277CA 005010X214 HN 277

BHT R 1 Beginning of hierarchical transaction: 01!=0085 02!=08 03! 04! 05! 06!=TH
[2000A] R * Information source level
  HL R 1 Information source level: 01! 02- 03!=20 04!=1
  [2100A] R 1 Information source name
    NM1 R 1 Information source name: 01!=PR/AY 02!=2 03! 04..07- 08!=46/FI/PI/XV 09! 10..12-
  [2200A] R * Transmission receipt control identifier
    TRN R 1 Transmission receipt control identifier: 01!=1 02! 03..04-
    DTP R 1 Information source receipt date: 01!=050 02!=D8 03!
    DTP R 1 Information source process date: 01!=009 02!=D8 03!
  [2000B] R 1 Information receiver level
    HL R 1 Information receiver level: 01! 02! 03!=21 04!=0/1
    [2100B] R 1 Information receiver name
      NM1 R 1 Information receiver name: 01!=41 02!=1/2 03! 06..07- 08!=46 09! 10..12-
    [2200B] R 1 Information receiver trace identifier
      TRN R 1 Information receiver trace identifier: 01!=2 02! 03..04-
      STC R * Information receiver status information: 01! 01.1! 01.2! 01.3=36/40/41/AY/PR 01.4- 02! 03!=U/WQ 04! 05..09- 10.1! 10.2! 10.4- 11.1! 11.2! 11.4- 12-
      QTY S 1 Total accepted quantity: 01!=90 02! 03..04-
      QTY S 1 Total rejected quantity: 01!=AA 02! 03..04-
      AMT S 1 Total accepted amount: 01!=YU 02! 03-
      AMT S 1 Total rejected amount: 01!=YY 02! 03-
    [2000C] S * Billing provider of service level
      HL R 1 Billing provider of service level: 01! 02! 03!=19 04!=0/1
      [2100C] R * Billing provider name
        NM1 R 1 Billing provider name: 01!=85 02!=1/2 03! 08!=FI/SV/XX 09! 10..11-
      [2200C] S 1 Provider of service information trace identifier
        TRN R 1 Provider of service information trace identifier: 01!=1 02! 03..04-
        STC S * Billing provider status information: 01! 01.1! 01.2! 01.3=36/40/41/77/82/85/87/AY/PR 01.4- 02- 03!=U/WQ 04! 05..09- 10.1! 10.2! 10.4- 11.1! 11.2! 11.4- 12-
        REF S 1 Provider secondary identifier: 01!=0B/1G/G2/LU/SY/TJ 02! 03..04-
        QTY S 1 Total accepted quantity: 01!=QA 02! 03..04-
        QTY S 1 Total rejected quantity: 01!=QC 02! 03..04-
        AMT S 1 Total accepted amount: 01!=YU 02! 03-
        AMT S 1 Total rejected amount: 01!=YY 02! 03-
      [2000D] S * Patient level
        HL R 1 Patient level: 01! 02! 03!=PT 04-
        [2100D] R 1 Patient name
          NM1 R 1 Patient name: 01!=QC 02!=1 03! 08!=II/MI 09! 10..11-
        [2200D] S * Claim status tracking number
          TRN R 1 Claim status tracking number: 01!=2 02! 03..04-
          STC R * Claim level status information: 01! 01.1! 01.2! 01.3=03/1P/1Z/40/41/71/72/73/77/82/85/87/DK/DN/DQ/FA/GB/HK/IL/LI/MSC/PR/PRP/QB/QC/QD/SEP/TL/TTP/TU 01.4- 02! 03!=U/WQ 04! 05..09- 10.1! 10.2! 11.1! 11.2!
          REF S 1 Payer claim control number: 01!=1K 02! 03..04-
          REF S 1 Claim indentifier number for clearinghouses and other transmission intermediaries: 01!=D9 02! 03..04-
          REF S 1 Institutional bill type identification: 01!=BLT 02! 03..04-
          DTP R 1 Claim level service date: 01!=472 02!=RD8/D8 03!
          [2220D] S * Service line information
            SVC R 1 Service line information: 01! 01.1!=AD/ER/HC/HP/IV/NU/NU/WK 01.2! 01.7- 02! 03- 05..06-
            STC R 1 Service line level status information: 01! 01.1! 01.2! 01.3=03/1P/1Z/40/41/71/72/73/77/82/85/87/DK/DN/DQ/FA/GB/HK/IL/LI/MSC/PR/PRP/QB/QC/QD/SEP/TL/TTP/TU 02! 03!=U 04..09- 10.1! 10.2! 11.1! 11.2! 12-
            REF S 1 Service line item identification: 01!=FJ 02! 03..04-
            REF S 1 Pharmacy prescription number: 01!=XZ 02! 03..04-
            DTP S 1 Service line date: 01!=472 02!=D8/RD8 03!
`;
