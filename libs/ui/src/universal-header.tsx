import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import {
  CircleHelp,
  Lock,
  LogOut,
  Menu as MenuIcon,
  Monitor,
  Moon,
  Search,
  Sun,
  KeyRound,
} from 'lucide-react';
import { useState } from 'react';
import { StatusChip } from './status-chip.tsx';

export type PortalName = 'clinical' | 'practice';
export type LiveState = 'live' | 'connecting' | 'offline';

export interface PlaceOption {
  readonly id: string;
  readonly label: string;
}

export interface UniversalHeaderProps {
  readonly portal: PortalName;
  /** Whether this person may enter the other portal; if not, the switch does not show it. */
  readonly otherPortalOpen: boolean;
  readonly onSwitchPortal: () => void;
  readonly practiceName: string;
  /** Locations of the practice; the chosen one narrows lists that know a place. */
  readonly places: readonly PlaceOption[];
  readonly placeId: string | undefined;
  readonly onPlace: (id: string | undefined) => void;
  readonly live: LiveState;
  readonly user: { readonly name: string; readonly role: string };
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly onLock: () => void;
  /** Opens the page of the own account; left out where the portal has none. */
  readonly onAccount?: () => void;
  readonly onSignOut: () => void;
  readonly onToggleNav: () => void;
}

const LIVE = {
  live: { tone: 'success', word: 'Live' },
  connecting: { tone: 'warning', word: 'Connecting' },
  offline: { tone: 'danger', word: 'Offline' },
} as const;

/** One header for both portals: the same parts in the same order. */
export function UniversalHeader(props: UniversalHeaderProps) {
  const live = LIVE[props.live];
  return (
    <header className="sd-header">
      <IconButton className="sd-header__burger" aria-label="Open navigation" onClick={props.onToggleNav}>
        <MenuIcon size={18} />
      </IconButton>
      <span className="sd-logo" aria-hidden="true">
        S
      </span>
      <PortalSwitch portal={props.portal} otherOpen={props.otherPortalOpen} onSwitch={props.onSwitchPortal} />
      <div className="sd-header__place">
        <span className="sd-header__practice">{props.practiceName}</span>
        {props.places.length > 0 && (
          <select
            aria-label="Location"
            value={props.placeId ?? ''}
            onChange={event => props.onPlace(event.target.value === '' ? undefined : event.target.value)}
          >
            <option value="">All locations</option>
            {props.places.map(place => (
              <option key={place.id} value={place.id}>
                {place.label}
              </option>
            ))}
          </select>
        )}
      </div>
      <button type="button" className="sd-header__search" onClick={props.onSearch}>
        <Search size={14} aria-hidden />
        <span>Search patients, pages, actions…</span>
        <kbd>Ctrl</kbd>
        <kbd>K</kbd>
      </button>
      <span className="sd-header__live" role="status">
        <StatusChip tone={live.tone}>{live.word}</StatusChip>
      </span>
      <IconButton aria-label="Help and shortcuts" onClick={props.onHelp}>
        <CircleHelp size={18} />
      </IconButton>
      <UserMenu
        user={props.user}
        onAccount={props.onAccount}
        onLock={props.onLock}
        onSignOut={props.onSignOut}
      />
    </header>
  );
}

const PORTALS = [
  { name: 'clinical', label: 'Clinical' },
  { name: 'practice', label: 'Practice' },
] as const;

interface PortalSwitchProps {
  readonly portal: PortalName;
  readonly otherOpen: boolean;
  readonly onSwitch: () => void;
}

function PortalSwitch({ portal, otherOpen, onSwitch }: PortalSwitchProps) {
  return (
    <div className="sd-switch" role="group" aria-label="Portal">
      {PORTALS.filter(({ name }) => name === portal || otherOpen).map(({ name, label }) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === portal}
          onClick={() => name !== portal && onSwitch()}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

const MODES = [
  { mode: 'system', label: 'Like the system', icon: <Monitor size={16} /> },
  { mode: 'light', label: 'Light', icon: <Sun size={16} /> },
  { mode: 'dark', label: 'Dark', icon: <Moon size={16} /> },
] as const;

function UserMenu({
  user,
  onAccount,
  onLock,
  onSignOut,
}: Pick<UniversalHeaderProps, 'user' | 'onAccount' | 'onLock' | 'onSignOut'>) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { mode, setMode } = useColorScheme();
  const initials = user.name
    .replace(/,.*$/, '')
    .split(/\s+/)
    .map(part => part.charAt(0))
    .join('')
    .slice(0, 2);
  const choose = (act: () => void) => () => {
    setAnchor(null);
    act();
  };
  return (
    <>
      <button
        type="button"
        className="sd-avatar"
        aria-label={`${user.name}: settings and sign out`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {initials}
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <li className="sd-menu-head" role="presentation">
          <strong>{user.name}</strong>
          <span className="sd-meta">{user.role}</span>
        </li>
        <Divider component="li" role="presentation" />
        {MODES.map(choice => (
          <MenuItem
            key={choice.mode}
            role="menuitemradio"
            aria-checked={mode === choice.mode}
            selected={mode === choice.mode}
            onClick={choose(() => setMode(choice.mode))}
          >
            <span className="sd-menu-icon">{choice.icon}</span>
            {choice.label}
          </MenuItem>
        ))}
        <Divider component="li" role="presentation" />
        {onAccount && (
          <MenuItem onClick={choose(onAccount)}>
            <span className="sd-menu-icon">
              <KeyRound size={16} />
            </span>
            Your account
          </MenuItem>
        )}
        <MenuItem onClick={choose(onLock)}>
          <span className="sd-menu-icon">
            <Lock size={16} />
          </span>
          Lock the screen
        </MenuItem>
        <MenuItem onClick={choose(onSignOut)}>
          <span className="sd-menu-icon">
            <LogOut size={16} />
          </span>
          Sign out
        </MenuItem>
      </Menu>
    </>
  );
}
