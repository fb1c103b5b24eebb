import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { drawnTree, numbersOf } from './drawnTree.testkit.ts';
import { numberMachine } from './numberMachine.ts';
const cap = (t: string) => {
  const { machine } = numberMachine(drawnTree(t));
  return { ...machine, origin: 'captured' as const, functions: machine.functions.map((f) => ({ ...f, fixedAddress: null })) };
};
const run = (t: string, d: string, p: string) => {
  const there: any = cap(t);
  if (there.functions.some((f: any) => !f.address)) return null;
  const ids = there.functions.map((f: any) => f.id);
  if (!ids.includes(d) || !ids.includes(p)) return null;
  const moved = { ...there, functions: there.functions.map((f: any) => f.id === d || f.physfn === d ? { ...f, parent: { kind: 'function', id: p } } : f) };
  const r = numberMachine(moved);
  return { there, r };
};
const bad = (t: string, d: string, p: string) => {
  let x; try { x = run(t, d, p); } catch { return false; }
  if (!x) return false;
  const seen = new Set();
  for (const f of x.r.machine.functions) { if (!f.address) continue; const k = JSON.stringify(f.address); if (seen.has(k)) return true; seen.add(k); }
  return false;
};
test('shrink', () => {
  const [text, which, where] = JSON.parse(readFileSync('/tmp/soak/ce.json', 'utf8'));
  const there: any = cap(text);
  const devs = there.functions.filter((f: any) => f.physfn === null && f.type !== 'root-port');
  const d = devs[which % devs.length].id;
  const par = new Map(there.functions.map((f: any) => [f.id, f]));
  const below = (id: any) => { for (let a: any = par.get(id); a;) { if (a.id === d || a.physfn === d) return true; a = a.parent !== UNKNOWN && a.parent.kind === 'function' ? par.get(a.parent.id) : undefined; } return false; };
  const ports = there.functions.filter((f: any) => (f.type === 'root-port' || f.type === 'downstream') && !below(f.id));
  const p = ports[where % ports.length].id;
  let t: string = text; console.log(d, p, bad(t, d, p));
  for (let go = true; go;) {
    go = false;
    const lines = t.split('\n');
    for (let i = lines.length - 1; i >= 0; i--) {
      const dep = (s: string) => s.length - s.trimStart().length;
      let j = i + 1; while (j < lines.length && dep(lines[j]!) > dep(lines[i]!)) j++;
      const cands = [[...lines.slice(0, i), ...lines.slice(j)]];
      const w = lines[i]!.match(/^(\s*\S+ \S+)((?: \S+)*)$/);
      if (w && w[2]) for (const o of w[2].trim().split(' ')) cands.push([...lines.slice(0, i), lines[i]!.replace(' ' + o, ''), ...lines.slice(i + 1)]);
      for (const c of cands) if (bad(c.join('\n'), d, p)) { t = c.join('\n'); go = true; break; }
      if (go) break;
    }
  }
  const x = run(t, d, p)!;
  const a: any = numbersOf(x.there), b: any = numbersOf(x.r.machine);
  console.log(d, '->', p + '\n' + t.split('\n').map((l) => { const id = l.trim().split(' ')[0]!; return [id, ...Object.keys(a).filter((k) => k.startsWith(id + '/'))].map((k, n) => (n ? '      ' + k : l).padEnd(50) + (a[k] ?? '') + '   =>   ' + (b[k] ?? '')).join('\n'); }).join('\n'));
  console.log(x.r.problems.map((q) => q.text).join('\n'));
});
