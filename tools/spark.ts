import { wasInterrupted } from './interrupt.ts';

/**
 * The command line: `npm run -s spark -- <area> …`.
 * Exit codes: 0 fine, 1 the input is bad, 2 misuse, 3 our fault. Results on stdout, progress on stderr.
 */
export interface CommandIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}
type Command = (args: string[], io: CommandIo) => Promise<number>;

const COMMANDS: Readonly<Record<string, { readonly help: string; load(): Promise<[Command, string]> }>> = {
  x12: {
    help: 'x12 validate|to-json|from-json|ack|split|merge|diff|deidentify|explain|stats FILE…',
    load: () => import('./spark/x12.ts').then(({ x12Command, USAGE }) => [x12Command, USAGE]),
  },
  era: {
    help: 'era import FILE… [--practice ID] [--json]            post remittances',
    load: () => import('./spark/era.ts').then(({ eraCommand, USAGE }) => [eraCommand, USAGE]),
  },
  match: {
    help: 'match dedupe|link|query|pairs FILE… [--roles ROLES.json] [--json]   find records of one person',
    load: () => import('./spark/match.ts').then(({ matchCommand, USAGE }) => [matchCommand, USAGE]),
  },
  codes: {
    help: 'codes load|roll-back|list|lookup|search …            code tables beside the shipped ones, and what they say',
    load: () => import('./spark/codes.ts').then(({ codesCommand, USAGE }) => [codesCommand, USAGE]),
  },
  simulate: {
    help: 'simulate --days N --providers P --seed S [--json]    run a practice and check the books',
    load: () => import('./spark/simulate.ts').then(({ simulateCommand, USAGE }) => [simulateCommand, USAGE]),
  },
  demo: {
    help: 'demo day [--json]                                    one day from registration to a balance of zero',
    load: () => import('./spark/demo.ts').then(({ demoCommand, USAGE }) => [demoCommand, USAGE]),
  },
  slots: {
    help: 'slots search|clinic-day|waitlist|template …               free times, and proposals for a day',
    load: () => import('./spark/slots.ts').then(({ slotsCommand, USAGE }) => [slotsCommand, USAGE]),
  },
  audit: {
    help: 'audit verify [--data DIR] [--json]                   prove the audit log, or name its first bad position',
    load: () => import('./spark/audit.ts').then(({ auditCommand, USAGE }) => [auditCommand, USAGE]),
  },
};

const asksForHelp = ([first, ...rest]: readonly string[]) =>
  first === 'help' || [first, ...rest].some(word => word === '--help' || word === '-h');

const [area = '', ...args] = process.argv.slice(2);
// asked of the table itself: every object inherits a `constructor`
const command = Object.hasOwn(COMMANDS, area) ? COMMANDS[area] : undefined;
if (!command) {
  const lines = Object.values(COMMANDS).map(({ help }) => `  ${help}`);
  const usage = `Usage: npm run -s spark -- <area> … (<area> --help says more)\n${lines.join('\n')}\n`;
  (asksForHelp([area]) ? process.stdout : process.stderr).write(usage);
  process.exit(asksForHelp([area]) ? 0 : 2);
}
// whoever reads our output may have seen enough of it, as `head` does
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(
    `spark ${area}: the standard output cannot be written (${error.code ?? error.message})\n`,
  );
  process.exit(3);
});
try {
  const [run, usage] = await command.load();
  if (asksForHelp(args)) process.stdout.write(usage);
  else process.exitCode = await run(args, process);
} catch (error) {
  if (!wasInterrupted()) {
    process.stderr.write(`spark ${area}: ${(error as Error).message}\n`);
    process.exitCode = 3;
  }
}
