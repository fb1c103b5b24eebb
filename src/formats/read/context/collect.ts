/** Shown as a heading in the output, in the form in which the reader knows commands. */
const run = (shown: string, command: string): string => `echo '# ${shown}'; ${command}`;

/** Values of kernel parameters that name disks, addresses or the host; names of all stay. */
const PRIVATE_PARAMETERS =
  'root|resume|ip|ifname|BOOTIF|nfsroot|cryptdevice|url|[a-z.]*uuid|(rd|inst|ds|systemd)\\.[^ =]*';

/** Default LVM names hold the host's name, hence the mask on `root=` and its like. */
const MASK_CMDLINE = `sed -E 's/(^| )(${PRIVATE_PARAMETERS})=[^ ]*/\\1\\2=.../g' /proc/cmdline`;

/** Not “Linux version”: it names who built the kernel, and where. */
const LOG_WORDS = 'DMAR|IVRS|VIOT|AMD-Vi|IOMMU|iommu|smmu|ACS|P2PDMA|peer-to-peer';

/** The log repeats the command line; domain types end in `(set via kernel command line)` and stay. */
const LOG = `$r dmesg | grep -E '${LOG_WORDS}' | grep -v -E 'ommand line(:| parameters)'`;

/**
 * Serial numbers of devices stand in three places: as text, in the vital product data, and in the
 * hexadecimal dump, where they are overwritten with zeros. POSIX awk has no hexadecimal numbers.
 */
const MASK_SERIALS = [
  'function v(t,k,n){n=0;for(k=1;k<=length(t);k++)n=n*16+index("0123456789abcdef",substr(t,k,1))-1;return n}',
  '/^[^ \\t]/&&!/^[0-9a-f]+: /{s=0}',
  '/Device Serial Number/{s=v(substr($2,2))+4;sub(/Number.*/,"Number 00-00-00-00-00-00-00-00")}',
  '/^[ \\t]+\\[[A-Z0-9][A-Z0-9]\\] /{next}',
  's&&/^[0-9a-f]+: /{b=v(substr($1,1,length($1)-1));for(i=0;i<16;i++)if(b+i>=s&&b+i<s+8)$(i+2)="00"}',
  '1',
].join(' ');

/**
 * One line for a POSIX shell that prints all that Peerlane can use: kernel, its parameters, CPU, what
 * the log says of IOMMU, ACS and P2PDMA, IOMMU groups, and every function with its registers. It
 * installs and changes nothing, and asks for root only where extended registers and the log need
 * it. Host name and serial numbers are left out.
 */
export const COLLECT_COMMAND = `(${[
  'LC_ALL=C; export LC_ALL; r=; [ "$(id -u)" = 0 ] || r=sudo',
  run('uname -srm', 'uname -srm'),
  run('cat /proc/cmdline', MASK_CMDLINE),
  run('lscpu', 'lscpu 2>/dev/null || head -n 30 /proc/cpuinfo'),
  run('dmesg', LOG),
  run('find /sys/kernel/iommu_groups -type l', 'find /sys/kernel/iommu_groups -type l'),
  run('lspci -D -vvvnnxxxx', `$r lspci -D -vvvnnxxxx | awk '${MASK_SERIALS}'`),
].join('; ')})`;
