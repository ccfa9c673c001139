import { cents, localDate } from '@spark-den/kernel';
import { randomUUID } from 'node:crypto';
import { postCharges } from '../ledger/post-charges.ts';
import { LOCATION, PROVIDER } from '../testing/billing-system.ts';
import { claimsSteps } from '../testing/claims-steps.ts';
import { startClaims, type ClaimsTest } from '../testing/claims-system.ts';

describe('an account of a person with two records', () => {
  let day: ClaimsTest;
  const { billing, known, claimOf, inBilling } = claimsSteps(() => day);
  beforeAll(async () => {
    day = await startClaims();
  }, 120_000);
  afterEach(async () => {
    const report = await billing().checkInvariants({});
    expect(report.evidence.filter(item => !item.ok)).toEqual([]);
  });
  afterAll(() => day.test.stop());

  async function owe(patientId: string, amountCents: number): Promise<string> {
    const chargeLineId = randomUUID();
    await inBilling(context =>
      postCharges(context, [
        {
          chargeLineId,
          patientId,
          payerId: null,
          providerId: PROVIDER,
          locationId: LOCATION,
          serviceDate: localDate('2026-03-02'),
          amountCents: cents(amountCents),
        },
      ]),
    );
    return chargeLineId;
  }

  async function told(type: 'PatientsMerged' | 'PatientsUnmerged', surviving: string, merged: string) {
    if (type === 'PatientsMerged') day.aliases.set(merged, surviving);
    else day.aliases.delete(merged);
    await day.publish(type, surviving, {
      mergeId: randomUUID(),
      survivingPatientId: surviving,
      mergedPatientId: merged,
    });
  }

  const owed = async (patientId: string) =>
    (await billing().getPatientBalance({ patientId })).balances.patientCents;

  it('MPI-04 BDB-03 (narrow: one guarantor) is one account while they are merged: charges, payment, statement, lists; and two again after', async () => {
    const [surviving, merged] = [known('cascade').patientId, known('cascade').patientId];
    const [first, second] = [await owe(surviving, 30_00), await owe(merged, 50_00)];
    const claim = await claimOf(merged);
    await told('PatientsMerged', surviving, merged);

    for (const id of [surviving, merged]) {
      expect(await owed(id)).toBe(80_00);
      const { charges, postings } = await billing().getPatientAccount({ patientId: id });
      expect(charges.map(charge => charge.chargeLineId)).toEqual(expect.arrayContaining([first, second]));
      expect(new Set(postings.map(posting => posting.patientId))).toEqual(new Set([surviving, merged]));
      expect((await billing().listClaims({ patientId: id })).items.map(item => item.claimId)).toEqual([
        claim.claimId,
      ]);
    }
    const candidates = (await billing().listStatementCandidates({})).items.filter(
      ({ patientId }) => patientId === surviving || patientId === merged,
    );
    expect(candidates).toMatchObject([{ patientId: surviving, dueCents: 80_00 }]);
    const accounts = (await billing().listAccounts({ only: 'debit' })).items.map(item => item.patientId);
    expect(accounts).toContain(surviving);
    expect(accounts).not.toContain(merged);
    expect(await billing().issueStatement({ patientId: surviving })).toMatchObject({ amountCents: 80_00 });
    const receipt = await billing().collectPayment({
      patientId: surviving,
      tender: 'cash',
      amountCents: 60_00,
    });
    expect(receipt).toMatchObject({ appliedCents: 60_00, unappliedCents: 0 });
    expect(await owed(surviving)).toBe(20_00);

    await told('PatientsUnmerged', surviving, merged);
    const apart = [await owed(surviving), await owed(merged)];
    expect(apart.sort()).toEqual([0, 20_00]);
    const { charges } = await billing().getPatientAccount({ patientId: surviving });
    // what the other record was paid from this one stays to be seen
    expect(charges.filter(({ billedCents }) => billedCents > 0)).toMatchObject([{ chargeLineId: first }]);
  });
});
