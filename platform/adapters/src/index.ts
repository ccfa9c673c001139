export * from './assemble.ts';
export * from './blobs.ts';
export * from './cipher.ts';
export * from './clock.ts';
export * from './connection.ts';
export * from './databases.ts';
export * from './embedded-postgres.ts';
export * from './outbound-http.ts';
