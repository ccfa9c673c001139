export { grownPractice, type PracticeInstallation } from './grown-practice.ts';
export { Outside } from './outside.ts';
export { runDemoDay, type DemoDay } from './run-demo-day.ts';
export { simulatePractice, type SimulationOptions, type SimulationResult } from './simulate-practice.ts';
export { Staff, type Desk } from './staff.ts';
export type { SimulatedSystem } from './system.ts';
