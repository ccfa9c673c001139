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
  { value: 'self', label: 'The patient is the subscriber' },
  { value: 'spouse', label: 'Spouse of the subscriber' },
  { value: 'child', label: 'Child of the subscriber' },
  { value: 'other', label: 'Other dependent' },
];

export const CHANNELS: readonly Option[] = [
  { value: 'call', label: 'Phone call' },
  { value: 'sms', label: 'Text message' },
  { value: 'email', label: 'Email' },
  { value: 'mail', label: 'Letter' },
  { value: 'portal', label: 'Patient portal' },
];
