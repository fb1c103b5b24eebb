import { goldenSuite } from './goldenSuite.testkit.ts';

goldenSuite('5.4', ['5.4'], 157);
