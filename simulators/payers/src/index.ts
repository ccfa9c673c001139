export { DEFAULT_KNOBS, type Knobs } from './clearinghouse/knobs.ts';
export { fileLog, forgetfulLog, type InputLog } from './input-log.ts';
export * from './roster/index.ts';
export { clearinghouseServer, type ClearinghouseOptions } from './server.ts';
export { SimulatorClock } from './simulator-clock.ts';
