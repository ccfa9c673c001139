import type { ErrorCatalogue } from '../operation.ts';

export const chargeErrors = {} as const satisfies ErrorCatalogue;
