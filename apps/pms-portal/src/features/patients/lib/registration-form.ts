import type { InputOf } from '@spark-den/contracts/operation';
import type { DuplicateProbe } from '@spark-den/contracts/patients/duplicate-types';
import type { patientsContract } from '@spark-den/contracts/patients/operations';
import { EMPTY_ADDRESS, type AddressValue } from '@spark-den/ui';
import { addressOf } from './address-form.ts';

type Registration = InputOf<(typeof patientsContract)['operations']['registerPatient']>;

/** What the wizard holds: text as typed, kept as a draft in this very shape. */
export interface RegistrationForm {
  family: string;
  given: string;
  middle: string;
  suffix: string;
  nameUsed: string;
  birthDate: string;
  sex: string;
  ssn: string;
  language: string;
  mobile: string;
  home: string;
  email: string;
  address: AddressValue;
  contactName: string;
  contactRelationship: string;
  contactPhone: string;
  contactMayReceivePhi: boolean;
  payerId: string;
  memberId: string;
  groupNumber: string;
  relationship: string;
  subscriberFamily: string;
  subscriberGiven: string;
  subscriberBirthDate: string;
  subscriberSex: string;
  coverageFrom: string;
  preferredChannel: string;
  allowSms: boolean;
  allowEmail: boolean;
  allowMarketing: boolean;
  consentTreatment: boolean;
  consentPrivacy: boolean;
  consentFinancial: boolean;
  consentAssignment: boolean;
  signedBy: string;
}

export const EMPTY_FORM: RegistrationForm = {
  family: '',
  given: '',
  middle: '',
  suffix: '',
  nameUsed: '',
  birthDate: '',
  sex: '',
  ssn: '',
  language: '',
  mobile: '',
  home: '',
  email: '',
  address: EMPTY_ADDRESS,
  contactName: '',
  contactRelationship: '',
  contactPhone: '',
  contactMayReceivePhi: false,
  payerId: '',
  memberId: '',
  groupNumber: '',
  relationship: 'self',
  subscriberFamily: '',
  subscriberGiven: '',
  subscriberBirthDate: '',
  subscriberSex: '',
  coverageFrom: '',
  preferredChannel: '',
  allowSms: false,
  allowEmail: false,
  allowMarketing: false,
  consentTreatment: false,
  consentPrivacy: false,
  consentFinancial: false,
  consentAssignment: false,
  signedBy: '',
};

/** A draft from the server; what it lacks or holds in another shape stays empty. */
export function formOfDraft(data: Readonly<Record<string, unknown>>): RegistrationForm {
  const known = Object.entries(EMPTY_FORM).map(([field, empty]) => {
    const kept = data[field];
    if (field === 'address')
      return [field, { ...EMPTY_ADDRESS, ...(kept as Partial<AddressValue> | undefined) }];
    return [field, typeof kept === typeof empty ? kept : empty];
  });
  return Object.fromEntries(known) as RegistrationForm;
}

/** The form in the words of the contract. Half-typed values go along: the contract's schema judges them. */
export function toRegistration(form: RegistrationForm, today: string): Registration {
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  return {
    demographics: {
      name: {
        family: form.family,
        given: form.given,
        middle: orNull(form.middle),
        suffix: orNull(form.suffix),
      },
      birthDate: form.birthDate,
      sex: form.sex as 'female',
      phones: [
        ...(form.mobile ? [{ use: 'mobile' as const, number: form.mobile }] : []),
        ...(form.home ? [{ use: 'home' as const, number: form.home }] : []),
      ],
      email: orNull(form.email),
      address: addressOf(form.address),
      selfDescription: { nameUsed: orNull(form.nameUsed), language: orNull(form.language) },
    },
    ssn: form.ssn === '' ? undefined : form.ssn,
    contacts: form.contactName.trim() === '' && form.contactPhone === '' ? [] : [contactOf(form)],
    preferences: preferencesOf(form),
    consents: consentsOf(form, today),
    coverages: form.payerId === '' ? [] : [coverageOf(form)],
  };
}

function contactOf(form: RegistrationForm) {
  return {
    name: form.contactName,
    relationship: form.contactRelationship as 'other',
    phone: { use: 'mobile' as const, number: form.contactPhone },
    isEmergency: true,
    mayReceivePhi: form.contactMayReceivePhi,
  };
}

function preferencesOf(form: RegistrationForm): Registration['preferences'] {
  const choice = (channel: 'sms' | 'email', purpose: 'treatment' | 'marketing', allowed: boolean) => ({
    channel,
    purpose,
    allowed,
  });
  return {
    preferredChannel: form.preferredChannel === '' ? null : (form.preferredChannel as 'sms'),
    choices: [
      choice('sms', 'treatment', form.allowSms),
      choice('email', 'treatment', form.allowEmail),
      choice('sms', 'marketing', form.allowMarketing && form.allowSms),
      choice('email', 'marketing', form.allowMarketing && form.allowEmail),
    ],
  };
}

function consentsOf(form: RegistrationForm, today: string): Registration['consents'] {
  const given = [
    ['treatment', form.consentTreatment],
    ['privacy-notice', form.consentPrivacy],
    ['financial-responsibility', form.consentFinancial],
    ['assignment-of-benefits', form.consentAssignment],
  ] as const;
  const signedBy = form.signedBy.trim() === '' ? `${form.given} ${form.family}` : form.signedBy;
  return given
    .filter(([, isGiven]) => isGiven)
    .map(([kind]) => ({
      kind,
      status: 'given' as const,
      signedOn: today,
      signedBy,
      source: 'tablet' as const,
    }));
}

function coverageOf(form: RegistrationForm) {
  const isSelf = form.relationship === 'self';
  return {
    payerId: form.payerId,
    memberId: form.memberId,
    groupNumber: form.groupNumber.trim() === '' ? null : form.groupNumber,
    relationship: form.relationship as 'self',
    subscriber: isSelf
      ? null
      : {
          name: { family: form.subscriberFamily, given: form.subscriberGiven },
          birthDate: form.subscriberBirthDate,
          sex: form.subscriberSex as 'female',
        },
    rank: 1,
    orderBasis: 'only-coverage' as const,
    validFrom: form.coverageFrom,
  };
}

/** What is known of the person so far, to look for somebody like them. */
export function probeOf(form: RegistrationForm): DuplicateProbe {
  const kept = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return {
    family: kept(form.family),
    given: kept(form.given),
    middle: kept(form.middle),
    suffix: kept(form.suffix),
    birthDate: kept(form.birthDate) as DuplicateProbe['birthDate'],
    sex: kept(form.sex) as DuplicateProbe['sex'],
    ssn: form.ssn.length === 9 ? form.ssn : undefined,
    phones: [form.mobile, form.home].filter(phone => phone.length === 10),
    email: form.email.includes('@') ? form.email : undefined,
    line1: kept(form.address.line1),
    city: kept(form.address.city),
    state: kept(form.address.state),
    postalCode: form.address.zip.length >= 5 ? form.address.zip : undefined,
    memberId: kept(form.memberId),
  };
}

/** Searching starts when a name or a number says enough. */
export function isProbeTelling(probe: DuplicateProbe): boolean {
  return (
    (probe.family !== undefined && probe.family.length >= 2 && (probe.given?.length ?? 0) >= 2) ||
    probe.ssn !== undefined ||
    (probe.phones?.length ?? 0) > 0
  );
}
