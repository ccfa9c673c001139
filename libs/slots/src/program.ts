/** A mixed-integer program: maximise `gains · x` under rows, every `x` within [0, 1]. */
export interface BinaryProgram {
  readonly gains: readonly number[];
  readonly rows: readonly ProgramRow[];
}

/** `Σ values[i] · x[columns[i]] ≤ upper` */
export interface ProgramRow {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly upper: number;
}

export interface SolverLimits {
  readonly seconds: number;
  /** A solution to improve on. */
  readonly start?: readonly number[];
  /** Only the bound of the program whose `x` may be fractions: soon found, without an `x`. */
  readonly relaxed?: boolean;
}

export interface SolverAnswer {
  /** Whether `x` is proven to be best. */
  readonly proven: boolean;
  /** No solution is worth more than this; infinite when nothing was proven. */
  readonly bound: number;
  /** `null` when no solution was found. */
  readonly x: readonly number[] | null;
}

/** Solves a program somewhere else: the engines here only write programs down and read answers. */
export type Solver = (program: BinaryProgram, limits: SolverLimits) => Promise<SolverAnswer>;
