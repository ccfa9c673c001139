import fc from 'fast-check';
import {
  addDiagnosis,
  addService,
  changeService,
  contentOf,
  dotted,
  makeMain,
  readModifiers,
  removeDiagnosis,
  togglePointer,
  type Draft,
} from './content.ts';

const empty: Draft = { diagnoses: [], services: [] };
const codes = ['I10', 'E119', 'J069', 'Z0000', 'M545'];
const withDiagnoses = (count: number) =>
  codes.slice(0, count).reduce((draft, code) => addDiagnosis(draft, { code, label: null }), empty);

/** The codes that a service points at, whatever their places. */
const pointedAt = (draft: Draft) =>
  draft.services.map(service =>
    service.diagnosisPointers.map(pointer => draft.diagnoses[pointer - 1]?.code).sort(),
  );

const draftWithPointers = fc
  .record({
    count: fc.integer({ min: 1, max: 5 }),
    services: fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), { maxLength: 4 }),
  })
  .map(({ count, services }) =>
    services.reduce((draft, pointers) => {
      const next = addService(draft, { code: '99213', label: null });
      const key = next.services.at(-1)?.key ?? 0;
      return changeService(next, key, { diagnosisPointers: pointers.filter(pointer => pointer <= count) });
    }, withDiagnoses(count)),
  );

describe('entering an encounter', () => {
  it('EHR-07 (narrow: diagnoses linked to services) keeps each service at its diagnoses when one becomes the main one', () => {
    fc.assert(
      fc.property(draftWithPointers, fc.integer({ min: 1, max: 5 }), (draft, position) => {
        const moved = makeMain(draft, position);
        expect(pointedAt(moved)).toEqual(pointedAt(draft));
        if (position <= draft.diagnoses.length)
          expect(moved.diagnoses[0]).toEqual(draft.diagnoses[position - 1]);
      }),
    );
  });

  it('EHR-07 (narrow: diagnoses linked to services) takes only the pointers to a diagnosis that is taken away', () => {
    fc.assert(
      fc.property(draftWithPointers, fc.integer({ min: 1, max: 5 }), (draft, position) => {
        const gone = draft.diagnoses[position - 1]?.code;
        const expected = pointedAt(draft).map(pointed => pointed.filter(code => code !== gone));
        expect(pointedAt(removeDiagnosis(draft, position))).toEqual(expected);
      }),
    );
  });

  it('points the first services at the first diagnosis, whichever was entered first', () => {
    const serviceFirst = addDiagnosis(addService(empty, { code: '99213', label: null }), {
      code: 'I10',
      label: null,
    });
    const diagnosisFirst = addService(addDiagnosis(empty, { code: 'I10', label: null }), {
      code: '99213',
      label: null,
    });
    expect(contentOf(serviceFirst)).toEqual(contentOf(diagnosisFirst));
    expect(contentOf(serviceFirst).services[0]?.diagnosisPointers).toEqual([1]);
  });

  it('takes a diagnosis once, four pointers to a line, four modifiers', () => {
    expect(addDiagnosis(withDiagnoses(2), { code: 'I10', label: null }).diagnoses).toHaveLength(2);
    const line = {
      key: 1,
      code: '99213',
      label: null,
      modifiers: [],
      units: 1,
      diagnosisPointers: [1, 2, 3, 4],
    };
    expect(togglePointer(line, 5)).toEqual([1, 2, 3, 4]);
    expect(togglePointer(line, 2)).toEqual([1, 3, 4]);
    expect(readModifiers('25, lt 59 xs 76')).toEqual(['25', 'LT', '59', 'XS']);
  });

  it('writes codes as people do', () => {
    expect([dotted('I10'), dotted('E119'), dotted('S72001A')]).toEqual(['I10', 'E11.9', 'S72.001A']);
  });
});
