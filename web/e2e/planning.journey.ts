import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const shots = process.env.SHOTS;

const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/planning-${name}.png`, fullPage: true });
};

/** A day so many days ahead, as people type it. */
function inDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return day.split('-').toReversed().join('/');
}

/** The night of next spring when 2:30 does not exist, as people type it. */
function nextSkippedNight(): string {
  const year = new Date().getUTCFullYear() + 1;
  const last = new Date(Date.UTC(year, 2, 31));
  return `${31 - last.getUTCDay()}/03/${year}`;
}

/** The board of the demonstration's meetings. */
async function boardOf(page: Page): Promise<string> {
  const answer = await page.request.get('/api/meetings');
  const [meeting] = (await answer.json()) as { board: { boardId: string } }[];
  return meeting?.board.boardId ?? '';
}

const meetings = (page: Page) => page.getByRole('region', { name: 'Réunions' });
const details = (page: Page) => page.getByRole('region', { name: 'La réunion', exact: true });

async function toMeeting(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'RCP Digestif' })).toBeVisible();
  // On a phone, the parts of a meeting are shown one at a time; while no case is discussed, the date takes the sheet's place.
  const sheet = page.getByRole('button', { name: 'Fiche', exact: true });
  if (await sheet.isVisible()) await sheet.click();
  await expect(details(page)).toBeVisible();
}

// SC-82, OO-01, OO-20, OO-28, OO-33, OO-34, OO-35
test('a secretary plans a series, seen before it is made, then changes and cancels a date', async ({ person }) => {
  const secretary = await person('secretary');
  const { page } = secretary;
  await page.goto(`/staff/${await boardOf(page)}`);
  await meetings(page).getByRole('button', { name: 'Planifier' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Voir les dates' }).click();
  await expect(dialog.getByText('Saisissez une date qui existe')).toBeVisible();
  await expect(dialog.getByLabel('Date', { exact: false }).first()).toBeFocused();
  await dialog.getByLabel('Date (obligatoire)').fill(inDays(30));
  await dialog.getByLabel('Heure').fill('18:00');
  await dialog.getByRole('button', { name: 'Répétition' }).click();
  await page.getByRole('option', { name: 'Toutes les deux semaines' }).click();
  await dialog.getByRole('textbox', { name: 'Nombre de réunions' }).fill('8');
  const video = dialog.getByRole('checkbox', { name: 'Autre visioconférence' });
  await expect(video).not.toBeChecked();
  await dialog.getByText('Autre visioconférence', { exact: true }).click();
  await expect(video).toBeChecked();
  await dialog.getByLabel('Détail de la visioconférence').fill('https://visio.exemple.fr/salle-12\nCode 4321');
  await secretary.expectAccessible();
  await shoot(page, 'plan');
  await dialog.getByRole('button', { name: 'Voir les dates' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(8);
  await expect(dialog.getByRole('listitem').first()).toContainText('18 h 00');
  await secretary.expectAccessible();
  await shoot(page, 'preview');
  await dialog.getByRole('button', { name: 'Modifier' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Nombre de réunions' })).toHaveValue('8');
  await dialog.getByRole('button', { name: 'Voir les dates' }).click();
  await dialog.getByRole('button', { name: 'Planifier les 8 réunions' }).click();
  await expect(page.getByText('8 réunions sont planifiées')).toBeVisible();
  await secretary.expectAccessible();
  await shoot(page, 'board');
  await meetings(page).getByRole('link', { name: /série/ }).first().click();

  await toMeeting(page);
  await expect(details(page).getByRole('link', { name: 'https://visio.exemple.fr/salle-12' })).toBeVisible();
  await secretary.expectAccessible();
  await shoot(page, 'meeting');
  await details(page).getByRole('button', { name: 'Modifier' }).click();
  await dialog.getByLabel('Durée (minutes)').fill('90');
  await shoot(page, 'edit');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(details(page).getByText('90 minutes')).toBeVisible();

  await details(page).getByRole('button', { name: 'Plus d’actions' }).click();
  await shoot(page, 'menu');
  await page.getByRole('menuitem', { name: 'Clore les inscriptions' }).click();
  await expect(details(page).getByText('inscriptions closes')).toBeVisible();

  await details(page).getByRole('button', { name: 'Plus d’actions' }).click();
  await page.getByRole('menuitem', { name: 'Annuler la réunion' }).click();
  await dialog.getByRole('button', { name: 'Annuler la réunion' }).click();
  await expect(dialog.getByText('Écrivez un motif')).toBeVisible();
  await dialog.getByLabel('Motif').fill('Jour férié');
  await dialog.getByText('Celle-ci et les suivantes').click();
  await secretary.expectAccessible();
  await shoot(page, 'cancel');
  await dialog.getByRole('button', { name: 'Annuler la réunion' }).click();
  await toMeeting(page);
  await expect(page.getByText('Réunion annulée').first()).toBeVisible();
  await expect(page.getByText('Motif : Jour férié').first()).toBeVisible();
  await secretary.expectAccessible();
  await shoot(page, 'cancelled');
});

test('an hour that clocks skip is said before the meeting is planned, and what was typed stays', async ({ person }) => {
  const secretary = await person('secretary');
  const { page } = secretary;
  await page.goto(`/staff/${await boardOf(page)}`);
  await meetings(page).getByRole('button', { name: 'Planifier' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Date (obligatoire)').fill(nextSkippedNight());
  await dialog.getByLabel('Heure').fill('2h30');
  await dialog.getByRole('button', { name: 'Voir les dates' }).click();
  await expect(dialog.getByText('Changement d’heure')).toBeVisible();
  await expect(dialog.getByText('la réunion commencera à 03:30')).toBeVisible();
  await secretary.expectAccessible();
  await shoot(page, 'shifted');
  await page.keyboard.press('Escape');
  await meetings(page).getByRole('button', { name: 'Planifier' }).click();
  await expect(dialog.getByLabel('Heure')).toHaveValue('2h30');
  await dialog.getByLabel('Date (obligatoire)').fill('31/12/2199');
  await dialog.getByRole('button', { name: 'Voir les dates' }).click();
  await expect(dialog.getByText('La date doit être à venir, dans les trois ans.')).toBeVisible();
});

// SC-82, OO-26, OO-31, OO-37, OO-41, OO-42, OO-43
test('a trial is planned, opened, and a member finds how to join it', async ({ person }) => {
  const secretary = await person('secretary');
  await secretary.page.goto(`/staff/${await boardOf(secretary.page)}`);
  await meetings(secretary.page).getByRole('button', { name: 'Planifier' }).click();
  const dialog = secretary.page.getByRole('dialog');
  await dialog.getByLabel('Date (obligatoire)').fill(inDays(3));
  await dialog.getByText('Audioconférence').click();
  await dialog.getByLabel('Détail de l’audioconférence').fill('01 23 45 67 89, code 42#');
  await dialog.getByText('Session fictive').click();
  await dialog.getByRole('button', { name: 'Voir les dates' }).click();
  await dialog.getByRole('button', { name: 'Planifier la réunion' }).click();
  await meetings(secretary.page)
    .getByRole('link', { name: /Session fictive/ })
    .click();
  await toMeeting(secretary.page);
  await details(secretary.page).getByRole('button', { name: 'Ouvrir la réunion' }).click();
  await expect(details(secretary.page).getByText('ouverte', { exact: true })).toBeVisible();

  const member = await person('expert', phone);
  const { page } = member;
  await page.goto(new URL(secretary.page.url()).pathname);
  await toMeeting(page);
  await expect(details(page).getByText('01 23 45 67 89, code 42#')).toBeVisible();
  await expect(details(page).getByRole('button', { name: 'Ouvrir la réunion' })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await details(page).getByRole('button', { name: 'Ajouter à mon agenda' }).click();
  expect((await download).suggestedFilename()).toBe('reunion.ics');
  await member.expectAccessible();
  await expectNoSidewaysScroll(page);
  await shoot(page, 'meeting-phone');
  await page.goto(`/staff/${await boardOf(page)}`);
  await expect(meetings(page).getByText('Session fictive').first()).toBeVisible();
  await member.expectAccessible();
  await expectNoSidewaysScroll(page);
  await shoot(page, 'board-phone');
});
