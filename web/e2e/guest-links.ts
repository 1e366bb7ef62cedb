import type { OutboxMail } from '@concertation/shared/contracts';
import { expect, type Person } from './fixtures.ts';
import { joinMeeting } from './screens.ts';

/** The link of the latest mail to an address, as the demonstration's outbox shows it. */
export async function linkTo({ context }: Person, address: string): Promise<string> {
  const mails = (await (await context.request.get('/api/demo/mails')).json()) as OutboxMail[];
  const link = /\/invite\/[\w-]+/.exec(mails.find(({ recipient }) => recipient === address)?.text ?? '')?.[0];
  if (!link) throw new Error(`no link was mailed to ${address}`);
  return link;
}

/** Opens the details of the running meeting, where its guests are. */
export async function openDetails(person: Person): Promise<void> {
  await joinMeeting(person);
  const { page } = person;
  const toggle = page.getByRole('button', { name: 'Détails de la réunion' });
  if ((await toggle.count()) > 0 && (await toggle.isVisible())) await toggle.click();
  await expect(page.getByRole('heading', { name: 'Invités sans compte' }).first()).toBeVisible();
}

/** Invites somebody without an account, as the secretary does. */
export async function invite({ page }: Person, familyName: string, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Inviter quelqu’un sans compte' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Inviter quelqu’un sans compte' });
  await dialog.getByRole('button', { name: /Titre/ }).click();
  await page.getByRole('option', { name: 'Mme' }).click();
  await dialog.getByLabel('Prénom').fill('Ines');
  await dialog.getByLabel('Nom', { exact: false }).nth(1).fill(familyName);
  await dialog.getByLabel('Qualité').fill('Cardiologue');
  await dialog.getByLabel('Adresse e-mail').fill(email);
  await dialog.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(dialog).toHaveCount(0);
}
