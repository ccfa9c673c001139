import { PageBody, PageHeader } from '@spark-den/ui';
import { useTitle } from '@spark-den/ui/portal';
import { OwnSessionsPanel } from '../components/own-sessions-panel.tsx';
import { PasswordPanel } from '../components/password-panel.tsx';
import { SecondFactorPanel } from '../components/second-factor-panel.tsx';

/** What a person may do about the own account. */
export function AccountPage() {
  useTitle('Your account');
  return (
    <>
      <PageHeader title="Your account" />
      <PageBody narrow>
        <div className="sd-stack">
          <SecondFactorPanel />
          <PasswordPanel />
          <OwnSessionsPanel />
        </div>
      </PageBody>
    </>
  );
}
