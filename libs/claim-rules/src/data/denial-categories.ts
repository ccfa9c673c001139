/** DOMAIN A.9: denials by their reason code, with who mends the cause and what is usually done. */
export interface DenialCategory {
  readonly key: string;
  readonly label: string;
  /** Where the cause arose, so that it is mended there and not only on this claim. */
  readonly rootCauseOwner: string;
  readonly usualAction: string;
  /** Soft denials can usually be won back; hard ones rarely. */
  readonly recoverable: boolean;
  readonly reasons: readonly string[];
  /** Remarks that put a `16` or a bare denial into this category. */
  readonly remarks?: readonly RegExp[];
}

export const DENIAL_CATEGORIES: readonly DenialCategory[] = [
  {
    key: 'eligibility',
    label: 'Eligibility or coverage',
    rootCauseOwner: 'Front desk',
    usualAction: 'Verify the coverage again and bill the right payer',
    recoverable: true,
    reasons: ['26', '27', '31', '32', '33', '177', '200'],
    remarks: [/^N30$/, /^N52$/],
  },
  {
    key: 'other-payer',
    label: 'Other payer first',
    rootCauseOwner: 'Front desk',
    usualAction: 'Learn the order of coverages and bill the first payer',
    recoverable: true,
    reasons: ['22', '24', '109', '136'],
    remarks: [/^MA04$/, /^N4$/, /^N479$/, /^N480$/, /^N418$/],
  },
  {
    key: 'authorization',
    label: 'Authorization or referral',
    rootCauseOwner: 'Scheduling',
    usualAction: 'Ask for authorization after the fact, or appeal',
    recoverable: true,
    reasons: ['15', '197', '198', '243', '284', '288', '296'],
    remarks: [/^M62$/],
  },
  {
    key: 'credentialing',
    label: 'Credentialing or enrolment',
    rootCauseOwner: 'Credentialing',
    usualAction: 'Mend the enrolment and bill again from its effective date',
    recoverable: true,
    reasons: ['B7', '170', '171', '172', '185', '242'],
    remarks: [/^N95$/, /^N198$/, /^N570$/],
  },
  {
    key: 'documentation',
    label: 'Documentation asked for',
    rootCauseOwner: 'Medical records',
    usualAction: "Send the records within the payer's time",
    recoverable: true,
    reasons: ['226', '227', '250', '251', '252'],
    remarks: [/^M127$/, /^N29$/, /^N706$/],
  },
  {
    key: 'registration',
    label: 'Registration or data',
    rootCauseOwner: 'Registration',
    usualAction: 'Correct the data and send the claim again',
    recoverable: true,
    reasons: ['16', '125', '140', '206', '207', '208'],
  },
  {
    key: 'coding',
    label: 'Coding or modifier',
    rootCauseOwner: 'Coding',
    usualAction: 'Send a corrected claim',
    recoverable: true,
    reasons: ['4', '5', '6', '7', '8', '9', '10', '11', '12', '146', '181', '182', '189', '236', 'B15', 'B16'],
    remarks: [/^M20$/, /^M51$/, /^M76$/, /^M81$/, /^N56$/, /^N519$/, /^N657$/],
  },
  {
    key: 'bundling',
    label: 'Bundled or in a global period',
    rootCauseOwner: 'Coding',
    usualAction: 'Add a modifier where the record supports it, or accept',
    recoverable: false,
    reasons: ['97', '231', '234', 'P14'],
  },
  {
    key: 'medical-necessity',
    label: 'Medical necessity',
    rootCauseOwner: 'Clinician',
    usualAction: 'Appeal with records, or ask for a talk between physicians',
    recoverable: true,
    reasons: ['50', '55', '56', '150', '151', '152', '153', '154', '167'],
    remarks: [/^N115$/, /^N386$/, /^N569$/, /^N661$/],
  },
  {
    key: 'benefit-limit',
    label: 'Benefit limit or not covered',
    rootCauseOwner: 'Front desk',
    usualAction: 'Bill the patient where the group is PR; otherwise accept or appeal',
    recoverable: false,
    reasons: ['35', '49', '96', '119', '149', '204', 'B1'],
  },
  {
    key: 'duplicate',
    label: 'Duplicate',
    rootCauseOwner: 'Billing',
    usualAction: 'Find the first decision; no appeal',
    recoverable: false,
    reasons: ['18', 'B13'],
    remarks: [/^N522$/],
  },
  {
    key: 'timely-filing',
    label: 'Filed too late',
    rootCauseOwner: 'Billing',
    usualAction: "Appeal with proof of timely filing (the payer's acknowledgment)",
    recoverable: true,
    reasons: ['29'],
  },
  {
    key: 'other',
    label: 'Other',
    rootCauseOwner: 'Billing',
    usualAction: 'Read the remarks and ask the payer',
    recoverable: true,
    reasons: [],
  },
];

/** Reasons that lower a payment without denying it: contract, patient's share, earlier payer, sequestration … */
export const NOT_A_DENIAL: ReadonlySet<string> = new Set([
  '1',
  '2',
  '3',
  '23',
  '45',
  '59',
  '66',
  '94',
  '100',
  '104',
  '105',
  '121',
  '131',
  '132',
  '142',
  '143',
  '144',
  '161',
  '187',
  '237',
  '253',
]);

/** What of a denied amount is usually won back, by category: seeds the order of the worklist. */
export const RECOVERY_RATES: Readonly<Record<string, number>> = {
  eligibility: 0.55,
  'other-payer': 0.6,
  authorization: 0.4,
  credentialing: 0.35,
  documentation: 0.65,
  registration: 0.8,
  coding: 0.7,
  bundling: 0.2,
  'medical-necessity': 0.45,
  'benefit-limit': 0.1,
  duplicate: 0.1,
  'timely-filing': 0.25,
  other: 0.4,
};
