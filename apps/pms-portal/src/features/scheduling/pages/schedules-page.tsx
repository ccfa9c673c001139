import '../scheduling.css';
import { addDays } from '@spark-den/kernel';
import {
  EmptyState,
  ErrorState,
  FactList,
  formatDate,
  formatTime,
  PageBody,
  PageHeader,
  Panel,
  SkeletonRows,
  useToday,
  useZone,
  ViewSwitch,
} from '@spark-den/ui';
import { RequirePermission, useSession, useTitle } from '@spark-den/ui/portal';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  closuresQuery,
  providerScheduleQuery,
  resourcesQuery,
  typesQuery,
} from '../api/scheduling-queries.ts';
import { AbsenceDialog } from '../components/absence-dialog.tsx';
import { ExceptionsPanel } from '../components/exceptions-panel.tsx';
import { TemplateDialog } from '../components/template-dialog.tsx';
import { limitsOf } from '../lib/quotas.ts';
import { byWeekday, repetition, templateOn, WEEKDAYS, type Template } from '../lib/week.ts';

/** Provider Schedules: working weeks, what differs from them, and the visit types. */
export function SchedulesPage() {
  useTitle('Provider Schedules');
  return (
    <RequirePermission permission="scheduling.schedule.read">
      <Schedules />
    </RequirePermission>
  );
}

function Schedules() {
  const [params, setParams] = useSearchParams();
  const resources = useQuery(resourcesQuery);
  if (resources.error) return <ErrorState error={resources.error} onRetry={() => void resources.refetch()} />;
  if (!resources.data) return <SkeletonRows rows={10} />;
  const providers = resources.data.resources.filter(entry => entry.kind === 'provider' && entry.active);
  const chosen = providers.find(entry => entry.resourceId === params.get('provider')) ?? providers[0];
  return (
    <>
      <PageHeader title="Provider Schedules" />
      {chosen ? (
        <>
          <ViewSwitch
            label="Provider"
            views={providers.map(entry => ({ value: entry.resourceId, label: entry.name }))}
            value={chosen.resourceId}
            onChange={provider => setParams({ provider }, { replace: true })}
          />
          <PageBody>
            <ProviderWeek
              key={chosen.resourceId}
              providerId={chosen.resourceId}
              providerName={chosen.name}
              locations={resources.data.locations}
            />
          </PageBody>
        </>
      ) : (
        <EmptyState kind="first" title="No providers yet" />
      )}
    </>
  );
}

function ProviderWeek({
  providerId,
  providerName,
  locations,
}: {
  readonly providerId: string;
  readonly providerName: string;
  readonly locations: readonly { readonly locationId: string; readonly name: string }[];
}) {
  const session = useSession();
  const zone = useZone();
  const today = useToday();
  const schedule = useQuery(providerScheduleQuery(providerId));
  const closures = useQuery(closuresQuery(today, addDays(today, 365)));
  const [dialog, setDialog] = useState<'week' | 'absence'>();
  const mayChange = session.can('scheduling.schedule.manage');
  const placeOf = (id: string) => locations.find(entry => entry.locationId === id)?.name ?? '';
  if (schedule.error) return <ErrorState error={schedule.error} onRetry={() => void schedule.refetch()} />;
  if (!schedule.data) return <SkeletonRows rows={8} />;
  const template = templateOn(schedule.data.templates, today);
  const later = schedule.data.templates.filter(entry => entry.effectiveFrom > today);
  return (
    <div className="sd-columns">
      <Panel
        title="Working week"
        actions={
          mayChange && (
            <Button size="small" onClick={() => setDialog('week')}>
              Change working week…
            </Button>
          )
        }
      >
        {template ? (
          <Week template={template} placeOf={placeOf} />
        ) : (
          <p className="sd-text2">No working week yet.</p>
        )}
      </Panel>
      {later.map(entry => (
        <Panel key={entry.templateId} title={`Working week from ${formatDate(entry.effectiveFrom)}`}>
          <Week template={entry} placeOf={placeOf} />
        </Panel>
      ))}
      <ExceptionsPanel
        schedule={schedule.data}
        closures={closures.data?.items ?? []}
        zone={zone}
        placeOf={placeOf}
        mayChange={mayChange}
        actions={
          mayChange && (
            <Button size="small" onClick={() => setDialog('absence')}>
              Add…
            </Button>
          )
        }
      />
      <VisitTypes />
      {dialog === 'week' && (
        <TemplateDialog
          providerId={providerId}
          providerName={providerName}
          rules={template?.rules ?? []}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'absence' && (
        <AbsenceDialog
          providerId={providerId}
          providerName={providerName}
          locations={locations}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}

function Week({
  template,
  placeOf,
}: {
  readonly template: Template;
  readonly placeOf: (id: string) => string;
}) {
  const types = useQuery(typesQuery);
  return (
    <FactList
      facts={byWeekday(template.rules).map(({ weekday, rules }) => [
        WEEKDAYS[weekday] ?? '',
        rules.length === 0 ? (
          <span className="sd-text2">Not working</span>
        ) : (
          rules.map(rule => (
            <div key={`${rule.start}-${rule.everyWeeks}-${rule.nthOfMonth}`}>
              {formatTime(rule.start)}–{formatTime(rule.end)}{' '}
              <span className="sd-text2">
                {placeOf(rule.locationId)}
                {repetition(rule) && `, ${repetition(rule)}`}
                {limitsOf(rule, types.data?.items ?? []).map(limit => (
                  <div key={limit}>{limit}</div>
                ))}
              </span>
            </div>
          ))
        ),
      ])}
    />
  );
}

function VisitTypes() {
  const types = useQuery(typesQuery);
  return (
    <Panel title="Visit types">
      <FactList
        facts={(types.data?.items ?? []).map(type => [
          type.name,
          [
            `${type.durationMinutes} min`,
            type.roomPool && `${type.roomPool} room`,
            ...type.equipmentPools,
            ...type.preparation,
          ]
            .filter(Boolean)
            .join(' · '),
        ])}
      />
    </Panel>
  );
}
