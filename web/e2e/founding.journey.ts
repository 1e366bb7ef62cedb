import { type Browser, test } from '@playwright/test';
import { addVirtualAuthenticator, expect, open, type Person, Product } from './fixtures.ts';
import { Mailbox } from './mailbox.ts';
import { confirmWithPasskey, registerByHand } from './registering.ts';
import { expectSaved, report, section, write } from './screens.ts';

// Issue « done when »: no demonstration data. A new user opens an organisation, creates a board, plans a recurring meeting,
// receives a patient presented through the public portal by another new user, prepares and runs the list with two colleagues and
// a guest; the presenter finds the report in « commentaires ».

const people = {
  founder: ['Pr', 'Claire', 'Fondatrice', 'Oncologie médicale'],
  surgeon: ['Dr', 'Louis', 'Chirurgien', 'Chirurgie digestive'],
  radiotherapist: ['Dr', 'Rose', 'Radio', 'Oncologie radiothérapie'],
  guest: ['Dr', 'Ines', 'Invitée', 'Médecine générale'],
  presenter: ['Dr', 'Marc', 'Présentateur', 'Hépato-gastro-entérologie'],
} as const;
type Key = keyof typeof people;
const address = (key: Key) => `${key}@exemple.fr`;

test.use({ actionTimeout: 15_000 });

let product: Product;
const mailbox = new Mailbox();

test.beforeAll(async () => {
  product = new Product({ DEMONSTRATION: '0', SMTP_URL: await mailbox.open(), MAIL_FROM: 'rcp@exemple.fr' });
  await product.start();
});
test.afterAll(async () => {
  await product.remove();
  await mailbox.close();
});

/** Opens a browser with a passkey device. */
async function arrive(browser: Browser): Promise<Person> {
  const person = await open(browser, product);
  await addVirtualAuthenticator(person);
  return person;
}

