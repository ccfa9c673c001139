import { patientsContract } from '@spark-den/contracts/patients/operations';
import fc from 'fast-check';
import {
  EMPTY_FORM,
  formOfDraft,
  isProbeTelling,
  probeOf,
  toRegistration,
  type RegistrationForm,
} from './registration-form.ts';
import { problemsOf, STEPS } from './registration-steps.ts';

const TODAY = '2026-11-16';
const filled = (changes: Partial<RegistrationForm> = {}): RegistrationForm => ({
  ...EMPTY_FORM,
  family: 'Marsh',
  given: 'Elena',
  birthDate: '1968-04-12',
  sex: 'female',
  ...changes,
});

describe('the registration form', () => {
  it('PAT-01 the least that registers a patient is name, date of birth and sex', () => {
    expect(problemsOf(filled(), TODAY)).toEqual([]);
    const missing = problemsOf(EMPTY_FORM, TODAY);
    expect(missing.map(({ name }) => name).sort()).toEqual(['birthDate', 'family', 'given', 'sex']);
    expect(missing.every(({ step }) => step === 'identity')).toBe(true);
  });

  it('PAT-01 asks for the subscriber only where the patient is a dependent, at the step where it is typed', () => {
    const covered = filled({
      payerId: '01900000-0000-7000-8003-000000000001',
      memberId: 'CM1',
      coverageFrom: '2026-01-01',
    });
    expect(problemsOf(covered, TODAY)).toEqual([]);
    const dependent = problemsOf({ ...covered, relationship: 'child' }, TODAY);
    expect(dependent.map(({ name }) => name)).toContain('subscriberBirthDate');
    expect(new Set(dependent.map(({ step }) => step))).toEqual(new Set(['insurance']));
  });

  it('PAT-01 a draft comes back as it was left, whatever the server kept of it', () => {
    const text = fc.record({ family: fc.string(), ssn: fc.string(), allowSms: fc.boolean() });
    fc.assert(
      fc.property(text, changes => {
        const form = filled(changes);
        expect(formOfDraft(JSON.parse(JSON.stringify(form)) as Record<string, unknown>)).toEqual(form);
      }),
    );
    expect(formOfDraft({ family: 7, unknown: 'x' })).toEqual(EMPTY_FORM);
  });

  it('PAT-04 an answer about messages is kept also when it is no', () => {
    const { preferences } = toRegistration(filled({ allowSms: true }), TODAY);
    expect(preferences?.choices).toContainEqual({ channel: 'sms', purpose: 'treatment', allowed: true });
    expect(preferences?.choices).toContainEqual({ channel: 'sms', purpose: 'marketing', allowed: false });
  });

  it('PAT-02 the duplicate search starts when a name or a number says enough, and never breaks its contract', () => {
    expect(isProbeTelling(probeOf(EMPTY_FORM))).toBe(false);
    expect(isProbeTelling(probeOf({ ...EMPTY_FORM, family: 'Ma', given: 'El' }))).toBe(true);
    expect(isProbeTelling(probeOf({ ...EMPTY_FORM, mobile: '3125550142' }))).toBe(true);
    const { input } = patientsContract.operations.findDuplicates;
    expect(input.safeParse({ person: probeOf(filled({ mobile: '312', email: 'x' })) }).success).toBe(true);
  });

  it('every problem leads to a step that exists', () => {
    const steps = STEPS.map(({ key }) => key);
    const problems = problemsOf(
      { ...EMPTY_FORM, contactName: 'A', ssn: '1', email: 'x', mobile: '1' },
      TODAY,
    );
    expect(problems.length).toBeGreaterThan(5);
    for (const { step } of problems) expect(steps).toContain(step);
  });
});
