import type { ReactNode } from 'react';
import { useSession } from './session-provider.tsx';

/** Says why a page is closed, and who can open it. */
export function PermissionDenied({
  permission,
  children,
}: {
  readonly permission: string;
  readonly children?: ReactNode;
}) {
  const { roles } = useSession();
  return (
    <div className="sd-state">
      <h2>This page is not open to your role</h2>
      <p>
        It needs the permission <code>{permission}</code>. You work as{' '}
        {roles.map(role => role.name).join(' and ')}. An administrator of the practice can add the permission
        under Role &amp; Permissions; it works within five seconds.
      </p>
      {children}
    </div>
  );
}

/** Shows its children to those who hold the permission, and explains to the others. */
export function RequirePermission({
  permission,
  children,
}: {
  readonly permission: string;
  readonly children: ReactNode;
}) {
  const session = useSession();
  return session.can(permission) ? <>{children}</> : <PermissionDenied permission={permission} />;
}
