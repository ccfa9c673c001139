import { awaitMailbox, submitClaims } from '../billing-office.ts';
import { payByCard } from '../front-desk.ts';
import { until } from '../wait.ts';
import { patientOf } from './book-and-see.ts';
import type { Patients } from './register-and-verify.ts';
import { expectThat, type Figures, type Scene } from './scene.ts';

const MORNING = 6 * 60 + 45;

/** Days until every payer has paid, and until each has corrected its errors. */
const PAID = [3, 4, 6] as const;
const CORRECTED = [8, 10, 11, 12, 14, 18] as const;

/** Step 8: remittances as they come, day by day, posted whole. */
export async function postRemittances(scene: Scene): Promise<Figures> {
  for (const day of PAID) await nextMorning(scene, day);
  const { items } = await scene.biller.billing.listRemittances({ limit: 200 });
  const posted = items.filter(item => item.status === 'posted');
  expectThat(
    posted.length > 0 && items.every(item => item.status !== 'held' && item.status !== 'rejected'),
    'remittances post',
    {
      statuses: items.map(item => item.status).join(),
    },
  );
  return {
    remittances: items.length,
    posted: posted.length,
    paidCents: posted.reduce((sum, item) => sum + item.amountCents, 0),
    claims: posted.reduce((sum, item) => sum + item.claimCount, 0),
    unmatched: posted.reduce((sum, item) => sum + item.unmatchedCount, 0),
  };
}

/** Step 9: the trial balance is zero, and any balance opens into its postings. */
export async function explainLedger({ biller }: Scene, patients: Patients): Promise<Figures> {
  const trial = await biller.billing.getTrialBalance({});
  expectThat(trial.sumCents === 0, 'the trial balance is zero', { sumCents: trial.sumCents });
  const patientId = patientOf(patients, 'commercial');
  const explained = await biller.billing.explainBalance({ account: 'ar_patient', patientId });
  const sum = explained.postings.reduce((total, posting) => total + posting.amountCents, 0);
  expectThat(sum === explained.totalCents, 'postings sum to the balance', {
    sum,
    totalCents: explained.totalCents,
  });
  return {
    accounts: trial.rows.length,
    trialBalanceCents: trial.sumCents,
    explainedCents: explained.totalCents,
    postings: explained.postingCount,
  };
}

/** Step 10: the secondary claim, then a statement, a payment, and a balance of zero. */
export async function settlePatientShare(scene: Scene, patients: Patients): Promise<Figures> {
  const { biller, frontDesk, outside } = scene;
  const secondary = await submitClaims(biller, []);
  expectThat(secondary !== undefined, 'a secondary claim is ready');
  await scene.clock(18 * 60, PAID[2]);
  await awaitMailbox(biller, outside);
  for (const day of CORRECTED) await nextMorning(scene, day);
  const twoPayers = await frontDesk.billing.getPatientBalance({
    patientId: patientOf(patients, 'twoPayers'),
  });
  expectThat(twoPayers.balances.patientCents <= 0, 'nothing is left to the patient after the State', {
    patientCents: twoPayers.balances.patientCents,
  });
  const patientId = patientOf(patients, 'commercial');
  const { items: receipts } = await biller.billing.listReceipts({ patientId });
  const appliedCents = receipts.reduce((sum, receipt) => sum + receipt.appliedCents, 0);
  expectThat(appliedCents > 0, 'the copay has paid its part of the visit', { appliedCents });
  const statement = await biller.billing.issueStatement({ patientId });
  const pdf = await biller.billing.getStatementPdf({ statementId: statement.statementId });
  await payByCard(frontDesk, outside, { patientId, purpose: 'balance', amountCents: statement.amountCents });
  const balance = await until('the payment is booked', async () => {
    const { balances } = await frontDesk.billing.getPatientBalance({ patientId });
    return balances.patientCents === 0 ? balances : undefined;
  });
  return {
    secondaryClaims: secondary?.claims ?? 0,
    copayAppliedCents: appliedCents,
    statementCents: statement.amountCents,
    ...(await corrections(scene)),
    statementPdfBytes: Math.floor((pdf.base64.length * 3) / 4),
    patientBalanceCents: balance.patientCents,
    insuranceBalanceCents: balance.insuranceCents,
  };
}

/** What payers took back and put right, and what moved outside any claim. */
async function corrections({ biller }: Scene): Promise<Figures> {
  const { items } = await biller.billing.listRemittances({ limit: 200 });
  let reversed = 0;
  for (const { remittanceId } of items.filter(item => item.status === 'posted')) {
    const { claims } = await biller.billing.getRemittance({ remittanceId });
    reversed += claims.filter(claim => claim.statusCode === '22').length;
  }
  const adjusted = items.filter(item => item.providerAdjustmentCents !== 0);
  expectThat(reversed > 0 && adjusted.length > 0, 'payers reverse, correct and recoup', {
    reversed,
    adjusted: adjusted.length,
  });
  return { claimsReversed: reversed, remittancesWithProviderAdjustments: adjusted.length };
}

/** Step 11: the denied line, its letter, and the answer that closes it. */
export async function workDenial(scene: Scene, patients: Patients): Promise<Figures> {
  const { biller, outside } = scene;
  const patientId = patientOf(patients, 'ultrasound');
  const { items } = await biller.billing.listDenials({ limit: 100 });
  const denial = items.find(item => item.patientId === patientId && item.code === '76705');
  if (!denial) throw new Error('the ultrasound is in the denial worklist');
  await biller.billing.updateDenial(
    {
      denialId: denial.denialId,
      nextAction: 'Appeal with the record',
      note: 'Pain in the right upper abdomen is documented',
    },
    { version: denial.version },
  );
  const letter = await biller.billing.writeAppealLetter({
    denialId: denial.denialId,
    argument:
      'Right upper quadrant pain was documented at the visit; the examination was necessary. Please review the line.',
  });
  await outside.grantAppeal(denial.patientControlNumber);
  await nextMorning(scene, 20);
  const closed = await until('the new decision closes the denial', async () => {
    const now = await biller.billing.getDenial({ denialId: denial.denialId });
    return now.state === 'overturned' || now.state === 'closed' ? now : undefined;
  });
  return {
    category: denial.category,
    deadline: denial.deadline,
    deniedCents: denial.amountCents,
    letterWritten: letter.documentId !== '',
    state: closed.state,
  };
}

/** Step 12: the dashboard, each card equal to the sum of its rows; looked at in the evening and at the end. */
export async function readDashboard({ manager }: Scene): Promise<Figures> {
  const dashboard = await manager.analytics.getDashboard({});
  const figures: Record<string, number> = {};
  for (const { definition, figure } of dashboard.cards) {
    const { items } = await manager.analytics.listMetricRows({ metric: definition.code, limit: 200 });
    const counted = items.filter(row => row.counted);
    const sum =
      definition.unit === 'cents'
        ? counted.reduce((total, row) => total + (row.amountCents ?? 0), 0)
        : counted.length;
    expectThat(sum === figure.numerator, `the rows of ${definition.code} make its figure`, {
      sum,
      figure: figure.numerator ?? 0,
    });
    figures[definition.code] = figure.value ?? 0;
  }
  const { items } = await manager.analytics.listActivity({ limit: 200 });
  return { ...figures, activity: items.length };
}

async function nextMorning(scene: Scene, day: number): Promise<void> {
  await scene.clock(MORNING, day);
  await awaitMailbox(scene.biller, scene.outside);
}
