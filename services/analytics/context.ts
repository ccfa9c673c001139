import type { Context } from '@spark-den/service-kit';
import type { AnalyticsDatabase } from './database.ts';

export type AnalyticsContext = Context<AnalyticsDatabase>;
