import type { Page } from '@playwright/test';
import { callOn, devices, expectFrames, faceOf, joinCall } from './call-screens.ts';
import { expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS ?? '';

test.use(devices);

const shot = (page: Page, name: string) => shots && page.screenshot({ path: `${shots}/call-real-${name}.png` });

// SC-79, SC-80, SC-93, OO-02, OO-21, OO-22, OO-23, OO-38, OO-39, OO-42, OO-43, SA-107, SA-108, SA-109, SA-135, SA-137, SA-139
test('three people meet, see each other, mute, raise a hand, write, share a screen, hang up and rate', async ({
  person,
}) => {
  test.setTimeout(360_000);
  const secretary = await person('secretary', { viewport: { width: 1440, height: 900 } });
  const coordinator = await person('coordinator', { viewport: { width: 1440, height: 900 } });
  const presenter = await person('presenter', { viewport: { width: 390, height: 844 } });

  await test.step('each comes in by the link of their diary; names come from accounts', async () => {
    for (const someone of [secretary, coordinator, presenter]) await joinCall(someone);
    await expectFrames(secretary.page, 'Pr Hélène Vasseur');
    await expectFrames(coordinator.page, 'Mme Sophie Lambert');
    await expect(faceOf(secretary.page, 'Dr Camille Durand')).toBeVisible();
    await secretary.expectAccessible();
    await presenter.expectAccessible();
    await expectNoSidewaysScroll(presenter.page);
    await shot(secretary.page, 'strip');
    await shot(presenter.page, 'bar-390');
  });

  await test.step('a closed microphone and a raised hand are seen by the others', async () => {
    await callOn(presenter.page).getByRole('button', { name: 'Couper le micro' }).click();
    await callOn(presenter.page).getByRole('button', { name: 'Lever la main' }).click();
    const face = faceOf(secretary.page, 'Dr Camille Durand');
    await expect(face.getByText('micro coupé')).toHaveCount(1);
    await expect(face.getByText('main levée')).toHaveCount(1);
    await callOn(secretary.page).getByRole('button', { name: 'Participants' }).click();
    const row = secretary.page.getByRole('complementary', { name: 'Participants' }).getByRole('listitem').first();
    await expect(row).toContainText('Dr Camille Durand');
    await secretary.page.getByRole('button', { name: 'Actions sur Dr Camille Durand' }).click();
    await secretary.page.getByRole('menuitem', { name: 'Baisser la main' }).click();
    await expect(face.getByText('main levée')).toHaveCount(0);
    await secretary.page.getByRole('button', { name: 'Fermer les participants' }).click();
  });

  await test.step('a message reaches the others, counted while their chat is closed', async () => {
    await callOn(coordinator.page).getByRole('button', { name: 'Discussion' }).click();
    await coordinator.page.getByLabel('Votre message').fill('Je partage le scanner.');
    await coordinator.page.getByLabel('Votre message').press('Enter');
    await expect(coordinator.page.getByLabel('Votre message')).toHaveValue('');
    await coordinator.page.getByRole('button', { name: 'Fermer la discussion' }).click();
    await callOn(secretary.page)
      .getByRole('button', { name: /Discussion.*1 message non lu/ })
      .click();
    const chat = secretary.page.getByRole('complementary', { name: 'Discussion' });
    await chat.getByRole('button', { name: 'Garder dans les notes' }).click();
    await expect(chat.getByText('Gardé dans les notes')).toBeVisible();
    await secretary.expectAccessible();
    await chat.getByRole('button', { name: 'Fermer la discussion' }).click();
  });

  await test.step('« Je n’entends pas » reaches the chair, without a name', async () => {
    await callOn(presenter.page).getByRole('button', { name: /^Plus/ }).click();
    await presenter.page.getByRole('menuitem', { name: 'Je n’entends pas' }).click();
    await expect(callOn(coordinator.page).getByText('1 signalement', { exact: false })).toBeVisible();
    await callOn(coordinator.page).getByRole('button', { name: 'J’ai vu' }).click();
  });

  await test.step('the coordinator shares; the secretary sees it large beside the report', async () => {
    await callOn(coordinator.page).getByRole('button', { name: 'Partager l’écran' }).click();
    await expect(callOn(coordinator.page).getByRole('button', { name: 'Arrêter le partage' })).toBeVisible();
    await callOn(secretary.page).getByRole('button', { name: 'Agrandir' }).click();
    await expect(callOn(secretary.page).getByText('Écran partagé par Pr Hélène Vasseur').first()).toBeVisible();
    await expectFrames(secretary.page, 'Écran partagé par');
    await secretary.expectAccessible();
    await shot(secretary.page, 'stage');
    await presenter.page.getByRole('button', { name: 'Visio', exact: true }).click();
    await expect(callOn(presenter.page).getByText('Écran partagé par Pr Hélène Vasseur').first()).toBeVisible();
    await shot(presenter.page, 'stage-390');
    await callOn(coordinator.page).getByRole('button', { name: 'Arrêter le partage' }).click();
    await expect(callOn(secretary.page).getByText('Écran partagé par', { exact: false })).toHaveCount(0);
  });

  await test.step('a page loaded again comes back by itself, on the same seat', async () => {
    await secretary.page.reload();
    await expect(callOn(secretary.page).getByRole('button', { name: 'Raccrocher' })).toBeVisible();
    await expectFrames(secretary.page, 'Pr Hélène Vasseur');
  });

  await test.step('hanging up asks for a rating, which the server keeps', async () => {
    const { page } = presenter;
    await callOn(page).getByRole('button', { name: 'Raccrocher' }).click();
    const end = page.getByRole('dialog', { name: 'Fin de la visioconférence' });
    await end.getByRole('radio', { name: /^5 étoiles/ }).press(' ');
    await end.getByLabel('Commentaire libre').fill('Son parfait.');
    await presenter.expectAccessible();
    await end.getByRole('button', { name: 'Envoyer la note' }).click();
    await expect(end.getByText('Merci : votre note est enregistrée.')).toBeVisible();
    await shot(page, 'after-390');
    await end.getByRole('button', { name: 'Retour à la réunion' }).click();
    await expect(page.getByRole('button', { name: 'Rejoindre la visioconférence' })).toBeVisible();
    await expect(faceOf(secretary.page, 'Dr Camille Durand')).toHaveCount(0);
  });
});
