import { cents } from '@spark-den/kernel';
import {
  buildClaimAcknowledgement,
  buildClaimStatusRequest,
  buildClaimStatusResponse,
  buildDentalClaims,
  buildEligibilityInquiry,
  buildEligibilityResponse,
  buildInstitutionalClaims,
  buildProfessionalClaims,
  buildRemittance,
  buildServicesReview,
  explain,
  type CodeWords,
  type RemittanceClaim,
  type TransactionDraft,
} from '../src/index.ts';
import { REVIEW, TEETH } from './fixture-dental-review.ts';
import { INQUIRY } from './fixture-inquiry.ts';
import { STATUS_ANSWER, STATUS_QUESTION, STAY } from './fixture-institution.ts';
import { FIXTURES, MODELS } from './fixtures.ts';
import { corpus } from './shared-folder.ts';
import { fileOf } from './writing.ts';

const WORDS: Readonly<Record<string, string>> = {
  'carc 3': 'Copayment',
  'carc 45': 'Above the contracted amount',
  'rarc N130': 'See plan documents',
  'claim-status-category A3': 'Refused',
  'claim-status 21': 'Data missing or wrong',
  'service-type 30': 'Plan coverage in general',
};
const words: CodeWords = { lookup: (set, code) => ({ label: WORDS[`${set} ${code}`] }) };
const told = (draft: TransactionDraft) => explain(fileOf('', draft.version ?? '', [draft]), words)[0] ?? '';

/** The fixture's 835 with its first claim otherwise. */
function paidOtherwise(otherwise: Partial<RemittanceClaim>): string {
  const [group] = MODELS.REMITTANCE.groups;
  const [claim] = group?.claims ?? [];
  if (!group || !claim) throw new Error('the fixture has a claim');
  const groups = [{ ...group, claims: [{ ...claim, ...otherwise }] }];
  return told(buildRemittance({ ...MODELS.REMITTANCE, groups }, '1'));
}

