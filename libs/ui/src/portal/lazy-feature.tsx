import { Component, lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react';
import { useLocation, useRoutes, type RouteObject } from 'react-router-dom';
import { ErrorState, SkeletonRows } from '../states.tsx';

/** A feature of a portal: the first part of its addresses and the chunk that holds its routes. */
export interface Feature {
  /** First segment of the address: `patients` for `/patients/…`. */
  readonly path: string;
  readonly load: () => Promise<{ readonly routes: RouteObject[] }>;
}

/** Turns features into routes whose code is fetched when somebody first goes there. */
export function featureRoutes(features: readonly Feature[]): RouteObject[] {
  return features.map(feature => {
    const Pages = lazyPages(feature.load);
    return {
      path: `${feature.path}/*`,
      element: (
        <FeatureBoundary>
          <Pages />
        </FeatureBoundary>
      ),
    };
  });
}

function lazyPages(load: Feature['load']): ComponentType {
  return lazy(async () => {
    const { routes } = await load();
    return {
      default: function FeaturePages() {
        return useRoutes(routes);
      },
    };
  });
}

/** Keeps the failure of one page within that page; going elsewhere clears it. */
export function FeatureBoundary({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary key={pathname.split('/')[1]} resetKey={pathname}>
      <Suspense fallback={<SkeletonRows rows={10} />}>{children}</Suspense>
    </ErrorBoundary>
  );
}

interface BoundaryProps {
  readonly resetKey: string;
  readonly children: ReactNode;
}

class ErrorBoundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (before.resetKey !== this.props.resetKey && this.state.error !== undefined)
      this.setState({ error: undefined });
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorState error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}

/** Sets the window's title while a page is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Spark Den`;
  }, [title]);
}
