import { component, element, type Segment } from '../segments/segment.ts';
import type { CodeSet } from './finding.ts';

/** A code of an outside set, and where it stands. */
export interface CodeUse {
  readonly set: CodeSet;
  readonly code: string;
  readonly element: number;
  readonly component?: number;
}

/** The codes of outside sets in a segment. */
export function usesOf(segment: Segment): readonly CodeUse[] {
  switch (segment.id) {
    case 'HI':
      return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap(at => {
        const set = HEALTH_CODES.get(component(segment, at, 1));
        return set ? filled({ set, code: component(segment, at, 2), element: at, component: 2 }) : [];
      });
    case 'SV1':
      return [
        ...procedureUses(segment, 1),
        ...filled({ set: 'place-of-service', code: element(segment, 5), element: 5 }),
      ];
    case 'SV2':
      return procedureUses(segment, 2);
    case 'SV3':
      return filled({ set: 'place-of-service', code: element(segment, 3), element: 3 });
    case 'SVC':
      return [...procedureUses(segment, 1), ...procedureUses(segment, 6)];
    case 'SVD':
      return procedureUses(segment, 3);
    case 'CLM':
      return component(segment, 5, 2) === 'B'
        ? filled({ set: 'place-of-service', code: component(segment, 5, 1), element: 5, component: 1 })
        : [];
    case 'PRV':
      return element(segment, 2) === 'PXC'
        ? filled({ set: 'taxonomy', code: element(segment, 3), element: 3 })
        : [];
    case 'CAS':
      return [2, 5, 8, 11, 14, 17].flatMap(at =>
        filled({ set: 'carc', code: element(segment, at), element: at }),
      );
    case 'LQ':
      return element(segment, 1) === 'HE'
        ? filled({ set: 'rarc', code: element(segment, 2), element: 2 })
        : [];
    case 'MOA':
      return remarkUses(segment, [3, 4, 5, 6, 7]);
    case 'MIA':
      return remarkUses(segment, [5, 20, 21, 22, 23]);
    case 'STC':
      return [1, 10, 11].flatMap(at => [
        ...filled({
          set: 'claim-status-category',
          code: component(segment, at, 1),
          element: at,
          component: 1,
        }),
        ...filled({ set: 'claim-status', code: component(segment, at, 2), element: at, component: 2 }),
      ]);
    default:
      return [];
  }
}

/** Qualifiers of HI: diagnoses, reasons for a visit and external causes; procedures of a hospital, and of HCPCS. */
const HEALTH_CODES: ReadonlyMap<string, CodeSet> = new Map([
  ...['ABK', 'ABF', 'ABJ', 'ABN', 'APR'].map(qualifier => [qualifier, 'icd10cm'] as const),
  ...['BBR', 'BBQ'].map(qualifier => [qualifier, 'icd10pcs'] as const),
  ...['BP', 'BO'].map(qualifier => [qualifier, 'hcpcs'] as const),
]);

function remarkUses(segment: Segment, elements: readonly number[]): readonly CodeUse[] {
  return elements.flatMap(at => filled({ set: 'rarc', code: element(segment, at), element: at }));
}

function procedureUses(segment: Segment, at: number): readonly CodeUse[] {
  if (component(segment, at, 1) !== 'HC') return [];
  return [
    ...filled({ set: 'hcpcs', code: component(segment, at, 2), element: at, component: 2 }),
    ...[3, 4, 5, 6].flatMap(part =>
      filled({ set: 'modifier', code: component(segment, at, part), element: at, component: part }),
    ),
  ];
}

function filled(use: CodeUse): readonly CodeUse[] {
  return use.code === '' ? [] : [use];
}
