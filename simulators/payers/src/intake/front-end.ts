import type { LocalDate } from '@spark-den/kernel';
import { payersBefore, type Claim } from '../adjudication/claim.ts';
import type { Payer } from '../payers/payer.ts';
import { findPayer } from '../payers/payers.ts';
import { isMemberIdOf } from '../roster/coverages.ts';
import { findMember } from '../roster/roster.ts';

/** Category, status and entity of an STC: why a claim is not taken into adjudication. */
export interface StatusCode {
  readonly category: 'A1' | 'A2' | 'A3' | 'A6' | 'A7' | 'A8';
  readonly code: string;
  readonly entity?: string;
}

/** What the clearinghouse itself finds before it sends a claim on. */
export function clearinghouseRejections(claim: Claim): StatusCode[] {
  const found: StatusCode[] = [];
  if (!findPayer(claim.payerId)) found.push({ category: 'A7', code: '153', entity: 'PR' });
  if (!hasCheckDigit(claim.billing.npi)) found.push({ category: 'A7', code: '562', entity: '85' });
  if (claim.lines.length > 50) found.push({ category: 'A7', code: '122' });
  if (claim.lines.some(line => line.diagnoses.length === 0 || line.diagnoses.includes(''))) {
    found.push({ category: 'A8', code: '477' });
  }
  return found;
}

/** What a payer's front end finds: such a claim is never adjudicated and has to come again as an original. */
export function payerRejections(
  claim: Claim,
  payer: Payer,
  receivedOn: LocalDate,
  isOurs: (icn: string) => boolean,
): StatusCode[] {
  const found: StatusCode[] = [];
  if (!isMemberIdOf(payer.id, claim.memberId)) found.push({ category: 'A7', code: '164', entity: 'IL' });
  if (!hasCheckDigit(claim.renderingNpi)) found.push({ category: 'A7', code: '562', entity: '82' });
  const birthDate = claim.patient.birthDate;
  const member = findMember(payer.id, claim.memberId);
  if (member && birthDate && birthDate !== member.birthDate)
    found.push({ category: 'A7', code: '158', entity: 'QC' });
  if (claim.lines.some(line => line.serviceDate > receivedOn)) found.push({ category: 'A7', code: '187' });
  if (birthDate && claim.lines.some(line => line.serviceDate < birthDate))
    found.push({ category: 'A8', code: '187' });
  if (claim.diagnoses.some(code => !/^[A-Z]\d[0-9A-Z]{1,5}$/.test(code)))
    found.push({ category: 'A7', code: '254' });
  if (claim.responsibility !== 'P' && payersBefore(claim).length === 0)
    found.push({ category: 'A6', code: '171' });
  return [...found, ...frequencyRejections(claim, payer, isOurs)];
}

function frequencyRejections(claim: Claim, payer: Payer, isOurs: (icn: string) => boolean): StatusCode[] {
  if (!payer.frequencies.includes(claim.frequency)) return [{ category: 'A7', code: '535' }];
  if (claim.frequency === '1') return [];
  if (!claim.replaces) return [{ category: 'A6', code: '464' }];
  return isOurs(claim.replaces) ? [] : [{ category: 'A7', code: '464' }];
}

function hasCheckDigit(npi: string): boolean {
  if (!/^\d{10}$/.test(npi)) return false;
  const sum = [...npi].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 24);
  return sum % 10 === 0;
}
