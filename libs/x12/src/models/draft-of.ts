import { AppError } from '@spark-den/kernel';
import type { Delimiters } from '../segments/delimiters.ts';
import type { TransactionDraft } from '../segments/interchange.ts';
import { isComposite } from '../guides/standard.ts';
import { redraftElements } from '../segments/redraft.ts';
import type { SegmentDraft } from '../segments/writer.ts';
import { buildClaimAcknowledgement, buildImplementationAcknowledgement } from './build-acknowledgements.ts';
import { buildClaimStatusRequest, buildClaimStatusResponse } from './build-claim-status.ts';
import { buildDentalClaims } from './build-dental-claims.ts';
import { buildEligibilityInquiry, buildEligibilityResponse } from './build-eligibility.ts';
import { buildInstitutionalClaims } from './build-institutional-claims.ts';
import { buildProfessionalClaims } from './build-professional-claims.ts';
import { buildRemittance } from './build-remittance.ts';
import { buildServicesReview } from './build-services-review.ts';

type Build = (model: never, control: string) => TransactionDraft;

const BUILDERS: Readonly<Record<string, Build>> = {
  '270': buildEligibilityInquiry,
  '271': buildEligibilityResponse,
  '276': buildClaimStatusRequest,
  '277': buildClaimStatusResponse,
  '277CA': buildClaimAcknowledgement,
  '278': buildServicesReview,
  '835': buildRemittance,
  '837D': buildDentalClaims,
  '837I': buildInstitutionalClaims,
  '837P': buildProfessionalClaims,
  '999': buildImplementationAcknowledgement,
};

/**
 * The transaction of what `modelOf` returned.
 * @param delimiters those that plain segments were read with
 * @throws AppError `x12.bad_json` where it is neither a model that we know nor plain segments
 */
export function draftOf(
  type: string,
  model: unknown,
  control: string,
  { component, repetition }: Pick<Delimiters, 'component' | 'repetition'>,
): TransactionDraft {
  const build = BUILDERS[type];
  if (build && !Array.isArray(model)) return build(model as never, control);
  if (!Array.isArray(model)) throw new AppError('invalid', 'x12.bad_json', { part: 'model' });
  const [first = [], ...rest] = model as string[][];
  const segments = rest
    .filter(([id]) => id !== 'SE')
    .map((elements): SegmentDraft => redraftElements(elements, component, repetition, isComposite));
  return { set: first[1] ?? '', control, version: first[3] || undefined, segments };
}
