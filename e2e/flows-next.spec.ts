// Of many flows, what comes next is computed of the one that is looked at.

import { FlowsPanel, WIDE } from './support/flowsPanel.ts';
import { expect, test } from './support/watch.ts';

test.use({ viewport: WIDE });

test('every flow says what would hold it next, as it is looked at', async ({ page }) => {
  const flows = new FlowsPanel(page);
  const many = Array.from(
    { length: 12 },
    (_, at) => `flow f${at}: gpu${at % 4} -> gpu${4 + (at % 3)}\n`,
  );
  await flows.open(many.join(''));
  await expect(flows.rows).toHaveCount(12);
  const next = flows.side.getByText(/^Then by .* at \d/);
  await expect(next).toBeVisible();
  for (const at of [11, 5, 0]) {
    await flows.rows.nth(at).click();
    await expect(flows.rows.nth(at)).toHaveAttribute('aria-selected', 'true');
    await expect(next).toBeVisible();
    await flows.settled();
  }
});
