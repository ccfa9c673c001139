import type { RemittanceFinding } from '@spark-den/contracts/billing/remittance-types';
import type { ClaimPaymentFacts, RemittanceFacts, ServiceFacts } from '@spark-den/ledger';
import { cents, ZERO } from '@spark-den/kernel';
import {
  parseRemittance,
  readInterchanges,
  transactionsOf,
  validate,
  type Adjustment,
  type Finding,
  type Parsed,
  type Party,
  type Remittance,
  type RemittanceClaim,
  type RemittanceLine,
  type RemittanceParty,
} from '@spark-den/x12';

/** One 835 of a file: what it says, or why it cannot be read, and what the guide has against it. */
export interface ReadRemittance {
  readonly ordinal: number;
  /** `undefined` when something that posting needs could not be read. */
  readonly facts: RemittanceFacts | undefined;
  /** As far as it could be read; for the list of what was refused. */
  readonly summary: { readonly trace: string; readonly payer: string; readonly amountCents: number };
  readonly findings: readonly RemittanceFinding[];
  /** False where counts or control numbers of its envelope are wrong: something may be missing from it. */
  readonly whole: boolean;
}

export interface ReadFile {
  readonly remittances: readonly ReadRemittance[];
  /** What is wrong with the file as a whole. */
  readonly findings: readonly RemittanceFinding[];
  /** False where the envelope cannot be trusted: nothing of the file is posted. */
  readonly sound: boolean;
}

const NOTHING = { claim: null, line: null, expectedCents: null, actualCents: null } as const;
const GUIDE_FINDINGS_KEPT = 100;

/** A number that comes again makes nothing doubtful: whether it is the same payment is judged by the payment. */
const REPEATED_NUMBERS = new Set(['isa.duplicate', 'gs.duplicate', 'st.duplicate']);

const spoilsEnvelope = ({ level, code }: Finding) => level === 'envelope' && !REPEATED_NUMBERS.has(code);

/** Reads every 835 of a file. Never throws on content. */
export function readRemittanceFile(bytes: Uint8Array): ReadFile {
  const file = readInterchanges(bytes);
  const report = validate(bytes, { level: 'guide' });
  const aroundAll = report.errors.map(guideFinding('file'));
  const read: ReadRemittance[] = [];
  let index = -1;
  for (const { transaction } of transactionsOf(file)) {
    index += 1;
    if (transaction.set !== '835') continue;
    const parsed = parseRemittance(transaction);
    const { value, problems } = withPaymentDate(parsed);
    const judged = report.transactions[index];
    const unreadable = problems.map((problem): RemittanceFinding => ({
      ...NOTHING,
      level: 'file',
      code: 'unreadable_element',
      message: `${problem.segment}${String(problem.element).padStart(2, '0')} is not ${problem.expected}`,
      segment: problem.segment,
      position: problem.position,
    }));
    const guide = [...(judged?.errors ?? []), ...(judged?.warnings ?? [])].slice(0, GUIDE_FINDINGS_KEPT);
    const supported = transaction.version.startsWith('005010X221');
    read.push({
      ordinal: read.length + 1,
      facts: unreadable.length === 0 && supported ? factsOf(value) : undefined,
      summary: { trace: value.trace, payer: value.payer.name, amountCents: value.amount },
      findings: [
        ...unreadable,
        ...(supported
          ? []
          : [fileFinding('unsupported_version', `Version ${transaction.version} is not read`)]),
        ...aroundAll,
        ...guide.map(guideFinding('guide')),
      ],
      whole: ![...(judged?.errors ?? []), ...report.errors].some(spoilsEnvelope),
    });
  }
  const findings = [
    ...file.problems.map(problem => fileFinding(problem.code, problem.message)),
    ...(read.length === 0 ? aroundAll : []),
    ...(read.length === 0 ? [fileFinding('no_remittance', 'The file holds no 835')] : []),
  ];
  return { remittances: read, findings, sound: file.problems.length === 0 };
}

/**
 * The payment date is BPR16. Where a payer leaves it out or spoils it, the production date (DTM*405) stands in;
 * the guide's finding on BPR16 stays with the remittance.
 */
