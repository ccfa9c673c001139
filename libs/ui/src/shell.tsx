import type { ReactNode } from 'react';

export interface AppShellProps {
  readonly header: ReactNode;
  readonly nav: ReactNode;
  readonly navOpen: boolean;
  readonly onCloseNav: () => void;
  readonly children: ReactNode;
}

/** The frame of both portals: header, navigation, work. On a phone the navigation slides over the work. */
export function AppShell({ header, nav, navOpen, onCloseNav, children }: AppShellProps) {
  return (
    <div className="sd-shell">
      <a className="sd-skip" href="#work">
        Skip to the work
      </a>
      {header}
      <div className="sd-shell__body" data-nav-open={navOpen}>
        <div className="sd-shell__nav">{nav}</div>
        {navOpen && (
          <button
            type="button"
            className="sd-shell__veil"
            aria-label="Close navigation"
            onClick={onCloseNav}
          />
        )}
        <main id="work" className="sd-shell__work" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
