import { goldenSuite } from './goldenSuite.testkit.ts';

goldenSuite('5.15', ['5.15'], 156);
