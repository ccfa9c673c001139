import {
  TransactionReader,
  type Interchange,
  type InterchangeFile,
  type PlacedTransaction,
} from '../interchange-file.ts';
import type { ReadProblem } from '../segments/reader.ts';
import { InterchangeNumbers } from './interchange-numbers.ts';
import { Collector } from './collector.ts';
import { checkInterchange, checkReading } from './envelope.ts';
import type { Level, TransactionReport, ValidateOptions, ValidationReport } from './finding.ts';
import { TransactionJudge } from './transaction.ts';

type Input = string | Uint8Array;

/**
 * Judges a file at a level and returns all findings. Never throws on the content of the file.
 * @example validate(text).transactions[0]?.errors
 */
export function validate(input: Input | InterchangeFile, options: ValidateOptions = {}): ValidationReport {
  const judge = new FileJudge(options);
  if (typeof input === 'string' || input instanceof Uint8Array) {
    judge.push(input);
    return judge.end();
  }
  for (const interchange of input.interchanges) {
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) judge.transaction({ transaction, group, interchange });
    }
    judge.interchange(interchange);
  }
  return judge.report(input.problems);
}

/**
 * The same for a file of any size, as its bytes come: no more than one transaction is held.
 * @param each told of every transaction when it was judged; given, the answer's `transactions` is empty
 * @example await validateStream(createReadStream(path), {}, ({ report }) => console.log(report.errors));
 */
export async function validateStream(
  chunks: AsyncIterable<Input> | Iterable<Input>,
  options: ValidateOptions = {},
  each?: (judged: JudgedTransaction) => void,
): Promise<ValidationReport> {
  const judge = new FileJudge(options, each);
  for await (const chunk of chunks) judge.push(chunk);
  return judge.end();
}

/** A transaction with what was found in it, as `validateStream` hands it on. */
export interface JudgedTransaction extends PlacedTransaction {
  readonly report: TransactionReport;
}

/** Judges transactions and interchanges one after another. */
class FileJudge {
  readonly #transactions: TransactionJudge;
  readonly #level: Level;
  readonly #each: ((judged: JudgedTransaction) => void) | undefined;
  readonly #reader = new TransactionReader(this);
  readonly #envelope = new Collector();
  readonly #reports: TransactionReport[] = [];
  #ok = true;
  #last: Interchange | undefined;
  readonly #numbers = new InterchangeNumbers();

  constructor(options: ValidateOptions, each?: (judged: JudgedTransaction) => void) {
    this.#transactions = new TransactionJudge(options);
    this.#level = options.level ?? 'guide';
    this.#each = each;
  }

  push(chunk: Input): void {
    this.#reader.push(chunk);
  }

  transaction(placed: PlacedTransaction): void {
    const report = this.#transactions.judge(placed);
    this.#ok &&= report.ok;
    const { transaction, group, interchange } = placed;
    if (this.#each) this.#each({ transaction, group, interchange, report });
    else this.#reports.push(report);
  }

  interchange(interchange: Interchange): void {
    checkInterchange(interchange, this.#envelope);
    this.#numbers.check(interchange, this.#envelope);
    this.#last = interchange;
  }

  end(): ValidationReport {
    return this.report(this.#reader.end().problems);
  }

  report(problems: readonly ReadProblem[]): ValidationReport {
    checkReading(problems, this.#last, this.#envelope);
    const { errors, warnings } = this.#envelope.drain();
    return {
      ok: this.#ok && errors.length === 0,
      level: this.#level,
      errors,
      warnings,
      transactions: this.#reports,
    };
  }
}
