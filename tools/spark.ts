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

const COMMANDS: Readonly<Record<string, { readonly help: string; load(): Promise<Command> }>> = {
  x12: {
    help: 'x12 validate|to-json|from-json|ack|split|merge|diff|deidentify|explain|stats FILE…',
    load: async () => (await import('./spark/x12.ts')).x12Command,
  },
  era: {
    help: 'era import FILE… [--practice ID] [--json]            post remittances',
    load: async () => (await import('./spark/era.ts')).eraCommand,
  },
  match: {
    help: 'match dedupe|link|query|pairs FILE… [--roles ROLES.json] [--json]   find records of one person',
    load: async () => (await import('./spark/match.ts')).matchCommand,
  },
  codes: {
    help: 'codes load|roll-back|list|lookup|search …            code tables beside the shipped ones, and what they say',
    load: async () => (await import('./spark/codes.ts')).codesCommand,
  },
  simulate: {
    help: 'simulate --days N --providers P --seed S [--json]    run a practice and check the books',
    load: async () => (await import('./spark/simulate.ts')).simulateCommand,
  },
  demo: {
    help: 'demo day [--json]                                    one day from registration to a balance of zero',
    load: async () => (await import('./spark/demo.ts')).demoCommand,
  },
  slots: {
    help: 'slots search|clinic-day|waitlist|template …               free times, and proposals for a day',
    load: async () => (await import('./spark/slots.ts')).slotsCommand,
  },
  audit: {
    help: 'audit verify [--data DIR] [--json]                   prove the audit log, or name its first bad position',
    load: async () => (await import('./spark/audit.ts')).auditCommand,
  },
};

const [area = '', ...args] = process.argv.slice(2);
// asked of the table itself: every object inherits a `constructor`
const command = Object.hasOwn(COMMANDS, area) ? COMMANDS[area] : undefined;
if (!command) {
  const lines = Object.values(COMMANDS).map(({ help }) => `  ${help}`);
  process.stderr.write(`Usage: npm run -s spark -- <area> …\n${lines.join('\n')}\n`);
  process.exit(area === '' || area === 'help' || area === '--help' ? 0 : 2);
}
// whoever reads our output may have seen enough of it, as `head` does
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));
try {
  const run = await command.load();
  process.exitCode = await run(args, process);
} catch (error) {
  if (!wasInterrupted()) {
    process.stderr.write(`spark ${area}: ${(error as Error).message}\n`);
    process.exitCode = 3;
  }
}
