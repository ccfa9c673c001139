import type { TransactionSegments } from '../interchange-file.ts';
import type { Parsed } from './common.ts';
import { parseClaimFile } from './parse-claim-file.ts';
import { parseClaim } from './parse-professional-claim.ts';
import type { ProfessionalClaims } from './professional-claims.ts';

/** Reads an 837P with all its claims, also those that we would not write ourselves. */
export function parseProfessionalClaims(transaction: TransactionSegments): Parsed<ProfessionalClaims> {
  return parseClaimFile(transaction, '837P', parseClaim);
}
