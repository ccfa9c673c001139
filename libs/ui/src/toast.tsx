import {
  closeSnackbar,
  enqueueSnackbar,
  SnackbarContent,
  SnackbarProvider,
  type CustomContentProps,
} from 'notistack';
import { forwardRef, useMemo, type ReactNode } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { ToneIcon } from './tone-icon.tsx';
import type { Tone } from './tokens.ts';

declare module 'notistack' {
  interface VariantOverrides {
    ledger: { readonly tone?: Tone; readonly undo?: () => void };
  }
}

export interface ToastOptions {
  readonly tone?: Tone;
  /** Offered as a button and as the key Z for eight seconds. */
  readonly undo?: () => void;
}

type ToastProps = CustomContentProps & { readonly tone?: Tone; readonly undo?: () => void };

const LedgerToast = forwardRef<HTMLDivElement, ToastProps>(function LedgerToast(
  { id, message, tone, undo },
  ref,
) {
  const undoNow = () => {
    closeSnackbar(id);
    undo?.();
  };
  useHotkeys('z', undoNow, { enabled: undo !== undefined });
  return (
    <SnackbarContent ref={ref}>
      <div className="sd-toast" role={tone === 'danger' || tone === 'critical' ? 'alert' : 'status'}>
        {tone && <ToneIcon tone={tone} />}
        <span>{message}</span>
        {undo && (
          <button type="button" onClick={undoNow}>
            Undo <kbd>Z</kbd>
          </button>
        )}
      </div>
    </SnackbarContent>
  );
});

const COMPONENTS = { ledger: LedgerToast };

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  return (
    <SnackbarProvider
      maxSnack={3}
      autoHideDuration={8000}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      Components={COMPONENTS}
    >
      {children}
    </SnackbarProvider>
  );
}

/** Says what was done, and offers to undo it. */
export function useToast() {
  return useMemo(
    () => ({
      show: (message: string, options: ToastOptions = {}) =>
        enqueueSnackbar(message, { variant: 'ledger', ...options }),
    }),
    [],
  );
}
