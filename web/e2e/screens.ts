import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './fixtures.ts';

/** The report beside the sheet, which has sections of the same name. */
export const report = (page: Page): Locator => page.getByRole('region', { name: 'Compte-rendu' });

/** A rich-text section, by its label: of the sheet, which comes first, or of the report when that is the scope. */
export const section = (scope: Page | Locator, label: string): Locator =>
  scope.getByRole('textbox', { name: new RegExp(`^${label}`) }).first();

/** Writes at the end of a section, as somebody who clicks in it and types. */
export async function write(scope: Page | Locator, label: string, text: string): Promise<void> {
  const target = section(scope, label);
  await target.click();
  await target.press('Control+End');
  await target.pressSequentially(text);
}

/** Waits until everything on screen is said to be saved, in words. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('Enregistrement…')).toHaveCount(0);
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
}

/** The demonstration's running meeting, opened from the dashboard. */
export async function joinMeeting({ page }: Person): Promise<void> {
  await page.goto('/#reunions');
  await page.getByRole('link', { name: 'Rejoindre la réunion' }).click();
  // The dashboard names the same board, one level below.
  await expect(page.getByRole('heading', { level: 1, name: 'RCP Digestif' })).toBeVisible();
}

/** The page holds in its width: nothing to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}
