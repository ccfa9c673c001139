import { servicesTouchedBy } from '@spark-den/ui/portal';
import { navigationCommands, quickActions } from './commands.ts';
import { features } from './features.ts';
import { navigation, reachable } from './navigation.ts';
import { pathFor } from './portal.tsx';

const nav = reachable(features);
const labels = (permissions: string[]) =>
  navigationCommands(nav, new Set(permissions), () => undefined).map(({ label }) => label);

describe('the shell of the practice portal', () => {
  it('has a page behind every leaf that it shows', () => {
    const paths = new Set(['', ...features.map(({ path }) => path)]);
    for (const { to } of nav.flatMap(group => group.leaves)) expect(paths).toContain(to.split('/')[1]);
    expect(reachable([]).flatMap(group => group.leaves.map(({ to }) => to))).toEqual(['/']);
    expect(navigation.length).toBeGreaterThanOrEqual(nav.length);
  });

  it('DASH-05 (narrow: no reports) offers what one may do from every page, and nothing else', () => {
    expect(labels([])).toEqual(['Dashboard']);
    expect(labels(['patients.patient.register', 'billing.claim.read'])).toEqual([
      'Register new patient',
      'Review claims',
      'Dashboard',
      'Claims Management',
    ]);
    expect(quickActions([], new Set(['patients.patient.register']))).toEqual([]);
  });

  it('DASH-03 (narrow: which data; the socket brings it) reads again what an event touches', () => {
    const touched = (type: string) => servicesTouchedBy({ type, payload: {} }).sort();
    expect(touched('AppointmentStatusChanged')).toEqual(['analytics', 'billing', 'clinical', 'scheduling']);
    expect(touched('RemittancePosted')).toEqual(['analytics', 'billing', 'patients']);
    expect(touched('EncounterSigned')).toEqual(['analytics', 'billing', 'clinical', 'scheduling']);
  });

  it('XNAV-03 (narrow: where one lands; the gateway signs and redeems) opens the patient that the clinical portal kept', () => {
    const nothing = { patientId: null, appointmentId: null, encounterId: null, returnPath: null };
    expect(pathFor({ ...nothing, patientId: 'p1', appointmentId: 'a1' })).toBe('/patients/p1');
    expect(pathFor({ ...nothing, appointmentId: 'a1' })).toBe('/calendar?appointment=a1');
    expect(pathFor(nothing)).toBe('/');
  });
});
