import { z } from 'zod';
import { Id, InstantField } from '../fields.ts';

/** What the portals keep when a person switches between them. Ids only; the receiving portal authorises anew. */
export const NavigationContext = z.strictObject({
  patientId: Id.nullable().default(null),
  appointmentId: Id.nullable().default(null),
  encounterId: Id.nullable().default(null),
  /** A path of the sending portal to come back to. */
  returnPath: z
    .string()
    .max(300)
    .regex(/^\/(?![/\\])[A-Za-z0-9/_-]*$/, 'must be a path of the portal')
    .nullable()
    .default(null),
});
export type NavigationContext = z.output<typeof NavigationContext>;

/** A message on `/ws`, server to portal: an event declared `live`, ids and states only. */
export const LiveMessage = z.object({
  id: z.string(),
  type: z.string(),
  occurredAt: InstantField,
  payload: z.record(z.string(), z.unknown()),
});
export type LiveMessage = z.output<typeof LiveMessage>;

/** The first message that a portal sends on `/ws`; the socket stays silent until the token is accepted. */
export const LiveHello = z.strictObject({ accessToken: z.string().max(4000) });

/** Codes with which the gateway closes a socket. */
export const LIVE_CLOSE = { unauthenticated: 4401, forbidden: 4403, goingAway: 1001 } as const;

/** Answer of `POST /session/refresh`. */
export const RefreshAnswer = z.object({ accessToken: z.string(), expiresIn: z.int() });
