import type { LoopRule, SegmentRule } from './grammar.ts';

const HL = (kind: string): SegmentRule => ({
  id: 'HL',
  codes: [kind],
  at: 3,
  required: true,
  elements: [1, 3, 4],
});
const may = (...ids: readonly string[]): readonly SegmentRule[] => ids.map(id => ({ id }));

const PERSON = may('REF', 'N3', 'N4', 'PRV', 'DMG', 'INS', 'HI', 'DTP');
const INQUIRY: LoopRule = { id: '2110', segments: [{ id: 'EQ' }, ...may('AMT', 'III', 'REF', 'DTP')] };

/** The 270 as this clearinghouse reads it, from ST to SE. */
export const ELIGIBILITY_INQUIRY: LoopRule = {
  id: 'ST_LOOP',
  segments: [
    { id: 'ST', required: true, elements: [1, 2, 3] },
    { id: 'BHT', codes: ['0022'], required: true, elements: [1, 2, 4, 5] },
  ],
  loops: [
    {
      id: '2000A',
      required: true,
      segments: [HL('20')],
      loops: [
        {
          id: '2100A',
          required: true,
          segments: [
            { id: 'NM1', codes: ['PR', '2B', '36', 'GP', 'P5'], required: true, elements: [2, 8, 9] },
          ],
        },
        {
          id: '2000B',
          required: true,
          segments: [HL('21')],
          loops: [
            {
              id: '2100B',
              required: true,
              segments: [
                { id: 'NM1', required: true, elements: [1, 2, 8, 9] },
                ...may('REF', 'N3', 'N4', 'PRV'),
              ],
            },
            {
              id: '2000C',
              required: true,
              segments: [HL('22'), ...may('TRN')],
              loops: [
                {
                  id: '2100C',
                  required: true,
                  segments: [{ id: 'NM1', codes: ['IL'], required: true, elements: [1, 2] }, ...PERSON],
                },
                INQUIRY,
                {
                  id: '2000D',
                  segments: [HL('23'), ...may('TRN')],
                  loops: [
                    {
                      id: '2100D',
                      required: true,
                      segments: [{ id: 'NM1', codes: ['03'], required: true, elements: [1, 2] }, ...PERSON],
                    },
                    INQUIRY,
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    { id: 'SE_LOOP', required: true, segments: [{ id: 'SE', required: true, elements: [1, 2] }] },
  ],
};
