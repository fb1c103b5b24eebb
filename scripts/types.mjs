// Checks the types of every program: the core without browser or Node, the app, the command line,
// the tests and tools. `npm run types`.

import { run, tool } from './test/tool.mjs';
import { typeProjects } from './test/typeProjects.mjs';

for (const project of typeProjects()) {
  console.log(`tsc -p ${project}`);
  if (!(await run([tool('typescript', 'tsc'), '-p', project]))) process.exitCode = 1;
}
