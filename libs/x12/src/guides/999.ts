/** Implementation acknowledgement, 005010X231A1. Notation: `notation.ts`. */
export const guide999 = `
guide 999 005010X231A1 FA 999
also 005010X231

AK1 R 1 Functional group response header: 01!=BE/HB/HC/HI/HN/HP/HR/HS/RA 02! 03!
[2000] S * Transaction set response header
  AK2 R 1 Transaction set response header: 01!=270/271/276/277/278/820/834/835/837 02!
  [2100] S * Ak2/ik3 error identification
    IK3 R 1 Error identification: 01! 02! 04=1/2/3/4/5/6/7/8/I4/I6/I7/I8/I9
    CTX S 9 Segment context: 01!x10 01.1!=SITUATIONAL TRIGGER 01.2- 02! 03! 05.1! 06.1! 06.2-
    CTX S 1 Business unit identifier: 01!x10 01.1!=TRN02/NM109/PATIENT NAME NM109/SUBSCRIBER NAME NM109/ENT01/SUBSCRIBER NUMBER REF02/CLM01 01.2! 02..04- 05.1! 06-
    [2110] S * Ak2/ik3/ik4 implementation data element note
      IK4 S 1 Implementation data element note: 01! 01.1! 03!=1/2/3/4/5/6/7/8/9/10/11/12/13/I10/I11/I12/I13/I6/I9
      CTX S 10 Element context: 01!x10 01.1!=SITUATIONAL TRIGGER 01.2- 02! 03! 05.1! 06.1! 06.2-
  IK5 R 1 Transaction set response trailer: 01!=A/E/M/R/W/X 02=1/2/3/4/5/6/7/8/9/10/11/12/13/15/16/17/18/19/23/24/25/26/27/I5/I6 03=1/2/3/4/5/6/7/8/9/10/11/12/13/15/16/17/18/19/23/24/25/26/27/I5/I6 04=1/2/3/4/5/6/7/8/9/10/11/12/13/15/16/17/18/19/23/24/25/26/27/I5/I6 05=1/2/3/4/5/6/7/8/9/10/11/12/13/15/16/17/18/19/23/24/25/26/27/I5/I6 06=1/2/3/4/5/6/7/8/9/10/11/12/13/15/16/17/18/19/23/24/25/26/27/I5/I6
AK9 R 1 Functional group response trailer: 01!=A/E/M/P/R/W/X 02! 03! 04! 05=1/2/3/4/5/6/10/11/12/13/14/15/16/17/18/19/23/24/25/26 06=1/2/3/4/5/6/10/11/12/13/14/15/16/17/18/19/23/24/25/26 07=1/2/3/4/5/6/10/11/12/13/14/15/16/17/18/19/23/24/25/26 08=1/2/3/4/5/6/10/11/12/13/14/15/16/17/18/19/23/24/25/26 09=1/2/3/4/5/6/10/11/12/13/14/15/16/17/18/19/23/24/25/26
`;
