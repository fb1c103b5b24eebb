import { type Problem, problemError } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type CaseDrawing, drawnEraForm, drawnFullForm } from './topologyForm.ts';

/**
 * What a case says of its machine in words: the topology, and the options it was booted with. Nothing
 * that the kernel showed of it.
 *
 * @param refText the case that an `era-1` case names for its machine, `null` where it is not there
 */
export function readDrawing(
  text: string,
  refText: (id: string) => string | null,
): Result<CaseDrawing, Problem> {
  const json = parseJson(text);
  const era = drawnEraForm.safeParse(json);
  const machine = drawnFullForm.safeParse(
    era.success ? parseJson(refText(era.data.ref) ?? '') : json,
  );
  if (!machine.success) return err(problemError('This case describes no machine.'));
  return ok({
    topology: machine.data.topology,
    options: era.success ? era.data.options : machine.data.options,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
