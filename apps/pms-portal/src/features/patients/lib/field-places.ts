/** Where a problem stands in a form, and how it is told. */
export interface Place {
  /** Name of the field in the form. */
  readonly field: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

/** By the path that the contract's schema names; the longest beginning of a path decides. */
const PLACES: Readonly<Record<string, Place>> = {
  'demographics.name.family': { field: 'family', message: 'Enter the legal last name.' },
  'demographics.name.given': { field: 'given', message: 'Enter the legal first name.' },
  'demographics.name.middle': { field: 'middle', message: 'Shorten the middle name to 35 letters.' },
  'demographics.name.suffix': { field: 'suffix', message: 'Shorten the suffix to 10 letters.' },
  'demographics.birthDate': { field: 'birthDate', message: 'Enter the date of birth as MM/DD/YYYY.' },
  'demographics.sex': { field: 'sex', message: 'Choose the sex as the payer has it.' },
  'demographics.selfDescription': { field: 'nameUsed', message: 'Shorten the name used to 60 letters.' },
  ssn: { field: 'ssn', message: 'Enter all nine digits of the Social Security number, or leave it empty.' },
  'demographics.phones': { field: 'mobile', message: 'Enter a phone number of ten digits.' },
  'demographics.email': { field: 'email', message: 'Enter an email address like name@example.org.' },
  'demographics.address.line1': { field: 'address-line1', message: 'Enter the street.' },
  'demographics.address.city': { field: 'address-city', message: 'Enter the city.' },
  'demographics.address.state': { field: 'address-state', message: 'Choose the state.' },
  'demographics.address.postalCode': { field: 'address-zip', message: 'Enter the ZIP code, 5 or 9 digits.' },
  'contacts.0.name': { field: 'contactName', message: 'Enter the name of the contact.' },
  'contacts.0.relationship': {
    field: 'contactRelationship',
    message: 'Choose who the contact is to the patient.',
  },
  'contacts.0.phone': { field: 'contactPhone', message: 'Enter the contact’s phone number of ten digits.' },
  'coverages.0.memberId': { field: 'memberId', message: 'Enter the member id as it is on the card.' },
  'coverages.0.validFrom': {
    field: 'coverageFrom',
    message: 'Enter the date from which the coverage holds.',
  },
  'coverages.0.subscriber.name.family': {
    field: 'subscriberFamily',
    message: 'Enter the subscriber’s last name.',
  },
  'coverages.0.subscriber.name.given': {
    field: 'subscriberGiven',
    message: 'Enter the subscriber’s first name.',
  },
  'coverages.0.subscriber.birthDate': {
    field: 'subscriberBirthDate',
    message: 'Enter the subscriber’s date of birth.',
  },
  'coverages.0.subscriber.sex': { field: 'subscriberSex', message: 'Choose the subscriber’s sex.' },
  'coverages.0.payerId': { field: 'payerId', message: 'Choose the payer.' },
  'coverages.0.validTo': {
    field: 'coverageTo',
    message: 'Enter the last day as MM/DD/YYYY, not before the first.',
  },
  'preferences.confidentialPhone': {
    field: 'confidentialPhone',
    message: 'Enter a phone number of ten digits, or leave it empty.',
  },
  'preferences.confidentialAddress.line1': {
    field: 'confidentialAddress-line1',
    message: 'Enter the street.',
  },
  'preferences.confidentialAddress.city': { field: 'confidentialAddress-city', message: 'Enter the city.' },
  'preferences.confidentialAddress.state': {
    field: 'confidentialAddress-state',
    message: 'Choose the state.',
  },
  'preferences.confidentialAddress.postalCode': {
    field: 'confidentialAddress-zip',
    message: 'Enter the ZIP code, 5 or 9 digits.',
  },
  'consents.0.signedOn': { field: 'signedOn', message: 'Enter the date as MM/DD/YYYY.' },
  'consents.0.signedBy': { field: 'signedBy', message: 'Enter who signed.' },
};

/** The place of a path, and the path by which it is known. */
export function placeOf(path: readonly PropertyKey[]): (Place & { readonly path: string }) | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const known = path.slice(0, length).map(String).join('.');
    const place = PLACES[known];
    if (place) return { ...place, path: known };
  }
  return undefined;
}
