import Dialog from '@mui/material/Dialog';
import { Command } from 'cmdk';
import { useState } from 'react';
import { takeFocus } from './focus.ts';
import { useTypedSearch } from './use-typed-search.ts';

export interface CommandItem {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  /** Found by these words, too. */
  readonly keywords?: readonly string[];
  readonly shortcut?: string;
  readonly detail?: string;
  readonly run: () => void;
}

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly commands: readonly CommandItem[];
  /** Looks further items up while typing, such as patients by name. */
  readonly search?: (text: string) => Promise<readonly CommandItem[]>;
}

/** Ctrl-K: go anywhere, do anything, find anybody. */
export function CommandPalette({ open, onClose, commands, search }: CommandPaletteProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      slotProps={{
        paper: { className: 'sd-palette', 'aria-label': 'Command palette' },
        container: { className: 'sd-palette__container' },
      }}
    >
      {open && <PaletteBody onClose={onClose} commands={commands} search={search} />}
    </Dialog>
  );
}

function PaletteBody({ onClose, commands, search }: Omit<CommandPaletteProps, 'open'>) {
  const [text, setText] = useState('');
  const { found } = useTypedSearch(text, search, 2);
  const [selected, setSelected] = useState('');
  const valueOf = (command: CommandItem) => `${text.trim()} ${command.id}`;
  const first = found[0] && valueOf(found[0]);
  const [offered, setOffered] = useState<string>();
  // what is found comes after the key that asked for it: without this Enter would open nothing
  if (first !== undefined && first !== offered) {
    setOffered(first);
    setSelected(first);
  }
  const groups = [...new Set(commands.map(command => command.group))];
  const item = (command: CommandItem, value: string) => (
    <Command.Item
      key={command.id}
      value={value}
      keywords={command.keywords && [...command.keywords]}
      onSelect={() => {
        onClose();
        command.run();
      }}
    >
      <span>{command.label}</span>
      {command.detail && <span className="sd-text2 sd-num">{command.detail}</span>}
      {command.shortcut && <kbd>{command.shortcut}</kbd>}
    </Command.Item>
  );
  return (
    <Command label="Commands" loop value={selected} onValueChange={setSelected}>
      <Command.Input
        ref={takeFocus}
        value={text}
        onValueChange={setText}
        placeholder="Search patients, pages, actions…"
      />
      <Command.List>
        <Command.Empty>Nothing matches.</Command.Empty>
        {found.length > 0 && (
          <Command.Group heading="Found" forceMount>
            {found.map(command => item(command, valueOf(command)))}
          </Command.Group>
        )}
        {groups.map(group => (
          <Command.Group key={group} heading={group}>
            {commands.filter(command => command.group === group).map(command => item(command, command.label))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}
