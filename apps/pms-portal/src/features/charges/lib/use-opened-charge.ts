import type { Charge } from '@spark-den/contracts/billing/charge-types';
import { useReducer, useState } from 'react';
import { changeDraft, draftOf, isSameDraft } from './charge-draft.ts';

/**
 * A charge as it was opened, and what is typed over it. Another version takes its place while nothing was typed, or when it
 * is the one that was typed; a charge that is no draft any more cannot keep what was.
 */
export function useOpenedCharge(latest: Charge) {
  const [charge, open] = useState(latest);
  const [draft, dispatch] = useReducer(changeDraft, latest, draftOf);
  const theirs = draftOf(latest);
  const isOvertaken =
    latest.version !== charge.version &&
    latest.status === 'draft' &&
    !isSameDraft(draft, draftOf(charge)) &&
    !isSameDraft(draft, theirs);
  const takeTheirs = () => {
    open(latest);
    dispatch({ type: 'open', draft: theirs });
  };
  if (latest.version !== charge.version && !isOvertaken) takeTheirs();
  return { charge, draft, dispatch, isOvertaken, takeTheirs };
}
