import type { Context } from '@spark-den/service-kit';
import type { Transaction } from 'kysely';
import type { SchedulingDatabase } from './database.ts';

export type SchedulingContext = Context<SchedulingDatabase>;
export type Db = Transaction<SchedulingDatabase>;
