/** Two kinds of duty that no one may hold together. */
export interface DutyRule {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly one: readonly string[];
  readonly other: readonly string[];
}

const GOVERNS_ACCESS = ['identity.user.manage', 'identity.role.manage'];
const MOVES_MONEY = [
  'billing.remittance.post',
  'billing.payment.collect',
  'billing.payment.allocate',
  'billing.refund.request',
  'billing.write_off.request',
];
const APPROVES_MONEY = ['billing.refund.approve', 'billing.write_off.approve'];

export const DUTY_RULES: readonly DutyRule[] = [
  {
    id: 'access-and-money',
    title: 'Who governs access never moves or approves money',
    reason: 'Otherwise one person could open an account, pay from it and close it again.',
    one: GOVERNS_ACCESS,
    other: [...MOVES_MONEY, ...APPROVES_MONEY],
  },
  {
    id: 'post-and-approve',
    title: 'Who posts payments or asks for refunds never approves them',
    reason: 'Every refund and every large write-off needs a second person.',
    one: MOVES_MONEY,
    other: APPROVES_MONEY,
  },
];

export interface DutyConflict {
  readonly rule: string;
  readonly one: string;
  readonly other: string;
}

/** The first pair of duties in `permissions` that must stay apart. */
export function findDutyConflict(
  permissions: ReadonlySet<string>,
  rules: readonly DutyRule[] = DUTY_RULES,
): DutyConflict | undefined {
  for (const rule of rules) {
    const one = rule.one.find(key => permissions.has(key));
    const other = rule.other.find(key => permissions.has(key));
    if (one && other) return { rule: rule.id, one, other };
  }
  return undefined;
}