/** Registers by hand, wherever one was led to, opens the link of the mail, and comes out signed in with a passkey. */
async function signUp(person: Person, key: Key): Promise<void> {
  const [title, givenName, familyName, specialty] = people[key];
  const email = address(key);
  await registerByHand(person, { title, givenName, familyName, specialty, email });
  await confirmWithPasskey(person, await mailbox.linkTo(email, /\/inscription\/confirmation#[\w-]+/));
}

/** Opens the link of an invitation, signs up from it, accepts. */
async function acceptInvitation(browser: Browser, key: Key): Promise<Person> {
  const invited = await arrive(browser);
  const { page } = invited;
  await page.goto(await mailbox.linkTo(address(key), /\/invitation\/[\w-]+/));
  await page.getByRole('link', { name: 'S’inscrire', exact: true }).click();
  await signUp(invited, key);
  await page.getByRole('button', { name: 'Accepter' }).click();
  await expect(page.getByRole('button', { name: 'Accepter' })).toHaveCount(0);
  return invited;
}

function inDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return day.split('-').toReversed().join('/');
}

// SC-03, SC-30, SC-46, SC-47, SC-56, SC-57, SC-58, SC-64, SC-65, SC-66, SC-76, SC-77, SC-78, SC-84, SC-94, SC-95, SC-96, SC-97, SC-100, OO-29
test('from nothing to a signed report found in « commentaires »', async ({ browser }) => {
  test.setTimeout(240_000);
  const founder = await arrive(browser);
  const { page } = founder;

  await test.step('a new user opens an organisation with a public portal', async () => {
    await page.goto('/inscription');
    await signUp(founder, 'founder');
    await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
    await page.goto('/organisations/nouvelle');
    await page.getByRole('button', { name: /Type/ }).click();
    await page.getByRole('option', { name: 'Filière ou réseau de soins' }).click();
    await page.getByLabel(/^Nom/).fill('Filière du foie');
    await page.getByLabel('Adresse e-mail').fill('aide@exemple.fr');
    await page.getByLabel(/^Adresse du portail/).fill('foie');
    await page.getByText('Publier le portail', { exact: false }).click();
    await page.getByRole('button', { name: 'Créer l’organisation' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Filière du foie' })).toBeVisible();
  });

  await test.step('she creates a board with a quorum, published, that admits guests', async () => {
    await page.goto('/staff/nouveau');
    await page.getByLabel(/^Nom/).fill('RCP Foie');
    await page.getByRole('button', { name: /Type/ }).click();
    await page.getByRole('option', { name: 'RCP d’oncologie', exact: true }).click();
    await page.getByRole('combobox', { name: /^Organisation/ }).fill('Filière');
    await page.getByRole('option', { name: 'Filière du foie' }).click();
    await page.getByRole('button', { name: 'Créer le staff' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'RCP Foie' })).toBeVisible();
    await page.getByRole('link', { name: 'Administration' }).click();
    await page.getByRole('button', { name: 'Quorum d’oncologie' }).click();
    await page.getByText('Publié', { exact: true }).click();
    await page.getByText('Admettre des invités', { exact: true }).click();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page.getByText('Réglages enregistrés')).toBeVisible();
    await page.getByRole('link', { name: 'RCP Foie' }).first().click();
  });

  await test.step('she plans a recurring meeting and invites two colleagues by e-mail', async () => {
    await page.getByRole('button', { name: 'Planifier' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Date/).first().fill(inDays(3));
    await dialog.getByLabel(/^Heure/).fill('18:00');
    await dialog.getByRole('button', { name: /Répétition/ }).click();
    await page.getByRole('option', { name: 'Chaque semaine' }).click();
    await dialog.getByRole('textbox', { name: 'Nombre de réunions' }).fill('3');
    await dialog.getByRole('button', { name: 'Voir les dates' }).click();
    await dialog.getByRole('button', { name: 'Planifier les 3 réunions' }).click();
    await expect(page.getByText('3 réunions sont planifiées', { exact: false })).toBeVisible();
    for (const key of ['surgeon', 'radiotherapist'] as const) {
      await page.getByText('Une personne, par e-mail').click();
      await page.getByLabel('Adresse e-mail').fill(address(key));
      await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
      await expect(page.getByText(address(key), { exact: true })).toBeVisible();
    }
  });

  const surgeon = await acceptInvitation(browser, 'surgeon');
  const radiotherapist = await acceptInvitation(browser, 'radiotherapist');

  const presenter = await arrive(browser);
  await test.step('another new user presents a patient through the public portal', async () => {
    const out = presenter.page;
    await out.goto('/portail/foie');
    await out.getByRole('button', { name: 'Présenter à un staff' }).click();
    await out.getByRole('radio', { name: /RCP Foie/ }).check({ force: true });
    await out.getByRole('link', { name: 'Présenter un patient' }).click();
    await expect(out).toHaveURL(/\/connexion\?vers=/);
    await out.getByRole('link', { name: 'S’inscrire' }).click();
    await signUp(presenter, 'presenter');
    await expect(out.getByRole('heading', { level: 1, name: 'Présenter un patient · RCP Foie' })).toBeVisible();
    await out.getByLabel(/^Nom de naissance/).fill('Essaillon');
    await out
      .getByLabel(/^Prénom/)
      .first()
      .fill('Berthe');
    await out.getByLabel(/^Date de naissance/).fill('05/06/1951');
    await out.getByRole('radio', { name: 'Féminin' }).check({ force: true });
    await out.getByRole('button', { name: 'Suivant' }).click();
    await expect(out.getByRole('heading', { name: 'Préparer la présentation' })).toBeVisible();
    await write(out, 'Diagnostic', 'Carcinome hépatocellulaire');
    await write(out, 'Anamnèse', 'Cirrhose connue');
    await write(out, 'Question posée', 'Résection ou ablation ?');
    await expectSaved(out);
    await out.getByRole('link', { name: 'Suivant' }).click();
    await expect(out.getByText('RCP Foie').first()).toBeVisible();
    await out.getByRole('link', { name: 'Suivant' }).click();
    await out.getByRole('radio', { name: 'Oralement' }).press('Space');
    await out.getByRole('radio', { name: /^Le patient ne s’oppose pas/ }).press('Space');
    await out.getByRole('button', { name: 'Enregistrer la réponse' }).click();
    await expect(out.getByText(/Informé le .* par .*, oralement/)).toBeVisible();
    await out.getByRole('button', { name: 'Créer mon patient' }).click();
    await expect(out.getByRole('region', { name: 'Présentations' }).getByText('inscrit')).toBeVisible();
  });

  let meeting = '';
  await test.step('the founder is told, opens the list, invites a guest, and finds the case ready', async () => {
    meeting = await mailbox.linkTo(address('founder'), /\/reunions\/[\w-]+/);
    await page.goto('/notifications');
    await expect(page.getByText('RCP Foie', { exact: false }).first()).toBeVisible();
    await page.goto(meeting);
    const listed = page.getByRole('listitem').filter({ hasText: 'ESSAILLON' }).first();
    await expect(listed.getByText('prêt', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Plus d’actions' }).click();
    await page.getByRole('menuitem', { name: 'Inviter un invité' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill(address('guest'));
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  const guest = await acceptInvitation(browser, 'guest');

  await test.step('the meeting opens; the guest sees no patient; the quorum is there once all are', async () => {
    await page.getByRole('button', { name: 'Ouvrir la réunion' }).click();
    await expect(page.getByText('La réunion est ouverte', { exact: false })).toBeVisible();
    for (const someone of [surgeon, radiotherapist, guest]) await someone.page.goto(meeting);
    await expect(guest.page.getByRole('heading', { name: 'RCP Foie' }).first()).toBeVisible();
    await expect(guest.page.getByText(/réservé/).first()).toBeVisible();
    await expect(guest.page.getByText('ESSAILLON')).toHaveCount(0);
    await page.keyboard.press('Alt+ArrowDown');
    await expect(surgeon.page).toHaveTitle(/ESSAILLON/);
    await expect(section(surgeon.page, 'Diagnostic')).toContainText('Carcinome hépatocellulaire');
  });

  await test.step('the report is written, validated without anybody in charge of the patient for a reason, frozen and signed', async () => {
    await page.getByRole('button', { name: 'Préremplir depuis la fiche' }).click();
    await page.getByRole('button', { name: 'Mettre en discussion' }).click();
    await write(report(page), 'Proposition de la RCP', 'Résection chirurgicale.');
    await page.getByRole('button', { name: /Décision \(/ }).click();
    await page.getByRole('option', { name: 'Traitement' }).click();
    await page.getByRole('button', { name: /Dossier complet/ }).click();
    await page.getByRole('option', { name: 'Oui' }).click();
    await expectSaved(page);
    await page.getByRole('button', { name: 'Valider' }).click();
    const quorum = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await expect(quorum.getByText(/prenant en charge/).first()).toBeVisible();
    await quorum.getByRole('textbox').fill('Le présentateur a été joint par téléphone.');
    await quorum.getByRole('button', { name: /Valider/ }).click();
    await expect(page.getByText('Le texte est relu.', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Figer le compte-rendu' }).click();
    const freeze = page.getByRole('alertdialog');
    await freeze.getByLabel(/^Nom de naissance/).fill('Essaillon');
    await freeze.getByLabel(/^Date de naissance/).fill('05/06/1951');
    await freeze.getByRole('button', { name: 'Figer définitivement' }).click();
    await expect(freeze).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Télécharger le PDF' })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the presenter is told and finds the report in « commentaires »', async () => {
    const out = presenter.page;
    await mailbox.linkTo(address('presenter'), /\/dossiers\/[\w-]+/);
    await out.goto('/');
    await out.getByText('Demande répondue').first().click();
    await out.getByRole('link', { name: /ESSAILLON Berthe/ }).click();
    await expect(out.getByRole('heading', { name: 'Commentaires' })).toBeVisible();
    const downloading = out.waitForEvent('download');
    await out.getByRole('button', { name: /Télécharger le PDF du compte-rendu/ }).click();
    expect((await downloading).suggestedFilename()).toMatch(/\.pdf$/);
  });
  for (const { errors, context } of [founder, surgeon, radiotherapist, presenter, guest]) {
    expect(errors).toEqual([]);
    await context.close();
  }
});
