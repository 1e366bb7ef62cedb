import { createHmac } from 'node:crypto';
import { expect, test } from './fixtures.ts';
import { arriveWithPasskey, lookAtAccounts } from './registering.ts';
import { samplePdf } from './sample-files.ts';

const newcomer = {
  title: 'Pr',
  givenName: 'Anouk',
  familyName: 'Delmas',
  specialty: 'Hématologie',
};

// SC-22, SC-23, SC-41
test('a trial that is over leaves one’s own account, where a proof opens the rest again', async ({ person }) => {
  const professor = await person();
  const { page } = professor;
  await arriveWithPasskey(professor, newcomer);
  // A month passes: the server's own tests hold that it closes then; here is what one sees.
  await page.route('**/api/me', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), standing: 'closed' } });
  });
  await page.goto('/staff');
  await expect(page.getByRole('heading', { level: 1, name: 'Votre compte d’essai est terminé' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Nouveau patient' })).toHaveCount(0);
  const panel = page.getByRole('region', { name: 'Justificatif professionnel' });
  await panel.getByText('Badge de l’hôpital').click();
  await lookAtAccounts(professor, 'trial-over');
  const chooser = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Télécharger un justificatif' }).click();
  await (await chooser).setFiles(samplePdf('badge.pdf', 1));
  await expect(panel.getByText('À l’étude', { exact: true })).toBeVisible();
  await expect(panel.getByText('Badge de l’hôpital')).toBeVisible();
  await lookAtAccounts(professor, 'proof-sent');
  await panel.getByRole('button', { name: 'Retirer la demande' }).click();
  await expect(panel.getByText('Retirée', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Mon compte' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notifications par e-mail' })).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await lookAtAccounts(professor, 'closed-account');
});

/** The six digits of a moment, as an application makes them from its key (RFC 6238, SHA-1, 30 seconds). */
function codeAt(secret: string, moment: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(secret, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(moment / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

// SC-37, SC-19: the code comes from an application instead of a text message
test('an application of codes is installed with its drawing or its key, and its codes sign in', async ({ person }) => {
  const professor = await person();
  const { page } = professor;
  const email = await arriveWithPasskey(professor, newcomer);
  const password = 'huit mots pour entrer sans rapport';
  await page.goto('/compte');
  const ways = page.getByRole('region', { name: 'Mot de passe et codes' });
  await ways.getByRole('button', { name: 'Choisir un mot de passe' }).click();
  await page.getByRole('textbox', { name: /^Nouveau mot de passe/ }).fill(password);
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Votre mot de passe est changé.')).toBeVisible();
  await ways.getByRole('button', { name: 'Installer une application de codes' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Dessin à lire avec l’application')).toBeAttached();
  const key = (await dialog.getByText(/^(?:[A-Z2-7]{4} ){3,}[A-Z2-7]{1,4}$/).textContent())?.replaceAll(' ', '') ?? '';
  await lookAtAccounts(professor, 'code-application');
  await dialog.getByLabel('Premier code montré par l’application').fill(codeAt(key, Date.now()));
  await dialog.getByRole('button', { name: 'Confirmer' }).click();
  await expect(page.getByText('L’application est installée.')).toBeVisible();

  const elsewhere = await person();
  await elsewhere.page.goto('/connexion');
  await elsewhere.page.getByLabel('Adresse e-mail').fill(email);
  await elsewhere.page.getByRole('textbox', { name: /^Mot de passe/ }).fill(password);
  await elsewhere.page.keyboard.press('Enter');
  await expect(elsewhere.page.getByText('que montre votre application', { exact: false })).toBeVisible();
  // A code serves once: the one of the next half minute is taken already, clocks being what they are.
  await elsewhere.page.getByLabel('Code à 6 chiffres').fill(codeAt(key, Date.now() + 30_000));
  await elsewhere.page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(elsewhere.page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
});
