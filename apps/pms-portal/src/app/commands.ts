import { visibleNav, type CommandItem, type NavGroup } from '@spark-den/ui';

interface Action {
  readonly label: string;
  readonly to: string;
  readonly permission: string;
  readonly keywords?: readonly string[];
}

/** What people start from anywhere. */
const ACTIONS: readonly Action[] = [
  {
    label: 'Register new patient',
    to: '/patients/new',
    permission: 'patients.patient.register',
    keywords: ['add', 'create'],
  },
  {
    label: 'Schedule appointment',
    to: '/calendar?new=1',
    permission: 'scheduling.appointment.book',
    keywords: ['book', 'visit'],
  },
  {
    label: 'Process payment',
    to: '/payments',
    permission: 'billing.payment.collect',
    keywords: ['collect', 'era', '835'],
  },
  { label: 'Review claims', to: '/claims', permission: 'billing.claim.read', keywords: ['837', 'scrub'] },
];

/** Quick actions whose feature is there and which the person may do. */
export function quickActions(nav: readonly NavGroup[], permissions: ReadonlySet<string>): readonly Action[] {
  const paths = new Set(nav.flatMap(group => group.leaves.map(leaf => leaf.to.split('/')[1])));
  return ACTIONS.filter(
    action => permissions.has(action.permission) && paths.has(action.to.split(/[/?]/)[1]),
  );
}

/** Every page that the person may open, and the quick actions, as commands. */
export function navigationCommands(
  nav: readonly NavGroup[],
  permissions: ReadonlySet<string>,
  go: (to: string) => void,
): CommandItem[] {
  const actions = quickActions(nav, permissions).map(action => ({
    id: `do:${action.to}`,
    label: action.label,
    group: 'Actions',
    keywords: action.keywords,
    run: () => go(action.to),
  }));
  const pages = visibleNav(nav, permissions).flatMap(group =>
    group.leaves.map(leaf => ({
      id: `go:${leaf.to}`,
      label: leaf.label,
      group: 'Go to',
      keywords: group.label ? [group.label] : undefined,
      run: () => go(leaf.to),
    })),
  );
  return [...actions, ...pages];
}
