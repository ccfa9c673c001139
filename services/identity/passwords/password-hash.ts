import { hash, verify } from '@node-rs/argon2';

/** The package declares its enum without a value that erased types could use. */
const ARGON2ID = 2;
/** Argon2id at OWASP's first recommendation: 19 MiB, two passes, one lane. */
const PARAMETERS = {
  algorithm: ARGON2ID,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS);
}

/** Takes as long for an account that does not exist, so that time tells nothing. */
export async function verifyPassword(storedHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? (await decoyHash()), password.normalize('NFKC'));
  return matches && storedHash !== undefined;
}

let decoy: Promise<string> | undefined;

function decoyHash(): Promise<string> {
  return (decoy ??= hashPassword('no account has this password'));
}
