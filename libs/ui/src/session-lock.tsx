import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Backdrop from '@mui/material/Backdrop';
import { takeFocus } from './focus.ts';

export interface SessionLockProps {
  readonly locked: boolean;
  readonly userName: string;
  readonly problem: string | undefined;
  /** Asks for the credentials again in a window of its own; the work stays where it is. */
  readonly onUnlock: () => void;
  readonly onSignOut: () => void;
}

function Veil(props: React.ComponentProps<typeof Backdrop>) {
  return <Backdrop {...props} className="sd-lock-veil" />;
}

/** Covers the work after 15 idle minutes without throwing it away. */
export function SessionLock({ locked, userName, problem, onUnlock, onSignOut }: SessionLockProps) {
  return (
    <Dialog
      open={locked}
      aria-labelledby="session-lock-title"
      slots={{ backdrop: Veil }}
      onKeyDown={event => event.nativeEvent.stopPropagation()}
    >
      <DialogTitle id="session-lock-title">Locked</DialogTitle>
      <DialogContent>
        <p>{userName}, your work is kept as you left it. Sign in again to go on.</p>
        {problem && (
          <p role="alert" className="sd-field__error">
            {problem}
          </p>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onSignOut}>Sign out</Button>
        <Button variant="contained" color="primary" onClick={onUnlock} ref={takeFocus}>
          Sign in again
        </Button>
      </DialogActions>
    </Dialog>
  );
}
