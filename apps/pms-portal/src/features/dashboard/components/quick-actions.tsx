import { Panel } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { Link } from 'react-router-dom';
import { quickActions } from '../../../app/commands.ts';
import { features } from '../../../app/features.ts';
import { reachable } from '../../../app/navigation.ts';

const nav = reachable(features);

/** What the person starts most; the same actions are in the command palette on every page. */
export function QuickActions() {
  const { permissionSet } = useSession();
  const actions = quickActions(nav, permissionSet);
  if (actions.length === 0) return null;
  return (
    <Panel title="Quick actions">
      <ul className="sd-links">
        {actions.map(action => (
          <li key={action.to}>
            <Link to={action.to}>{action.label}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
