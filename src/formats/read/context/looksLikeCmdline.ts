/** Parameters without a value that boot loaders and installers write. */
const FLAGS = new Set(
  'ro rw quiet splash nosplash debug single nomodeset noquiet rhgb noapic nosmt nokaslr'.split(' '),
);

/** Parameters with a value that hardly a command line is without. */
const KEYS =
  /^(?:BOOT_IMAGE|root|rootflags|rootfstype|rootdelay|initrd|init|rdinit|console|loglevel|resume|crashkernel|panic|mitigations|intel_iommu|amd_iommu|iommu(?:\.\w+)?|pci|pcie_aspm|pcie_acs_override|selinux|apparmor|security|hugepages|hugepagesz|default_hugepagesz|intel_pstate|amd_pstate|isolcpus|net\.ifnames|rd\.[\w.]+|systemd\.[\w.-]+|vt\.handoff|modprobe\.blacklist|nvme_core\.\w+|nvme\.\w+|vfio-pci\.\w+|transparent_hugepage)=/;

const isTypical = (word: string): boolean => FLAGS.has(word) || KEYS.test(word);

/** Prose quotes parameters too, but starts with something else or is mostly other words. */
export function looksLikeCmdline(text: string): boolean {
  const words = text.split(/\s+/);
  const typical = words.filter(isTypical).length;
  const first = words[0] ?? '';
  if (!isTypical(first) || words.some((word) => word.endsWith(','))) return false;
  if (first.startsWith('BOOT_IMAGE=')) return true;
  const written = words.filter((word) => isTypical(word) || word.includes('=')).length;
  return typical >= 2 && written * 2 >= words.length;
}

/** A line that may be the rest of a command line which a terminal or a mail program broke. */
export function continuesCmdline(text: string): boolean {
  const words = text.split(/\s+/);
  return text !== '' && words.some((word) => isTypical(word) || /^[\w.-]+=/.test(word));
}
