import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';

export interface PageHeaderProps {
  readonly title: string;
  /** A chip or a sentence beside the title: a count, a status. */
  readonly aside?: ReactNode;
  /** Buttons at the right; the main one last. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** The title row of a page. Its title is also the title of the window. */
export function PageHeader({ title, aside, actions, children }: PageHeaderProps) {
  return (
    <header className="sd-page-header">
      <div className="sd-page-header__row">
        <h1>{title}</h1>
        {aside}
        <span className="sd-grow" />
        {actions && <div className="sd-actions">{actions}</div>}
      </div>
      {children}
    </header>
  );
}

export interface ViewTab {
  readonly label: string;
  /** Address of the tab, relative or absolute. */
  readonly to: string;
  readonly count?: number;
  readonly end?: boolean;
}

/** Saved views, or the parts of a record: each has an address of its own. */
export function ViewTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly ViewTab[] }) {
  return (
    <nav className="sd-tabs" aria-label={label}>
      {tabs.map(tab => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? true}>
          {tab.label}
          {tab.count !== undefined && <span className="sd-tabs__count">{tab.count}</span>}
        </NavLink>
      ))}
    </nav>
  );
}

export interface ViewChoice {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

/** Views that live in the query of the address: `?view=mine`. */
export function ViewSwitch(props: {
  readonly label: string;
  readonly views: readonly ViewChoice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <div className="sd-tabs" role="group" aria-label={props.label}>
      {props.views.map(view => (
        <button
          key={view.value}
          type="button"
          aria-pressed={view.value === props.value}
          onClick={() => props.onChange(view.value)}
        >
          {view.label}
          {view.count !== undefined && <span className="sd-tabs__count">{view.count}</span>}
        </button>
      ))}
    </div>
  );
}

/** The row of filters above a worklist. */
export function FilterBar({
  label = 'Filters',
  children,
}: {
  readonly label?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="sd-filters" role="search" aria-label={label}>
      {children}
    </div>
  );
}

/** Padded content of a page that is not a worklist. */
export function PageBody({
  children,
  narrow = false,
}: {
  readonly children: ReactNode;
  readonly narrow?: boolean;
}) {
  return <div className={narrow ? 'sd-body sd-body--narrow' : 'sd-body'}>{children}</div>;
}

/** A bordered part of a page with a title of its own. */
export function Panel({
  title,
  actions,
  children,
}: {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="sd-panel" aria-label={title}>
      {title && (
        <header className="sd-panel__header">
          <h2>{title}</h2>
          <span className="sd-grow" />
          {actions}
        </header>
      )}
      <div className="sd-panel__body">{children}</div>
    </section>
  );
}

/** Names and values, in two columns. */
export function FactList({
  facts,
}: {
  readonly facts: readonly (readonly [label: string, value: ReactNode])[];
}) {
  return (
    <dl className="sd-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
