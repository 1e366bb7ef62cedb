import type { APIRequestContext } from '@playwright/test';
import type { BoardCard, BoardDetail } from '@concertation/shared/contracts';
import { addVirtualAuthenticator, expect, test, type Person } from './fixtures.ts';
import { confirmWithPasskey, demonstrationLink, registerByHand } from './registering.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
const phone = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };

async function shoot({ page }: Person, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/portal-${name}.png`, fullPage: true });
}

/** Puts the demonstration's board, which meets today, and a new one without a date on the network's portal. */
async function publishBoards(request: APIRequestContext, organisationId: string): Promise<string> {
  const boards = (await (await request.get('/api/boards?mine=true')).json()) as BoardCard[];
  const today = boards.find(({ name }) => name === 'RCP Digestif') as BoardCard;
  const { settings, revision } = (await (await request.get(`/api/boards/${today.boardId}`)).json()) as BoardDetail;
  const changed = { ...settings, organisationIds: [organisationId], published: true, showsMembers: true, revision };
  expect((await request.patch(`/api/boards/${today.boardId}`, { data: changed })).status()).toBe(204);
  const created = await request.post('/api/boards', {
    data: {
      name: 'RCP Larynx rare',
      kind: 'rcp_maladie_rare',
      level: 'national',
      organisationIds: [organisationId],
      field: 'larynx',
      place: 'Paris',
      published: true,
    },
  });
  expect(created.status()).toBe(200);
  return ((await created.json()) as { boardId: string }).boardId;
}

// SC-06, SC-07, SC-08, SC-09, SC-46, SC-56, SC-57, SC-58, SC-59, SC-89, SC-90, CM-11, PA-11, PA-20
test('a network is created and published; from its portal one presents a patient, or takes part on the day', async ({
  person,
  product,
}) => {
  const coordinator = await person('coordinator');
  const { page } = coordinator;
  let organisationId = '';
  let boardId = '';

  await test.step('the coordinator creates the network; a wrong field keeps what was typed', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: /Menu du compte/ }).click();
    await page.getByRole('menuitem', { name: 'Organisations' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Organisations' })).toBeVisible();
    await coordinator.expectAccessible();
    await page.getByRole('link', { name: 'Créer une organisation' }).first().click();
    await page.getByRole('button', { name: /Type/ }).click();
    await page.getByRole('option', { name: 'Filière ou réseau de soins' }).click();
    await page.getByLabel(/^Nom/).fill('Filière Gorge et larynx');
    await page.getByLabel('Ville ou région').fill('Paris');
    await page.getByLabel('Présentation').fill('Maladies rares de la gorge et du larynx.');
    await page.getByLabel('Adresse e-mail').fill('aide');
    await page.getByLabel('Téléphone').fill('01 23 45 67 89');
    await page.getByLabel(/^Adresse du portail/).fill('www');
    await page.getByText('Publier le portail', { exact: false }).click();
    await page.getByRole('button', { name: 'Créer l’organisation' }).click();
    await expect(page.getByText('Indiquez une adresse e-mail complète, ou laissez vide.')).toBeVisible();
    await coordinator.expectAccessible();
    await page.getByLabel('Adresse e-mail').fill('rcp.gorge@exemple.fr');
    await page.getByRole('button', { name: 'Créer l’organisation' }).click();
    await expect(page.getByText('Indiquez une adresse libre', { exact: false })).toBeVisible();
    await expect(page.getByLabel('Présentation')).toHaveValue('Maladies rares de la gorge et du larynx.');
    await shoot(coordinator, 'organisation-form');
    await page.getByLabel(/^Adresse du portail/).fill('gorge');
    await page.getByRole('button', { name: 'Créer l’organisation' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Filière Gorge et larynx' })).toBeVisible();
    organisationId = page.url().split('/').at(-1) as string;
  });

  await test.step('she adds a colleague, and is asked before leaving as the only administrator', async () => {
    await page.getByLabel('Ajouter un confrère').fill('Lambert');
    await page.getByRole('option', { name: /Lambert/ }).click();
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect(page.getByText('Mme Sophie Lambert fait partie de l’organisation.')).toBeVisible();
    await page.getByRole('button', { name: 'Je n’y travaille plus' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Je n’y travaille plus' }).click();
    await expect(dialog.getByText('C’est la seule personne qui administre', { exact: false })).toBeVisible();
    await coordinator.expectAccessible();
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await shoot(coordinator, 'organisation');
    await coordinator.expectAccessible();
    boardId = await publishBoards(coordinator.context.request, organisationId);
  });

  const visitor = await person();
  const out = visitor.page;
  await test.step('nobody signed in finds the portal and presents to a board that does not meet today', async () => {
    await out.goto('/connexion');
    await expect(out.getByText('Navigateurs compatibles', { exact: false })).toBeVisible();
    await expect(out.getByText('Un problème, une question, contactez-nous')).toBeVisible();
    await expect(out.getByRole('link', { name: 'assistance@demonstration.invalid' })).toHaveAttribute(
      'href',
      'mailto:assistance@demonstration.invalid',
    );
    await visitor.expectAccessible();
    await shoot(visitor, 'sign-in');
    await out.getByRole('link', { name: 'Voir les portails publics des filières' }).click();
    await visitor.expectAccessible();
    await shoot(visitor, 'list');
    await out.getByRole('link', { name: /Filière Gorge et larynx/ }).click();
    await expect(out.getByRole('heading', { level: 1, name: 'Filière Gorge et larynx' })).toBeVisible();
    await out.getByRole('button', { name: 'Présenter à un staff' }).click();
    await out.getByRole('button', { name: 'Présenter un patient' }).click();
    await expect(out.getByText('Choisissez d’abord une RCP dans la liste.')).toBeVisible();
    await expect(out.getByRole('link', { name: 'rcp.gorge@exemple.fr' })).toBeVisible();
    await visitor.expectAccessible();
    await out.getByRole('radio', { name: /RCP Larynx rare/ }).check({ force: true });
    await expect(out.getByRole('link', { name: 'Participer au staff' })).toHaveCount(0);
    await shoot(visitor, 'portal');
    await visitor.expectAccessible();
    await out.getByRole('link', { name: 'Présenter un patient' }).click();
    await expect(out).toHaveURL(new RegExp(`/connexion\\?vers=%2Fpresenter%2F${boardId}$`));
  });

  await test.step('the intent survives the creation of an account', async () => {
    await addVirtualAuthenticator(visitor);
    await out.getByRole('link', { name: 'S’inscrire' }).click();
    const email = 'ines.portail@example.org';
    await registerByHand(visitor, {
      title: 'Dr',
      givenName: 'Inès',
      familyName: 'Portail',
      specialty: 'Pédiatrie',
      email,
    });
    await confirmWithPasskey(
      visitor,
      await demonstrationLink(visitor, email, /http\S+\/inscription\/confirmation#[\w-]+/),
    );
    await expect(out).toHaveURL(new RegExp(`/presenter/${boardId}`));
  });

  await test.step('« Accès professionnel », the assistant and « Visioconf », with one account', async () => {
    const someone = await person();
    const { page: there } = someone;
    await there.goto('/portail/gorge');
    const banner = there.getByRole('banner');
    await expect(banner.getByRole('link', { name: 'Accès professionnel' })).toBeVisible();
    const box = await banner.getByRole('link', { name: 'Accès professionnel' }).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan((there.viewportSize()?.width ?? 0) / 2);
    await there.getByRole('link', { name: /^Créez votre compte/ }).click();
    await expect(there.getByRole('heading', { level: 1, name: 'Créez votre compte' })).toBeVisible();
    await there.goBack();
    await expect(
      there.getByText('avec ce même compte : il n’y en a pas d’autre à créer', { exact: false }),
    ).toBeVisible();
    await there.getByRole('link', { name: /^Visioconf/ }).click();
    await expect(there).toHaveURL(/\/connexion\?vers=%2Fstaff$/);
    await there.getByRole('button', { name: /Dr Camille Durand/ }).click();
    await expect(there).toHaveURL(/\/staff$/);
    await expect(there.getByRole('heading', { level: 1 })).toBeVisible();
    await there.goto('/portail/gorge');
    await there.getByRole('link', { name: 'Accès professionnel' }).click();
    await expect(there.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  });

  await test.step('it survives a sign-in; on the day one takes part instead', async () => {
    const presenter = await person();
    await presenter.page.goto('/portail/gorge');
    await presenter.page.getByRole('radio', { name: /RCP Digestif/ }).check({ force: true });
    await expect(presenter.page.getByRole('link', { name: 'Présenter un patient' })).toHaveCount(0);
    await shoot(presenter, 'portal-today');
    await presenter.page.getByRole('link', { name: 'Participer au staff' }).click();
    await presenter.page.getByRole('button', { name: /Dr Camille Durand/ }).click();
    await expect(presenter.page).toHaveURL(/\/staff\/[0-9a-f-]+\/participer$/);
  });

  await test.step('the sub-domain is the portal; its buttons lead to the general site', async () => {
    const someone = await person(undefined, phone);
    const address = new URL(product.origin);
    address.hostname = 'gorge.localhost';
    await someone.page.goto(address.href);
    await expect(someone.page.getByRole('heading', { level: 1, name: 'Filière Gorge et larynx' })).toBeVisible();
    await someone.expectAccessible();
    await expectNoSidewaysScroll(someone.page);
    await shoot(someone, 'sub-domain-phone');
    await someone.page.getByRole('link', { name: 'S’inscrire' }).click();
    await expect(someone.page).toHaveURL(`${product.origin}/inscription`);
    await someone.page.goto(new URL('/compte', address).href);
    await expect(someone.page).toHaveURL(`${product.origin}/connexion?vers=%2Fcompte`);
  });

  await test.step('an address that names no portal says so', async () => {
    await out.goto('/portail/nulle-part');
    await expect(out.getByRole('heading', { level: 1 })).toHaveText(/n’existe pas/);
    await visitor.expectAccessible();
  });
});

// SC-21, SC-25, SC-31, SC-32, SC-33, SC-34, SC-35, SC-36, OO-07
for (const [where, options] of [
  ['desktop', {}],
  ['phone', phone],
] as const)
  test(`the five places, the account’s menu and « Assistance » are there on a ${where}`, async ({ person }) => {
    const presenter = await person('presenter', options);
    const { page } = presenter;
    await page.goto('/');
    const places = page.getByRole('navigation', { name: 'Navigation principale' });
    await expect(places.getByRole('link')).toHaveText(['Patients', 'Confrères', 'Avis', 'Staff', 'Cohortes']);
    await shoot(presenter, `home-${where}`);
    await places.getByRole('link', { name: 'Confrères' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Confrères' })).toBeVisible();
    await expect(places.getByRole('link', { name: 'Confrères' })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByText('RCP en commun : RCP Digestif', { exact: false }).first()).toBeVisible();
    await presenter.expectAccessible();
    await expectNoSidewaysScroll(page);
    await shoot(presenter, `colleagues-${where}`);
    await page.getByRole('searchbox', { name: 'Rechercher un confrère' }).fill('kerbrat');
    await expect(page.getByText('Dr Paul Kerbrat')).toBeVisible();
    await page.getByRole('button', { name: 'Assistance' }).click();
    await expect(page.getByText('Un problème, une question, contactez-nous.')).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'assistance@demonstration.invalid' })).toHaveAttribute(
      'href',
      'mailto:assistance@demonstration.invalid',
    );
    await presenter.expectAccessible();
    await shoot(presenter, `assistance-${where}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Menu du compte.*Camille DURAND/ }).click();
    for (const name of ['Mon compte', 'Organisations', 'Test de connexion', 'Déconnexion'])
      await expect(page.getByRole('menuitem', { name })).toBeVisible();
    await presenter.expectAccessible();
    await shoot(presenter, `account-${where}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Inviter un confrère' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Adresse e-mail/).fill('nouveau');
    await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await expect(dialog.getByText('Indiquez une adresse e-mail complète', { exact: false })).toBeVisible();
    await dialog.getByLabel(/Adresse e-mail/).fill('nouveau.confrere@example.org');
    await presenter.expectAccessible();
    await shoot(presenter, `invite-${where}`);
    await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await expect(page.getByText('L’invitation est envoyée à nouveau.confrere@example.org.')).toBeVisible();
  });
