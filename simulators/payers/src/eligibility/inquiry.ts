import { isLocalDate, type LocalDate } from '@spark-den/kernel';
import { element, repetitions } from '@spark-den/x12/segments';
import type { ReceivedTransaction } from '../intake/envelope.ts';
import { child, first, valueOf, type Loop } from '../intake/grammar.ts';
import { ELIGIBILITY_INQUIRY } from '../intake/grammar-270.ts';
import { readDate } from '../intake/read-claims.ts';
import { walk } from '../intake/walk.ts';

/** What a practice asks about one subscriber. */
export interface Inquiry {
  readonly reference: string;
  readonly payer: { readonly name: string; readonly id: string };
  readonly receiver: {
    readonly name: string;
    readonly npi: string;
    readonly entity: string;
    readonly isPerson: boolean;
  };
  readonly trace: readonly string[];
  readonly memberId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate?: LocalDate;
  readonly serviceDate?: LocalDate;
  readonly serviceTypes: readonly string[];
}

/** Reads a 270; undefined when it is not one that we can answer. */
export function readInquiry(transaction: ReceivedTransaction): Inquiry | undefined {
  if (transaction.set !== '270') return undefined;
  const { tree, errors } = walk(ELIGIBILITY_INQUIRY, transaction.segments);
  if (errors.length > 0) return undefined;
  const source = child(tree, '2000A');
  const receiver = child(source, '2000B');
  const subscriber = child(receiver, '2000C');
  if (!subscriber) return undefined;
  return readSubscriber(tree, source, receiver, subscriber);
}

function readSubscriber(
  tree: Loop,
  source: Loop | undefined,
  receiver: Loop | undefined,
  subscriber: Loop,
): Inquiry {
  const payer = first(child(source, '2100A'), 'NM1');
  const asker = first(child(receiver, '2100B'), 'NM1');
  const person = child(subscriber, '2100C');
  const inquiry = child(subscriber, '2110');
  const name = first(person, 'NM1');
  const trace = first(subscriber, 'TRN');
  const birthDate = dateIn(valueOf(first(person, 'DMG'), 2));
  const serviceDate = dateIn(valueOf(first(inquiry, 'DTP', '291') ?? first(person, 'DTP', '291'), 3));
  const asked = first(inquiry, 'EQ');
  return {
    reference: valueOf(first(tree, 'BHT'), 3),
    payer: { name: valueOf(payer, 3), id: valueOf(payer, 9) },
    receiver: {
      name: valueOf(asker, 3),
      npi: valueOf(asker, 9),
      entity: valueOf(asker, 1),
      isPerson: valueOf(asker, 2) === '1',
    },
    trace: trace ? [2, 3, 4].map(index => element(trace, index)).filter(Boolean) : [],
    memberId: valueOf(name, 9),
    lastName: valueOf(name, 3),
    firstName: valueOf(name, 4),
    ...(birthDate ? { birthDate } : {}),
    ...(serviceDate ? { serviceDate } : {}),
    serviceTypes: asked ? repetitions(asked, 1) : ['30'],
  };
}

function dateIn(text: string): LocalDate | undefined {
  const date = readDate(text);
  return date && isLocalDate(date) ? date : undefined;
}
