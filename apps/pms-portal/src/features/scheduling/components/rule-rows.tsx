import type { LocalTime } from '@spark-den/kernel';
import IconButton from '@mui/material/IconButton';
import Button from '@mui/material/Button';
import { Plus, X } from 'lucide-react';
import { Fragment } from 'react';
import type { VisitType } from '../lib/quotas.ts';
import { byWeekday, nextRule, repetition, WEEKDAYS, type Rule } from '../lib/week.ts';
import { QuotaRows } from './quota-rows.tsx';

interface Place {
  readonly locationId: string;
  readonly name: string;
}

/** The week as rows of hours that can be typed, added and removed. */
export function RuleRows({
  rules,
  locations,
  types,
  onChange,
}: {
  readonly rules: readonly Rule[];
  readonly locations: readonly Place[];
  readonly types: readonly VisitType[];
  readonly onChange: (rules: readonly Rule[]) => void;
}) {
  const replace = (rule: Rule, next: Rule) => onChange(rules.map(entry => (entry === rule ? next : entry)));
  return (
    <div className="sd-stack">
      {byWeekday(rules).map(({ weekday, rules: ofDay }) => (
        <fieldset key={weekday} className="sd-weekday">
          <legend>{WEEKDAYS[weekday]}</legend>
          {ofDay.map((rule, index) => (
            <Fragment key={index}>
              <div className="sd-weekday__row">
                <TimeBox
                  label={`${WEEKDAYS[weekday]} from`}
                  value={rule.start}
                  onChange={start => replace(rule, { ...rule, start })}
                />
                <TimeBox
                  label={`${WEEKDAYS[weekday]} to`}
                  value={rule.end}
                  onChange={end => replace(rule, { ...rule, end })}
                />
                <select
                  className="sd-input sd-select"
                  aria-label={`${WEEKDAYS[weekday]} location`}
                  value={rule.locationId}
                  onChange={event => replace(rule, { ...rule, locationId: event.target.value })}
                >
                  {locations.map(place => (
                    <option key={place.locationId} value={place.locationId}>
                      {place.name}
                    </option>
                  ))}
                </select>
                <span className="sd-meta">{repetition(rule)}</span>
                <IconButton
                  aria-label={`Remove ${WEEKDAYS[weekday]} ${rule.start}`}
                  onClick={() => onChange(rules.filter(entry => entry !== rule))}
                >
                  <X size={16} />
                </IconButton>
              </div>
              <QuotaRows
                of={`${WEEKDAYS[weekday]} ${rule.start}`}
                quotas={rule.quotas}
                types={types}
                onChange={quotas => replace(rule, { ...rule, quotas })}
              />
            </Fragment>
          ))}
          <Button
            size="small"
            startIcon={<Plus size={14} />}
            disabled={locations.length === 0}
            onClick={() =>
              onChange([...rules, nextRule(rules, weekday, ofDay[0]?.locationId ?? locations[0]!.locationId)])
            }
          >
            Hours on {WEEKDAYS[weekday]}
          </Button>
        </fieldset>
      ))}
    </div>
  );
}

function TimeBox(props: {
  readonly label: string;
  readonly value: LocalTime;
  readonly onChange: (value: LocalTime) => void;
}) {
  return (
    <input
      type="time"
      className="sd-input sd-num"
      aria-label={props.label}
      value={props.value}
      onChange={event =>
        event.target.value !== '' && props.onChange(event.target.value.slice(0, 5) as LocalTime)
      }
    />
  );
}
