import { localDate } from '@spark-den/kernel';
import { changeDraft, factsOf, newLine, type ChargeDraft } from './charge-draft.ts';

const empty: ChargeDraft = {
  patientId: 'p',
  providerId: 'd',
  locationId: 'l',
  dateOfService: localDate('2026-03-02'),
  diagnoses: [],
  lines: [],
};
const line = { ...newLine('99213', 'Visit', false), key: 'a' };

describe('charge draft', () => {
  it('NAV-12 the first diagnosis explains the lines that wait for one', () => {
    const entered = changeDraft(empty, { type: 'add-line', line });
    const explained = changeDraft(entered, { type: 'add-diagnosis', code: 'I10', label: '' });
    expect(explained.lines[0]?.pointers).toEqual([1]);
  });

  it('RCM-02 pointers move along when a diagnosis goes', () => {
    let draft = changeDraft(empty, { type: 'add-line', line });
    for (const code of ['I10', 'E119', 'R109'])
      draft = changeDraft(draft, { type: 'add-diagnosis', code, label: '' });
    draft = changeDraft(draft, { type: 'toggle-pointer', key: 'a', pointer: 3 });
    draft = changeDraft(draft, { type: 'remove-diagnosis', index: 0 });
    expect(draft.diagnoses.map(diagnosis => diagnosis.code)).toEqual(['E119', 'R109']);
    expect(draft.lines[0]?.pointers).toEqual([2]);
  });

  it('RCM-02 a line points to four diagnoses at most', () => {
    let draft = changeDraft(empty, { type: 'add-line', line });
    for (const code of ['A00', 'B00', 'C00', 'D00', 'E00']) {
      draft = changeDraft(draft, { type: 'add-diagnosis', code, label: '' });
    }
    for (const pointer of [2, 3, 4, 5])
      draft = changeDraft(draft, { type: 'toggle-pointer', key: 'a', pointer });
    expect(draft.lines[0]?.pointers).toEqual([1, 2, 3, 4]);
  });

  it('RCM-03 asks the server only for what it can read', () => {
    const entered = changeDraft(empty, { type: 'add-line', line });
    expect(factsOf(entered)?.lines).toEqual([
      { code: '99213', modifiers: [], units: 1, diagnosisPointers: [] },
    ]);
    const typing = changeDraft(entered, { type: 'change-line', key: 'a', value: { modifiers: '2' } });
    expect(factsOf(typing)).toBeUndefined();
    const typed = changeDraft(entered, { type: 'change-line', key: 'a', value: { modifiers: '25, lt' } });
    expect(factsOf(typed)?.lines[0]?.modifiers).toEqual(['25', 'LT']);
    expect(factsOf({ ...entered, patientId: '' })).toBeUndefined();
  });
});
