import { z } from 'zod';
import { Id } from '../fields.ts';
import { event } from '../operation.ts';

export const PracticeInstalled = event('PracticeInstalled', z.object({ practiceId: Id }));

export const administrationEvents = { PracticeInstalled };
