import {
  isLocalDate,
  isZone,
  type Cents,
  type Instant,
  type LocalDate,
  type LocalTime,
  type Zone,
} from '@spark-den/kernel';
import { z } from 'zod';

/** Field types that several contracts share. */
export const Id = z.uuid();
export const CentsField = z.int().transform(value => value as Cents);
export const InstantField = z.iso.datetime({ offset: false }).transform(value => value as Instant);
export const LocalDateField = z
  .string()
  .refine(isLocalDate, 'must be a date that exists, as YYYY-MM-DD')
  .transform(value => value as LocalDate);
export const LocalTimeField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, as HH:MM')
  .transform(value => value as LocalTime);
export const ZoneField = z
  .string()
  .refine(isZone, 'must be an IANA time zone')
  .transform(value => value as Zone);
export const Npi = z
  .string()
  .regex(/^\d{10}$/, 'must have 10 digits')
  .refine(hasNpiCheckDigit, 'has a wrong check digit');

/** Text that a person types: trimmed, NFC, no control characters. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .transform(value => value.normalize('NFC'))
    .refine(
      value => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value),
      'must not hold control characters',
    );

/** In a query string numbers and booleans arrive as text. */
export const QueryInt = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
export const QueryBool = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform(value => value === 'true'),
]);
/** One value or several: `?status=a&status=b`. */
export const QueryList = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item.transform(value => [value])]);

/** Input of every list: an opaque cursor and a limit. Spread it into a list operation's input. */
export const PageInput = { cursor: z.string().max(500).optional(), limit: QueryInt(1, 200).default(50) };

/** Output of every list. `total` is there where counting is cheap. */
export const Page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });

export const File = z.object({ contentType: z.string(), fileName: z.string(), base64: z.string() });

/** Luhn over 80840 + the first nine digits (45 CFR 162.406; CMS NPI check digit). */
export function hasNpiCheckDigit(npi: string): boolean {
  let sum = 24;
  for (let index = 0; index < 9; index += 1) {
    const digit = Number(npi[index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10 === Number(npi[9]);
}
