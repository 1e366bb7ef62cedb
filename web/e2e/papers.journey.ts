import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { freezeAsItIs, ownBoard, planMeeting, presentNew } from './own-board.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/papers-${name}.png`, fullPage: true });
};

/** Saves what a button downloads; returns its path. */
async function saved(page: Page, button: RegExp, path: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  await (await downloading).saveAs(path);
  return path;
}

// CM-41, VER-6
test('papers of a meeting are sealed, and anybody who holds a file is told whether to trust it', async ({
  person,
}, testInfo) => {
  const coordinator = await person('coordinator');
  const secretary = await person('secretary');
  const presenter = await person('presenter');
  const name = `Staff Papiers ${testInfo.workerIndex}`;
  const boardId = await ownBoard(coordinator, { name, secretary, members: [presenter] });
  const meetingId = await planMeeting(secretary, boardId);
  const identity = { birthName: 'Papillon', birthDate: '1949-02-11' };
  const { reportId } = await presentNew(presenter, meetingId, identity);

  const { page } = secretary;
  await page.goto(`/reunions/${meetingId}`);
  await page.getByRole('button', { name: 'Premier dossier' }).click();
  await expect(page).toHaveTitle(/PAPILLON/);
  await freezeAsItIs(coordinator, reportId, identity);
  await page.getByRole('button', { name: 'Terminer la réunion' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Terminer la réunion' }).click();
  const certificate = await saved(page, /^Attestation de présence de/, testInfo.outputPath('certificate.pdf'));
  await saved(page, /^Synthèse de la réunion/, testInfo.outputPath('summary.pdf'));
  await expect(page.getByText(/Le fichier « synthese-de-reunion\.pdf » est enregistré/)).toBeVisible();
  await secretary.expectAccessible();
  await shoot(page, 'closed');

  await presenter.page.goto(`/reunions/${meetingId}`);
  await expect(presenter.page.getByRole('button', { name: /^Synthèse de la réunion/ })).toHaveCount(0);
  const answer = presenter.context.request;
  await expect
    .poll(async () => (await answer.get(`/api/reports/${reportId}/pdf`)).status(), { timeout: 60_000 })
    .toBe(200);
  const report = testInfo.outputPath('report.pdf');
  writeFileSync(report, await (await answer.get(`/api/reports/${reportId}/pdf`)).body());
  const bytes = readFileSync(report);
  bytes[Math.floor(bytes.length / 3)]! ^= 1;
  const altered = testInfo.outputPath('altered.pdf');
  writeFileSync(altered, bytes);

  const anybody = await person(undefined, { viewport: { width: 390, height: 844 } });
  const { page: open } = anybody;
  await open.goto('/connexion');
  await open.getByRole('link', { name: 'Vérifier un compte-rendu signé' }).click();
  await expect(open.getByRole('heading', { name: 'Vérifier un compte-rendu' })).toBeVisible();
  await shoot(open, 'verify');
  const examine = (path: string) => open.locator('input[type=file]').setInputFiles(path);
  const again = () => open.getByRole('button', { name: 'Vérifier un autre fichier' }).click();
  await examine(report);
  await expect(open.getByText('Compte-rendu authentique et à jour')).toBeVisible();
  await expect(open.getByText(/^RCP-\d{4}-\d{6}, version 1$/)).toBeVisible();
  await anybody.expectAccessible();
  await expectNoSidewaysScroll(open);
  await shoot(open, 'verified');
  await again();
  await examine(certificate);
  await expect(open.getByText('Document authentique', { exact: true })).toBeVisible();
  await again();
  await examine(altered);
  await expect(open.getByRole('alert')).toContainText('Ne vous y fiez pas');
  await expect(open.getByText(/RCP-\d{4}/)).toHaveCount(0);
  await expectNoSidewaysScroll(open);
  await shoot(open, 'altered');
});
