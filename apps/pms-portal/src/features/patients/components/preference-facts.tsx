import type { Patient } from '@spark-den/contracts/patients/types';
import { FactList } from '@spark-den/ui';
import { CHANNELS, PURPOSES } from '../forms/options.ts';
import { choiceOf } from '../lib/channel-choices.ts';
import { addressText, phoneText } from '../lib/patient-text.ts';

/** How the patient wants to be reached, as the record shows it. */
export function PreferenceFacts({ preferences }: { readonly preferences: Patient['preferences'] }) {
  const { preferredChannel, choices, confidentialAddress, confidentialPhone } = preferences;
  const said = (purpose: (typeof PURPOSES)[number]['value'], allowed: boolean) =>
    CHANNELS.filter(({ value }) => choiceOf(choices, value, purpose) === allowed).map(({ label }) =>
      label.toLowerCase(),
    );
  return (
    <FactList
      facts={[
        ['Prefers', CHANNELS.find(({ value }) => value === preferredChannel)?.label ?? 'Not asked'],
        ...PURPOSES.map(
          ({ value, label }) => [label, wordsOf(said(value, true), said(value, false))] as const,
        ),
        ['Confidential phone', confidentialPhone ? phoneText(confidentialPhone) : 'None asked for'],
        ['Confidential address', confidentialAddress ? addressText(confidentialAddress) : 'None asked for'],
      ]}
    />
  );
}

function wordsOf(yes: readonly string[], no: readonly string[]): string {
  const parts = [
    ...(yes.length > 0 ? [`by ${yes.join(', ')}`] : []),
    ...(no.length > 0 ? [`not by ${no.join(', ')}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'Not asked';
}
