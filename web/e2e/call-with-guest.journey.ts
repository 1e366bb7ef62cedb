import type { Browser, Page } from '@playwright/test';
import { callOn, devices, expectFrames, faceOf, joinCall } from './call-screens.ts';
import { expect, open, type Person, Product, test } from './fixtures.ts';
import { invite, linkTo, openDetails } from './guest-links.ts';
import { receivedMedia, watchMedia } from './received-media.ts';
import { expectNoSidewaysScroll, expectSaved, report, section, write } from './screens.ts';

// Issue « done when »: three people and a guest hold a meeting with camera, sound and shared screen while two of them edit the
// report; one loses the network and comes back; the guest sees only what a guest may see.

const shots = process.env.SHOTS ?? '';
const shot = (page: Page, name: string) => shots && page.screenshot({ path: `${shots}/call-guest-${name}.png` });
const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 } };
const names = {
  secretary: 'Mme Sophie Lambert',
  coordinator: 'Pr Hélène Vasseur',
  presenter: 'Dr Camille Durand',
  guest: 'Mme Ines Carpentier',
};

test.use(devices);

// What is frozen or removed here concerns no other journey.
let product: Product;
test.beforeAll(async () => {
  product = new Product();
  await product.start();
});
test.afterAll(() => product.remove());

async function arrive(browser: Browser, who?: string, options = desktop): Promise<Person> {
  const use = { ...options, permissions: devices.permissions, locale: 'fr-FR', timezoneId: 'Europe/Paris' };
  const person = await open(browser, product, who, use);
  await watchMedia(person.context);
  return person;
}

/** Energy arrives on this page from so many voices as time passes. */
async function expectSound(page: Page): Promise<void> {
  const before = (await receivedMedia(page)).audioEnergy;
  await expect.poll(async () => (await receivedMedia(page)).audioEnergy, { timeout: 30_000 }).toBeGreaterThan(before);
}

const refusalOf = async ({ page }: Person, path: string) => {
  const answer = await page.request.get(path);
  return { status: answer.status(), code: ((await answer.json()) as { code?: string }).code };
};

