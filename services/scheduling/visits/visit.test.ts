import { APPOINTMENT_STATUSES, type AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import { instant, plusMs } from '@spark-den/kernel';
import fc from 'fast-check';
import {
  canMoveOrCancel,
  canUndo,
  nextState,
  noticeOf,
  openGates,
  waitMinutes,
  type VisitAction,
} from './visit.ts';

const startAt = instant('2026-11-16T15:00:00Z');
const visit = (status: AppointmentStatus) => ({ status, startAt, zone: 'America/Chicago' });
const late = plusMs(startAt, 60 * 60_000);
const actions: VisitAction[] = [
  'arrive',
  'check-in',
  'room',
  'start-visit',
  'finish-visit',
  'check-out',
  'no-show',
  'leave-unseen',
  'enter-in-error',
];

describe('the life of a visit', () => {
  it('SCH-18 goes one way from booked to checked-out and nowhere else', () => {
    const way: VisitAction[] = ['arrive', 'check-in', 'room', 'start-visit', 'finish-visit', 'check-out'];
    let status: AppointmentStatus = 'booked';
    for (const action of way) {
      const skipped = way.filter(other => other !== action);
      expect(skipped.every(other => !nextState(visit(status), other, late).allowed)).toBe(true);
      const step = nextState(visit(status), action, late);
      if (!step.allowed) throw new Error(`${action} refused from ${status}`);
      status = step.to;
    }
    expect(status).toBe('checked-out');
  });

  it('a visit that is over takes no further step', () => {
    const over: AppointmentStatus[] = ['cancelled', 'checked-out', 'entered-in-error'];
    fc.assert(
      fc.property(fc.constantFrom(...over), fc.constantFrom(...actions), (status, action) => {
        expect(nextState(visit(status), action, late).allowed).toBe(false);
      }),
    );
  });

  it('after check-in a visit is left unseen, never cancelled', () => {
    expect(APPOINTMENT_STATUSES.filter(canMoveOrCancel)).toEqual(['booked']);
    expect(nextState(visit('checked-in'), 'leave-unseen', late)).toMatchObject({
      to: 'left-without-being-seen',
    });
    expect(nextState(visit('booked'), 'leave-unseen', late).allowed).toBe(false);
  });

  it('a no-show needs the start and the grace to have passed', () => {
    const after = (minutes: number) =>
      nextState(visit('booked'), 'no-show', plusMs(startAt, minutes * 60_000));
    expect(after(14)).toEqual({ allowed: false, code: 'scheduling.too_early_for_no_show' });
    expect(after(15)).toMatchObject({ allowed: true, to: 'no-show' });
  });

  it('nobody arrives before the day of the visit', () => {
    const before = (hours: number) =>
      nextState(visit('booked'), 'arrive', plusMs(startAt, -hours * 3_600_000));
    expect(before(8).allowed).toBe(true);
    expect(before(10).allowed).toBe(false);
  });

  it('takes a step back on its own local day only', () => {
    const step = { action: 'no-show', at: instant('2026-11-16T23:30:00Z') };
    expect(canUndo(step, 'America/Chicago', instant('2026-11-17T05:59:00Z'))).toBe(true);
    expect(canUndo(step, 'America/Chicago', instant('2026-11-17T06:00:00Z'))).toBe(false);
    expect(canUndo({ ...step, action: 'book' }, 'America/Chicago', step.at)).toBe(false);
  });

  it('reckons wait, notice and open gates', () => {
    const early = {
      startAt,
      arrivedAt: plusMs(startAt, -20 * 60_000),
      roomedAt: plusMs(startAt, 12 * 60_000),
    };
    expect(waitMinutes(early)).toBe(12);
    expect(waitMinutes({ ...early, arrivedAt: plusMs(startAt, 5 * 60_000) })).toBe(7);
    expect(waitMinutes({ ...early, roomedAt: null })).toBeNull();
    expect(noticeOf(startAt, plusMs(startAt, -24 * 3_600_000))).toEqual({ noticeMinutes: 1440, late: false });
    expect(noticeOf(startAt, plusMs(startAt, -3_600_000))).toEqual({ noticeMinutes: 60, late: true });
    expect(openGates([{ gate: 'copay', outcome: 'overridden', reason: 'hardship' }])).toEqual([
      'identity',
      'coverage',
      'consent',
    ]);
  });
});
