import { isLocalDate, localDate, parseCents, ZERO, type Cents, type LocalDate } from '@spark-den/kernel';
import { components, element, type Segment } from '@spark-den/x12/segments';
import type {
  Adjustment,
  Claim,
  ClaimLine,
  GroupCode,
  OtherPayer,
  PriorDecision,
} from '../adjudication/claim.ts';
import { all, child, children, first, valueOf, type Loop } from './grammar.ts';

/** All claims of a transaction that was judged sound, in order. */
export function readClaims(tree: Loop): Claim[] {
  return children(tree, '2000A').flatMap(provider =>
    children(provider, '2000B').flatMap(subscriber => [
      ...children(subscriber, '2300').map(claim =>
        readClaim(provider, subscriber, child(subscriber, '2010BA'), claim),
      ),
      ...children(subscriber, '2000C').flatMap(patient =>
        children(patient, '2300').map(claim =>
          readClaim(provider, subscriber, child(patient, '2010CA'), claim),
        ),
      ),
    ]),
  );
}

function readClaim(provider: Loop, subscriber: Loop, patient: Loop | undefined, loop: Loop): Claim {
  const clm = first(loop, 'CLM');
  const billing = child(provider, '2010AA');
  const billingName = first(billing, 'NM1');
  const taxId = billing
    ? all(billing, 'REF').find(({ segment }) => ['EI', 'SY'].includes(element(segment, 1)))?.segment
    : undefined;
  const rendering = first(child(loop, '2310B'), 'NM1');
  const diagnoses = all(loop, 'HI').flatMap(({ segment }) => diagnosisCodes(segment));
  const sbr = first(subscriber, 'SBR');
  const replaces = valueOf(first(loop, 'REF', 'F8'), 2);
  return {
    pcn: valueOf(clm, 1),
    payerId: valueOf(first(child(subscriber, '2010BB'), 'NM1'), 9),
    memberId: valueOf(first(child(subscriber, '2010BA'), 'NM1'), 9),
    patient: readPerson(patient),
    responsibility: valueOf(sbr, 1),
    filingIndicator: valueOf(sbr, 9),
    totalCents: amount(valueOf(clm, 2)),
    placeOfService: valueOf(clm, 5, 1),
    frequency: valueOf(clm, 5, 3) || '1',
    ...(replaces ? { replaces } : {}),
    billing: { npi: valueOf(billingName, 9), taxId: valueOf(taxId, 2), name: valueOf(billingName, 3) },
    renderingNpi: valueOf(rendering ?? billingName, 9),
    diagnoses,
    lines: children(loop, '2400').map(line => readLine(line, diagnoses)),
    otherPayers: children(loop, '2320').map(readOtherPayer),
  };
}

function readPerson(loop: Loop | undefined): Claim['patient'] {
  const [nm1, dmg] = [first(loop, 'NM1'), first(loop, 'DMG')];
  const born = readDate(valueOf(dmg, 2));
  const sex = valueOf(dmg, 3);
  return {
    lastName: valueOf(nm1, 3),
    firstName: valueOf(nm1, 4),
    ...(born ? { birthDate: born } : {}),
    ...(sex ? { sex } : {}),
  };
}

function readLine(loop: Loop, diagnoses: readonly string[]): ClaimLine {
  const sv1 = first(loop, 'SV1');
  const [, code = '', ...modifiers] = sv1 ? components(sv1, 1) : [];
  const controlNumber = valueOf(first(loop, 'REF', '6R'), 2);
  const pointers = sv1 ? components(sv1, 7) : [];
  return {
    number: Number(valueOf(first(loop, 'LX'), 1)),
    ...(controlNumber ? { controlNumber } : {}),
    code,
    modifiers: modifiers.slice(0, 4).filter(Boolean),
    chargeCents: amount(valueOf(sv1, 2)),
    units: Number(valueOf(sv1, 4)) || 1,
    diagnoses: pointers.map(pointer => diagnoses[Number(pointer) - 1] ?? ''),
    serviceDate: readDate(valueOf(first(loop, 'DTP', '472'), 3)) ?? localDate('1900-01-01'),
    prior: children(loop, '2430').map(readPrior),
  };
}

function readPrior(loop: Loop): PriorDecision {
  const svd = first(loop, 'SVD');
  return {
    payerId: valueOf(svd, 1),
    paidCents: amount(valueOf(svd, 2)),
    adjustments: all(loop, 'CAS').flatMap(({ segment }) => readAdjustments(segment)),
  };
}

function readOtherPayer(loop: Loop): OtherPayer {
  return {
    payerId: valueOf(first(child(loop, '2330B'), 'NM1'), 9),
    responsibility: valueOf(first(loop, 'SBR'), 1),
    paidCents: amount(valueOf(first(loop, 'AMT', 'D'), 2)),
  };
}

/** CAS: a group, then up to six of reason, amount, quantity. */
export function readAdjustments(segment: Segment): Adjustment[] {
  const group = element(segment, 1) as GroupCode;
  return [2, 5, 8, 11, 14, 17].flatMap(at => {
    const reason = element(segment, at);
    return reason ? [{ group, reason, amountCents: amount(element(segment, at + 1)) }] : [];
  });
}

function diagnosisCodes(segment: Segment): string[] {
  return segment.elements.slice(1).flatMap(text => {
    const [qualifier, code] = text.split(segment.delimiters.component);
    return code && (qualifier === 'ABK' || qualifier === 'ABF') ? [code] : [];
  });
}

/** The first date of `CCYYMMDD` or `CCYYMMDD-CCYYMMDD`. */
export function readDate(text: string): LocalDate | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(text);
  const date = match ? `${match[1]}-${match[2]}-${match[3]}` : '';
  return isLocalDate(date) ? date : undefined;
}

function amount(text: string): Cents {
  return parseCents(text) ?? ZERO;
}
