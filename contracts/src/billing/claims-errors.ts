import type { ErrorCatalogue } from '../operation.ts';

export const claimErrors = {} as const satisfies ErrorCatalogue;
