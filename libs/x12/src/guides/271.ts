/** Eligibility response, 005010X279A1. Notation: `notation.ts`. */
export const guide271 = `
guide 271 005010X279A1 HB 271
also 005010X279

BHT R 1 Beginning of hierarchical transaction: 01!=0022 02!=06/11 04! 05! 06-
[2000A] R * Information source level
  HL R 1 Information source level: 01! 02- 03!=20 04!=0/1
  AAA S 9 Request validation: 01!=N/Y 02- 03!=04/15/33/35/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/97/98/T4 04!=C/N/P/R/S/W/X/Y
  [2100A] R 1 Information source name
    NM1 R 1 Information source name: 01!=2B/36/GP/P5/PR 02!=1/2 03! 06- 08!=24/46/FI/NI/PI/XV/XX 09! 10..12-
    PER S 3 Information source contact information: 01!=IC 03=ED/EM/FX/TE/UR 09-
    AAA S 9 Request validation: 01!=N/Y 02- 03!=04/15/33/35/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/97/98/T4 04!=C/N/P/R/S/W/X/Y
  [2000B] S * Information receiver level
    HL S 1 Information receiver level: 01! 02! 03!=21 04!=0/1
    [2100B] R 1 Information receiver name
      NM1 R 1 Information receiver name: 01!=1P/2B/36/80/FA/GP/P5/PR 02!=1/2 06- 08!=24/34/FI/PI/PP/SV/XV/XX 09! 10..12-
      REF S 9 Information receiver additional identification: 01!=0B/1C/1D/1J/4A/CT/EL/EO/HPI/JD/N5/N7/Q4/SY/TJ 02! 04-
      N3 S 1 Information receiver address: 01!
      N4 S 1 Information receiver city, state, ZIP code: 01! 05..06-
      AAA S 9 Information receiver request validation: 01!=N/Y 02- 03!=04/15/33/35/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/97/98/T4 04!=C/N/P/R/S/W/X/Y
      PRV S 1 Information receiver provider information: 01!=AD/AT/BI/CO/CV/H/HH/LA/OT/P1/P2/PC/PE/R/RF/SB/SK/SU 02=PXC 04..06-
    [2000C] S * Subscriber level
      HL S 1 Subscriber level: 01! 02! 03!=22 04!=0/1
      TRN S 3 Subscriber trace number: 01!=1/2 02! 03!
      [2100C] R 1 Subscriber name
        NM1 R 1 Subscriber name: 01!=IL 02!=1/2 06- 08=II/MI 10..12-
        REF S 9 Subscriber additional information: 01!=18/1L/1W/3H/49/6P/CE/CT/EA/EJ/F6/GH/HJ/IF/IG/M7/ML/MRC/N6/NQ/Q4/SY/Y4 02! 04-
        N3 S 1 Subscriber address: 01!
        N4 S 1 Subscriber city, state, ZIP code: 01! 05..06-
        AAA S 9 Subscriber request validation: 01!=N/Y 02- 03!=04/15/33/35/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/97/98/T4 04!=C/N/P/R/S/W/X/Y
        PRV S 1 Provider information: 01!=AD/AT/BI/CO/CV/H/HH/LA/OT/P1/P2/PC/PE/R/RF/SB/SK/SU 02=9K/D3/EI/HPI/PXC/SY/TJ 04..06-
        DMG S 1 Subscriber demographic information: 01=D8 03=F/M/U 04..11-
        INS S 1 Subscriber relationship: 01!=Y 02!=18 05..16-
        HI S 1 Subscriber health care diagnosis code: 01! 01.1!=ABK/BK 01.2! 02.1!=ABF/BF 02.2! 03.1!=ABF/BF 03.2! 04.1!=ABF/BF 04.2! 05.1!=ABF/BF 05.2! 06.1!=ABF/BF 06.2! 07.1!=ABF/BF 07.2! 08.1!=ABF/BF 08.2! 09..12-
        DTP S 9 Subscriber date: 01!=096/102/152/291/307/318/340/341/342/343/346/347/356/357/382/435/442/458/472/539/540/636/771 02!=D8/RD8 03!
        MPI S 9 Subscriber military personnel information: 01!=A/C/L/O/P/S/T 02! 03!
        [2110C] S * Subscriber eligibility or benefit information
          EB S 1 Subscriber eligibility or benefit information: 01!=1/2/3/4/5/6/7/8/A/B/C/CB/D/E/F/G/H/I/J/K/L/M/MC/N/O/P/Q/R/S/T/U/V/W/X/Y 02=CHD/DEP/ECH/EMP/ESP/FAM/IND/SPC/SPO 03=1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/30/32/33/34/35/36/37/38/39/40/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/59/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/81/82/83/84/85/86/87/88/89/90/91/92/93/94/95/96/97/98/99/A0/A1/A2/A3/A4/A5/A6/A7/A8/A9/AA/AB/AC/AD/AE/AF/AG/AH/AI/AJ/AK/AL/AM/AN/AO/AQ/AR/B1/B2/B3/BA/BB/BC/BD/BE/BF/BG/BH/BI/BJ/BK/BL/BM/BN/BP/BQ/BR/BS/BT/BU/BV/BW/BX/BY/BZ/C1/CA/CB/CC/CD/CE/CF/CG/CH/CI/CJ/CK/CL/CM/CN/CO/CP/CQ/DG/DM/DS/GF/GN/GY/IC/MH/NI/ON/PT/PU/RN/RT/TC/TN/UC 04=12/13/14/15/16/41/42/43/47/AP/C1/CO/CP/D/DB/EP/FF/GP/HM/HN/HS/IN/IP/LC/LD/LI/LT/MA/MB/MC/MH/MI/MP/OT/PE/PL/POS/PP/PR/PS/QM/RP/SP/TF/WC/WU 06=6/7/13/21/22/23/24/25/26/27/28/29/30/31/32/33/34/35/36 09=8H/99/CA/CE/D3/DB/DY/HS/LA/LE/M2/MN/P6/QA/S7/S8/VS/YY 11=N/U/Y 12=N/U/W/Y 13.1!=AD/CJ/HC/ID/IV/N4/ZZ 13.2!
          HSD S 9 Health care services delivery: 01=DY/FL/HS/MN/VS 03=DA/MO/WK/VS/YR 05=6/7/13/21/22/23/24/25/26/27/28/29/30/31/32/33/34/35/36
          REF S 9 Subscriber additional identification: 01!=18/1L/1W/49/6P/9F/ALS/CLI/F6/FO/G1/IG/M7/N6/NQ 02! 04-
          DTP S 20 Subscriber eligibility/benefit date: 01!=096/193/194/198/290/291/292/295/304/307/318/346/347/348/349/356/357/435/472/636/771 02!=D8/RD8 03!
          AAA S 9 Subscriber request validation: 01!=N/Y 02- 03!=04/15/33/35/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/97/98/AA/AE/AF/AG/AO/CI/E8/IA/MA/T4 04!=C/N/P/R/S/W/X/Y
          MSG S 10 Message text: 01! 02..03-
          [2115C] S 10 Subscriber eligibility or benefit additional information
            III S 1 Subscriber eligibility or benefit additional information: 01=GR/NI/ZZ 03=44 05..09-
          [LS2120C] S 1 Bracket of 2120C
            LS R 1 Loop header: 01!=2120
            [2120C] S 23 Subscriber benefit related entity name
              NM1 S 1 Subscriber benefit related entity name: 01!=11/13/1I/1P/2B/36/73/FA/GP/GW/I3/IL/LR/OC/P3/P4/P5/PR/PRP/SEP/TTP/VER/VN/VY/X3/Y2 02!=1/2 06- 08=24/34/46/FA/FI/II/NI/MI/PI/PP/SV/XV/XX 10=01/02/27/41/48/65/72 11..12-
              N3 S 1 Subscriber benefit related entity address: 01!
              N4 S 1 Subscriber benefit related entity city, state, ZIP code: 01! 05=RJ
              PER S 3 Subscriber benefit related entity contact information: 01!=IC 03=ED/EM/FX/TE/UR/WP 09-
              PRV S 1 Subscriber benefit related provider information: 01!=AD/AT/BI/CO/CV/H/HH/LA/OT/P1/P2/PC/PE/R/RF/SB/SK/SU 02=PXC 04..06-
            LE R 1 Loop trailer: 01!=2120
      [2000D] S * Dependent detail
        HL S 1 Dependent level: 01! 02! 03!=23 04!=0/1
        TRN S 3 Dependent trace number: 01!=1/2 02! 03!
        [2100D] R 1 Dependent name
          NM1 R 1 Dependent name: 01!=03 02!=1 06- 08..12-
          REF S 9 Dependent additional identification: 01!=18/1L/1W/3H/49/6P/CE/CT/EA/EJ/F6/GH/HJ/IF/IG/M7/ML/MRC/N6/NQ/Q4/SY/Y4 02! 04-
          N3 S 1 Dependent address: 01!
          N4 S 1 Dependent city, state, ZIP code: 01! 05..06-
          AAA S 9 Dependent request validation: 01!=N/Y 02- 03!=04/15/33/35/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/97/98/AA/AE/AF/AG/AO/CI/E8/IA/MA/T4 04!=C/N/P/R/S/W/X/Y
          PRV S 1 Provider information: 01!=AD/AT/BI/CO/CV/H/HH/LA/OT/P1/P2/PC/PE/R/RF/SB/SK/SU 02=9K/D3/EI/HPI/PXC/SY/TJ 04..06-
          DMG S 1 Dependent demographic information: 01=D8 03=F/M/U 04..11-
          INS S 1 Dependent relationship: 01!=N 02!=01/19/20/21/39/40/53/G8 05..16-
          HI S 1 Dependent health care diagnosis code: 01! 01.1!=ABK/BK 01.2! 02.1!=ABF/BF 02.2! 03.1!=ABF/BF 03.2! 04.1!=ABF/BF 04.2! 05.1!=ABF/BF 05.2! 06.1!=ABF/BF 06.2! 07.1!=ABF/BF 07.2! 08.1!=ABF/BF 08.2! 09..12-
          DTP S 9 Dependent date: 01!=096/102/152/291/307/318/340/341/342/343/346/347/356/357/382/435/442/458/472/539/540/636/771 02!=D8/RD8 03!
          MPI S 1 Dependent military personnel information: 01!=A/C/L/O/P/S/T 02! 03!
          [2110D] S * Dependent eligibility or benefit information
            EB S 1 Dependent eligibility or benefit information: 01!=1/2/3/4/5/6/7/8/A/B/C/CB/D/E/F/G/H/I/J/K/L/M/MC/N/O/P/Q/R/S/T/U/V/W/X/Y 02=CHD/DEP/ECH/ESP/FAM/IND/SPC/SPO 03=1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/30/32/33/34/35/36/37/38/39/40/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/59/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/81/82/83/84/85/86/87/88/89/90/91/92/93/94/95/96/97/98/99/A0/A1/A2/A3/A4/A5/A6/A7/A8/A9/AA/AB/AC/AD/AE/AF/AG/AH/AI/AJ/AK/AL/AM/AN/AO/AQ/AR/B1/B2/B3/BA/BB/BC/BD/BE/BF/BG/BH/BI/BJ/BK/BL/BM/BN/BP/BQ/BR/BS/BT/BU/BV/BW/BX/BY/BZ/C1/CA/CB/CC/CD/CE/CF/CG/CH/CI/CJ/CK/CL/CM/CN/CO/CP/CQ/DG/DM/DS/GF/GN/GY/IC/MH/NI/ON/PT/PU/RN/RT/TC/TN/UC 04=12/13/14/15/16/41/42/43/47/AP/C1/CO/CP/D/DB/EP/FF/GP/HM/HN/HS/IN/IP/LC/LD/LI/LT/MA/MB/MC/MH/MI/MP/OT/PE/PL/POS/PP/PR/PS/QM/RP/SP/TF/WC/WU 06=6/7/13/21/22/23/24/25/26/27/28/29/30/31/32/33/34/35/36 09=8H/99/CA/CE/D3/DB/DY/HS/LA/LE/M2/MN/P6/QA/S7/S8/VS/YY 11=N/U/Y 12=N/U/W/Y 13.1!=AD/CJ/HC/ID/IV/N4/ZZ 13.2!
            HSD S 9 Health care services delivery: 01=DY/FL/HS/MN/VS 03=DA/MO/WK/VS/YR 05=6/7/13/21/22/23/24/25/26/27/28/29/30/31/32/33/34/35/36
            REF S 9 Dependent additional identification: 01!=18/1L/1W/49/6P/9F/ALS/CLI/F6/FO/G1/IG/M7/N6/NQ 02! 04-
            DTP S 20 Dependent eligibility/benefit date: 01!=096/193/194/198/290/291/292/295/304/307/318/346/347/348/349/356/357/435/472/636/771 02!=D8/RD8 03!
            AAA S 9 Dependent request validation: 01!=N/Y 02- 03!=04/15/33/35/41/42/43/44/45/46/47/48/49/50/51/52/53/54/55/56/57/58/60/61/62/63/64/65/66/67/68/69/70/71/72/73/74/75/76/77/78/79/80/97/98/AA/AE/AF/AG/AO/CI/E8/IA/MA/T4 04!=C/N/P/R/S/W/X/Y
            MSG S 10 Message text: 01! 02..03-
            [2115D] S 10 Dependent eligibility or benefit additional information
              III S 1 Dependent eligibility or benefit additional information: 01=GR/NI/ZZ 03=44 05..09-
            [LS2120D] S 1 Bracket of 2120D
              LS R 1 Loop header: 01!=2120
              [2120D] S 23 Dependent benefit related entity name
                NM1 S 1 Dependent benefit related entity name: 01!=11/13/1I/1P/2B/36/73/FA/GP/GW/I3/IL/LR/OC/P3/P4/P5/PR/PRP/SEP/TTP/VER/VN/VY/X3/Y2 02!=1/2 06- 08=24/34/46/FA/FI/II/NI/MI/PI/PP/SV/XV/XX 10=01/02/27/41/48/65/72 11..12-
                N3 S 1 Dependent benefit related entity address: 01!
                N4 S 1 Dependent benefit related entity city, state, ZIP code: 01! 05=RJ
                PER S 3 Dependent benefit related entity contact information: 01!=IC 03=ED/EM/FX/TE/UR/WP 09-
                PRV S 1 Dependent benefit related provider information: 01!=AD/AT/BI/CO/CV/H/HH/LA/OT/P1/P2/PC/PE/R/RF/SB/SK/SU 02=PXC 04..06-
              LE R 1 Loop trailer: 01!=2120
`;
