import { ViewTabs } from '@spark-den/ui';

/** Users and their open sessions are two views of the same people. */
export function UserTabs() {
  return (
    <ViewTabs
      label="User management"
      tabs={[
        { label: 'Users', to: '/admin/users' },
        { label: 'Open sessions', to: '/admin/sessions' },
      ]}
    />
  );
}
