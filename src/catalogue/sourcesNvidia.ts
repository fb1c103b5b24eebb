import type { Source } from './figure.ts';
import { datasheet, listing, report } from './sourcesDevices.ts';

/* Where the figures of NVIDIA's GPUs were read. */

export const ESC8000A_E13P = listing(
  'eight RTX PRO 6000 Blackwell Server Edition below four PEX890xx',
  'https://github.com/voipmonitor/rtx6kpro/blob/29f3863a371d43dfa3c21899911225894037deed/logs/asus-report/lspci_full.log',
);
export const ESC8000A_E12 = listing(
  'two RTX 6000 Ada Generation in an ASUS ESC8000A-E12',
  'https://github.com/luigifcruz/stelline/blob/e09cf85325d4493c47ef381beb541fbda39f79b8/hardware/asus-esc8000a-e12.md',
);
export const P100_LISTING = listing(
  'two Tesla P100 PCIe 12GB',
  'https://github.com/marcredhat/cmlgpu/blob/5cfddd5f1139cb109f355530081223d7ec878d28/lspci.txt',
);
/** From Kepler to Blackwell nothing else was ever listed. */
export const ALL_LISTINGS: Source = {
  title: 'lspci -vvv of NVIDIA GPUs from Kepler to Blackwell: 256 bytes, no ACS, no ATS',
  url: 'https://github.com/voipmonitor/rtx6kpro',
  quality: 'report',
};
export const DRIVER = datasheet('NVIDIA Linux driver README, supported products');

export const KATA_A100 = report(
  'Boot log and lspci of an A100 PCIe 40GB, kata-containers pull request 4358',
  'https://github.com/kata-containers/kata-containers/pull/4358',
);
export const VFIO_A100 = report('lspci -v of A100 SXM4 80GB, vfio-users mailing list, 2021', null);
export const H20 = report(
  'lspci -v of H20, same chip and driver view, nvtrust issue 128',
  'https://github.com/NVIDIA/nvtrust/issues/128',
);
export const UBICLOUD = report('Ubicloud, article on virtualising B200: its lspci regions', null);
export const REBAR_3090 = report(
  'lspci -vv of RTX 3090 before and after resizing, ReBarUEFI issue 11',
  'https://github.com/xCuri0/ReBarUEFI/issues/11',
);
export const RTX_4090 = report(
  'lspci -vvvv of an RTX 4090; that it goes up to 32 GiB: open-gpu-kernel-modules issue 510',
  'https://github.com/geerlingguy/raspberry-pi-pcie-devices/issues/504',
);
export const RTX_5090 = report(
  'Boot log and lspci of RTX 5090, open-gpu-kernel-modules issues 9 and 15',
  'https://github.com/aikitoria/open-gpu-kernel-modules/issues/9',
);
/** Named so by lspci, which takes its names from the public list of ids. */
export const PRO_6000_WORKSTATION = report(
  'lspci -nn of machines with RTX PRO 6000 Blackwell Workstation Edition: 10de:2bb1, sound 10de:22e8',
  null,
);
export const PRO_6000_BARS = report(
  'Firecracker log of an RTX PRO 6000 Blackwell Workstation Edition: 64 MiB, 128 GiB, 32 MiB; ' +
    'sizes it can have as the Server Edition, ports as other boards with display outputs',
  null,
);
export const A6000 = report('lspci -v of an RTX A6000 in a virtualisation how-to', null);
export const L40S_ID = report(
  'lspci -nn of two L40S, provider-configs pull request 99',
  'https://github.com/akash-network/provider-configs/pull/99',
);
export const P40 = report('lspci -vvv of a Tesla P40 in a virtual machine: 32 GiB', null);
export const K80 = report(
  'lspci -v of a Tesla K80 in a virtual machine, graphistry-cli',
  'https://github.com/graphistry/graphistry-cli/blob/master/docs/azure.md',
);
export const WITHERSPOON = report(
  'Boot log of a POWER9 machine with V100 SXM2 16GB, on the lists of the Linux kernel',
  'https://lore.kernel.org/',
);
export const H100_GUEST = report(
  'Boot logs of virtual machines with H100 SXM5, linux-pci and kvm lists, 2024',
  'https://lore.kernel.org/kvm/',
);
