import { describe, expect, it } from 'vitest';
import { readsLikeDetail } from './likelyDetail.ts';

describe('readsLikeDetail', () => {
  it.each([
    'Address: fee00000  Data: 4021',
    'Masking: 00000000  Pending: 00000000',
    'Caps:\tLPEVC=0 RefClk=100ns PATEntryBits=1',
    'Arb:\tFixed- WRR32- WRR64- WRR128-',
    'Ctrl:\tArbSelect=Fixed',
    'Status:\tInProgress-',
    'VC0:\tCaps:\tPATOffset=00 MaxTimeSlots=1 RejSnoopTrans-',
    '10BitTagComp- 10BitTagReq- OBFF Not Supported, ExtFmt+',
    'ClockPM- Surprise- LLActRep+',
    'PortCommonModeRestoreTime=0us PortTPowerOnTime=10us',
    'Page Request Capacity: 00000100, Page Request Allocation: 00',
    '[PN] Part number: ABC-1',
    'ACSCap:\tSrcValid+ TransBlk+ ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans-',
  ])('takes %s', (text) => {
    expect(readsLikeDetail(text)).toBe(true);
  });

  it.each([
    'Thanks, Jo',
    'Address: 12 Long Street',
    'VC0: see above',
    'root@host:~# lspci',
    'I have tried C++ and that.',
    '[    1.234567] pci 0000:00:01.0: enabled',
  ])('refuses %s', (text) => {
    expect(readsLikeDetail(text)).toBe(false);
  });
});
