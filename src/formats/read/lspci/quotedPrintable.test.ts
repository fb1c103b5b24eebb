import { describe, expect, it } from 'vitest';
import { cleanLines } from './cleanLines.ts';
import { isQuotedPrintable } from './quotedPrintable.ts';

const MAIL = `00:00.0 Host bridge: Loongson =
Root Port
\tStatus: Cap+ DEVSEL=3Dfast >TAbort- =
<TAbort- =
>SERR-
\tRegion 0: Memory at e8000000 [size=3D4K]
\tMSI: Count=3D1/1=20
`;

describe('a mail in quoted-printable', () => {
  it('is joined and decoded, with the numbers of the first lines', () => {
    expect(cleanLines(MAIL)).toEqual([
      { number: 1, last: 2, text: '00:00.0 Host bridge: Loongson Root Port' },
      { number: 3, last: 5, text: '\tStatus: Cap+ DEVSEL=fast >TAbort- <TAbort- >SERR-' },
      { number: 6, text: '\tRegion 0: Memory at e8000000 [size=4K]' },
      { number: 7, text: '\tMSI: Count=1/1' },
      { number: 8, text: '' },
    ]);
  });

  it.each([
    ['CRLF', MAIL.replaceAll('\n', '\r\n')],
    ['quotes', MAIL.replaceAll('\t', '>\t')],
  ])('may have %s', (_, text) => {
    expect(cleanLines(text)[3]?.text).toBe('\tMSI: Count=1/1');
  });

  it('may have characters of several bytes', () => {
    expect(cleanLines(`${MAIL}\u00e4 J=C3=BCrgen=C2=A0x`).at(-1)?.text).toBe('ä Jürgen x');
  });

  it('is known by its header as well', () => {
    const text = 'Content-Transfer-Encoding: quoted-printable\n\n00:00.0 Host bridge: x=20';
    expect(cleanLines(text)[2]?.text).toBe('00:00.0 Host bridge: x');
  });
});

describe('isQuotedPrintable', () => {
  it.each([
    ['a lone sign in parameters', 'root=/dev/sda1 x==3D quiet=\n'],
    ['a dump', 'DEVSEL=fast =3D =3D =3D [size=4K] Count=1/1 a=\nDEVSEL=medium'],
    ['sizes that look like bytes', '[size=32K]\n[size=16M]\n[size=64]\nx='],
    ['encoded signs without breaks', 'a=3D1 b=3D2 c=3D3'],
    ['a header over a decoded body', 'Content-Transfer-Encoding: quoted-printable\n\nDEVSEL=fast'],
    ['nothing', ''],
  ])('not %s', (_, text) => {
    expect(isQuotedPrintable(text)).toBe(false);
  });

  it('takes little time for many breaks', () => {
    const text = `=3D=3D=3D${'=\n'.repeat(200_000)}`;
    expect(cleanLines(text)).toHaveLength(1);
  });
});
