import type { Problem } from '../../base/problem.ts';

/** "2 mistakes, 1 remark" */
export function problemWords(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const others = problems.length - errors;
  return [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'mistake' : 'mistakes'}`] : []),
    ...(others > 0 ? [`${others} ${others === 1 ? 'remark' : 'remarks'}`] : []),
  ].join(', ');
}
