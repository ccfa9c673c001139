import { addCents, ZERO, type Cents } from '@spark-den/kernel';
import type { AccountCode } from './accounts.ts';
import type { EntryKind } from './journal.ts';

export interface ExplainedPosting {
  readonly kind: EntryKind;
  readonly account: AccountCode;
  readonly amountCents: Cents;
}

/** The steps by which a balance came to be, oldest first: each posting with the balance after it. */
export function runningBalance<T extends ExplainedPosting>(
  postings: readonly T[],
): (T & { runningCents: Cents })[] {
  let runningCents = ZERO;
  return postings.map(posting => {
    runningCents = addCents(runningCents, posting.amountCents);
    return { ...posting, runningCents };
  });
}

/** What each kind of event contributed to a balance. */
export function byKind(postings: readonly ExplainedPosting[]) {
  const groups = new Map<
    string,
    { kind: EntryKind; account: AccountCode; amountCents: Cents; count: number }
  >();
  for (const { kind, account, amountCents } of postings) {
    const key = `${kind}|${account}`;
    const group = groups.get(key) ?? { kind, account, amountCents: ZERO, count: 0 };
    groups.set(key, {
      ...group,
      amountCents: addCents(group.amountCents, amountCents),
      count: group.count + 1,
    });
  }
  return [...groups.values()];
}
