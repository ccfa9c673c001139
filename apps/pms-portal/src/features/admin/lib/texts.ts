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

/** `patient.viewed` as `Patient viewed`. */
export function actionText(action: string): string {
  const words = action.split('.').at(-1)?.replaceAll('_', ' ') ?? action;
  // Of what happens to accounts the verb says enough.
  const parts = action.split('.').filter(part => part !== 'identity');
  const subject = parts.slice(0, -1).join(' ').replaceAll('_', ' ').replaceAll('-', ' ');
  const text = subject ? `${subject} ${words}` : words;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Windows', 'Windows'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS', 'Mac'],
  ['Android', 'Android'],
  ['Linux', 'Linux'],
] as const;

/** Which browser on which device, for a person who looks for a session that is not theirs. */
export function deviceText(userAgent: string): string {
  const find = (list: readonly (readonly [string, string])[]) =>
    list.find(([mark]) => userAgent.includes(mark))?.[1];
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  return [browser, system].filter(Boolean).join(' on ') || 'Another program';
}
