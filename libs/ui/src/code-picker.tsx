import Autocomplete from '@mui/material/Autocomplete';
import { useEffect, useState } from 'react';
import { Field, type FieldProps } from './field.tsx';

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
  readonly autoFocus?: boolean;
}

const DEBOUNCE_MS = 120;

/** Picks a code by typing part of it or of its words; Enter takes the first match and clears the box for the next. */
export function CodePicker({
  search,
  onPick,
  placeholder,
  showCode = code => code,
  autoFocus,
  ...field
}: CodePickerProps) {
  const [text, setText] = useState('');
  const [options, setOptions] = useState<readonly CodeOption[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (text.trim() === '') {
      setOptions([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setBusy(true);
      search(text.trim(), abort.signal)
        .then(found => !abort.signal.aborted && setOptions(found))
        .catch(() => !abort.signal.aborted && setOptions([]))
        .finally(() => !abort.signal.aborted && setBusy(false));
    }, DEBOUNCE_MS);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [text, search]);
  return (
    <Field {...field}>
      {control => (
        <Autocomplete
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
                // eslint-disable-next-line jsx-a11y/no-autofocus -- keyboard entry continues here
                autoFocus={autoFocus}
              />
            </div>
          )}
        />
      )}
    </Field>
  );
}
