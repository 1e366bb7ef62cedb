import type { Page } from '@playwright/test';
import { expect, type Person, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

/** An organisation, which exists before a board (SC-47). Its id is its address. */
async function createOrganisation({ context }: Person, name: string): Promise<void> {
  const answer = await context.request.post('/api/organisations', { data: { kind: 'establishment', name } });
  expect(answer.status()).toBe(200);
}

async function choose(page: Page, field: RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function chooseOrganisation(page: Page, name: string): Promise<void> {
  // Typed whole: the list holds still once nothing else is in it.
  await page.getByRole('combobox', { name: /^Organisation/ }).fill(name);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.getByRole('option', { name }).click();
  await expect(page.getByRole('button', { name: `Retirer ${name}` })).toBeVisible();
}

/** A board coordinated by somebody, opened. */
async function createBoard(person: Person, name: string): Promise<void> {
  const { page } = person;
  await createOrganisation(person, `Centre ${name}`);
  await page.goto('/staff/nouveau');
  await page.getByLabel(/^Nom/).fill(name);
  await choose(page, /Type/, 'RCP');
  await chooseOrganisation(page, `Centre ${name}`);
  await page.getByRole('button', { name: 'Créer le staff' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

// SC-59, SC-60, SC-61, SC-62, SC-91
test('a staff is found in spite of a typo; on the day one takes part by the call or adds a patient', async ({
  person,
}) => {
  const secretary = await person('secretary');
  const { page } = secretary;
  await page.goto('/staff');
  await page.getByRole('searchbox', { name: 'Rechercher un staff' }).fill('digestiv');
  await expect(page.getByRole('link', { name: 'RCP Digestif', exact: true })).toBeVisible();
  await expect(page.getByText(/staffs? trouvés?/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Présenter un patient à RCP Digestif/ })).toHaveCount(0);
  await secretary.expectAccessible();
  await page.getByRole('link', { name: 'Participer au staff : RCP Digestif' }).click();
  await expect(page.getByRole('link', { name: /^Ajouter un patient/ })).toHaveAttribute('href', /^\/presenter\//);
  await secretary.expectAccessible();
  await page.getByRole('link', { name: /^Participer à la visioconférence/ }).click();
  await expect(page).toHaveURL(/\/reunions\//);
  await expect(page.getByRole('heading', { name: 'RCP Digestif' })).toBeVisible();
  await page.goto('/staff');
  await page.getByRole('searchbox', { name: 'Rechercher un staff' }).fill('zzzz');
  await expect(page.getByText('Aucun staff ne correspond')).toBeVisible();
});

// SC-100, SC-47, OO-35, OO-36, OO-44
test('a staff is created with a name, a type and an organisation, then administered', async ({ person }) => {
  const coordinator = await person('coordinator');
  const { page } = coordinator;
  await createOrganisation(coordinator, 'Hôpital Nord-Ouest');
  await page.goto('/staff');
  await page.getByRole('link', { name: 'Créer un staff' }).click();
  await page.getByRole('button', { name: 'Créer le staff' }).click();
  for (const words of ['Donnez un nom au staff.', 'Choisissez le type', 'Choisissez au moins une organisation.'])
    await expect(page.getByText(words, { exact: false })).toBeVisible();
  await expect(page.getByLabel(/^Nom/)).toBeFocused();
  await coordinator.expectAccessible();
  await page.getByLabel(/^Nom/).fill('RCP Sarcomes');
  await choose(page, /Type/, 'RCP d’oncologie');
  await chooseOrganisation(page, 'Hôpital Nord-Ouest');
  await page.getByRole('button', { name: 'Créer le staff' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'RCP Sarcomes' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await coordinator.expectAccessible();

  await page.getByRole('link', { name: 'Administration' }).click();
  await page.getByRole('button', { name: 'Quorum d’oncologie' }).click();
  await expect(page.getByRole('heading', { name: 'Règle 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Ajouter une règle' }).click();
  await page.getByRole('combobox', { name: 'Médecins en' }).last().fill('anatomie');
  await page.getByRole('option', { name: 'Anatomie et cytologie pathologiques' }).click();
  await page.getByRole('button', { name: 'Ajouter une étiquette' }).click();
  await page.getByRole('textbox', { name: 'Étiquette 1' }).fill('Urgence');
  await page.getByRole('button', { name: 'Ajouter une question' }).click();
  await page.getByLabel('Intitulé').fill('Traitement en cours');
  await page.getByRole('button', { name: 'Ajouter une question' }).click();
  await page.getByLabel('Intitulé').last().fill('Score OMS');
  await page.getByRole('button', { name: 'Texte Réponse' }).last().click();
  await page.getByRole('option', { name: 'Choix dans une liste' }).click();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Proposez au moins deux choix', { exact: false })).toBeVisible();
  await page.getByLabel('Choix proposés').fill('0\n1\n2');
  const up = page.getByRole('button', { name: 'Monter la question 2' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Intitulé').first()).toHaveValue('Score OMS');
  await expect(page.getByRole('button', { name: 'Descendre la question 1' })).toBeFocused();
  await expect(page.getByText('Ils ne changent rien aux réunions déjà planifiées', { exact: false })).toBeVisible();
  await choose(page, /Comment on se réunit/, 'Audioconférence');
  await page.getByLabel('Détail de la visioconférence').fill('01 23 45 67 89, code 4321');
  // What is scrolled half under the frame's header would be measured by the half that shows.
  await page.evaluate(() => scrollTo(0, 0));
  await coordinator.expectAccessible();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Réglages enregistrés')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Intitulé').first()).toHaveValue('Score OMS');
  await expect(page.getByLabel('Détail de la visioconférence')).toHaveValue('01 23 45 67 89, code 4321');
  await expect(page.getByRole('heading', { name: 'Règle 4' })).toBeVisible();
});

test('what I typed is kept when somebody saved meanwhile, and when I leave the page', async ({ person }) => {
  const [here, there] = [await person('coordinator'), await person('coordinator')];
  await createBoard(here, 'RCP Partagée');
  await here.page.getByRole('link', { name: 'Administration' }).click();
  await expect(here.page.getByLabel(/^Nom/)).toHaveValue('RCP Partagée');
  await there.page.goto(here.page.url());
  await there.page.getByLabel('Lieu').fill('Brest');
  await there.page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(there.page.getByText('Réglages enregistrés')).toBeVisible();
  await here.page.getByLabel(/^Charte/).fill('Arriver à l’heure.');
  await here.page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(here.page.getByText('Quelqu’un a enregistré d’autres réglages entre-temps')).toBeVisible();
  await expect(here.page.getByLabel(/^Charte/)).toHaveValue('Arriver à l’heure.');
  await expect(here.page.getByLabel('Lieu')).toHaveValue('Brest');
  await here.expectAccessible();
  await here.page.getByRole('link', { name: 'RCP Partagée' }).first().click();
  await here.page.getByRole('link', { name: 'Administration' }).click();
  await expect(here.page.getByText('Vos modifications ont été retrouvées')).toBeVisible();
  await expect(here.page.getByLabel(/^Charte/)).toHaveValue('Arriver à l’heure.');
  await here.page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(here.page.getByText('Réglages enregistrés')).toBeVisible();
  await here.page.getByRole('link', { name: 'RCP Partagée' }).first().click();
  await expect(here.page.getByText('Arriver à l’heure.')).toBeVisible();
});

// SC-98, OO-24
test('a coordinator adds a colleague, changes their role, invites by e-mail, takes somebody out', async ({
  person,
}) => {
  const coordinator = await person('coordinator');
  const { page } = coordinator;
  await createBoard(coordinator, 'RCP Équipe');
  await page.getByRole('combobox', { name: 'Confrère' }).fill('ferrand');
  await page.getByRole('option', { name: /Ferrand/ }).click();
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Membre permanent' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'antoine.ferrand@demonstration.invalid' })).toBeVisible();
  await page.getByRole('button', { name: /^Rôle et retrait de Dr Antoine Ferrand/ }).click();
  await coordinator.expectAccessible();
  await page.getByRole('menuitemradio', { name: 'Secrétaire avec délégation' }).click();
  await expect(page.getByRole('heading', { name: 'Secrétaire avec délégation' })).toBeVisible();
  await page.getByText('Une personne, par e-mail').click();
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByText('Indiquez une adresse e-mail complète.')).toBeVisible();
  await page.getByLabel('Adresse e-mail').fill('nouvelle@exemple.invalid');
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByRole('heading', { name: 'Invitations en attente' })).toBeVisible();
  await coordinator.expectAccessible();
  await page.getByRole('button', { name: 'Retirer l’invitation de nouvelle@exemple.invalid' }).click();
  await page.getByRole('button', { name: 'Retirer l’invitation', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Invitations en attente' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Rôle et retrait de Dr Antoine Ferrand/ }).click();
  await page.getByRole('menuitem', { name: 'Retirer du staff' }).click();
  await page.getByRole('button', { name: 'Retirer', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Secrétaire avec délégation' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Rôle et retrait de Pr Hélène Vasseur/ }).click();
  await page.getByRole('menuitem', { name: 'Retirer du staff' }).click();
  await page.getByRole('button', { name: 'Retirer', exact: true }).click();
  await expect(page.getByText('C’est la seule personne qui administre', { exact: false })).toBeVisible();
});

test('the link of an invitation leads through the sign-in page back to it, then to the board', async ({ person }) => {
  const coordinator = await person('coordinator');
  await createBoard(coordinator, 'RCP Invitante');
  await coordinator.page.getByText('Une personne, par e-mail').click();
  await coordinator.page.getByLabel('Adresse e-mail').fill('paul@exemple.invalid');
  await coordinator.page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(coordinator.page.getByRole('heading', { name: 'Invitations en attente' })).toBeVisible();
  const mails = (await (await coordinator.context.request.get('/api/demo/mails')).json()) as {
    recipient: string;
    text: string;
  }[];
  const link = /\/invitation\/[\w-]+/.exec(
    mails.find(({ recipient }) => recipient === 'paul@exemple.invalid')?.text ?? '',
  );
  expect(link).not.toBeNull();
  const invited = await person();
  const { page } = invited;
  await page.goto(link?.[0] ?? '');
  await expect(page.getByText('Pr Hélène Vasseur vous invite à rejoindre')).toBeVisible();
  await invited.expectAccessible();
  await page.getByRole('link', { name: 'Se connecter', exact: true }).click();
  await page.getByRole('button', { name: /Paul Kerbrat/ }).click();
  await page.getByRole('button', { name: 'Accepter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'RCP Invitante' })).toBeVisible();
  await page.goto(`/invitation/${'x'.repeat(43)}`);
  await expect(page.getByText('Cette invitation n’ouvre rien')).toBeVisible();
  await invited.expectAccessible();
});

test('every screen of the staffs holds its width on a phone', async ({ person }) => {
  const coordinator = await person('coordinator', phone);
  const { page } = coordinator;
  await createBoard(coordinator, 'RCP Étroite au nom qui n’en finit pas de dire à quoi elle sert');
  const board = new URL(page.url()).pathname;
  for (const path of ['/staff', '/staff/nouveau', board, `${board}/administration`, `${board}/participer`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await coordinator.expectAccessible();
    await expectNoSidewaysScroll(page);
  }
});