describe('a file in plain words', () => {
  it('says who bills what to whom, claim by claim', () => {
    expect(explain(FIXTURES['837P'])).toEqual([
      [
        'This 837P from HARBOR POINT bills 2 claims of $235.00 to STATE MEDICAL and CASCADE MUTUAL:',
        '  claim V100 of ROSA DELGADO: $180.00 for 2 services on 2026-11-16, to STATE MEDICAL',
        '  claim V101 of NOAH KIM, which replaces ICN0000001: $55.00 for 1 service on 2026-11-16, to CASCADE MUTUAL',
      ].join('\n'),
    ]);
    expect(told(buildInstitutionalClaims(STAY, '1'))).toMatch(/^This 837I from .* bills 1 claim of \$/);
    expect(told(buildDentalClaims(TEETH, '1'))).toContain('bills 2 claims of $5,044.50 to');
    expect(told(buildProfessionalClaims({ ...MODELS.CLAIMS, billing: [] }, '1'))).toBe(
      'This 837P from HARBOR POINT bills 0 claims of $0.00.',
    );
  });

  it('says what a payment pays and why it pays no more, in the words of the code sets where they are given', () => {
    expect(explain(FIXTURES['835'], words)[0]).toMatch(
      /^This 835 from CASCADE MUTUAL pays .* \$112\.00 on 2026-11-16/,
    );
    const adjustments = [
      { group: 'CO', reason: '45', amount: cents(4500) },
      { group: 'PR', reason: '3', amount: cents(2000) },
      { group: 'CO', reason: '45', amount: cents(500) },
    ] as const;
    const claim = { adjustments, lines: [], remarks: ['N130', 'N999'] };
    expect(paidOtherwise(claim)).toContain(
      '; $50.00 under the contract: above the contracted amount (CO-45); $20.00 to the patient: copayment (PR-3); with the remarks see plan documents (N130) and N999',
    );
    expect(paidOtherwise({ ...claim, status: '4', paid: cents(0) })).toContain(', denied: nothing paid of $');
    const back = { charge: cents(-18000), paid: cents(-11500), adjustments: [], lines: [], remarks: [] };
    expect(paidOtherwise({ ...back, status: '22' })).toContain(
      ', an earlier decision taken back: $115.00 of $180.00 taken back',
    );
    const interest = { providerId: '1990000105', fiscalPeriodEnd: MODELS.REMITTANCE.paidOn, reason: 'L6' };
    const remittance = {
      ...MODELS.REMITTANCE,
      providerAdjustments: [
        { ...interest, amount: cents(-127) },
        { ...interest, reason: 'WO', reference: '77', amount: cents(300) },
      ],
    };
    const added = told(buildRemittance(remittance, '1'));
    expect(added).toContain('$1.27 added to the payment: interest (L6)');
    expect(added).toContain('$3.00 taken from the payment: overpayment recovered (WO 77)');
    const nothing = { ...MODELS.REMITTANCE, amount: cents(0), method: 'NON' };
    expect(told(buildRemittance(nothing, '1'))).toContain(', and pays nothing (number ');
  });

  it('says who is covered, and why a question has no answer', () => {
    expect(told(buildEligibilityInquiry(INQUIRY, '1'))).toContain('plan coverage in general (30)');
    expect(explain(FIXTURES['271'], words)[0]).toContain(
      'coinsurance (A) for plan coverage in general (30), 20 %',
    );
    const [subject] = MODELS.ELIGIBILITY.subjects;
    if (!subject) throw new Error('the fixture has a subject');
    const rejections = [{ loop: '2100C', valid: true, reason: '75', followUp: 'C' }];
    const refused = { ...MODELS.ELIGIBILITY, subjects: [{ ...subject, benefits: [], rejections }] };
    expect(told(buildEligibilityResponse(refused, '1'))).toContain(
      'not answered: the subscriber is not found (AAA 75); correct it and ask again',
    );
  });

  it('says what became of claims', () => {
    expect(told(buildClaimStatusRequest(STATUS_QUESTION, '1'))).toContain('CASCADE MUTUAL what became of');
    expect(told(buildClaimStatusResponse(STATUS_ANSWER, '1'))).toContain('F1:65, paid $115.00');
    expect(explain(FIXTURES['277CA'])[0]).toContain('claim V100 of ROSA DELGADO accepted: A2:20');
    const refused = JSON.parse(
      JSON.stringify(MODELS.ACKNOWLEDGEMENT).replaceAll('"A2"', '"A3"').replaceAll('"20"', '"21"'),
    ) as typeof MODELS.ACKNOWLEDGEMENT;
    expect(told(buildClaimAcknowledgement(refused, '1'))).toContain(
      'refused: refused, data missing or wrong (A3:21)',
    );
    expect(told(buildServicesReview(REVIEW, '1'))).toContain('certified with changes as AUTH0002');
  });

  it('says what an envelope and a group were found to be', () => {
    expect(explain(FIXTURES['999'])[0]).toBe(
      [
        'This 999 answers group 17 (HC), rejected: 0 of 1 transactions accepted:',
        '  837 0001 rejected (segments are at fault (5))',
        '    segment 20, CLM (loop 2300, claim V100): CLM02 does not follow the pattern of the guide (I12): “181”',
      ].join('\n'),
    );
    const ta1 = FIXTURES['837P'].replace(/GS[^]*GE[^~]*~/, 'TA1*000000009*261116*0900*R*025~');
    expect(explain(ta1)).toEqual([
      'This TA1 says that interchange 000000009 was rejected: the control number was used before (TA1 025).',
    ]);
  });

  it('leaves no gap in a sentence, whatever a file leaves out', () => {
    for (const { file, bytes } of corpus()) {
      for (const text of explain(bytes, words)) {
        expect({ file, gap: /undefined|0001-01-01|NaN| [,;.:]|\(\)| $/m.exec(text)?.input }).toEqual({
          file,
        });
      }
    }
  });
});
