import { ROLE_KEYS, type RoleKey, type ServiceContract } from '@spark-den/contracts/operation';

export interface CataloguedPermission {
  readonly key: string;
  readonly label: string;
  readonly service: string;
  /** Roles that hold it when a practice starts. */
  readonly roles: readonly RoleKey[];
}

/** Every permission of the system, by key; gathered once from the contracts. */
export type PermissionCatalogue = ReadonlyMap<string, CataloguedPermission>;

/** Gathers what the contracts declare; a permission that two services declare is a mistake. */
export function gatherPermissions(contracts: readonly ServiceContract[]): PermissionCatalogue {
  const catalogue = new Map<string, CataloguedPermission>();
  for (const contract of contracts) {
    for (const [key, { label, roles }] of Object.entries(contract.permissions)) {
      if (catalogue.has(key)) throw new Error(`The permission ${key} is declared twice.`);
      catalogue.set(key, { key, label, service: contract.name, roles });
    }
  }
  return catalogue;
}

export function defaultPermissionsOf(catalogue: PermissionCatalogue, role: RoleKey): string[] {
  return [...catalogue.values()].filter(entry => entry.roles.includes(role)).map(entry => entry.key);
}

export function isRoleKey(value: string): value is RoleKey {
  return (ROLE_KEYS as readonly string[]).includes(value);
}

export const ROLE_TEXTS: Readonly<Record<RoleKey, { readonly name: string; readonly description: string }>> =
  {
    'practice-administrator': {
      name: 'Practice administrator',
      description: 'Users, roles and settings. Never posts or approves money.',
    },
    'practice-manager': {
      name: 'Practice manager',
      description: 'Operations, schedules and reports; approves refunds and large write-offs.',
    },
    'billing-manager': {
      name: 'Billing manager',
      description: 'Charges, claims, remittances and write-offs within the limit. Never approves refunds.',
    },
    'front-desk-coordinator': {
      name: 'Front desk coordinator',
      description: 'Schedule, registration, eligibility, check-in and copays.',
    },
    'financial-counselor': {
      name: 'Financial counselor',
      description: 'Accounts, statements and payments together with the patient.',
    },
    'business-analyst': {
      name: 'Business analyst',
      description: 'Figures and ledgers without names; changes nothing.',
    },
    physician: { name: 'Physician', description: 'Sees patients, writes and signs encounters.' },
    nurse: { name: 'Nurse', description: 'Prepares and follows encounters.' },
  };
