import { instant, isLocalDate } from '@spark-den/kernel';
import { DateText, TimeText } from '@spark-den/ui';
import { Fragment, type ReactNode } from 'react';
import type { z } from 'zod';
import type { FieldChange } from '@spark-den/contracts/patients/types';
import { wordsOf } from '../lib/patient-text.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
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

/** Instants and dates as people read them, codes as words; parts in the order in which they were written down. */
function shown(value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'object') {
    const parts = Object.values(value).filter(part => part !== null && part !== '' && part !== undefined);
    if (parts.length === 0) return 'nothing';
    const separator = Array.isArray(value) ? '; ' : ' ';
    return parts.map((part, index) => (
      <Fragment key={index}>
        {index > 0 && separator}
        {shown(part)}
      </Fragment>
    ));
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value as string | number);
  if (INSTANT.test(text)) return <TimeText value={instant(text)} form="short" />;
  if (isLocalDate(text)) return <DateText value={text} />;
  return CODE.test(text) ? text.replaceAll('-', ' ') : text;
}
