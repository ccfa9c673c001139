import { browserNow, formatTimeAt, useZone } from '@spark-den/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { patients } from '../api/patient-queries.ts';
import type { RegistrationForm } from './registration-form.ts';

const IDLE_MS = 2_000;

export interface Draft {
  /** How it stands, for the foot of the form. */
  readonly saved: string;
  /** Resolves when no save is under way. */
  readonly settle: () => Promise<void>;
}

/** Keeps the form on the server: two seconds after the last key, and when the step changes. One save at a time. */
export function useDraft(
  draftId: string,
  startVersion: number,
  step: string,
  form: UseFormReturn<RegistrationForm>,
): Draft {
  const zone = useZone();
  const version = useRef(startVersion);
  const saving = useRef(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [saved, setSaved] = useState(startVersion > 0 ? 'Draft opened' : '');

  const save = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    saving.current = saving.current
      .then(() =>
        patients.saveRegistrationDraft({
          draftId,
          step,
          data: { ...form.getValues(), address: { ...form.getValues().address } },
          basedOnVersion: version.current,
        }),
      )
      .then(
        result => {
          version.current = result.version;
          setSaved(`Saved ${formatTimeAt(browserNow(), zone)}`);
        },
        () => setSaved('Not saved. What you type stays on this page.'),
      );
  }, [draftId, step, form, zone]);

  useEffect(() => {
    const { unsubscribe } = form.watch(() => {
      clearTimeout(timer.current);
      timer.current = setTimeout(save, IDLE_MS);
    });
    return unsubscribe;
  }, [form, save]);

  useEffect(
    () => () => {
      if (timer.current !== undefined) save();
    },
    [save],
  );

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    return saving.current;
  }, []);
  return { saved, settle };
}
