import type { RoleKey } from '@spark-den/contracts/operation';

export interface AccessFacts {
  readonly permission: string;
  readonly label: string;
  readonly rolesOfUser: readonly RoleKey[];
  readonly rolesGranting: readonly RoleKey[];
  readonly nameOf: (role: RoleKey) => string;
}

/** Says in plain words why a person may or may not do something, and who could change that. */
export function explainAccess(facts: AccessFacts) {
  const grantedBy = facts.rolesOfUser.filter(role => facts.rolesGranting.includes(role));
  const wouldBeGrantedBy = facts.rolesGranting.filter(role => !facts.rolesOfUser.includes(role));
  const allowed = grantedBy.length > 0;
  return {
    permission: facts.permission,
    label: facts.label,
    allowed,
    grantedBy,
    wouldBeGrantedBy,
    explanation: allowed
      ? `Allowed as ${list(grantedBy.map(facts.nameOf))}.`
      : wouldBeGrantedBy.length > 0
        ? `Not allowed: it needs the role ${list(wouldBeGrantedBy.map(facts.nameOf), 'or')}. A practice administrator assigns roles.`
        : 'Not allowed: no role of this practice grants it. A practice administrator can add it to a role.',
  };
}

function list(names: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1) ?? ''}`;
}
