import { instant, isLocalDate } from '@spark-den/kernel';
import { DateText, TimeText } from '@spark-den/ui';
import { Fragment, type ReactNode } from 'react';
import type { z } from 'zod';
import type { FieldChange } from '@spark-den/contracts/patients/types';
import { Link } from 'react-router-dom';
import { phoneText, wordsOf, zipText } from '../lib/patient-text.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** `photo-id`, `in-person` */
const CODE = /^[a-z]+(-[a-z]+)+$/;

/** What stood there and what stands there now. */
export function ChangedFields({ fields }: { readonly fields: readonly z.output<typeof FieldChange>[] }) {
  if (fields.length === 0) return null;
  return (
    <div>
      {fields.map(({ field, before, after }) => (
        <div key={field} className="sd-text2">
          {wordsOf(field)}: <del>{shown(before)}</del> → <ins>{shown(after)}</ins>
        </div>
      ))}
    </div>
  );
}

/**
 * Instants, dates and numbers as people read them, codes as words, a record as the way to it; parts in the order in
 * which they were written down. `key` is the name of the part.
 */
function shown(value: unknown, key = ''): ReactNode {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'object') {
    const parts = Object.entries(value).filter(
      ([name, part]) => part !== null && part !== '' && part !== undefined && !name.endsWith('Id'),
    );
    if (parts.length === 0) return 'nothing';
    const separator = Array.isArray(value) ? '; ' : ' ';
    return parts.map(([name, part], index) => (
      <Fragment key={name}>
        {index > 0 && separator}
        {shown(part, name)}
      </Fragment>
    ));
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value as string | number);
  if (INSTANT.test(text)) return <TimeText value={instant(text)} form="short" />;
  if (isLocalDate(text)) return <DateText value={text} />;
  if (UUID.test(text)) return <Link to={`/patients/${text}`}>that record</Link>;
  if (key === 'number') return phoneText(text);
  if (key === 'postalCode') return zipText(text);
  return CODE.test(text) ? text.replaceAll('-', ' ') : text;
}
