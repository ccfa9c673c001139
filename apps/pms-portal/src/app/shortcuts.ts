import type { ShortcutGroup } from '@spark-den/ui';
import { useHotkeys } from 'react-hotkeys-hook';
import { useNavigate } from 'react-router-dom';

const PLACES = { c: '/calendar', p: '/patients', l: '/claims', d: '/denials', h: '/' } as const;

export const PORTAL_SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Go to',
    shortcuts: [
      { keys: ['G', 'H'], does: 'Dashboard' },
      { keys: ['G', 'C'], does: 'Appointment Calendar' },
      { keys: ['G', 'P'], does: 'Patient Registry' },
      { keys: ['G', 'L'], does: 'Claims Management' },
      { keys: ['G', 'D'], does: 'Denial Management' },
    ],
  },
];

/** `G`, then a letter, goes to a page. */
export function useGoShortcuts(): void {
  const navigate = useNavigate();
  useHotkeys(
    Object.keys(PLACES).map(key => `g>${key}`),
    (_, hotkey) => {
      const key = hotkey.keys?.at(-1) as keyof typeof PLACES | undefined;
      if (key) navigate(PLACES[key]);
    },
    { sequenceSplitKey: '>' },
  );
}
