import type { Option } from '@spark-den/ui';

export const SEX_OPTIONS: readonly Option[] = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'unknown', label: 'Unknown' },
];

export const LANGUAGES: readonly Option[] = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
  { value: 'zh', label: 'Chinese' },
  { value: 'tl', label: 'Tagalog' },
  { value: 'vi', label: 'Vietnamese' },
  { value: 'ar', label: 'Arabic' },
  { value: 'fr', label: 'French' },
  { value: 'ko', label: 'Korean' },
  { value: 'ru', label: 'Russian' },
  { value: 'pl', label: 'Polish' },
];

export const RELATIONSHIPS: readonly Option[] = [
  { value: 'spouse', label: 'Spouse' },
  { value: 'partner', label: 'Partner' },
  { value: 'parent', label: 'Parent' },
  { value: 'child', label: 'Child' },
  { value: 'sibling', label: 'Sibling' },
  { value: 'guardian', label: 'Guardian' },
  { value: 'friend', label: 'Friend' },
  { value: 'other', label: 'Other' },
];

export const SUBSCRIBER_RELATIONSHIPS: readonly Option[] = [
  { value: 'self', label: 'The subscriber' },
  { value: 'spouse', label: 'Spouse of the subscriber' },
  { value: 'child', label: 'Child of the subscriber' },
  { value: 'other', label: 'Other dependent' },
];

export const CHANNELS = [
  { value: 'call', label: 'Phone call' },
  { value: 'sms', label: 'Text message' },
  { value: 'email', label: 'Email' },
  { value: 'mail', label: 'Letter' },
  { value: 'portal', label: 'Patient portal' },
] as const;

export const PURPOSES = [
  { value: 'treatment', label: 'Visits and care' },
  { value: 'operations', label: 'Bills and the office' },
  { value: 'marketing', label: 'Advertising' },
] as const;

export const PREFERENCE_SOURCES = [
  { value: 'in-person', label: 'In person' },
  { value: 'phone', label: 'On the phone' },
  { value: 'paper', label: 'On paper' },
  { value: 'portal', label: 'In the patient portal' },
] as const;

/** In the order in which check-in asks for them. */
export const CONSENT_KINDS = [
  { value: 'treatment', label: 'Treatment' },
  { value: 'privacy-notice', label: 'Notice of privacy practices' },
  { value: 'financial-responsibility', label: 'Financial responsibility' },
  { value: 'assignment-of-benefits', label: 'Assignment of benefits' },
  { value: 'telehealth', label: 'Telehealth' },
] as const;

export const CONSENT_STATUSES = [
  { value: 'given', label: 'Given' },
  { value: 'declined', label: 'Declined' },
  { value: 'revoked', label: 'Revoked' },
] as const;

export const CONSENT_SOURCES = [
  { value: 'paper', label: 'On paper' },
  { value: 'tablet', label: 'On the tablet' },
  { value: 'portal', label: 'In the patient portal' },
  { value: 'verbal', label: 'By word' },
] as const;

export const IDENTITY_METHODS = [
  { value: 'photo-id', label: 'Photo identification' },
  { value: 'two-identifiers', label: 'Two identifiers, such as name and date of birth' },
  { value: 'insurance-card-and-photo-id', label: 'Insurance card and photo identification' },
  { value: 'known-to-staff', label: 'Known to staff' },
] as const;
