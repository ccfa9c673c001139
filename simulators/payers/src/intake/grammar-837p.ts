import type { LoopRule, SegmentRule } from './grammar.ts';

const name = (codes: readonly string[], elements: readonly number[]): SegmentRule => ({
  id: 'NM1',
  codes,
  required: true,
  elements,
});
const may = (...ids: readonly string[]): readonly SegmentRule[] => ids.map(id => ({ id }));
const must = (id: string, elements: readonly number[], codes?: readonly string[]): SegmentRule => ({
  id,
  required: true,
  elements,
  ...(codes ? { codes } : {}),
});
const party = (
  id: string,
  codes: readonly string[],
  elements: readonly number[],
  ...rest: readonly string[]
): LoopRule => ({
  id,
  segments: [name(codes, elements), ...may(...rest)],
});
const HL = (kind: string, elements: readonly number[]): SegmentRule => ({
  id: 'HL',
  codes: [kind],
  at: 3,
  required: true,
  elements,
});

const LINE: LoopRule = {
  id: '2400',
  required: true,
  segments: [
    must('LX', [1]),
    must('SV1', [1, 2, 3, 4, 7]),
    ...may('SV5', 'PWK', 'CR1', 'CR3', 'CRC'),
    must('DTP', [1, 2, 3], ['472']),
    ...may('DTP', 'QTY', 'MEA', 'CN1', 'REF', 'AMT', 'K3', 'NTE', 'PS1', 'HCP'),
  ],
  loops: [
    { id: '2410', segments: [{ id: 'LIN', elements: [2, 3] }, ...may('CTP', 'REF')] },
    party('2420A', ['82'], [1, 2, 3], 'PRV', 'REF'),
    party('2420B', ['QB'], [1, 2], 'REF'),
    party('2420C', ['77'], [1, 2, 3], 'N3', 'N4', 'REF'),
    party('2420D', ['DQ'], [1, 2, 3], 'REF'),
    party('2420E', ['DK'], [1, 2, 3], 'N3', 'N4', 'REF', 'PER'),
    party('2420F', ['DN', 'P3'], [1, 2, 3], 'REF'),
    party('2420G', ['PW'], [1, 2], 'N3', 'N4'),
    party('2420H', ['45'], [1, 2], 'N3', 'N4'),
    { id: '2430', segments: [{ id: 'SVD', elements: [1, 2, 3, 5] }, ...may('CAS', 'DTP', 'AMT')] },
    { id: '2440', segments: [{ id: 'LQ', elements: [1, 2] }, ...may('FRM')] },
  ],
};

const OTHER_PAYER: LoopRule = {
  id: '2320',
  segments: [must('SBR', [1, 2]), ...may('CAS', 'AMT'), must('OI', [3, 6]), ...may('MOA')],
  loops: [
    { ...party('2330A', ['IL'], [1, 2, 3, 8, 9], 'N3', 'N4', 'REF'), required: true },
    { ...party('2330B', ['PR'], [1, 2, 3, 8, 9], 'N3', 'N4', 'DTP', 'REF'), required: true },
    ...(['DN', 'P3', '82', '77', 'DQ', '85'] as const).map(code =>
      party(`2330-${code}`, [code], [1, 2], 'REF'),
    ),
  ],
};

const CLAIM: LoopRule = {
  id: '2300',
  segments: [
    must('CLM', [1, 2, 5, 6, 7, 8, 9]),
    ...may('DTP', 'PWK', 'CN1', 'AMT', 'REF', 'K3', 'NTE', 'CR1', 'CR2', 'CRC'),
    must('HI', [1]),
    ...may('HCP'),
  ],
  loops: [
    party('2310A', ['DN', 'P3'], [1, 2, 3], 'REF'),
    party('2310B', ['82'], [1, 2, 3], 'PRV', 'REF'),
    party('2310C', ['77'], [1, 2, 3], 'N3', 'N4', 'REF', 'PER'),
    party('2310D', ['DQ'], [1, 2, 3], 'REF'),
    party('2310E', ['PW'], [1, 2], 'N3', 'N4'),
    party('2310F', ['45'], [1, 2], 'N3', 'N4'),
    OTHER_PAYER,
    LINE,
  ],
};

const PATIENT: LoopRule = {
  id: '2000C',
  segments: [HL('23', [1, 2, 3, 4]), must('PAT', [1])],
  loops: [
    {
      id: '2010CA',
      required: true,
      segments: [
        name(['QC'], [1, 2, 3]),
        must('N3', [1]),
        must('N4', [1]),
        must('DMG', [1, 2, 3]),
        ...may('REF', 'PER'),
      ],
    },
    CLAIM,
  ],
};

const SUBSCRIBER: LoopRule = {
  id: '2000B',
  segments: [HL('22', [1, 2, 3, 4]), must('SBR', [1]), ...may('PAT')],
  loops: [
    {
      id: '2010BA',
      required: true,
      segments: [
        name(['IL'], [1, 2, 3, 8, 9]),
        ...may('N3', 'N4'),
        { id: 'DMG', elements: [1, 2, 3] },
        ...may('REF', 'PER'),
      ],
    },
    { id: '2010BB', required: true, segments: [name(['PR'], [1, 2, 3, 8, 9]), ...may('N3', 'N4', 'REF')] },
    CLAIM,
    PATIENT,
  ],
};

/** The 837P as this clearinghouse reads it, from ST to SE. */
export const PROFESSIONAL_CLAIM: LoopRule = {
  id: 'ST_LOOP',
  segments: [must('ST', [1, 2, 3]), must('BHT', [1, 2, 3, 4, 5, 6], ['0019'])],
  loops: [
    { ...party('1000A', ['41'], [1, 2, 3, 8, 9], 'PER'), required: true },
    { ...party('1000B', ['40'], [1, 2, 3, 8, 9]), required: true },
    {
      id: '2000A',
      required: true,
      segments: [HL('20', [1, 3, 4]), ...may('PRV', 'CUR')],
      loops: [
        {
          id: '2010AA',
          required: true,
          segments: [
            name(['85'], [1, 2, 3]),
            must('N3', [1]),
            must('N4', [1]),
            must('REF', [1, 2], ['EI', 'SY']),
            ...may('REF', 'PER'),
          ],
        },
        party('2010AB', ['87'], [1, 2], 'N3', 'N4'),
        party('2010AC', ['PE'], [1, 2, 3, 8, 9], 'N3', 'N4', 'REF'),
        { ...SUBSCRIBER, required: true },
      ],
    },
    { id: 'SE_LOOP', required: true, segments: [must('SE', [1, 2])] },
  ],
};
