import { expect, test } from 'vitest';
import { attributes, element, escapeXml } from './xml.ts';

test('what markup is made of is escaped', () => {
  expect(escapeXml(`</text><script>alert("x" & 'y')</script>`)).toBe(
    '&lt;/text&gt;&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;',
  );
});

test('what XML has no place for is left out', () => {
  expect(escapeXml('a\u0000b\u001bc\u007fd\ufffee\ud800f\u202eg')).toBe('abcdefg');
  expect(escapeXml('line\r\nand\ttab')).toBe('line  and tab');
  expect(escapeXml('Größe 漢字 😀')).toBe('Größe 漢字 😀');
});

test('numbers are short, what is undefined is left out', () => {
  expect(attributes({ x: 1 / 3, y: 2, fill: undefined, id: 'a"b' })).toBe(
    ' x="0.33" y="2" id="a&quot;b"',
  );
  expect(element('g', {}, 'x')).toBe('<g>x</g>');
  expect(element('rect', { x: 0 })).toBe('<rect x="0"/>');
});
