import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { AriCapability, AtsCapability, SriovCapability } from '../../../model/registers.ts';
import { Facts, MaybeFact } from '../Facts.tsx';
import { Section } from '../Section.tsx';

/** What it can do for virtual machines: virtual functions, translated addresses. */
export function CapabilitySection({ fn }: { readonly fn: PciFunction }) {
  return (
    <Section title="Capabilities">
      <Facts>
        <MaybeFact name="ATS" term="ats" value={fn.ats}>
          {atsWords}
        </MaybeFact>
        <MaybeFact name="ARI" term="ari" value={fn.ari}>
          {ariWords}
        </MaybeFact>
        <MaybeFact name="SR-IOV" term="sriov" value={fn.sriov}>
          {sriovWords}
        </MaybeFact>
      </Facts>
    </Section>
  );
}

function atsWords({ enabled }: AtsCapability): string {
  if (enabled === UNKNOWN) return 'yes, whether enabled is not shown';
  return enabled ? 'enabled' : 'not enabled';
}

function ariWords({ nextFunction }: AriCapability): string {
  return nextFunction === UNKNOWN || nextFunction === 0
    ? 'yes'
    : `yes, next function ${nextFunction}`;
}

function sriovWords({ enabled, totalVfs, numVfs }: SriovCapability): string {
  const most = totalVfs === UNKNOWN ? '' : ` of ${totalVfs}`;
  const count = numVfs === UNKNOWN ? 'VFs not shown' : `${numVfs}${most} VFs`;
  const state = enabled === UNKNOWN ? '' : enabled ? ', enabled' : ', not enabled';
  return `physical function, ${count}${state}`;
}
