/** Eligibility inquiry, 005010X279A1. Notation: `notation.ts`. */
export const guide270 = `
guide 270 005010X279A1 HS 270
also 005010X279

BHT R 1 Beginning of hierarchical transaction: 01!=0022 02!=01/13 04! 05! 06=RT
[2000A] R * Information source level
  HL R 1 Information source level: 01! 02- 03!=20 04!=1
  [2100A] R 1 Information source name
    NM1 R 1 Information source name: 01!=2B/36/GP/P5/PR 02!=1/2 03! 06- 08!=24/46/FI/NI/PI/XV/XX 09! 10..12-
  [2000B] R * Information receiver level
    HL R 1 Information receiver level: 01! 02! 03!=21 04!=1
    [2100B] R 1 Information receiver name
      NM1 R 1 Information receiver name: 01!=1P/2B/36/80/FA/GP/P5/PR 02!=1/2 03! 06- 08!=24/34/FI/PI/PP/SV/XV/XX 09! 10..12-
      REF S 9 Information receiver additional identification: 01!=0B/1C/1D/1J/4A/CT/EL/EO/HPI/JD/N5/N7/Q4/SY/TJ 02! 04-
      N3 S 1 Information receiver address: 01!
      N4 S 1 Information receiver city, state, ZIP code: 01! 05..06-
      PRV S 1 Information receiver provider information: 01!=AD/AT/BI/CO/CV/H/HH/LA/OT/P1/P2/PC/PE/R/RF/SB/SK/SU 02=PXC 04..06-
    [2000C] R * Subscriber level
      HL R 1 Subscriber level: 01! 02! 03!=22 04!=0/1
      TRN S 2 Subscriber trace number: 01!=1 02! 03!
      [2100C] R 1 Subscriber name
        NM1 R 1 Subscriber name: 01!=IL 02!=1/2 06- 08=II/MI 10..12-
        REF S 9 Subscriber additional identification: 01!=18/1L/1W/3H/49/6P/CT/EA/EJ/F6/GH/HJ/IF/IG/N6/NQ/SY/Y4 02! 03..04-
        N3 S 1 Subscriber address: 01!
        N4 S 1 Subscriber city, state, ZIP code: 01! 05..06-
        PRV S 1 Provider information: 01!=AD/AT/BI/CO/CV/H/HH/LA/OT/P1/P2/PC/PE/R/RF/SB/SK/SU 02=9K/D3/EI/HPI/PXC/SY/TJ 04..06-
        DMG S 1 Subscriber demographic information: 01=D8 03=F/M 04..11-
        INS S 1 Multiple birth sequence number: 01!=Y 02!=18 03..16- 17!
        HI S 1 Subscriber health care diagnosis code: 01! 01.1!=ABK/BK 01.2! 02.1!=ABF/BF 02.2! 03.1!=ABF/BF 03.2! 04.1!=ABF/BF 04.2! 05.1!=ABF/BF 05.2! 06.1!=ABF/BF 06.2! 07.1!=ABF/BF 07.2! 08.1!=ABF/BF 08.2! 09..12-
        DTP S 2 Subscriber date: 01!=102/291 02!=D8/RD8 03!
        [2110C] S 99 Subscriber eligibility or benefit inquiry
          EQ S 1 Subscriber eligibility or benefit inquiry: 01=1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/30/32/33/34/35/36/37/38/39/40/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/59/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/81/82/83/84/85/86/87/88/89/90/91/92/93/94/95/96/97/98/99/A0/A1/A2/A3/A4/A5/A6/A7/A8/A9/AA/AB/AC/AD/AE/AF/AG/AH/AI/AJ/AK/AL/AM/AN/AO/AQ/AR/B1/B2/B3/BA/BB/BC/BD/BE/BF/BG/BH/BI/BJ/BK/BL/BM/BN/BP/BQ/BR/BS/BT/BU/BV/BW/BX/BY/BZ/C1/CA/CB/CC/CD/CE/CF/CG/CH/CI/CJ/CK/CL/CM/CN/CO/CP/CQ/DG/DM/DS/GF/GN/GY/IC/MH/NI/ON/PT/PU/RN/RT/TC/TN/UC 02.1!=AD/CJ/HC/ID/IV/N4/ZZ 02.2! 03=FAM 04-
          AMT S 1 Subscriber spend down amount: 01!=R 02! 03-
          AMT S 1 Subscriber spend down total billed amount: 01!=PB 02! 03-
          III S 1 Subscriber eligibility or benefit additional inquiry information: 01!=ZZ 02! 03..09-
          REF S 1 Subscriber additional information: 01!=9F/G1 02! 03..04-
          DTP S 1 Subscriber eligibility/benefit date: 01!=291 02!=D8/RD8 03!
      [2000D] S * Dependent level
        HL S 1 Dependent level: 01! 02! 03!=23 04!=0
        TRN S 2 Dependent trace number: 01!=1 02! 03!
        [2100D] R 1 Dependent name
          NM1 R 1 Dependent name: 01!=03 02!=1 06- 08..12-
          REF S 9 Dependent additional identification: 01!=18/1L/1W/3H/49/6P/CT/EA/EJ/F6/GH/HJ/IF/IG/N6/NQ/SY/Y4 02! 03..04-
          N3 S 1 Dependent address: 01!
          N4 S 1 Dependent city, state, ZIP code: 01! 05..06-
          PRV S 1 Provider information: 01!=AD/AT/BI/CO/CV/H/HH/LA/OT/P1/P2/PC/PE/R/RF/SB/SK/SU 02=9K/D3/EI/HPI/PXC/SY/TJ 04..06-
          DMG S 1 Dependent demographic information: 01=D8 03=F/M/U 04..11-
          INS S 1 Dependent relationship: 01!=N 02!=01/19/34 03..16-
          HI S 1 Dependent health care diagnosis code: 01! 01.1!=ABK/BK 01.2! 02.1!=ABF/BF 02.2! 03.1!=ABF/BF 03.2! 04.1!=ABF/BF 04.2! 05.1!=ABF/BF 05.2! 06.1!=ABF/BF 06.2! 07.1!=ABF/BF 07.2! 08.1!=ABF/BF 08.2! 09..12-
          DTP S 2 Dependent date: 01!=102/291 02!=D8/RD8 03!
          [2110D] R 99 Dependent eligibility or benefit inquiry
            EQ R 1 Dependent eligibility or benefit inquiry: 01=1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/30/32/33/34/35/36/37/38/39/40/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/59/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/81/82/83/84/85/86/87/88/89/90/91/92/93/94/95/96/97/98/99/A0/A1/A2/A3/A4/A5/A6/A7/A8/A9/AA/AB/AC/AD/AE/AF/AG/AH/AI/AJ/AK/AL/AM/AN/AO/AQ/AR/B1/B2/B3/BA/BB/BC/BD/BE/BF/BG/BH/BI/BJ/BK/BL/BM/BN/BP/BQ/BR/BS/BT/BU/BV/BW/BX/BY/BZ/C1/CA/CB/CC/CD/CE/CF/CG/CH/CI/CJ/CK/CL/CM/CN/CO/CP/CQ/DG/DM/DS/GF/GN/GY/IC/MH/NI/ON/PT/PU/RN/RT/TC/TN/UC 02.1!=AD/CJ/HC/ID/IV/N4/ZZ 02.2! 03..04-
            III S 1 Dependent eligibility or benefit additional inquiry information: 01!=ZZ 02! 03..09-
            REF S 1 Dependent additional information: 01!=9F/G1 02! 03..04-
            DTP S 1 Dependent eligibility/benefit date: 01!=291 02!=D8/RD8 03!
`;
