import type { Encounter } from '@spark-den/contracts/clinical/types';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useRecordEncounter } from '../api/encounter-queries.ts';
import { contentOf, draftOf, sameDraft, type Draft } from './content.ts';

const PAUSE_MS = 600;

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed';

export interface DraftHold {
  readonly draft: Draft;
  readonly change: (next: Draft) => void;
  readonly state: SaveState;
  readonly error: unknown;
  /** Saves what is not saved yet; gives the version that stands then. */
  readonly settle: () => Promise<number>;
  /** Throws local changes away and takes what the server has. */
  readonly reset: (encounter: Encounter) => void;
}

/**
 * Holds what is being entered. An open encounter is saved on the server a moment after each change, one save at
 * a time; a signed one (an amendment in the making) only when it is signed.
 */
export function useDraft(encounter: Encounter): DraftHold {
  const [draft, setDraft] = useState(() => draftOf(encounter));
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<unknown>();
  const latest = useRef({ draft, version: encounter.version, saved: draft });
  const running = useRef<Promise<void>>(Promise.resolve());
  const record = useRecordEncounter(encounter.encounterId).mutateAsync;
  const autosaves = encounter.status === 'open';

  const save = useCallback(async () => {
    await running.current.catch(() => undefined);
    const { draft: now, version, saved } = latest.current;
    if (sameDraft(now, saved)) return;
    setState('saving');
    running.current = record({ version, content: contentOf(now) }).then(
      answer => {
        latest.current = { ...latest.current, version: answer.version, saved: now };
        setError(undefined);
        setState(sameDraft(latest.current.draft, now) ? 'saved' : 'unsaved');
      },
      (reason: unknown) => {
        setError(reason);
        setState('failed');
        throw reason;
      },
    );
    await running.current;
  }, [record]);

  useEffect(() => {
    if (!autosaves || state !== 'unsaved') return;
    const timer = setTimeout(() => void save().catch(() => undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [autosaves, state, draft, save]);

  const reset = useCallback((from: Encounter) => {
    const next = draftOf(from);
    latest.current = { draft: next, version: from.version, saved: next };
    setDraft(next);
    setError(undefined);
    setState('saved');
  }, []);

  // what others did arrives by itself as long as nothing is being entered here
  useEffect(() => {
    const { draft: now, saved, version } = latest.current;
    if (encounter.version > version && sameDraft(now, saved)) reset(encounter);
  }, [encounter, reset]);

  const change = useCallback((next: Draft) => {
    latest.current = { ...latest.current, draft: next };
    setDraft(next);
    setState('unsaved');
  }, []);

  const settle = useCallback(async () => {
    await save();
    return latest.current.version;
  }, [save]);

  return { draft, change, state, error, settle, reset };
}
