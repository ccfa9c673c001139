import type { GuideRule } from '../guides/rules.ts';
import { money } from './amount.ts';
import { pointersOf, type ClaimTally, type LineTally, type PayerTally } from './claim-tallies.ts';
import type { Collector } from './collector.ts';

/** The balances of a claim; where no guide judges it, only that of its lines. */
export function checkClaim(claim: ClaimTally, guide: GuideRule | undefined, collector: Collector): void {
  checkClaimTotal(claim, collector);
  if (!guide) return;
  claim.lines.forEach((line, index) => {
    checkLineNumber(claim, line, index + 1, collector);
    checkPointers(claim, line, collector);
    checkLineAdjudications(claim, line, collector);
  });
  for (const payer of claim.payers) checkPayer(claim, payer, collector);
}

/** CLM02 is the sum of the lines, exactly; holds for every 837. */
function checkClaimTotal(claim: ClaimTally, collector: Collector): void {
  const lines = claim.lines.reduce((sum, line) => sum + line.charge, 0);
  if (lines === claim.charge) return;
  collector.add(claim.segment, claim.position, {
    code: 'balance.837.claim',
    message: `CLM02 ${money(claim.charge)} is not the sum of the lines ${money(lines)}.`,
    loop: claim.loop,
    element: 2,
    value: money(claim.charge),
    expected: money(lines),
    ack: { ik3: '8', ik4: 'I12' },
  });
}

function checkLineNumber(claim: ClaimTally, line: LineTally, expected: number, collector: Collector): void {
  if (line.number === String(expected)) return;
  collector.add(line.segment, line.position, {
    code: 'lx.sequence',
    message: `LX01 is ${line.number}; the next line is ${expected}.`,
    loop: `${claim.loop}/2400`,
    element: 1,
    value: line.number,
    expected: String(expected),
    ack: { ik3: '8', ik4: 'I12' },
  });
}

function checkPointers(claim: ClaimTally, line: LineTally, collector: Collector): void {
  const { service } = line;
  if (service?.segment.id !== 'SV1') return;
  pointersOf(service.segment).forEach((pointer, index) => {
    const at = Number(pointer);
    if (Number.isInteger(at) && at >= 1 && at <= claim.diagnoses) return;
    collector.add(service.segment, service.position, {
      code: 'sv1.pointer',
      message: `The diagnosis pointer ${pointer} points at no diagnosis of the claim.`,
      loop: `${claim.loop}/2400`,
      element: 7,
      component: index + 1,
      value: pointer,
      expected: `1 to ${claim.diagnoses}`,
      ack: { ik3: '8', ik4: 'I12' },
    });
  });
}

function checkLineAdjudications(claim: ClaimTally, line: LineTally, collector: Collector): void {
  if (line.adjudications.length === 0) return;
  const loop = `${claim.loop}/2400/2430`;
  const byPayer = new Map<string, { sum: number; bundled: boolean; index: number }>();
  line.adjudications.forEach((adjudication, index) => {
    if (!claim.payers.some(payer => payer.payerId === adjudication.payerId)) {
      collector.add(adjudication.segment, adjudication.position, {
        code: 'svd.payer',
        message: 'SVD01 is the id of no other payer of the claim.',
        loop,
        element: 1,
        value: adjudication.payerId,
        expected: claim.payers.map(payer => payer.payerId).join(', '),
        ack: { ik3: '8', ik4: 'I12' },
      });
    }
    const known = byPayer.get(adjudication.payerId) ?? { sum: 0, bundled: false, index };
    byPayer.set(adjudication.payerId, {
      sum: known.sum + adjudication.paid + adjudication.adjusted,
      bundled: known.bundled || adjudication.bundled,
      index,
    });
  });
  for (const { sum, bundled, index } of byPayer.values()) {
    const last = line.adjudications[index];
    if (sum === line.charge || bundled || !last) continue;
    collector.add(last.segment, last.position, {
      code: 'balance.cob.line',
      message: `The prior payer's payment and adjustments ${money(sum)} are not the line's charge ${money(line.charge)}.`,
      loop,
      element: 2,
      value: money(sum),
      expected: money(line.charge),
      ack: { ik3: '8', ik4: 'I12' },
    });
  }
}

function checkPayer(claim: ClaimTally, payer: PayerTally, collector: Collector): void {
  const loop = `${claim.loop}/2320`;
  const lines = claim.lines.flatMap(line =>
    line.adjudications.filter(done => done.payerId === payer.payerId),
  );
  if (payer.date) {
    const twice = lines.find(line => line.date);
    if (twice?.date) {
      collector.add(twice.date.segment, twice.date.position, {
        code: 'cob.date-twice',
        message: 'The date of adjudication stands both in 2330B and in 2430.',
        loop: `${claim.loop}/2400/2430`,
        element: 1,
        severity: 'warning',
        ack: { ik3: 'I9' },
      });
    }
  }
  const adjudicated =
    payer.paid !== undefined && (lines.length > 0 || payer.adjusted !== 0 || payer.date !== undefined);
  if (!adjudicated) return;
  const total = (payer.paid ?? 0) + payer.adjusted + lines.reduce((sum, line) => sum + line.adjusted, 0);
  if (total === claim.charge) return;
  collector.add(payer.segment, payer.position, {
    code: 'balance.cob.claim',
    message: `What the prior payer paid and adjusted ${money(total)} is not the claim's charge ${money(claim.charge)}.`,
    loop,
    value: money(total),
    expected: money(claim.charge),
    ack: { ik3: '8', ik4: 'I12' },
  });
}
