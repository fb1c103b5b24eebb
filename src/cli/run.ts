import { formatNames } from '../formats/readAny.ts';
import { parseCommandArgs } from './args.ts';
import { type Command, EXIT, type ExitStatus, type Terminal } from './command.ts';
import { COMMANDS } from './commands.ts';
import { UsageError } from './usageError.ts';

/** Runs one command line (without `node` and the script) and returns the exit status. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name, ...rest] = words;
  try {
    if (name === undefined) {
      terminal.warn(overview());
      return EXIT.usage;
    }
    if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
      terminal.out(overview());
      return EXIT.done;
    }
    if (name === 'help') return await run([...rest, '--help'], terminal);
    const command = COMMANDS.find((each) => each.name === name);
    if (!command) {
      throw new UsageError(`There is no command ${name}; \`peerlane --help\` lists them.`);
    }
    const args = parseCommandArgs(rest, command.options);
    if (args.flag('help')) {
      terminal.out(helpOn(command));
      return EXIT.done;
    }
    return await command.run(args, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.warn(`peerlane: ${error.message}\n`);
    return EXIT.usage;
  }
}

function overview(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  return `${[
    'peerlane COMMAND [FILE | -] [options]',
    '',
    'What Linux decides about PCIe peer-to-peer DMA, from the output of lspci:',
    '  sudo lspci -vvvnnxxxx | peerlane p2p -',
    '',
    ...lines,
    '',
    'FILE may be compressed (.gz); - is standard input. --json for scripts.',
    '`peerlane COMMAND --help` tells more.',
  ].join('\n')}\n`;
}

const CONDITION_HELP = [
  '  --kernel V         release or era (default: from the input, else the newest)',
  '  --cpu VENDOR:FAM   GenuineIntel:6, AuthenticAMD:0x19, arm64 …',
  '                     (default: from the input, else GenuineIntel:6)',
  '  --cmdline "…"      kernel parameters, read as this kernel reads them',
  '  --acs WORDS        as-is: ACS control words as they stand in the input;',
  '                     boot: taken as the firmware’s, and set as this kernel does',
  '                     (default: as-is for a capture, boot for a drawing)',
  '  --iommu KIND       none, intel, amd, smmu or virtio; the command line decides',
  '                     how it is used (default: from the input, else none)',
];

function helpOn(command: Command): string {
  const lines = [
    `peerlane ${command.name} ${command.synopsis}`.trimEnd(),
    '',
    `${command.summary[0]?.toUpperCase()}${command.summary.slice(1)}.`,
    ...command.help,
    '',
  ];
  if ('kernel' in command.options) lines.push(...CONDITION_HELP);
  if ('format' in command.options) {
    lines.push(`  --format F         ${formatNames()} (default: detected)`);
  }
  lines.push('  --json             one JSON value instead of text');
  return `${lines.join('\n')}\n`;
}
