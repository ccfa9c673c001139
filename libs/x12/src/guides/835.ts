/** Health care claim payment and remittance advice, 005010X221A1. Notation: `notation.ts`. */
export const guide835 = `
guide 835 005010X221A1 HP 835
also 005010X221

BPR R 1 Financial information: 01!=C/D/H/I/P/U/X 02! 03!=C/D 04!=ACH/BOP/CHK/FWT/NON 05=CCP/CTX 06=01/04 08=DA 12=01/04 14=DA/SG 16! 17..21-
TRN R 1 Reassociation trace number: 01!=1 02! 03!
CUR S 1 Foreign currency information: 01!=PR 02! 03..21-
REF S 1 Receiver identification: 01!=EV 02! 03..04-
REF S 1 Version identification: 01!=F2 02! 03..04-
DTM S 1 Production date: 01!=405 02! 03..06-
[1000A] R 1 Payer identification
  N1 R 1 Payer identification: 01!=PR 02! 03=XV 05..06-
  N3 R 1 Payer address: 01!
  N4 R 1 Payer city, state, ZIP code: 01! 05..06-
  REF S 4 Additional payer identification: 01!=2U/EO/HI/NF 02! 03..04-
  PER S 1 Payer business contact information: 01!=CX 03=EM/FX/TE 05=EM/EX/FX/TE 07=EX 09-
  PER R * Payer technical contact information: 01!=BL 03=EM/TE/UR 05=EM/EX/FX/TE/UR 07=EM/EX/FX/UR 09-
  PER S 1 Payer web site: 01!=IC 02- 03!=UR 04! 05..09-
[1000B] R 1 Payee identification
  N1 R 1 Payee identification: 01!=PE 02! 03!=FI/XV/XX 04! 05..06-
  N3 S 1 Payee address: 01!
  N4 S 1 Payee city, state, ZIP code: 01! 05..06-
  REF S * Payee additional identification: 01!=0B/D3/PQ/TJ 02! 03..04-
  RDM S 1 Remittance delivery method: 01!=BM/EM/FT/OL 04..05-
[2000] S * Header number
  LX R 1 Header number: 01!
  TS3 S 1 Provider summary information: 01! 02! 03! 04! 05! 06..12- 14- 16- 19-
  TS2 S 1 Provider supplemental summary information:
  [2100] R * Claim payment information
    CLP R 1 Claim payment information: 01! 02!=1/19/2/20/21/22/23/25/3/4 03! 04! 06!=12/13/14/15/16/17/AM/CH/DS/HM/LM/MA/MB/MC/OF/TV/VA/WC/ZZ 07! 10- 14-
    CAS S 99 Claim adjustment: 01!=CO/OA/PI/PR 02! 03!
    NM1 R 1 Patient name: 01!=QC 02!=1 06- 08=34/HN/II/MI/MR 10..12-
    NM1 S 1 Insured name: 01!=IL 02!=1/2 06- 08!=FI/II/MI 09! 10..12-
    NM1 S 1 Corrected patient/insured name: 01!=74 02!=1/2 06- 08=C 10..12-
    NM1 S 1 Service provider name: 01!=82 02!=1/2 06- 08!=BD/BS/FI/MC/PC/SL/UP/XX 09! 10..12-
    NM1 S 1 Crossover carrier name: 01!=TT 02!=2 03! 04..07- 08!=AD/FI/NI/PI/PP/XV 09! 10..12-
    NM1 S 1 Corrected priority payer name: 01!=PR 02!=2 03! 04..07- 08!=AD/FI/NI/PI/PP/XV 09! 10..12-
    NM1 S 1 Other subscriber name: 01!=GB 02!=1/2 06- 08=FI/II/MI 10..12-
    MIA S 1 Inpatient adjudication information: 01!
    MOA S 1 Outpatient adjudication information:
    REF S 5 Other claim related identification: 01!=1L/1W/28/6P/9A/9C/BB/CE/EA/F8/G1/G3/IG/SY 02! 03..04-
    REF S 10 Rendering provider identification: 01!=0B/1A/1B/1C/1D/1G/1H/1J/D3/G2/LU 02! 03..04-
    DTM S 2 Statement from or to date: 01!=232/233 02! 03..06-
    DTM S 1 Coverage expiration date: 01!=036 02! 03..06-
    DTM S 1 Claim received date: 01!=050 02! 03..06-
    PER S 2 Claim contact information: 01!=CX 03!=EM/FX/TE 04! 05=EM/EX/FX/TE 07=EX 09-
    AMT S 13 Claim supplemental information: 01!=AU/D8/DY/F5/I/NL/T/T2/ZK/ZL/ZM/ZN/ZO 02! 03-
    QTY S 14 Claim supplemental information quantity: 01!=CA/CD/LA/LE/NE/NR/OU/PS/VS/ZK/ZL/ZM/ZN/ZO 02! 03..04-
    [2110] S 999 Service payment information
      SVC R 1 Service payment information: 01! 01.1!=AD/ER/HC/HP/IV/N4/N6/NU/UI/WK 01.2! 01.7- 01.8- 02! 03! 06.1!=AD/ER/HC/HP/IV/N4/NU/WK 06.2! 06.8-
      DTM S 2 Service date: 01!=150/151/472 02! 03..06-
      CAS S 99 Service adjustment: 01!=CO/OA/PI/PR 02! 03!
      REF S 8 Service identification: 01!=1S/APC/BB/E9/G1/G3/LU/RB 02! 03..04-
      REF S 1 Line item control number: 01!=6R 02! 03..04-
      REF S 10 Rendering provider information: 01!=0B/1A/1B/1C/1D/1G/1H/1J/D3/G2/HPI/SY/TJ 02! 03..04-
      REF S 5 Healthcare policy identification: 01!=0K 02! 03..04-
      AMT S 9 Service supplemental amount: 01!=B6/KH/T/T2/ZK/ZL/ZM/ZN/ZO 02! 03-
      QTY S 6 Service supplemental quantity: 01!=ZK/ZL/ZM/ZN/ZO 02! 03..04-
      LQ S 99 Health care remark codes: 01!=HE/RX 02!
PLB S * Provider adjustment: 01! 02! 03! 03.1!=50/51/72/90/AH/AM/AP/B2/B3/BD/BN/C5/CR/CS/CT/CV/CW/DM/E3/FB/FC/GO/HM/IP/IR/IS/J1/L3/L6/LE/LS/OA/OB/PI/PL/RA/RE/SL/TL/WO/WU 04! 05.1!=50/51/72/90/AH/AM/AP/B2/B3/BD/BN/C5/CR/CS/CT/CV/CW/DM/E3/FB/FC/GO/HM/IP/IR/IS/J1/L3/L6/LE/LS/OA/OB/PI/PL/RA/RE/SL/TL/WO/WU 07.1!=50/51/72/90/AH/AM/AP/B2/B3/BD/BN/C5/CR/CS/CT/CV/CW/DM/E3/FB/FC/GO/HM/IP/IR/IS/J1/L3/L6/LE/LS/OA/OB/PI/PL/RA/RE/SL/TL/WO/WU 09.1!=50/51/72/90/AH/AM/AP/B2/B3/BD/BN/C5/CR/CS/CT/CV/CW/DM/E3/FB/FC/GO/HM/IP/IR/IS/J1/L3/L6/LE/LS/OA/OB/PI/PL/RA/RE/SL/TL/WO/WU 11.1!=50/51/72/90/AH/AM/AP/B2/B3/BD/BN/C5/CR/CS/CT/CV/CW/DM/E3/FB/FC/GO/HM/IP/IR/IS/J1/L3/L6/LE/LS/OA/OB/PI/PL/RA/RE/SL/TL/WO/WU 13.1!=50/51/72/90/AH/AM/AP/B2/B3/BD/BN/C5/CR/CS/CT/CV/CW/DM/E3/FB/FC/GO/HM/IP/IR/IS/J1/L3/L6/LE/LS/OA/OB/PI/PL/RA/RE/SL/TL/WO/WU
`;
