import type { MeetingDetail } from '@concertation/shared/contracts';
import { callAddress, callOn } from './call-screens.ts';
import { expect, test } from './fixtures.ts';
import { asked, everybody, script, shot } from './scripted-call.ts';

// SA-136, SA-140, SA-141, OO-15, OO-16, OO-18
test('under « Plus »: devices, full screen, a window for the second screen, the telephone bridge', async ({
  person,
}) => {
  const secretary = await person('secretary', { serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
  const { page } = secretary;
  await script(secretary, 0);
  await page.route(/\/api\/meetings\/[\w-]+$/, async (route) => {
    const meeting = (await (await route.fetch()).json()) as MeetingDetail;
    await route.fulfill({ json: { ...meeting, video: { ...meeting.video, details: '01 99 00 00 00\nCode 4321' } } });
  });
  await page.goto(await callAddress(page));
  await page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
  await everybody(page);
  await page.evaluate(() => window.fakeCall.change({ microphone: 'live' }));
  const call = callOn(page);
  const more = async (name: string) => {
    await call.getByRole('button', { name: 'Plus', exact: true }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  await test.step('the devices of the call change during it', async () => {
    await more('Paramètres');
    const settings = page.getByRole('dialog', { name: 'Paramètres' });
    for (const [field, device, kind, deviceId] of [
      ['Micro', 'Micro-casque USB', 'microphone', 'm1'],
      ['Caméra', 'Caméra intégrée', 'camera', 'c1'],
      ['Sortie audio', 'Haut-parleurs', 'speaker', 's1'],
    ] as const) {
      await settings.getByRole('button', { name: new RegExp(field) }).click();
      await page.getByRole('option', { name: device }).click();
      expect(await asked(page, 'choose')).toEqual(['choose', kind, deviceId]);
    }
    await secretary.expectAccessible();
    await shot(page, 'settings');
    await settings.getByRole('button', { name: 'Terminé' }).click();
  });

  await test.step('the telephone bridge says its number, and that everybody must use it', async () => {
    await more('Se connecter en pont téléphonique');
    const bridge = page.getByRole('dialog', { name: 'Se connecter en pont téléphonique' });
    await expect(bridge.getByText('01 99 00 00 00')).toBeVisible();
    await expect(bridge.getByText('Tous les participants doivent', { exact: false })).toBeVisible();
    await bridge.getByRole('button', { name: 'Couper mon micro ici' }).click();
    await expect(bridge.getByRole('button', { name: 'Couper mon micro ici' })).toHaveCount(0);
    await secretary.expectAccessible();
    await shot(page, 'bridge');
    await bridge.getByRole('button', { name: 'Fermer', exact: true }).last().click();
  });

  await test.step('full screen, and back', async () => {
    await more('Plein écran');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    const size = page.viewportSize();
    await expect.poll(async () => (await call.boundingBox())?.width).toBe(size?.width);
    await secretary.expectAccessible();
    await shot(page, 'full-screen');
    await more('Quitter le plein écran');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBe(null);
  });

  await test.step('the faces in a window of their own, while the sheet keeps this one; brought back by closing it', async () => {
    const opening = page.context().waitForEvent('page');
    await more('Fenêtre séparée (second écran)');
    const second = await opening;
    await expect(second.getByRole('main', { name: 'Visioconférence' })).toContainText('Pr Hélène Vasseur');
    await expect(second.locator('figure').first()).toHaveCSS('position', 'relative');
    await expect(call.getByText('La visioconférence est ouverte dans une autre fenêtre.')).toBeVisible();
    await expect(call.locator('figure')).toHaveCount(0);
    await secretary.expectAccessible();
    await shot(second, 'pop-out');
    await call.getByRole('button', { name: 'La ramener ici' }).click();
    await expect(call.locator('figure').first()).toBeVisible();
  });

  await test.step('hung up while it is open, the next call starts in this window', async () => {
    const opening = page.context().waitForEvent('page');
    await more('Fenêtre séparée (second écran)');
    const second = await opening;
    const closing = second.waitForEvent('close');
    await call.getByRole('button', { name: 'Raccrocher' }).click();
    await closing;
    await page.getByRole('button', { name: 'Rejoindre à nouveau' }).click();
    await page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
    await everybody(page);
    await expect(call.locator('figure').first()).toBeVisible();
  });
});

// SA-137, SA-138
test('on a Mac the keys of the call go with ⌘: Ctrl+D and Ctrl+E are those of the text', async ({ person }) => {
  const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
  const secretary = await person('secretary', { serviceWorkers: 'block', userAgent });
  const { page } = secretary;
  await script(secretary, 0);
  await page.goto(await callAddress(page));
  await page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
  await everybody(page);
  await page.evaluate(() => window.fakeCall.change({ microphone: 'live', camera: 'off' }));
  const call = callOn(page);
  await call.getByRole('button', { name: /^Discussion/ }).click();
  await page.getByLabel('Votre message').click();
  await page.keyboard.press('Control+e');
  await page.keyboard.press('Control+d');
  await expect(call.getByRole('button', { name: 'Couper le micro' })).toBeVisible();
  await expect(call.getByRole('button', { name: 'Activer la caméra' })).toBeVisible();
  await page.keyboard.press('Meta+d');
  await expect(call.getByRole('button', { name: 'Activer le micro' })).toBeVisible();
});
