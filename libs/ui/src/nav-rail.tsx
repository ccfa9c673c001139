import { NavLink } from 'react-router-dom';

export interface NavLeaf {
  readonly label: string;
  readonly to: string;
  /** Shown only to those who hold one of these permissions; none named means everybody. */
  readonly anyOf?: readonly string[];
  /** Work that waits there. */
  readonly count?: number;
  /** Only the exact address marks it as current. */
  readonly end?: boolean;
}
export interface NavGroup {
  readonly label?: string;
  readonly leaves: readonly NavLeaf[];
}

/** The part of the tree that a person may open; a group without leaves is gone. */
export function visibleNav(groups: readonly NavGroup[], permissions: ReadonlySet<string>): NavGroup[] {
  return groups
    .map(group => ({
      ...group,
      leaves: group.leaves.filter(
        leaf => leaf.anyOf === undefined || leaf.anyOf.some(name => permissions.has(name)),
      ),
    }))
    .filter(group => group.leaves.length > 0);
}

/** The navigation tree at the left. */
export function NavRail({
  groups,
  onNavigate,
}: {
  readonly groups: readonly NavGroup[];
  readonly onNavigate?: () => void;
}) {
  return (
    <nav className="sd-nav" aria-label="Main">
      {groups.map(group => (
        <div key={group.label ?? 'top'} className="sd-nav__group">
          {group.label && <h2>{group.label}</h2>}
          <ul>
            {group.leaves.map(leaf => (
              <li key={leaf.to}>
                <NavLink to={leaf.to} end={leaf.end} onClick={onNavigate}>
                  {leaf.label}
                  {leaf.count !== undefined && leaf.count > 0 && (
                    <span className="sd-nav__count">{leaf.count}</span>
                  )}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
