import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import { useHotkeys } from 'react-hotkeys-hook';
import { ToneIcon } from './tone-icon.tsx';
import type { Tone } from './tokens.ts';

export interface ToastOptions {
  readonly tone?: Tone;
  /** Offered as a button and as the key Z while the message stands. */
  readonly undo?: () => void;
}

export interface Toaster {
  /** Says what was done, for eight seconds; longer while the pointer or the focus is on it. */
  show(message: string, options?: ToastOptions): void;
}

interface Toast extends ToastOptions {
  readonly id: number;
  readonly message: string;
}

const STANDS_MS = 8_000;
const AT_ONCE = 3;
const Context = createContext<Toaster>({ show: () => undefined });

export function useToast(): Toaster {
  return useContext(Context);
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const nextId = useRef(1);
  const toaster = useMemo<Toaster>(
    () => ({
      show: (message, options = {}) => {
        const toast = { id: nextId.current++, message, ...options };
        setToasts(shown => [...shown, toast].slice(-AT_ONCE));
      },
    }),
    [],
  );
  const close = useCallback((id: number) => setToasts(shown => shown.filter(toast => toast.id !== id)), []);
  const newest = toasts.at(-1);
  return (
    <Context.Provider value={toaster}>
      {children}
      {createPortal(
        <div className="sd-toasts" role="region" aria-label="Messages">
          {toasts.map(toast => (
            <ToastMessage key={toast.id} toast={toast} newest={toast === newest} onClose={close} />
          ))}
        </div>,
        document.body,
      )}
    </Context.Provider>
  );
}

interface ToastMessageProps {
  readonly toast: Toast;
  /** The key Z undoes the newest only. */
  readonly newest: boolean;
  readonly onClose: (id: number) => void;
}

function ToastMessage({ toast, newest, onClose }: ToastMessageProps) {
  const { id, message, tone, undo } = toast;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onClose(id), STANDS_MS);
    return () => clearTimeout(timer);
  }, [held, id, onClose]);
  const undoNow = () => {
    onClose(id);
    undo?.();
  };
  useHotkeys('z', undoNow, { enabled: newest && undo !== undefined });
  return (
    <div
      className="sd-toast"
      role={tone === 'danger' || tone === 'critical' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {tone && <ToneIcon tone={tone} />}
      <span>{message}</span>
      {undo && (
        <button type="button" onClick={undoNow}>
          Undo <kbd>Z</kbd>
        </button>
      )}
    </div>
  );
}
