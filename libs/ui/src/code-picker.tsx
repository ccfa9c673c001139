import Autocomplete from '@mui/material/Autocomplete';
import { useState } from 'react';
import { Field, type FieldProps } from './field.tsx';
import { takeFocusWithin } from './focus.ts';
import { useTypedSearch } from './use-typed-search.ts';

export interface CodeOption {
  readonly code: string;
  readonly label: string;
}

export interface CodePickerProps extends FieldProps {
  /** Looks codes up by code or words; the newest question wins. */
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly CodeOption[]>;
  readonly onPick: (option: CodeOption) => void;
  readonly placeholder?: string;
  /** How a code is written, such as with its dot. */
  readonly showCode?: (code: string) => string;
  /** The person came here to type into it. */
  readonly focused?: boolean;
}

/** Picks a code by typing part of it or of its words; Enter takes the first match and clears the box for the next. */
export function CodePicker({
  search,
  onPick,
  placeholder,
  showCode = code => code,
  focused,
  ...field
}: CodePickerProps) {
  const [text, setText] = useState('');
  const { found, busy } = useTypedSearch(text, search);
  // until the answer is there, only what still fits: Enter must not take the match of a shorter text
  const options = busy ? found.filter(option => fits(option, text)) : found;
  return (
    <Field {...field}>
      {control => (
        <Autocomplete
          ref={focused ? takeFocusWithin : undefined}
          options={options}
          value={null}
          inputValue={text}
          onInputChange={(_, value, reason) => reason !== 'reset' && setText(value)}
          onChange={(_, option) => {
            if (!option) return;
            onPick(option);
            setText('');
          }}
          autoHighlight
          blurOnSelect={false}
          filterOptions={all => all}
          getOptionLabel={option => option.code}
          isOptionEqualToValue={(a, b) => a.code === b.code}
          loading={busy}
          noOptionsText={text.trim() === '' ? 'Type a code or words' : 'No code matches'}
          open={text.trim() !== '' && (busy || options.length > 0 || text.trim().length > 1)}
          renderOption={(props, option) => {
            const { key, ...item } = props;
            return (
              <li key={key} {...item}>
                <span className="sd-code">{showCode(option.code)}</span>
                <span>{option.label}</span>
              </li>
            );
          }}
          renderInput={params => (
            <div ref={params.slotProps.input.ref}>
              <input
                {...params.slotProps.htmlInput}
                {...control}
                className="sd-input"
                placeholder={placeholder}
              />
            </div>
          )}
        />
      )}
    </Field>
  );
}

function fits({ code, label }: CodeOption, text: string): boolean {
  return `${code} ${label}`.toLowerCase().includes(text.trim().toLowerCase());
}
