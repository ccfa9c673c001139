import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';

/** A list at the left and, when something is selected, its detail at the right (over the list on a phone). */
export function SplitPane({ children, peek }: { readonly children: ReactNode; readonly peek?: ReactNode }) {
  return (
    <div className="sd-split" data-open={Boolean(peek)}>
      <div className="sd-split__main">{children}</div>
      {peek}
    </div>
  );
}

export interface PeekPanelProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  /** The next step and its buttons, at the foot. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** The detail of the selected row. Esc closes it. */
export function PeekPanel({ title, subtitle, onClose, footer, children }: PeekPanelProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        document.querySelector('[role=dialog]') === null
      )
        onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside className="sd-peek" aria-label="Detail">
      <header>
        <div className="sd-peek__title">
          <h2>{title}</h2>
          <IconButton aria-label="Close detail" onClick={onClose}>
            <X size={16} />
          </IconButton>
        </div>
        {subtitle && <div className="sd-text2 sd-num">{subtitle}</div>}
      </header>
      <div className="sd-peek__body">{children}</div>
      {footer && <footer>{footer}</footer>}
    </aside>
  );
}
