/** Proposals for people to accept: who comes when, who is offered what, how a session is laid out, who is on call. */
export * from './program.ts';
export * from './clinic-day/types.ts';
export { planClinicDay, type DayPlan, type DayPlanOptions } from './clinic-day/plan.ts';
export { clinicDayObjective, clinicDayViolations } from './clinic-day/check.ts';
export * from './waitlist/types.ts';
export { fillOpenings, type WaitlistPlan } from './waitlist/fill.ts';
export { waitlistViolations } from './waitlist/check.ts';
export { sessionCosts, type Session, type SessionCost, type SessionWeights } from './session/cost.ts';
export { bestPattern, type SessionPattern } from './session/pattern.ts';
export { overbookingLevels, type OverbookingAdvice, type OverbookingLevel } from './session/overbooking.ts';
export * from './on-call/types.ts';
export { rotateOnCall, type RotationOptions } from './on-call/rotate.ts';
export { onCallViolations } from './on-call/check.ts';
