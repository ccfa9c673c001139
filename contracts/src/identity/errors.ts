import type { ErrorCatalogue } from '../operation.ts';

export const identityErrors = {
  'identity.user_not_found': { kind: 'not_found', title: 'There is no such user in this practice.' },
  'identity.provider_unknown': { kind: 'rule_violated', title: 'The practice has no such provider.' },
  'identity.session_not_found': { kind: 'not_found', title: 'There is no such session.' },
  'identity.permission_unknown': { kind: 'invalid', title: 'There is no permission of that name.' },
  'identity.email_taken': { kind: 'conflict', title: 'Another account already uses this e-mail address.' },
  'identity.user_changed': {
    kind: 'conflict',
    title: 'Someone else changed this user meanwhile. Read it again.',
  },
  'identity.role_changed': {
    kind: 'conflict',
    title: 'Someone else changed this role meanwhile. Read it again.',
  },
  'identity.policy_changed': {
    kind: 'conflict',
    title: 'Someone else changed the policy meanwhile. Read it again.',
  },
  'identity.duties_conflict': {
    kind: 'rule_violated',
    title: 'These duties must stay with different people. Take one of them away first.',
  },
  'identity.last_administrator': {
    kind: 'rule_violated',
    title: 'A practice needs at least one active administrator. Name another one first.',
  },
  'identity.not_yourself': {
    kind: 'rule_violated',
    title: 'You cannot do this to your own account. Ask another administrator.',
  },
  'identity.password_wrong': { kind: 'rule_violated', title: 'The current password is not right.' },
  'identity.password_weak': {
    kind: 'rule_violated',
    title: 'This password is too common or too close to your name. Choose another one.',
  },
  'identity.code_wrong': {
    kind: 'rule_violated',
    title: 'The code is not right or was used already. Wait for the next one.',
  },
  'identity.second_factor_exists': { kind: 'conflict', title: 'A second factor is set up already.' },
  'identity.second_factor_required': {
    kind: 'rule_violated',
    title: 'The policy of this practice requires a second factor.',
  },
} as const satisfies ErrorCatalogue;
