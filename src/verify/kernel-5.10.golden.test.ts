import { goldenSuite } from './goldenSuite.testkit.ts';

goldenSuite('5.10', ['5.10'], 157);
