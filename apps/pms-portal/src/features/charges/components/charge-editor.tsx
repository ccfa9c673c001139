import type { Charge } from '@spark-den/contracts/billing/charge-types';
import { MoneyText, Panel } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, type Dispatch, type ReactNode } from 'react';
import { ScrubResults } from '../../claims/public.ts';
import { previewQuery } from '../api/charge-queries.ts';
import { factsOf, type ChargeDraft, type DraftChange } from '../lib/charge-draft.ts';
import { ChargePatient } from './charge-patient.tsx';
import { ChargeGrid } from './charge-grid.tsx';
import { DiagnosisList } from './diagnosis-list.tsx';
import { VisitFields } from './visit-fields.tsx';
import '../charges.css';

interface ChargeEditorProps {
  readonly draft: ChargeDraft;
  readonly dispatch: Dispatch<DraftChange>;
  /** The visit is given where the charge exists; only codes change then. */
  readonly visitFixed: boolean;
  readonly readOnly: boolean;
  /** The charge that is edited or shown; without it a new one is entered. */
  readonly charge?: Charge;
  readonly aside?: ReactNode;
}

/** The charge form: visit, diagnoses, services; beside it what they cost and what the rules say while typing. */
export function ChargeEditor({ draft, dispatch, visitFixed, readOnly, charge, aside }: ChargeEditorProps) {
  const facts = useDeferredValue(factsOf(draft));
  const preview = useQuery(previewQuery(readOnly ? undefined : facts, charge?.chargeId));
  const shown = readOnly ? charge : preview.data;
  const fixed = visitFixed || readOnly;
  const visit = (value: Extract<DraftChange, { type: 'visit' }>['value']) =>
    dispatch({ type: 'visit', value });
  return (
    <div className="sd-charge">
      <div>
        <Panel title="Visit">
          <div className="sd-stack">
            <ChargePatient
              patientId={draft.patientId}
              readOnly={fixed}
              onPick={patientId => visit({ patientId })}
            />
            <VisitFields draft={draft} fixed={fixed} onVisit={visit} />
          </div>
        </Panel>
        <Panel title="Diagnoses">
          <DiagnosisList draft={draft} dispatch={dispatch} readOnly={readOnly} />
        </Panel>
        <Panel title="Services">
          <ChargeGrid draft={draft} preview={shown} dispatch={dispatch} readOnly={readOnly} />
        </Panel>
      </div>
      <div>
        {aside}
        <Panel title="Checks">
          {shown && facts ? (
            <>
              <p className="sd-charge-total">
                <span>Total</span> <MoneyText value={shown.totalCents} strong />
              </p>
              <ScrubResults findings={shown.findings} />
            </>
          ) : (
            <p className="sd-text2">Prices and checks appear as soon as a patient and a service are there.</p>
          )}
        </Panel>
      </div>
    </div>
  );
}
