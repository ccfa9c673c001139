import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import type { CommandItem } from '../command-palette.tsx';
import { NavRail, visibleNav, type NavGroup } from '../nav-rail.tsx';
import { AppShell } from '../shell.tsx';
import { COMMON_SHORTCUTS, ShortcutSheet, type ShortcutGroup } from '../shortcut-sheet.tsx';
import { UniversalHeader, type PlaceOption, type PortalName } from '../universal-header.tsx';
import type { SessionClient } from './session-client.ts';
import { useSession } from './session-provider.tsx';
import { useChooseLocation, useLocationId } from './store.ts';
import { useLive } from './use-live.ts';
import { useOnline } from './use-online.ts';

/** Fetched when it is first opened. */
const CommandPalette = lazy(async () => ({
  default: (await import('../command-palette.tsx')).CommandPalette,
}));

export interface PortalFrameProps {
  readonly portal: PortalName;
  readonly nav: readonly NavGroup[];
  readonly commands: readonly CommandItem[];
  readonly search?: (text: string) => Promise<readonly CommandItem[]>;
  readonly shortcuts?: readonly ShortcutGroup[];
  readonly sessionClient: SessionClient;
  readonly places: readonly PlaceOption[];
  readonly onAccount?: () => void;
  readonly onSwitchPortal: () => void;
  readonly children: ReactNode;
}

const OTHER = { practice: 'clinical', clinical: 'pms' } as const;

/** Header, navigation, palette and shortcut sheet around the pages: the same in both portals. */
export function PortalFrame(props: PortalFrameProps) {
  const session = useSession();
  const online = useOnline();
  const live = useLive(props.sessionClient);
  const placeId = useLocationId();
  const choosePlace = useChooseLocation();
  const [palette, setPalette] = useState(false);
  const [sheet, setSheet] = useState(false);
  const [navOpen, setNavOpen] = useState(false);
  const openPalette = useCallback(() => setPalette(true), []);
  useHotkeys('mod+k', openPalette, { preventDefault: true, enableOnFormTags: true });
  useHotkeys('shift+slash', () => setSheet(true), { preventDefault: true });
  return (
    <>
      <AppShell
        navOpen={navOpen}
        onCloseNav={() => setNavOpen(false)}
        nav={
          <NavRail
            groups={visibleNav(props.nav, session.permissionSet)}
            onNavigate={() => setNavOpen(false)}
          />
        }
        header={
          <UniversalHeader
            portal={props.portal}
            otherPortalOpen={session.portals.includes(OTHER[props.portal])}
            onSwitchPortal={props.onSwitchPortal}
            practiceName={session.practice.name}
            places={props.places}
            placeId={placeId}
            onPlace={choosePlace}
            live={online ? live : 'offline'}
            user={{ name: session.user.displayName, role: session.roles.map(role => role.name).join(', ') }}
            onSearch={openPalette}
            onHelp={() => setSheet(true)}
            onAccount={props.onAccount}
            onLock={session.lock}
            onSignOut={() => void session.signOut()}
            onToggleNav={() => setNavOpen(open => !open)}
          />
        }
      >
        {props.children}
      </AppShell>
      {palette && (
        <Suspense>
          <CommandPalette
            open
            onClose={() => setPalette(false)}
            commands={props.commands}
            search={props.search}
          />
        </Suspense>
      )}
      <ShortcutSheet
        open={sheet}
        onClose={() => setSheet(false)}
        groups={[...COMMON_SHORTCUTS, ...(props.shortcuts ?? [])]}
      />
    </>
  );
}
