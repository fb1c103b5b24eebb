import { goldenSuite } from './goldenSuite.testkit.ts';

goldenSuite('7.0', ['7.0'], 203);
