import { REPEAT_MODIFIERS } from '../data/code-groups.ts';
import { hitIf, type Rule } from './rule.ts';

const SOURCE = 'CARC 18 guard: patient, date, code, modifiers, rendering provider';

const sameModifiers = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join() === [...b].sort().join();
const isExplained = (modifiers: readonly string[]) =>
  modifiers.some(modifier => REPEAT_MODIFIERS.has(modifier));

/** Layer 4: nothing is billed twice by accident. */
export const duplicateRules: readonly Rule[] = [
  {
    id: 'CR-401',
    layer: 'duplicate',
    severity: 'error',
    source: SOURCE,
    check: claim =>
      claim.lines.flatMap((line, index) => {
        const earlier = claim.lines.findIndex(
          other =>
            other.code === line.code &&
            other.dateOfService === line.dateOfService &&
            sameModifiers(other.modifiers, line.modifiers),
        );
        return hitIf(earlier < index && !isExplained(line.modifiers), {
          message: `Line ${index + 1} repeats line ${earlier + 1}.`,
          fields: [`lines.${index}`],
          remedy:
            'Raise the units of the first line, take one out, or add 76, 77, 91 or 59 where the record supports it.',
        });
      }),
  },
  {
    id: 'CR-402',
    layer: 'duplicate',
    severity: 'error',
    source: SOURCE,
    check: (claim, { billed }) =>
      claim.lines.flatMap((line, index) =>
        hitIf(
          claim.frequency === '1' &&
            !isExplained(line.modifiers) &&
            billed.some(
              other =>
                other.claimId !== claim.claimId &&
                other.payerId === claim.payerId &&
                other.renderingProviderId === claim.renderingProvider.id &&
                other.code === line.code &&
                other.dateOfService === line.dateOfService &&
                sameModifiers(other.modifiers, line.modifiers),
            ),
          {
            message: `Line ${index + 1} (${line.code}) is on another claim of this patient and day.`,
            fields: [`lines.${index}`],
            remedy: 'Void one of the two, or add 76, 77, 91 or 59 where the record supports it.',
          },
        ),
      ),
  },
];
