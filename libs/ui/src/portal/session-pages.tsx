import Button from '@mui/material/Button';
import { useEffect } from 'react';
import { signInAddress } from './session-client.ts';
import { announceUnlocked } from './unlock.ts';
import { useTitle } from './lazy-feature.tsx';

/** Where signing out ends. */
export function SignedOutPage() {
  useTitle('Signed out');
  return (
    <main className="sd-door">
      <span className="sd-logo" aria-hidden="true">
        S
      </span>
      <h1>You are signed out</h1>
      <p className="sd-text2">
        Nothing of your work stays in this browser. The session has ended in both portals.
      </p>
      <Button variant="contained" color="primary" href={signInAddress('/')}>
        Sign in
      </Button>
    </main>
  );
}

/** Where the sign-in window of the screen lock ends: it tells the locked page and closes itself. */
export function UnlockedPage() {
  useTitle('Signed in');
  useEffect(() => {
    announceUnlocked();
    window.close();
  }, []);
  return (
    <main className="sd-door">
      <h1>Signed in</h1>
      <p className="sd-text2">Your work is open again in the other window. You can close this one.</p>
    </main>
  );
}
