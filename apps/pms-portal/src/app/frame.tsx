import { gatewayContract } from '@spark-den/contracts/gateway/operations';
import { administrationContract } from '@spark-den/contracts/administration/operations';
import { useToast, errorText } from '@spark-den/ui';
import { currentSwitchContext, PortalFrame, useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { api, sessionClient } from './api.ts';
import { useCardReturn } from './card-return.ts';
import { navigationCommands } from './commands.ts';
import { features } from './features.ts';
import { reachable } from './navigation.ts';
import { searchPatients } from './patient-search.ts';
import { PORTAL_SHORTCUTS, useGoShortcuts } from './shortcuts.ts';

const nav = reachable(features);

/** Header, navigation and commands around the pages. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const navigate = useNavigate();
  const toast = useToast();
  useGoShortcuts();
  useCardReturn();
  const places = useQuery({
    queryKey: ['administration', 'locations'],
    queryFn: ({ signal }) => api(administrationContract).listLocations({}, { signal }),
    staleTime: 10 * 60_000,
    enabled: session.can('administration.practice.read'),
  });
  const commands = useMemo(
    () => navigationCommands(nav, session.permissionSet, navigate),
    [session.permissionSet, navigate],
  );
  const search = useCallback((text: string) => searchPatients(text, navigate), [navigate]);
  const switchPortal = () => {
    const context = currentSwitchContext();
    api(gatewayContract)
      .issueContext({ target: 'clinical', context: { ...context, returnPath: window.location.pathname } })
      .then(
        ({ url }) => window.location.assign(url),
        (error: unknown) => toast.show(errorText(error).title, { tone: 'danger' }),
      );
  };
  return (
    <PortalFrame
      portal="practice"
      nav={nav}
      commands={commands}
      search={session.can('patients.patient.read') ? search : undefined}
      shortcuts={PORTAL_SHORTCUTS}
      sessionClient={sessionClient}
      places={places.data?.items.map(({ id, name }) => ({ id, label: name })) ?? []}
      onAccount={() => navigate('/account')}
      onSwitchPortal={switchPortal}
    >
      {children}
    </PortalFrame>
  );
}
