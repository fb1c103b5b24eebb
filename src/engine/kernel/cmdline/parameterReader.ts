import type { KernelFeatures } from '../features.ts';
import type { CmdlineWord } from './cmdlineWords.ts';
import { IOMMU_PARAMETERS, type IommuParameter, iommuWords } from './iommuWords.ts';
import { kernelBoolean } from './kernelBoolean.ts';
import type { CmdlineSpan, KernelParameters, ParameterRemark } from './parameterTypes.ts';
import { overruled, pciOptions } from './pciOptions.ts';
import { remarkOn } from './spans.ts';

const SWITCHES = ['iommu.passthrough', 'iommu.strict', 'iommu.forcedac'] as const;
type Switch = (typeof SWITCHES)[number];

/**
 * Takes the parameters in their order. Of values that exclude each other the later counts; words of
 * `iommu=` and its like add up over several such parameters.
 */
export class ParameterReader {
  readonly remarks: ParameterRemark[] = [];
  readonly #text: string;
  readonly #features: KernelFeatures;
  readonly #disableAcsRedir: CmdlineSpan[] = [];
  readonly #configAcs: CmdlineSpan[] = [];
  readonly #words: Record<IommuParameter, string[]> = { iommu: [], intel_iommu: [], amd_iommu: [] };
  readonly #switches: Record<Switch, boolean | null> = {
    'iommu.passthrough': null,
    'iommu.strict': null,
    'iommu.forcedac': null,
  };
  #defaultDomain: KernelParameters['defaultDomain'] = null;
  #noats = false;

  constructor(text: string, features: KernelFeatures) {
    this.#text = text;
    this.#features = features;
  }

  read(word: CmdlineWord): void {
    // The kernel takes - for _ in names.
    const name = word.name.replaceAll('-', '_');
    if (name === 'pci') this.#readPci(word);
    else if (name === 'pcie_acs_override') {
      const said = 'pcie_acs_override is an out-of-tree patch: kernels without it ignore this.';
      this.remarks.push(remarkOn(this.#whole(word), 'warning', said));
    } else if (isIn(IOMMU_PARAMETERS, name)) this.#readWords(name, word);
    else if (isIn(SWITCHES, name)) this.#readSwitch(name, word);
  }

  done(): KernelParameters {
    this.remarks.push(
      ...overruled(this.#disableAcsRedir, 'disable_acs_redir'),
      ...overruled(this.#configAcs, 'config_acs'),
    );
    return {
      text: this.#text,
      disableAcsRedir: this.#disableAcsRedir.at(-1) ?? null,
      configAcs: this.#configAcs.at(-1) ?? null,
      noats: this.#noats,
      iommu: this.#words.iommu,
      defaultDomain: this.#defaultDomain,
      passthrough: this.#switches['iommu.passthrough'],
      strict: this.#switches['iommu.strict'],
      forcedac: this.#switches['iommu.forcedac'],
      intelIommu: this.#words.intel_iommu,
      amdIommu: this.#words.amd_iommu,
      remarks: this.remarks.toSorted((a, b) => a.span.start - b.span.start),
    };
  }

  #whole({ start, end }: CmdlineWord): CmdlineSpan {
    return { text: this.#text.slice(start, end), start, end };
  }

  #readPci({ value }: CmdlineWord): void {
    if (value === null) return;
    const options = pciOptions(value, this.#features);
    this.#disableAcsRedir.push(...options.disableAcsRedir);
    this.#configAcs.push(...options.configAcs);
    this.#noats ||= options.noats;
    this.remarks.push(...options.remarks);
  }

  #readWords(name: IommuParameter, word: CmdlineWord): void {
    if (word.value === null) {
      const said = `${name} needs a word: ${name}=… ; Linux ignores it without.`;
      this.remarks.push(remarkOn(this.#whole(word), 'error', said));
      return;
    }
    const { words, remarks } = iommuWords(name, word.value);
    this.#words[name].push(...words);
    this.remarks.push(...remarks);
    if (name !== 'iommu') return;
    for (const each of words) {
      if (each === 'pt') this.#defaultDomain = 'identity';
      if (each === 'nopt') this.#defaultDomain = 'translated';
    }
  }

  #readSwitch(name: Switch, word: CmdlineWord): void {
    if (name === 'iommu.forcedac' && !this.#features.forcedacParameter) {
      const said = `This kernel does not know ${name} yet (it came with 5.13): Linux ignores it.`;
      this.remarks.push(remarkOn(this.#whole(word), 'error', said));
      return;
    }
    const value = word.value === null ? null : kernelBoolean(word.value.text);
    if (value === null) {
      const shown = word.value === null || word.value.text === '' ? this.#whole(word) : word.value;
      this.remarks.push(remarkOn(shown, 'error', `${name} takes 1 or 0: Linux ignores this.`));
      return;
    }
    this.#switches[name] = value;
    if (name === 'iommu.passthrough') this.#defaultDomain = value ? 'identity' : 'translated';
  }
}

function isIn<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}