function withPaymentDate({ value, problems }: Parsed<Remittance>): Parsed<Remittance> {
  const others = problems.filter(({ segment, element }) => !(segment === 'BPR' && element === 16));
  if (others.length === problems.length || !value.productionDate) return { value, problems };
  return { value: { ...value, paidOn: value.productionDate }, problems: others };
}

function fileFinding(code: string, message: string): RemittanceFinding {
  return { ...NOTHING, level: 'file', code, message, segment: null, position: null };
}

const guideFinding =
  (level: 'file' | 'guide') =>
  (finding: Finding): RemittanceFinding => ({
    ...NOTHING,
    level,
    code: finding.code,
    message: finding.message,
    segment: finding.segment,
    position: finding.position,
  });

function factsOf(remittance: Remittance): RemittanceFacts {
  return {
    trace: remittance.trace,
    originator: remittance.traceOriginator,
    amountCents: remittance.amount,
    creditOrDebit: remittance.creditOrDebit,
    method: remittance.method,
    paymentDate: remittance.paidOn,
    payer: partyFacts(remittance.payer, [remittance.traceOriginator.slice(1)]),
    payee: partyFacts(remittance.payee, []),
    claims: remittance.groups
      .flatMap(group => group.claims)
      .map((claim, index) => claimFacts(claim, index + 1)),
    providerAdjustments: remittance.providerAdjustments.map(item => ({
      provider: item.providerId,
      reason: item.reason,
      reference: item.reference ?? null,
      amountCents: item.amount,
    })),
  };
}

function partyFacts(party: RemittanceParty, more: readonly string[]) {
  const identifiers = [party.id, ...party.references.map(({ value }) => value), ...more];
  return {
    name: party.name,
    identifiers: identifiers.filter((id): id is string => id !== undefined && id !== ''),
  };
}

function claimFacts(claim: RemittanceClaim, ordinal: number): ClaimPaymentFacts {
  const lines = claim.lines.map((line, index) => serviceFacts(line, index + 1, claim));
  return {
    ordinal,
    patientControlNumber: claim.patientControlNumber,
    statusCode: claim.status,
    chargeCents: claim.charge,
    paidCents: claim.paid,
    patientResponsibilityCents: claim.patientResponsibility ?? ZERO,
    payerClaimNumber: claim.payerControlNumber || null,
    patientName: nameOf(claim.patient),
    memberId: claim.insured?.id ?? claim.patient?.id ?? null,
    serviceDate: claimDate(claim) ?? lines[0]?.serviceDate ?? null,
    adjustments: claim.adjustments.map(adjustmentFacts),
    remarks: claim.remarks,
    lines,
  };
}

const claimDate = (claim: RemittanceClaim) => claim.dates.find(({ qualifier }) => qualifier === '232')?.date;

function serviceFacts(line: RemittanceLine, ordinal: number, claim: RemittanceClaim): ServiceFacts {
  const allowed = line.amounts.find(({ qualifier }) => qualifier === 'B6')?.amount;
  return {
    ordinal,
    lineControlNumber: line.controlNumber ?? null,
    code: line.procedure.code,
    modifiers: line.procedure.modifiers,
    submittedCode: line.submittedProcedure?.code ?? null,
    submittedModifiers: line.submittedProcedure?.modifiers ?? [],
    units: Number(line.submittedUnits ?? line.paidUnits ?? '1'),
    chargeCents: line.charge,
    paidCents: line.paid,
    allowedCents: allowed ?? allowedByShares(line),
    serviceDate: line.serviceFrom ?? claimDate(claim) ?? null,
    adjustments: line.adjustments.map(adjustmentFacts),
    remarks: line.remarks,
  };
}

/** What the payer allowed, where it does not say so: what it paid and what it left to the patient. */
function allowedByShares(line: RemittanceLine) {
  const shares = line.adjustments.filter(
    ({ group, reason }) => group === 'PR' && ['1', '2', '3'].includes(reason),
  );
  return cents(shares.reduce<number>((sum, { amount }) => sum + amount, line.paid));
}

function adjustmentFacts({ group, reason, amount, quantity }: Adjustment) {
  return { group, reason, amountCents: amount, quantity: quantity === undefined ? null : Number(quantity) };
}

function nameOf(party: Party | undefined): string | null {
  if (!party) return null;
  return [party.name, party.firstName].filter(Boolean).join(', ') || null;
}
