/** Claim status response, 005010X212. Notation: `notation.ts`. */
export const guide277 = `
guide 277 005010X212 HN 277

BHT R 1 Beginning of hierarchical transaction: 01!=0010 02!=08 03! 04! 05! 06!=DG
[2000A] R * Information source level
  HL R 1 Information source level: 01! 02- 03!=20 04!=1
  [2100A] R 1 Information source name
    NM1 R 1 Information source name: 01!=PR 02!=2 03! 04..07- 08!=PI/XV 09! 10..12-
    PER S 1 Administrative communications contact: 01!=IC 03!=ED/EM/FX/TE 04! 05=ED/EM/EX/FX/TE 07=ED/EM/EX/FX/TE 09-
  [2000B] R * Information receiver level
    HL R 1 Information receiver level: 01! 02! 03!=21 04!=0/1
    [2100B] R 2 Information receiver name
      NM1 R 1 Information receiver name: 01!=41 02!=1/2 06..07- 08!=46 09! 10..12-
    [2200B] S 1 Information receiver trace identifier
      TRN S 1 Information receiver trace identifier: 01!=2 02! 03..04-
      STC R * Information receiver status information: 01! 01.1! 01.2! 01.3=41/AY/PR 02! 03..09- 10.1! 10.2! 11.1! 11.2! 12-
    [2000C] S * Service provider level
      HL S 1 Service provider level: 01! 02! 03!=19 04!=0/1
      [2100C] R 2 Provider name
        NM1 R 1 Provider name: 01!=1P 02!=1/2 06- 08!=FI/SV/XX 09! 10..12-
      [2200C] S 1 Provider of service trace identifier
        TRN S 1 Provider of service trace identifier: 01!=1 02! 03..04-
        STC R * Provider status information: 01! 01.1! 01.2! 01.3=1P 02! 03..09- 10.1! 10.2! 11.1! 11.2! 12-
      [2000D] S * Subscriber level
        HL S 1 Subscriber level: 01! 02! 03!=22 04!=0/1
        [2100D] R 1 Subscriber name
          NM1 R 1 Subscriber name: 01!=IL 02!=1/2 03! 06- 08!=24/II/MI 09! 10..12-
        [2200D] S * Claim status tracking number
          TRN S 1 Claim status tracking number: 01!=2 02! 03..04-
          STC R * Claim level status information: 01! 01.1! 01.2! 02! 03- 07- 10.1! 10.2! 11.1! 11.2! 12-
          REF S 1 Payer claim control number: 01!=1K 02! 03..04-
          REF S 1 Institutional bill type identification: 01!=BLT 02! 03..04-
          REF S 1 Patient control number: 01!=EJ 02! 03..04-
          REF S 1 Pharmacy prescription number: 01!=XZ 02! 03..04-
          REF S 1 Voucher identifier: 01!=VV 02! 03..04-
          REF S 1 Claim identifier number for clearinghous and other transmission intermediaries: 01!=D9 02! 03..04-
          DTP S 1 Claim level service date: 01!=472 02!=D8/RD8 03!
          [2220D] S * Service line information
            SVC S 1 Service line information: 01! 01.1!=AD/ER/HC/HP/IV/N4/NU/WK 01.2! 01.8- 02! 03! 05..06- 07!
            STC R * Service line level status information: 01! 01.1! 01.2! 02! 03..09- 10.1! 10.2! 11.1! 11.2! 12-
            REF S 1 Service line item identification: 01!=FJ 02! 03..04-
            DTP R 1 Service line date: 01!=472 02!=D8/RD8 03!
        [2000E] S * Dependent level
          HL S 1 Dependent level: 01! 02! 03!=23 04-
          [2100E] R 1 Dependent name
            NM1 R 1 Dependent name: 01!=QC 02!=1 03! 06- 08..12-
          [2200E] R * Claim status tracking number
            TRN R 1 Claim status tracking number: 01!=2 02! 03..04-
            STC R * Claim level status information: 01! 01.1! 01.2! 02! 03- 07- 10.1! 10.2! 11.1! 11.2! 12-
            REF S 1 Payer claim control number: 01!=1K 02! 03..04-
            REF S 1 Institutional bill type identification: 01!=BLT 02! 03..04-
            REF S 1 Patient control number: 01!=EJ 02! 03..04-
            REF S 1 Pharmacy prescription number: 01!=XZ 02! 03..04-
            REF S 1 Voucher identifier: 01!=VV 02! 03..04-
            REF S 3 Claim identifier number for clearinghous and other transmission intermediaries: 01!=D9 02! 03..04-
            DTP S 1 Claim level service date: 01!=472 02!=D8/RD8 03!
            [2220E] S * Service line information
              SVC S 1 Service line information: 01! 01.1!=AD/ER/HC/HP/IV/N4/NU/WK 01.2! 01.8- 02! 03! 05..06- 07!
              STC R * Service line level status information: 01! 01.1! 01.2! 02! 03..09- 10.1! 10.2! 11.1! 11.2! 12-
              REF S 1 Service line item identification: 01!=FJ 02! 03..04-
              DTP R 1 Service line date: 01!=472 02!=D8/RD8 03!
`;
