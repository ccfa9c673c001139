import { cents, localDate, sumCents, type Cents } from '@spark-den/kernel';
import {
  buildRemittance,
  writeInterchange,
  type Adjustment,
  type ProviderAdjustment,
  type Remittance,
  type RemittanceClaim,
  type WriteOptions,
} from '@spark-den/x12';

/** Remittances for tests, balanced by construction. */
export type LineDecision = {
  readonly charge: number;
  readonly code?: string;
  readonly lineControl?: string;
  readonly adjust?: readonly (readonly [Adjustment['group'], string, number])[];
  readonly remarks?: readonly string[];
};

export interface ClaimDecision {
  readonly pcn: string;
  readonly status?: string;
  readonly icn?: string;
  readonly lines: readonly LineDecision[];
  /** Reversal: every amount with its sign turned. */
  readonly reversed?: boolean;
}

const adjustments = (items: LineDecision['adjust'], sign: number): Adjustment[] =>
  (items ?? []).map(([group, reason, amount]) => ({ group, reason, amount: cents(amount * sign) }));

export function claimOf(decision: ClaimDecision): RemittanceClaim {
  const sign = decision.reversed ? -1 : 1;
  const lines = decision.lines.map(line => {
    const adjusted = adjustments(line.adjust, sign);
    return {
      procedure: { qualifier: 'HC', code: line.code ?? '99213', modifiers: [] },
      charge: cents(line.charge * sign),
      paid: cents(line.charge * sign - sumCents(adjusted, item => item.amount)),
      paidUnits: '1',
      serviceFrom: localDate('2026-11-10'),
      adjustments: adjusted,
      ...(line.lineControl ? { controlNumber: line.lineControl } : {}),
      references: [],
      amounts: [],
      quantities: [],
      remarks: line.remarks ?? [],
    };
  });
  const shares = lines.flatMap(line => line.adjustments.filter(item => item.group === 'PR'));
  return {
    patientControlNumber: decision.pcn,
    status: decision.reversed ? '22' : (decision.status ?? '1'),
    charge: sumCents(lines, line => line.charge),
    paid: sumCents(lines, line => line.paid),
    patientResponsibility: decision.reversed ? cents(0) : sumCents(shares, item => item.amount),
    filingIndicator: '12',
    payerControlNumber: decision.icn ?? `ICN${decision.pcn}`,
    facilityType: '11',
    frequency: '1',
    adjustments: [],
    patient: { kind: 'person', name: 'QUILL', firstName: 'ADA', idQualifier: 'MI', id: 'M100' },
    remarks: [],
    references: [],
    dates: [],
    contacts: [],
    amounts: [],
    quantities: [],
    lines,
  };
}

export interface Payment {
  readonly trace: string;
  readonly claims: readonly ClaimDecision[];
  readonly plb?: readonly (readonly [reason: string, amount: number, reference?: string])[];
  readonly payer?: { readonly name: string; readonly id: string };
  readonly payeeNpi?: string;
  /** To unbalance it. */
  readonly amount?: Cents;
}

export function remittanceOf(payment: Payment): Remittance {
  const claims = payment.claims.map(claimOf);
  const plb: ProviderAdjustment[] = (payment.plb ?? []).map(([reason, amount, reference]) => ({
    providerId: '1990000105',
    fiscalPeriodEnd: localDate('2026-12-31'),
    reason,
    ...(reference ? { reference } : {}),
    amount: cents(amount),
  }));
  const amount =
    payment.amount ?? cents(sumCents(claims, claim => claim.paid) - sumCents(plb, item => item.amount));
  const payer = payment.payer ?? { name: 'CASCADE MUTUAL', id: 'CASMU01' };
  const address = { lines: ['1 PAYER WAY'], city: 'CHICAGO', state: 'IL', postalCode: '606011234' };
  return {
    handling: amount === 0 ? 'H' : 'I',
    amount,
    creditOrDebit: 'C',
    method: amount === 0 ? 'NON' : 'CHK',
    paidOn: localDate('2026-11-15'),
    trace: payment.trace,
    traceOriginator: '1364000099',
    productionDate: localDate('2026-11-15'),
    payer: {
      name: payer.name,
      address,
      references: [{ qualifier: '2U', value: payer.id }],
      contacts: [{ code: 'BL', name: 'EDI', phone: '8005550100' }],
    },
    payee: {
      name: 'HARBOR POINT FAMILY MEDICINE',
      idQualifier: 'XX',
      id: payment.payeeNpi ?? '1990000105',
      references: [{ qualifier: 'TJ', value: '364000001' }],
      contacts: [],
    },
    groups: [{ number: '1', claims }],
    providerAdjustments: plb,
  };
}

/** A file with these payments, ready to be taken in. */
export function remittanceFile(
  payments: readonly Payment[],
  control = 1,
  options: WriteOptions = {},
): string {
  return writeInterchange(
    {
      sender: { qualifier: 'ZZ', id: 'BRIGHTCH' },
      receiver: { qualifier: 'ZZ', id: 'HARBORPT' },
      control,
      at: '2026-11-15T08:00',
      usage: 'T',
      groups: [
        {
          functionalId: 'HP',
          sender: 'BRIGHTCH',
          receiver: 'HARBORPT',
          control,
          version: '005010X221A1',
          transactions: payments.map((payment, index) =>
            buildRemittance(remittanceOf(payment), String(index + 1).padStart(4, '0')),
          ),
        },
      ],
    },
    options,
  );
}
