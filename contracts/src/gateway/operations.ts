import { z } from 'zod';
import { InstantField } from '../fields.ts';
import { Portal } from '../identity/types.ts';
import { operation, serviceContract, type ErrorCatalogue } from '../operation.ts';
import { NavigationContext } from './types.ts';

export const gatewayErrors = {
  'gateway.context_invalid': {
    kind: 'rule_violated',
    title: 'This link between the portals is used up or too old. Open the patient here.',
  },
  'gateway.portal_closed': { kind: 'forbidden', title: 'Your roles do not open that portal.' },
} as const satisfies ErrorCatalogue;

/** XNAV-03: signed, 60 seconds, for this person and the target portal, redeemed once. */
export const issueContext = operation({
  summary: 'A link into the other portal that keeps the patient',
  method: 'POST',
  path: '/navigation/contexts',
  input: z.strictObject({ target: Portal, context: NavigationContext }),
  output: z.object({ token: z.string(), url: z.string(), expiresAt: InstantField }),
  permission: 'session',
  phi: 'none',
  audit: 'navigation.context_issued',
  rateClass: 'standard',
  idempotent: false,
  errors: ['gateway.portal_closed'],
});

export const redeemContext = operation({
  summary: 'What the sending portal kept; the receiving portal reads the records anew',
  method: 'POST',
  path: '/navigation/contexts/redemptions',
  input: z.strictObject({ token: z.string().max(4000) }),
  output: NavigationContext,
  permission: 'session',
  phi: 'none',
  audit: 'navigation.context_redeemed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['gateway.context_invalid'],
});

export const gatewayContract = serviceContract({
  name: 'gateway',
  port: 5174,
  database: 'shared',
  operations: { issueContext, redeemContext },
  events: {},
  errors: gatewayErrors,
  permissions: {},
});
