import { type Problem, problemError, problemWarning } from '../../base/problem.ts';
import { err, ok } from '../../base/result.ts';
import { migrate } from '../../model/migrations.ts';
import { machineSchema } from '../../model/schema.ts';
import { validate } from '../../model/validate.ts';
import { describeIssue } from './describeIssue.ts';
import type { ReadResult } from './readReport.ts';
import { unknownKeys } from './unknownKeys.ts';

const MAX_LISTED = 20;

/** A document as Peerlane saves it: JSON of any schema version up to the present one. */
export function readDocument(text: string): ReadResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return err([
      problemError(`This is not valid JSON: ${error instanceof Error ? error.message : error}.`, {
        hint: 'The file may have been cut; save it again from Peerlane.',
      }),
    ]);
  }
  const migrated = migrate(value);
  if (!migrated.ok) return err([migrated.error]);
  const parsed = machineSchema.safeParse(migrated.value);
  if (!parsed.success) {
    return err(
      parsed.error.issues.slice(0, MAX_LISTED).map((issue) =>
        problemError(describeIssue(issue, migrated.value), {
          where: `/${issue.path.map(String).join('/')}`,
          hint: 'Mend this place in the file, or save it again from Peerlane.',
        }),
      ),
    );
  }
  const problems = [...validate(parsed.data), ...leftOut(unknownKeys(migrated.value, parsed.data))];
  if (problems.some((problem) => problem.severity === 'error')) return err(problems);
  return ok({ format: 'document', machine: parsed.data, problems });
}

/** Fields of another Peerlane, or a slip of the pen: told, since saving would lose them. */
function leftOut(places: readonly string[]): readonly Problem[] {
  const [first] = places;
  if (first === undefined) return [];
  const count = places.length === 1 ? 'One field is' : `${places.length} fields are`;
  return [
    problemWarning(`${count} not known to this Peerlane and left out, first ${first}.`, {
      where: first,
      hint: 'Keep the file if something else made use of it.',
      treatment: 'ignored',
    }),
  ];
}
