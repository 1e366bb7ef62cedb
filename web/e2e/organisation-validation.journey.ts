import { expect, type Person, test } from './fixtures.ts';
import { arriveWithPasskey } from './registering.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;

/** Each new screen: accessible, and within its width on a desktop and on a telephone. */
async function look(person: Person, name: string): Promise<void> {
  const { page } = person;
  for (const [where, size] of [
    ['phone', { width: 390, height: 844 }],
    ['desktop', { width: 1280, height: 720 }],
  ] as const) {
    await page.setViewportSize(size);
    await person.expectAccessible();
    await expectNoSidewaysScroll(page);
    if (shots) await page.screenshot({ path: `${shots}/organisation-validation-${name}-${where}.png`, fullPage: true });
  }
}

const organisation = 'CHU de démonstration';
const name = 'Mme Lina Ferhat';

async function ask({ page }: Person, message: string): Promise<void> {
  await page.goto('/compte#justificatif');
  const panel = page.getByRole('region', { name: 'Justificatif professionnel' });
  await panel.getByText('Demander à un administrateur').click();
  await panel.getByRole('button', { name: /À qui/ }).click();
  await page.getByRole('option', { name: organisation }).click();
  await panel.getByLabel('Message').fill(message);
  await panel.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(panel.getByText('À l’étude', { exact: true })).toBeVisible();
}

// SC-24, SC-37, SC-45; REG-15, REG-17
test('the administrators of an organisation refuse with a reason, then validate, one of their own', async ({
  person,
}) => {
  test.setTimeout(180_000);
  const secretary = await person();
  const administrator = await person('coordinator');
  const found = await administrator.page.request.get('/api/organisations?search=CHU');
  const [chu] = (await found.json()) as { organisationId: string }[];
  const path = `/organisations/${chu?.organisationId}`;

  await test.step('nothing waits at first, and nobody else sees where it would', async () => {
    await administrator.page.goto(path);
    const panel = administrator.page.getByRole('region', { name: 'Demandes de validation' });
    await expect(panel.getByText('Aucune demande à traiter')).toBeVisible();
    await look(administrator, 'none');
    const outsider = await person('outsider');
    await outsider.page.goto(path);
    await expect(outsider.page.getByRole('heading', { level: 1, name: organisation })).toBeVisible();
    await expect(outsider.page.getByRole('region', { name: 'Demandes de validation' })).toHaveCount(0);
  });

  await test.step('a secretary on trial says that she works there, and asks its administrators', async () => {
    await arriveWithPasskey(secretary, {
      title: 'Mme',
      givenName: 'Lina',
      familyName: 'Ferhat',
      profession: 'Secrétaire médicale',
      specialty: 'Secrétariat médical',
    });
    await secretary.page.goto(path);
    await secretary.page.getByRole('button', { name: 'Je travaille ici' }).click();
    await expect(secretary.page.getByText('Vous faites maintenant partie de l’organisation.')).toBeVisible();
    await ask(secretary, 'Je viens d’arriver.');
    await look(secretary, 'asked');
  });

  const { page } = administrator;
  const card = page.getByRole('region', { name: 'Demandes de validation' }).getByRole('listitem');
  await test.step('a refusal asks for a reason, which she reads', async () => {
    await page.reload();
    await expect(card.getByText('Je viens d’arriver.')).toBeVisible();
    await look(administrator, 'waiting');
    await card.getByRole('button', { name: 'Refuser' }).click();
    const dialog = page.getByRole('dialog', { name: `Refuser la demande de ${name}` });
    await dialog.getByRole('button', { name: 'Refuser' }).click();
    await expect(dialog.getByText('Indiquez le motif', { exact: false })).toBeVisible();
    await dialog.getByLabel(/^Motif/).fill('Dites-nous dans quel service.');
    await dialog.getByRole('button', { name: 'Refuser' }).click();
    await expect(page.getByText(`La demande de ${name} est refusée.`)).toBeVisible();
    await expect(page.getByText('Aucune demande à traiter')).toBeVisible();
    await secretary.page.reload();
    await expect(secretary.page.getByText('Dites-nous dans quel service.', { exact: false })).toBeVisible();
  });

  await test.step('an acceptance is confirmed, and the account is validated', async () => {
    await ask(secretary, 'Secrétariat de pneumologie, troisième étage.');
    await page.reload();
    await card.getByRole('button', { name: 'Valider le compte' }).click();
    const sure = page.getByRole('alertdialog', { name: `Valider le compte de ${name} ?` });
    await look(administrator, 'sure');
    await sure.getByRole('button', { name: 'Valider le compte' }).click();
    await expect(page.getByText(`Le compte de ${name} est validé.`)).toBeVisible();
    await secretary.page.reload();
    const panel = secretary.page.getByRole('region', { name: 'Justificatif professionnel' });
    await expect(panel.getByText('Acceptée', { exact: true })).toBeVisible();
    await expect(secretary.page.getByText(/Compte d’essai/)).toHaveCount(0);
  });
});
