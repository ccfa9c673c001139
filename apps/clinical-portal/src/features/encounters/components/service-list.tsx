import IconButton from '@mui/material/IconButton';
import { CodePicker, Panel } from '@spark-den/ui';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { findServices } from '../api/encounter-queries.ts';
import {
  addService,
  changeService,
  dotted,
  letter,
  readModifiers,
  removeService,
  togglePointer,
  type Draft,
  type ServiceLine,
} from '../lib/content.ts';

interface ServiceListProps {
  readonly draft: Draft;
  readonly dateOfService: string;
  readonly readOnly: boolean;
  readonly onChange: (draft: Draft) => void;
}

/** Services, each with its modifiers, units and the diagnoses that it was done for. */
export function ServiceList({ draft, dateOfService, readOnly, onChange }: ServiceListProps) {
  const search = useMemo(() => findServices(dateOfService), [dateOfService]);
  return (
    <Panel title="Services">
      <ol className="sd-lines">
        {draft.services.map((line, index) => (
          <ServiceRow
            key={line.key}
            line={line}
            index={index}
            draft={draft}
            readOnly={readOnly}
            onChange={change => onChange(changeService(draft, line.key, change))}
            onRemove={() => onChange(removeService(draft, line.key))}
          />
        ))}
        {draft.services.length === 0 && readOnly && <li className="sd-text2">None</li>}
      </ol>
      {!readOnly && (
        <CodePicker
          name="service"
          label="Add a service"
          placeholder="Code or words, then Enter"
          search={search}
          onPick={picked => onChange(addService(draft, picked))}
        />
      )}
    </Panel>
  );
}

interface ServiceRowProps {
  readonly line: ServiceLine;
  readonly index: number;
  readonly draft: Draft;
  readonly readOnly: boolean;
  readonly onChange: (change: Partial<ServiceLine>) => void;
  readonly onRemove: () => void;
}

function ServiceRow({ line, index, draft, readOnly, onChange, onRemove }: ServiceRowProps) {
  const modifiers = line.modifiers.join(' ');
  if (readOnly) {
    return (
      <li>
        <span className="sd-code">{line.code}</span>
        <span className="sd-lines__label">{line.label}</span>
        {modifiers && <span className="sd-num">{modifiers}</span>}
        <span className="sd-num">× {line.units}</span>
        <span className="sd-num sd-text2">for {line.diagnosisPointers.map(letter).join(', ')}</span>
      </li>
    );
  }
  return (
    <li>
      <span className="sd-code">{line.code}</span>
      <span className="sd-lines__label">{line.label ?? 'Not in the code table'}</span>
      <ModifierBox key={modifiers} line={line} onChange={onChange} />
      <input
        id={`field-units-${index}`}
        className="sd-input sd-num sd-lines__units"
        aria-label={`Units of ${line.code}`}
        title="Units"
        type="number"
        min={1}
        max={999}
        value={line.units}
        onChange={event =>
          onChange({ units: Math.min(999, Math.max(1, Math.trunc(event.target.valueAsNumber) || 1)) })
        }
      />
      <span
        id={`field-pointers-${index}`}
        className="sd-pointers"
        role="group"
        aria-label={`Diagnoses for ${line.code}`}
        tabIndex={-1}
      >
        {draft.diagnoses.map(({ code }, position) => (
          <button
            key={code}
            type="button"
            title={dotted(code)}
            aria-label={`${letter(position + 1)} ${dotted(code)}`}
            aria-pressed={line.diagnosisPointers.includes(position + 1)}
            onClick={() => onChange({ diagnosisPointers: togglePointer(line, position + 1) })}
          >
            {letter(position + 1)}
          </button>
        ))}
      </span>
      <IconButton aria-label={`Remove ${line.code}`} onClick={onRemove}>
        <X size={14} />
      </IconButton>
    </li>
  );
}

function ModifierBox({ line, onChange }: Pick<ServiceRowProps, 'line' | 'onChange'>) {
  const [text, setText] = useState(line.modifiers.join(' '));
  return (
    <input
      className="sd-input sd-num sd-lines__modifiers"
      aria-label={`Modifiers of ${line.code}`}
      placeholder="Modifiers"
      value={text}
      onChange={event => setText(event.target.value)}
      onBlur={() => {
        const modifiers = readModifiers(text);
        setText(modifiers.join(' '));
        if (modifiers.join() !== line.modifiers.join()) onChange({ modifiers });
      }}
    />
  );
}
