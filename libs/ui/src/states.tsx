import Button from '@mui/material/Button';
import { AppError } from '@spark-den/kernel';
import { useEffect, useState, type ReactNode } from 'react';

export interface EmptyStateProps {
  /** `first` nothing was ever here · `no-match` the filters hide all · `done` the work is finished */
  readonly kind: 'first' | 'no-match' | 'done';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing to show, and why, and what to do now. */
export function EmptyState({ kind, title, children, action }: EmptyStateProps) {
  return (
    <div className="sd-state" data-kind={kind}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** What a person can read of a failure: its catalogue title, else a plain sentence. */
export function errorText(error: unknown): { readonly title: string; readonly trace: string | undefined } {
  if (error instanceof AppError) {
    const { title, requestId } = error.fields;
    return {
      title: typeof title === 'string' ? title : 'Something went wrong on our side.',
      trace: typeof requestId === 'string' ? requestId : undefined,
    };
  }
  if (error instanceof TypeError)
    return { title: 'The server could not be reached. Check the connection.', trace: undefined };
  return { title: 'Something went wrong on this page.', trace: undefined };
}

/** Why something is closed, and who can open it. */
function Closed({ permission }: { readonly permission: string }) {
  return (
    <div className="sd-state" role="alert">
      <h2>This is not open to your role</h2>
      <p>
        It needs the permission <code>{permission}</code>. An administrator of the practice can add it under
        Role &amp; Permissions; it works within five seconds.
      </p>
    </div>
  );
}

/** A failure: what, why, what next, and the id that support can look up. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { title, trace } = errorText(error);
  if (
    error instanceof AppError &&
    error.kind === 'forbidden' &&
    typeof error.fields.permission === 'string'
  ) {
    return <Closed permission={error.fields.permission} />;
  }
  return (
    <div className="sd-state" role="alert">
      <h2>{title}</h2>
      {trace && (
        <p className="sd-meta">
          If it happens again, quote <code>{trace}</code>.
        </p>
      )}
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}

/** True once `delayMs` have passed: what is ready sooner shows no skeleton at all. */
function useLate(delayMs: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return late;
}

/** Placeholder of the final size for rows of a list; invisible for the first 300 ms. */
export function SkeletonRows({ rows = 8 }: { readonly rows?: number }) {
  const late = useLate(300);
  return (
    <div className="sd-skeleton" role="status" aria-label="Loading" data-visible={late}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="sd-skeleton__row">
          <span style={{ width: `${30 + ((index * 37) % 45)}%` }} />
        </div>
      ))}
    </div>
  );
}

/** A remark within a page: something to know before going on. */
export function InlineAlert({
  tone,
  title,
  children,
  action,
}: {
  readonly tone: 'info' | 'success' | 'warning' | 'danger';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={`sd-alert sd-alert--${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <div>
        <strong>{title}</strong>
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
