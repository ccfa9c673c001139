export * from './context.ts';
export * from './fail.ts';
export * from './ports.ts';
export * from './service.ts';
