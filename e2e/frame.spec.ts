import { expect, test } from './support/watch.ts';

/** The page's ground, as the browser computed it. */
const ground = () => getComputedStyle(document.documentElement).backgroundColor;
const light = 'rgb(250, 248, 243)';
const dark = 'rgb(26, 32, 40)';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page opens in ${colorScheme}, in its own colours and without a complaint`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./');
    await expect(page).toHaveTitle('Two-socket server with two switches – Peerlane');
    await expect(page.getByRole('main')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Peerlane' })).toBeVisible();
    expect(await page.evaluate(ground)).toBe(colorScheme === 'light' ? light : dark);
  });
}

test('a chosen theme wins over the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./');
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  expect(await page.evaluate(ground)).toBe(dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  expect(await page.evaluate(ground)).toBe(light);
});

test('the fonts come with the site', async ({ page }) => {
  await page.goto('./');
  const loaded = await page.evaluate(async () => {
    const faces = await Promise.all([
      document.fonts.load('13px "Source Sans 3 Variable"', '0'),
      document.fonts.load('13px "Fira Code Variable"', '0'),
    ]);
    return faces.map((found) => found.length);
  });
  expect(loaded).toEqual([1, 1]);
});

test('works under a sub-path of any host', async ({ page }, { config }) => {
  const url = String(config.metadata.subPathUrl);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) elsewhere.push(request.url());
  });
  await page.goto(url);
  await expect(page.getByRole('heading', { level: 1, name: 'Peerlane' })).toBeVisible();
  expect(elsewhere).toEqual([]);
});

test.describe('the policy', () => {
  test('refuses markup that runs, and the watch sees it', async ({ page, watch }) => {
    watch.expectComplaint(/Content Security Policy|^policy: script-src/);
    await page.goto('./');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "owned"';
      document.body.append(script);
    });
    await expect.poll(() => watch.complaints.join('\n')).toContain('policy: script-src-elem');
    await expect(page).not.toHaveTitle('owned');
  });
});
