import { createHmac } from 'node:crypto';
import type { Settings } from './ports.ts';

/** A secret for one purpose that services of this system share without storing it; it tells nothing of the others. */
export function derivedSecret(settings: Pick<Settings, 'serviceSecret'>, purpose: string): Buffer {
  return createHmac('sha256', Buffer.from(settings.serviceSecret, 'base64')).update(purpose).digest();
}
