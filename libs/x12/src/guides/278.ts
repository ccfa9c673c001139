/**
 * Health care services review, request and response, 005010X217, as far as files show it: loops, segments and their
 * order, no codes and no required elements. Notation: `notation.ts`.
 */
export const guide278 = `
guide 278 005010X217 HI 278 by-files

BHT R 1 Beginning of hierarchical transaction:
[2000A] R * Utilization management organization level
  HL R 1 Utilization management organization level: 03!=20
  AAA S 9 Request validation:
  [2010A] R 1 Utilization management organization name
    NM1 R 1 Utilization management organization name:
    PER S 1 Contact information:
    AAA S 9 Request validation:
  [2000B] S * Requester level
    HL R 1 Requester level: 03!=21
    AAA S 9 Request validation:
    [2010B] R 2 Requester name
      NM1 R 1 Requester name:
      REF S 8 Requester supplemental identification:
      N3 S 1 Requester address:
      N4 S 1 Requester city, state, ZIP code:
      PER S 1 Requester contact information:
      AAA S 9 Requester request validation:
      PRV S 1 Requester provider information:
    [2000C] S * Subscriber level
      HL R 1 Subscriber level: 03!=22
      AAA S 9 Request validation:
      [2010C] R 1 Subscriber name
        NM1 R 1 Subscriber name: 01!=IL
        REF S 9 Subscriber supplemental identification:
        N3 S 1 Subscriber address:
        N4 S 1 Subscriber city, state, ZIP code:
        AAA S 9 Subscriber request validation:
        DMG S 1 Subscriber demographic information:
        INS S 1 Subscriber relationship:
      [2000E] S * Patient event level
        HL R 1 Patient event level: 03!=EV
        TRN S 3 Patient event tracking number:
        AAA S 9 Patient event request validation:
        UM S 1 Health care services review information:
        HCR S 1 Health care services review:
        REF S * Review reference:
        DTP S * Date:
        HI S 1 Patient diagnosis:
        HSD S 1 Health care services delivery:
        CRC S * Condition information:
        CL1 S 1 Institutional claim code:
        CR1 S 1 Ambulance transport information:
        CR2 S 1 Spinal manipulation service information:
        CR5 S 1 Home oxygen therapy information:
        CR6 S 1 Home health care information:
        PWK S 10 Additional patient information:
        MSG S 1 Message text:
        [2010E] S * Patient event provider, place or organization
          NM1 R 1 Name:
          REF S 8 Supplemental identification:
          N3 S 1 Address:
          N4 S 1 City, state, ZIP code:
          PER S 1 Contact information:
          AAA S 9 Request validation:
          PRV S 1 Provider information:
          DTP S 1 Date of another organization's denial:
        [2000F] S * Service level
          HL R 1 Service level: 03!=SS
          TRN S 3 Service trace number:
          AAA S 9 Service request validation:
          UM S 1 Health care services review information:
          HCR S 1 Health care services review:
          REF S * Review reference:
          DTP S * Date:
          HI S 1 Procedures:
          SV1 S 1 Professional service:
          SV2 S 1 Institutional service line:
          SV3 S 1 Dental service:
          TOO S 32 Tooth information:
          HSD S 1 Health care services delivery:
          PWK S 10 Additional service information:
          MSG S 1 Message text:
          [2010F] S * Service provider
            NM1 R 1 Name:
            REF S 8 Supplemental identification:
            N3 S 1 Address:
            N4 S 1 City, state, ZIP code:
            PER S 1 Contact information:
            AAA S 9 Request validation:
            PRV S 1 Provider information:
      [2000D] S * Dependent level
        HL R 1 Dependent level: 03!=23
        AAA S 9 Request validation:
        [2010D] R 1 Dependent name
          NM1 R 1 Dependent name: 01!=QC
          REF S 9 Dependent supplemental identification:
          N3 S 1 Dependent address:
          N4 S 1 Dependent city, state, ZIP code:
          AAA S 9 Dependent request validation:
          DMG S 1 Dependent demographic information:
          INS S 1 Dependent relationship:
        [2000E] S * Patient event level (as in 2000C)
`;
