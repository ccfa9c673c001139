import type { EncounterContent } from '@spark-den/contracts/clinical/types';
import fc from 'fast-check';
import { problemsOf, sameContent, type CodeJudge } from './encounter.ts';

const trusting: CodeJudge = { diagnosis: () => 'usable', service: () => 'usable' };
const service = (code: string, diagnosisPointers: number[]) => ({
  code,
  modifiers: [],
  units: 1,
  diagnosisPointers,
});

describe('what an encounter needs before it is signed', () => {
  it('a diagnosis, a service, and a diagnosis for each service', () => {
    expect(problemsOf({ diagnoses: [], services: [] }, trusting)).toEqual([
      { field: 'diagnoses', problem: 'missing' },
      { field: 'services', problem: 'missing' },
    ]);
    expect(problemsOf({ diagnoses: ['I10'], services: [service('99213', [])] }, trusting)).toEqual([
      { field: 'services.0.diagnosisPointers', problem: 'missing' },
    ]);
  });

  it('EHR-07 (narrow: codes, no plan items) each service points at diagnoses that are there, each once', () => {
    const content = {
      diagnoses: ['I10', 'E119'],
      services: [service('99213', [1, 3]), service('36415', [2, 2])],
    };
    expect(problemsOf(content, trusting)).toEqual([
      { field: 'services.0.diagnosisPointers', problem: 'out-of-range' },
      { field: 'services.1.diagnosisPointers', problem: 'repeated' },
    ]);
  });

  it('names each code that may not be used on the date, and each diagnosis that stands twice', () => {
    const judge: CodeJudge = {
      diagnosis: code => (code === 'E11' ? 'header' : 'usable'),
      service: code => (code === 'G9999' ? 'not-valid-on-date' : 'usable'),
    };
    const content = { diagnoses: ['E11', 'I10', 'I10'], services: [service('G9999', [1])] };
    expect(problemsOf(content, judge)).toEqual([
      { field: 'diagnoses.0', problem: 'header', code: 'E11' },
      { field: 'diagnoses.2', problem: 'repeated', code: 'I10' },
      { field: 'services.0', problem: 'not-valid-on-date', code: 'G9999' },
    ]);
  });

  it('holds for any content: no problem means that a bill can be made', () => {
    const content: fc.Arbitrary<EncounterContent> = fc.record({
      diagnoses: fc.array(fc.constantFrom('I10', 'E119', 'J069', 'Z0000'), { maxLength: 4 }),
      services: fc.array(
        fc.record({
          code: fc.constantFrom('99213', '36415'),
          modifiers: fc.constant([]),
          units: fc.integer({ min: 1, max: 3 }),
          diagnosisPointers: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }),
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(content, value => {
        const complete =
          value.diagnoses.length > 0 &&
          new Set(value.diagnoses).size === value.diagnoses.length &&
          value.services.length > 0 &&
          value.services.every(
            ({ diagnosisPointers: pointers }) =>
              pointers.length > 0 &&
              new Set(pointers).size === pointers.length &&
              pointers.every(pointer => value.diagnoses[pointer - 1] !== undefined),
          );
        expect(problemsOf(value, trusting).length === 0).toBe(complete);
      }),
    );
  });

  it('tells a change that a bill would feel from one of writing only', () => {
    const one: EncounterContent = { diagnoses: ['I10'], services: [service('99213', [1])] };
    expect(sameContent(one, structuredClone(one))).toBe(true);
    expect(sameContent(one, { ...one, services: [{ ...service('99213', [1]), units: 2 }] })).toBe(false);
  });
});
