import { PageBody, PageHeader } from '../../page.tsx';
import { useTitle } from '../lazy-feature.tsx';
import { AccountApiProvider, type AccountApi } from './account-api.ts';
import { OwnSessionsPanel } from './own-sessions-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SecondFactorPanel } from './second-factor-panel.tsx';

/** What a person may do about the own account; the same in both portals. */
export function AccountPage({ api }: { readonly api: AccountApi }) {
  useTitle('Your account');
  return (
    <AccountApiProvider value={api}>
      <PageHeader title="Your account" />
      <PageBody narrow>
        <div className="sd-stack">
          <SecondFactorPanel />
          <PasswordPanel />
          <OwnSessionsPanel />
        </div>
      </PageBody>
    </AccountApiProvider>
  );
}