// SC-79, SC-80, SC-83, SC-93, OO-02, OO-03, OO-04, OO-21, OO-22, OO-23, OO-38, OO-39, OO-40, OO-41, CM-07, CM-08, CM-32
test('three people and a guest hold a meeting; one loses the network and comes back', async ({ browser }) => {
  test.setTimeout(480_000);
  const secretary = await arrive(browser, 'secretary');
  const coordinator = await arrive(browser, 'coordinator');
  const presenter = await arrive(browser, 'presenter');
  const guest = await arrive(browser, undefined, phone);
  const team = [secretary, coordinator, presenter];

  let link = '';
  await test.step('the secretary invites somebody without an account, who opens the link on a telephone', async () => {
    await openDetails(secretary);
    await invite(secretary, 'Carpentier', 'ines.carpentier@exemple.invalid');
    link = await linkTo(secretary, 'ines.carpentier@exemple.invalid');
    await guest.page.goto(link);
    await guest.page.getByRole('button', { name: 'Rejoindre la réunion' }).click();
    await expect(guest.page.getByRole('heading', { name: 'RCP Digestif' })).toBeVisible();
  });

  await test.step('the team joins; the guest waits at the door until somebody opens', async () => {
    for (const someone of team) await joinCall(someone);
    await guest.expectAccessible();
    await shot(guest.page, 'green-room-390');
    await guest.page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
    await expect(guest.page.getByText('Le coordonnateur va vous admettre')).toBeVisible();
    await guest.expectAccessible();
    await shot(guest.page, 'waiting-390');
    await expect(faceOf(guest.page, names.secretary)).toHaveCount(0);
    await callOn(secretary.page)
      .getByRole('button', { name: /^Participants/ })
      .click();
    await secretary.page.getByRole('button', { name: `Admettre ${names.guest}` }).click();
    await expect(callOn(guest.page).getByRole('button', { name: 'Raccrocher' })).toBeVisible();
    await expect(secretary.page.getByText('4 personnes dans la visioconférence')).toBeVisible();
    await secretary.expectAccessible();
    await shot(secretary.page, 'participants');
    await secretary.page.getByRole('button', { name: 'Fermer les participants' }).click();
  });

  await test.step('everybody is heard by everybody, and seen', async () => {
    for (const { page } of [...team, guest]) await expectSound(page);
    await callOn(coordinator.page).getByRole('button', { name: 'Agrandir' }).click();
    for (const key of ['secretary', 'presenter', 'guest'] as const) await expectFrames(coordinator.page, names[key]);
    await shot(coordinator.page, 'stage');
    await coordinator.expectAccessible();
    await guest.page.getByRole('button', { name: 'Visio', exact: true }).click();
    await expect(callOn(guest.page).locator('video').first()).toBeVisible();
    await expectNoSidewaysScroll(guest.page);
    await guest.expectAccessible();
    await shot(guest.page, 'stage-390');
  });

  await test.step('the first case is opened on every screen of the team; the presenter shares the images', async () => {
    await secretary.page.keyboard.press('Alt+ArrowDown');
    for (const { page } of team) await expect(page).toHaveTitle(/MOREL Jeanne/);
    await callOn(presenter.page).getByRole('button', { name: 'Partager l’écran' }).click();
    await expect(callOn(presenter.page).getByRole('button', { name: 'Arrêter le partage' })).toBeVisible();
    await expectFrames(coordinator.page, `Écran partagé par ${names.presenter}`);
    await expectFrames(guest.page, `Écran partagé par ${names.presenter}`);
    await shot(coordinator.page, 'shared-screen');
    await shot(guest.page, 'shared-screen-390');
  });

  await test.step('two of them edit the report meanwhile, and read each other', async () => {
    await Promise.all([
      write(report(secretary.page), 'Proposition de la RCP', 'Chirurgie en deux temps.'),
      write(report(presenter.page), 'Question posée', 'Quelle chirurgie ?'),
    ]);
    for (const { page } of team) {
      await expect(section(report(page), 'Proposition de la RCP')).toContainText('Chirurgie en deux temps.');
      await expect(section(report(page), 'Question posée')).toContainText('Quelle chirurgie ?');
    }
    await expectSaved(secretary.page);
    await expect(secretary.page.getByText('4 personnes présentes')).toBeVisible();
    await secretary.expectAccessible();
    await shot(secretary.page, 'report');
  });

  await test.step('the presenter loses the network, goes on typing, and comes back to the same seat', async () => {
    await presenter.context.setOffline(true);
    await expect(presenter.page.getByText('Connexion perdue, reprise en cours…')).toBeVisible();
    await write(report(presenter.page), 'Question posée', ' Et quand ?');
    await shot(presenter.page, 'lost');
    await presenter.context.setOffline(false);
    await expect(presenter.page.getByText('Connexion perdue, reprise en cours…')).toHaveCount(0);
    await expect(section(report(secretary.page), 'Question posée')).toContainText('Quelle chirurgie ? Et quand ?');
    await expect(faceOf(secretary.page, names.presenter)).toHaveCount(1);
    await expectFrames(coordinator.page, names.presenter);
    for (const { page } of [...team, guest]) await expectSound(page);
  });

  await test.step('the guest sees only what a guest may see', async () => {
    const { page } = guest;
    await page.getByRole('button', { name: 'Compte-rendu', exact: true }).click();
    await expect(page.getByText('Compte-rendu réservé')).toBeVisible();
    await expect(page.getByText('Chirurgie en deux temps.')).toHaveCount(0);
    await page.getByRole('button', { name: 'Dossiers', exact: true }).click();
    await expect(page.getByText(/^3 .*réservés/)).toBeVisible();
    await shot(page, 'list-390');
    await callOn(page).getByRole('button', { name: /^Plus/ }).click();
    await page.getByRole('menuitem', { name: /^Participants/ }).click();
    const people = page.getByRole('complementary', { name: 'Participants' });
    await expect(people).toContainText(names.presenter);
    await expect(people.getByRole('button', { name: /Couper tous|Actions sur|Admettre/ })).toHaveCount(0);
    await expect(people.getByText('Verrouiller')).toHaveCount(0);
    await guest.expectAccessible();
    await shot(page, 'participants-390');
    await page.getByRole('button', { name: 'Fermer les participants' }).click();
    for (const path of ['/api/meetings', '/api/cases', '/api/boards'])
      expect(await refusalOf(guest, path)).toEqual({ status: 403, code: 'guest_only' });
  });

  await test.step('removed, the guest is out of the call and stays out of it', async () => {
    await callOn(secretary.page)
      .getByRole('button', { name: /^Participants/ })
      .click();
    await secretary.page.getByRole('button', { name: `Actions sur ${names.guest}` }).click();
    await secretary.page.getByRole('menuitem', { name: 'Retirer de la visioconférence' }).click();
    await secretary.page.getByRole('alertdialog').getByRole('button', { name: 'Retirer' }).click();
    await expect(faceOf(secretary.page, names.guest)).toHaveCount(0);
    await expect(guest.page.getByText('retiré', { exact: false }).first()).toBeVisible();
    await shot(guest.page, 'removed-390');
    await guest.page.goto(link);
    await expect(guest.page.getByRole('button', { name: 'Raccrocher' })).toHaveCount(0);
  });

  for (const { errors } of [...team, guest]) expect(errors).toEqual([]);
  await Promise.all([...team, guest].map(({ context }) => context.close()));
});
