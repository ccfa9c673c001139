import { Link, useRouteError } from 'react-router-dom';
import { EmptyState, ErrorState } from '../states.tsx';

/** A failure above the pages. */
export function RouteError() {
  return <ErrorState error={useRouteError()} onRetry={() => window.location.reload()} />;
}

export function NotFound() {
  return (
    <EmptyState
      kind="no-match"
      title="There is no page at this address"
      action={<Link to="/">Go to the start page</Link>}
    >
      The link may be old, or mistyped.
    </EmptyState>
  );
}
