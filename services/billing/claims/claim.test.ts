import { ClaimStatus } from '@spark-den/contracts/billing/claim-types';
import { cents } from '@spark-den/kernel';
import fc from 'fast-check';
import { allowedActions, isUnsent, mayBecome, patientControlNumber, statusAfterDecision } from './claim.ts';

const status = fc.constantFrom(...ClaimStatus.options);

describe('claim states', () => {
  it('NAV-13 what the payer never took it cannot have decided', () => {
    for (const from of ['draft', 'held', 'ready', 'batched'] as const) {
      for (const to of ['paid', 'denied', 'partially-paid', 'accepted', 'rejected'] as const) {
        expect(mayBecome(from, to)).toBe(false);
      }
    }
  });

  it('RCM-11 a rejected claim is never paid under the same version, and a void one moves no more', () => {
    expect(mayBecome('rejected', 'paid')).toBe(false);
    fc.assert(fc.property(status, to => expect(mayBecome('voided', to)).toBe(false)));
  });

  it('whatever may be done is a step that the state allows', () => {
    const after = {
      hold: 'held',
      release: 'ready',
      batch: 'batched',
      correct: 'draft',
      scrub: undefined,
    } as const;
    fc.assert(
      fc.property(
        status,
        fc.constantFrom(null, 'ICN'),
        fc.boolean(),
        (from, payerClaimNumber, crossedOver) => {
          const actions = allowedActions(
            { status: from, payerClaimNumber, crossedOver },
            { acceptedFrequencies: ['1', '7', '8'] },
          );
          for (const action of actions) {
            if (action === 'scrub') expect(isUnsent(from)).toBe(true);
            else if (action === 'void')
              expect(mayBecome(from, 'voided') || mayBecome(from, 'draft')).toBe(true);
            else expect(mayBecome(from, after[action])).toBe(true);
          }
        },
      ),
    );
  });

  it.each([
    ['1', 100, 0, 'paid'],
    ['1', 0, 0, 'paid'],
    ['1', 0, 100, 'denied'],
    ['1', 50, 50, 'partially-paid'],
    ['4', 0, 0, 'denied'],
    ['19', 100, 0, 'forwarded'],
    ['22', -100, 0, 'reversed'],
    ['25', 0, 0, undefined],
  ])('NAV-13 CLP02 %s with %i paid and %i denied is %s', (statusCode, paid, denied, expected) => {
    expect(statusAfterDecision({ statusCode, paidCents: cents(paid), deniedCents: cents(denied) })).toBe(
      expected,
    );
  });

  it('RCM-07 control numbers of a claim’s versions differ and fit in 20 characters', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 1, max: 99 }),
        (value, version) => {
          const number = `C${String(value).padStart(8, '0')}`;
          expect(patientControlNumber(number, version).length).toBeLessThanOrEqual(20);
          expect(patientControlNumber(number, version)).not.toBe(patientControlNumber(number, version + 1));
        },
      ),
    );
  });
});
