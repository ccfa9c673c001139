import type { z } from 'zod';
import type { FieldChange } from '@spark-den/contracts/patients/types';
import { wordsOf } from '../lib/patient-text.ts';

/** What stood there and what stands there now. */
export function ChangedFields({ fields }: { readonly fields: readonly z.output<typeof FieldChange>[] }) {
  if (fields.length === 0) return null;
  return (
    <div>
      {fields.map(({ field, before, after }) => (
        <div key={field} className="sd-text2">
          {wordsOf(field)}: <del>{valueText(before)}</del> → <ins>{valueText(after)}</ins>
        </div>
      ))}
    </div>
  );
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(valueText).join('; ');
  if (typeof value === 'object') {
    const parts = Object.values(value).filter(part => part !== null && part !== '' && part !== undefined);
    return parts.map(valueText).join(' ') || 'nothing';
  }
  return String(value as string | number | boolean);
}
