import type { ChargeFacts } from '@spark-den/contracts/billing/charge-types';
import { ChargesDrafted } from '@spark-den/contracts/billing/charges-events';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail, violates } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import { requireAppointment } from '../known-records.ts';
import { visitFacts } from './billing-facts.ts';
import { replaceLines, showCharge } from './charge-repository.ts';
import { priceAndCheck } from './price-and-check.ts';
import { isClosedEncounter } from './visit-repository.ts';

export interface NewCharge extends ChargeFacts {
  readonly appointmentId: string | null;
  readonly encounter: { readonly id: string; readonly version: number } | null;
  readonly source: 'encounter' | 'hand';
  readonly sourceEventId: string | null;
}

/** Keeps a priced and checked draft. @returns its id */
export async function keepDraft(context: BillingContext, charge: NewCharge): Promise<string> {
  const facts = await visitFacts(context, charge);
  const chargeId = context.newId();
  // The surviving record, where the patient was merged meanwhile.
  const { patientId } = facts.patient;
  const priced = await priceAndCheck(context, facts, { ...charge, patientId, chargeId });
  await context.db
    .insertInto('charge')
    .values({
      id: chargeId,
      practiceId: context.practiceId,
      patientId,
      encounterId: charge.encounter?.id ?? null,
      encounterVersion: charge.encounter?.version ?? null,
      appointmentId: charge.appointmentId,
      providerId: charge.providerId,
      locationId: charge.locationId,
      placeOfService: facts.location.placeOfService,
      dateOfService: charge.dateOfService,
      source: charge.source,
      sourceEventId: charge.sourceEventId,
      status: 'draft',
      diagnoses: JSON.stringify(charge.diagnoses),
      findings: JSON.stringify(priced.findings),
      totalCents: priced.totalCents,
      coverageId: priced.coverage?.coverageId ?? null,
      payerId: priced.coverage?.payer.id ?? null,
      claimId: null,
      voidReason: null,
      version: 1,
      createdAt: context.now,
      createdBy: context.principal.id,
      postedAt: null,
    })
    .execute()
    .catch((error: unknown) => {
      if (violates(error, 'charge_one_per_encounter')) {
        throw fail(billingContract, 'billing.charge_exists_for_encounter', {
          encounterId: charge.encounter?.id,
        });
      }
      throw error;
    });
  await replaceLines(context, chargeId, priced.lines);
  await context.emit(
    ChargesDrafted,
    { chargeId, patientId, encounterId: charge.encounter?.id ?? null },
    charge.appointmentId ?? patientId,
  );
  context.audit({ patientId, entityType: 'charge', entityId: chargeId });
  return chargeId;
}

export async function draftCharge(
  context: BillingContext,
  input: ChargeFacts & {
    readonly appointmentId?: string | undefined;
    readonly encounterId?: string | undefined;
  },
) {
  const { appointmentId, encounterId, ...facts } = input;
  if (appointmentId !== undefined) await requireAppointment(context, appointmentId);
  if (encounterId !== undefined && !(await isClosedEncounter(context, encounterId))) {
    throw fail(billingContract, 'billing.unknown_encounter', { encounterId });
  }
  const chargeId = await keepDraft(context, {
    ...facts,
    appointmentId: appointmentId ?? null,
    encounter: encounterId === undefined ? null : { id: encounterId, version: 1 },
    source: 'hand',
    sourceEventId: null,
  });
  return showCharge(context, chargeId);
}
