import type { TransactionDraft } from '../segments/interchange.ts';
import { claimFileSegments } from './build-claim-file.ts';
import { claimSegments } from './build-professional-claim.ts';
import type { ProfessionalClaims } from './professional-claims.ts';

export const PROFESSIONAL_VERSION = '005010X222A1';

/** Writes an 837P; put it into a group `HC` of `writeInterchange` with `PROFESSIONAL_VERSION`. */
export function buildProfessionalClaims(model: ProfessionalClaims, control: string): TransactionDraft {
  return {
    set: '837',
    control,
    version: PROFESSIONAL_VERSION,
    segments: claimFileSegments(model, '837P', claimSegments),
  };
}
