import Button from '@mui/material/Button';
import { ReasonDialog } from '@spark-den/ui';
import { useState } from 'react';
import type { SaveState } from '../lib/use-draft.ts';

const SAVE_WORDS: Readonly<Record<SaveState, string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  unsaved: 'Not saved yet',
  failed: 'Could not be saved',
};

interface EncounterActionsProps {
  readonly mode: 'open' | 'signed' | 'amending';
  readonly saveState: SaveState;
  readonly canSign: boolean;
  readonly busy: boolean;
  readonly changed: boolean;
  readonly onSign: () => void;
  readonly onStartAmendment: () => void;
  readonly onDropAmendment: () => void;
  readonly onAmend: (reason: string) => void;
}

/** The buttons of an encounter, by its state. */
export function EncounterActions(props: EncounterActionsProps) {
  const [asking, setAsking] = useState(false);
  if (props.mode === 'signed') {
    return props.canSign ? <Button onClick={props.onStartAmendment}>Amend</Button> : null;
  }
  if (props.mode === 'amending') {
    return (
      <>
        <Button onClick={props.onDropAmendment}>Cancel amendment</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={!props.changed || props.busy}
          onClick={() => setAsking(true)}
        >
          Sign amendment…
        </Button>
        {asking && (
          <ReasonDialog
            title="Why is the encounter amended?"
            confirmLabel="Sign amendment"
            noteLabel="Reason"
            busy={props.busy}
            onClose={() => setAsking(false)}
            onConfirm={({ note }) => {
              setAsking(false);
              props.onAmend(note);
            }}
          >
            What was signed before is kept. Billing reviews charges that were already made from it.
          </ReasonDialog>
        )}
      </>
    );
  }
  return (
    <>
      <span className="sd-meta" role="status">
        {SAVE_WORDS[props.saveState]}
      </span>
      {props.canSign ? (
        <Button
          variant="contained"
          color="primary"
          disabled={props.busy}
          onClick={props.onSign}
          title="Ctrl+Enter"
        >
          Sign encounter
        </Button>
      ) : (
        <span className="sd-meta">A physician signs</span>
      )}
    </>
  );
}
