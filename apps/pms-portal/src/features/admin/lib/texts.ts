import type { AuditEvent } from '@spark-den/contracts/audit/types';
import type { User } from '@spark-den/contracts/identity/types';
import type { Tone } from '@spark-den/ui';

export const USER_STATUS: Readonly<Record<User['status'], { readonly tone: Tone; readonly label: string }>> =
  {
    active: { tone: 'success', label: 'Active' },
    locked: { tone: 'warning', label: 'Locked' },
    disabled: { tone: 'neutral', label: 'Disabled' },
  };

export const OUTCOME: Readonly<
  Record<AuditEvent['outcome'], { readonly tone: Tone; readonly label: string }>
> = {
  success: { tone: 'success', label: 'Done' },
  denied: { tone: 'danger', label: 'Denied' },
  failed: { tone: 'warning', label: 'Failed' },
};

export const KINDS: Readonly<Record<AuditEvent['kind'], string>> = {
  create: 'Added',
  read: 'Read',
  update: 'Changed',
  delete: 'Deleted',
  query: 'Searched',
  print: 'Printed',
  copy: 'Copied',
};

/** `treatment-payment-operations` as `Treatment, payment, operations`. */
export function codeText(code: string): string {
  const words = code.replaceAll('-', ', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `billing` as `Billing`: the part of the product that wrote the entry. */
export const serviceText = codeText;

/** `patient.viewed` as `Patient viewed`. */
export function actionText(action: string): string {
  const words = action.split('.').at(-1)?.replaceAll('_', ' ') ?? action;
  // Of what happens to accounts the verb says enough.
  const parts = action.split('.').filter(part => part !== 'identity');
  const subject = parts.slice(0, -1).join(' ').replaceAll('_', ' ').replaceAll('-', ' ');
  const text = subject ? `${subject} ${words}` : words;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
