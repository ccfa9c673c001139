import type { RoleKey, ServiceContract } from '@spark-den/contracts/operation';
import type { Principal } from '@spark-den/service-kit';

export const PRACTICE_ID = '01900000-0000-7000-8000-000000000001';
export const OTHER_PRACTICE_ID = '01900000-0000-7000-8000-000000000002';

const USER_IDS: Readonly<Record<RoleKey, string>> = {
  'practice-administrator': '01900000-0000-7000-8009-000000000001',
  'practice-manager': '01900000-0000-7000-8009-000000000002',
  'billing-manager': '01900000-0000-7000-8009-000000000003',
  'front-desk-coordinator': '01900000-0000-7000-8009-000000000004',
  'financial-counselor': '01900000-0000-7000-8009-000000000005',
  'business-analyst': '01900000-0000-7000-8009-000000000006',
  physician: '01900000-0000-7000-8009-000000000007',
  nurse: '01900000-0000-7000-8009-000000000009',
};

/** A signed-in person with this role: holds what the given contracts grant the role at the start of a practice. */
export function person(
  role: RoleKey,
  contracts: readonly ServiceContract[],
  practiceId = PRACTICE_ID,
): Principal {
  const permissions = contracts.flatMap(contract =>
    Object.entries(contract.permissions)
      .filter(([, grant]) => grant.roles.includes(role))
      .map(([permission]) => permission),
  );
  return {
    kind: 'user',
    id: USER_IDS[role],
    displayName: `Test ${role}`,
    practiceId,
    roles: [role],
    permissions: new Set(permissions),
    sessionId: '01900000-0000-7000-800a-000000000001',
    amr: ['pwd'],
  };
}

/** A second person of the same role, for rules that need two. */
export function secondPerson(
  role: RoleKey,
  contracts: readonly ServiceContract[],
  practiceId = PRACTICE_ID,
): Principal {
  return {
    ...person(role, contracts, practiceId),
    id: '01900000-0000-7000-8009-0000000000aa',
    displayName: `Second ${role}`,
  };
}

/** A neighbouring service acting for the practice: what internal operations and event consumers see. */
export function systemUser(practiceId = PRACTICE_ID): Principal {
  return {
    kind: 'service',
    id: 'test',
    displayName: 'test service',
    practiceId,
    roles: [],
    permissions: new Set(),
    amr: [],
  };
}
