import { expect, test } from 'vitest';
import { ackLatencyLimit } from './ackLatencyLimit.ts';

/** Symbol times at payloads of 128, 256 … 4096 bytes (base specification 3.0, tables 3-7 to 3-9). */
test.each([
  [1, 1, 237, 416, 559, 1071, 2095, 4143],
  [1, 8, 67, 107, 86, 150, 278, 534],
  [1, 12, 58, 90, 109, 194, 365, 706],
  [1, 32, 33, 45, 52, 84, 148, 276],
  [2, 4, 124, 169, 205, 333, 589, 1101],
  [2, 32, 84, 96, 103, 135, 199, 327],
  [3, 8, 163, 203, 182, 246, 374, 630],
  [5, 16, 144, 168, 182, 246, 374, 630],
] as const)('Gen%i x%i', (generation, width, ...wanted) => {
  const limits = [128, 256, 512, 1024, 2048, 4096].map((maxPayload) =>
    ackLatencyLimit(generation, width, maxPayload),
  );
  expect(limits).toEqual(wanted);
});
