import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What the environment may say; anything wrong is named at start. README.md has the table. */
const Environment = z.object({
  /** `all`, or names of services separated by commas. */
  SERVICES: z.string().default('all'),
  /** PostgreSQL 15 or newer, as a role that may create databases; unset: our own in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The database at DATABASE_URL is an embedded one that a parent process started, so embedded rules apply. */
  DATABASE_IS_EMBEDDED: z.stringbool().default(false),
  DATABASE_PREFIX: z
    .string()
    .regex(/^[a-z0-9_]{0,30}$/)
    .default('spark_'),
  /** Where embedded infrastructure, encrypted files and generated secrets live. */
  DATA_DIR: z.string().default('.data'),
  PORT_OFFSET: z.coerce.number().int().min(0).max(40_000).default(0),
  /** Address that listeners bind to. */
  BIND: z.string().default('127.0.0.1'),
  /** Host name under which browsers reach the portals. */
  PUBLIC_HOST: z.string().default('localhost'),
  /** JSON list of internal operations to call once the services stand: how a new practice comes to be. */
  INSTALL_FILE: z.string().optional(),
  CLOCK: z.enum(['system', 'controlled']).default('system'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
  SPARK_MASTER_KEY: z.base64().optional(),
  SPARK_SERVICE_SECRET: z.base64().optional(),
  SPARK_DATABASE_SECRET: z.string().min(16).optional(),
  CLEARINGHOUSE_URL: z.url().optional(),
  CLEARINGHOUSE_TOKEN: z.string().min(8).optional(),
  CARDS_API_URL: z.url().optional(),
  CARDS_SECRET_KEY: z.string().min(8).optional(),
  CARDS_WEBHOOK_SECRET: z.string().min(8).optional(),
  X12_USAGE: z.enum(['T', 'P']).default('T'),
});

export type Config = Omit<z.output<typeof Environment>, keyof Secrets> & Required<Secrets>;

interface Secrets {
  SPARK_MASTER_KEY: string;
  SPARK_SERVICE_SECRET: string;
  SPARK_DATABASE_SECRET: string;
  CLEARINGHOUSE_TOKEN: string;
  CARDS_SECRET_KEY: string;
  CARDS_WEBHOOK_SECRET: string;
}

/** @throws Error that names each setting that is wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue => `- ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is not usable:\n${lines.join('\n')}`);
  }
  const config = parsed.data;
  if (config.CLOCK === 'controlled' && config.DATABASE_URL && !config.DATABASE_IS_EMBEDDED) {
    throw new Error(
      'CLOCK=controlled is for simulations on embedded infrastructure; it is refused with an external database.',
    );
  }
  if (config.DATABASE_URL && !config.DATABASE_IS_EMBEDDED) return { ...config, ...givenSecrets(config) };
  return { ...config, ...keptSecrets(config.DATA_DIR), ...present(config) };
}

/** With an external database the secrets must come from the environment: they must outlive this machine. */
function givenSecrets(config: z.output<typeof Environment>): Secrets {
  const names = Object.keys(newSecrets()) as (keyof Secrets)[];
  const missing = names.filter(name => !config[name]);
  if (missing.length > 0)
    throw new Error(`With DATABASE_URL set, these must be set too: ${missing.join(', ')}`);
  return present(config) as Secrets;
}

function present(config: z.output<typeof Environment>): Partial<Secrets> {
  const names = Object.keys(newSecrets()) as (keyof Secrets)[];
  return Object.fromEntries(names.flatMap(name => (config[name] ? [[name, config[name]]] : [])));
}

/** Secrets of an embedded system: made at first start, readable by its user alone. */
function keptSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'secrets.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 });
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

function newSecrets(): Secrets {
  const secret = (bytes: number) => randomBytes(bytes).toString('base64');
  return {
    SPARK_MASTER_KEY: secret(32),
    SPARK_SERVICE_SECRET: secret(32),
    SPARK_DATABASE_SECRET: secret(32),
    CLEARINGHOUSE_TOKEN: randomBytes(24).toString('hex'),
    CARDS_SECRET_KEY: `sk_test_${randomBytes(16).toString('hex')}`,
    CARDS_WEBHOOK_SECRET: `whsec_${randomBytes(16).toString('hex')}`,
  };
}
