import { formatLongDay, PageBody, PageHeader, Panel, useZone, visibleNav } from '@spark-den/ui';
import { useSession, useTitle } from '@spark-den/ui/portal';
import { instant, localDateAt } from '@spark-den/kernel';
import { Link } from 'react-router-dom';
import { quickActions } from '../../../app/commands.ts';
import { features } from '../../../app/features.ts';
import { reachable } from '../../../app/navigation.ts';

const nav = reachable(features);

/** The dashboard of the signed-in role. */
export function HomePage() {
  useTitle('Dashboard');
  const session = useSession();
  const zone = useZone();
  const actions = quickActions(nav, session.permissionSet);
  const groups = visibleNav(nav, session.permissionSet).filter(group => group.label !== undefined);
  return (
    <>
      <PageHeader
        title="Dashboard"
        aside={<span className="sd-text2">{formatLongDay(localDateAt(instant(Date.now()), zone))}</span>}
      />
      <PageBody>
        <div className="sd-columns">
          {actions.length > 0 && (
            <Panel title="Quick actions">
              <ul className="sd-links">
                {actions.map(action => (
                  <li key={action.to}>
                    <Link to={action.to}>{action.label}</Link>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          {groups.map(group => (
            <Panel key={group.label} title={group.label}>
              <ul className="sd-links">
                {group.leaves.map(leaf => (
                  <li key={leaf.to}>
                    <Link to={leaf.to}>{leaf.label}</Link>
                  </li>
                ))}
              </ul>
            </Panel>
          ))}
        </div>
      </PageBody>
    </>
  );
}
