import type { CommandItem, NavGroup, ShortcutGroup } from '@spark-den/ui';

export const navigation: readonly NavGroup[] = [
  {
    label: 'Clinical Dashboard',
    leaves: [{ label: 'Today', to: '/today', anyOf: ['clinical.encounter.read'] }],
  },
  {
    label: 'Patient Clinical Management',
    leaves: [{ label: 'Find a patient', to: '/patients', anyOf: ['patients.patient.read'] }],
  },
];

export const PORTAL_SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Encounter',
    shortcuts: [
      { keys: ['D'], does: 'Add a diagnosis' },
      { keys: ['S'], does: 'Add a service' },
      { keys: ['Ctrl', 'Enter'], does: 'Sign' },
    ],
  },
];

/** Every page as a command. */
export function pageCommands(go: (to: string) => void): CommandItem[] {
  return navigation.flatMap(group =>
    group.leaves.map(leaf => ({
      id: `go:${leaf.to}`,
      label: leaf.label,
      group: 'Go to',
      run: () => go(leaf.to),
    })),
  );
}
