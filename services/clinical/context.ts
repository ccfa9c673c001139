import type { Context } from '@spark-den/service-kit';
import type { Database } from './database.ts';

export type ClinicalContext = Context<Database>;
