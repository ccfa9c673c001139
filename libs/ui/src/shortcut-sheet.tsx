import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';

export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}
export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** `?`: every key that does something here. */
export function ShortcutSheet({
  open,
  onClose,
  groups,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly groups: readonly ShortcutGroup[];
}) {
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="shortcut-sheet-title">
      <DialogTitle id="shortcut-sheet-title">Keyboard shortcuts</DialogTitle>
      <DialogContent>
        <div className="sd-shortcuts">
          {groups.map(group => (
            <section key={group.title}>
              <h3>{group.title}</h3>
              <dl>
                {group.shortcuts.map(shortcut => (
                  <div key={shortcut.does}>
                    <dt>
                      {shortcut.keys.map(key => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dt>
                    <dd>{shortcut.does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}

/** The keys that every page shares. */
export const COMMON_SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: ['Ctrl', 'K'], does: 'Search and commands' },
      { keys: ['?'], does: 'This sheet' },
      { keys: ['Esc'], does: 'Close what is open' },
      { keys: ['Z'], does: 'Undo, while a message offers it' },
      { keys: ['Ctrl', 'Enter'], does: 'Save or confirm' },
    ],
  },
  {
    title: 'Lists',
    shortcuts: [
      { keys: ['J', 'K'], does: 'Next and previous row' },
      { keys: ['Enter'], does: 'Open the row' },
      { keys: ['Space'], does: 'Peek' },
      { keys: ['X'], does: 'Select the row' },
    ],
  },
];
