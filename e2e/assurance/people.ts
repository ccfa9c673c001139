import type { RoleKey } from '@spark-den/contracts/operation';
import type { EdgeWorld } from './edge-world.ts';
import type { SignedIn } from '@spark-den/contracts/gateway/sign-in';
import { httpCall, type Described } from './operations.ts';

/** One person of each role, at the portal where they work. */
const PEOPLE: Readonly<Record<RoleKey, string>> = {
  'practice-administrator': 'admin',
  'practice-manager': 'manager',
  'billing-manager': 'billing',
  'front-desk-coordinator': 'frontdesk',
  'financial-counselor': 'counselor',
  'business-analyst': 'analyst',
  physician: 'osei',
  nurse: 'nurse',
};
export const ROLES = Object.keys(PEOPLE) as RoleKey[];

/** Answers are compared by what the edge decided, not by what the operation would have done with no input. */
export type Verdict = 'allowed' | 'forbidden' | 'unauthenticated';

/** Somebody of each role, signed in, asking the edge. */
export class PeopleOfEachRole {
  readonly #world: EdgeWorld;
  readonly #people: ReadonlyMap<RoleKey, SignedIn>;

  private constructor(world: EdgeWorld, people: ReadonlyMap<RoleKey, SignedIn>) {
    this.#world = world;
    this.#people = people;
  }

  static async signIn(world: EdgeWorld): Promise<PeopleOfEachRole> {
    const people = new Map<RoleKey, SignedIn>();
    for (const role of ROLES) people.set(role, await world.signIn(PEOPLE[role]));
    return new PeopleOfEachRole(world, people);
  }

  of(role: RoleKey): SignedIn | undefined {
    return this.#people.get(role);
  }

  /** Asks with empty input: the decision about the person comes before the input is looked at. */
  async ask({ operation }: Described, role?: RoleKey): Promise<Verdict> {
    const { path, init } = httpCall(operation, {});
    const { status } = await this.#world.call(path, init, role && this.#people.get(role));
    return status === 401 ? 'unauthenticated' : status === 403 ? 'forbidden' : 'allowed';
  }
}
