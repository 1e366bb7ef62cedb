import { addVirtualAuthenticator, expect, type Person, Product, open, test } from './fixtures.ts';
import {
  arriveWithPasskey,
  confirmWithPasskey,
  demonstrationLink,
  lookAtAccounts,
  registerByHand,
} from './registering.ts';

const newcomer = { title: 'Dr', givenName: 'Irène', familyName: 'Vasse', specialty: 'Endocrinologie' };
const confirmation = /http\S+\/inscription\/confirmation#[\w-]+/;
let made = 0;
const newAddress = () => `liens.${Date.now()}.${(made += 1)}@hopital-exemple.fr`;

const dashboard = ({ page }: Person) => page.getByRole('heading', { name: 'Tableau de bord' });
const title = ({ page }: Person, name: string) => page.getByRole('heading', { level: 1, name });
const me = async ({ page }: Person) =>
  (await (await page.request.get('/api/me')).json()) as { email: string; shared: boolean };

/** The browser proposes nothing by itself: what signs in is what is pressed. */
async function proposeNothing({ page }: Person): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
}

async function signInAs({ page }: Person, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
}

// AUT-34: change of address by its link, whose secret leaves the address of the page
test('another address serves once its link is opened, and the former one is told', async ({ person }) => {
  const doctor = await person();
  const { page } = doctor;
  const former = await arriveWithPasskey(doctor, newcomer);
  const next = newAddress();
  await page.goto('/compte');
  await page.getByRole('button', { name: 'Changer d’adresse' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Nouvelle adresse/).fill('pas une adresse');
  await dialog.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(dialog.getByText('Indiquez une adresse e-mail complète', { exact: false })).toBeVisible();
  await dialog.getByLabel(/^Nouvelle adresse/).fill(next);
  await dialog.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(page.getByText(`Un lien de confirmation part à ${next}.`)).toBeVisible();
  const link = await demonstrationLink(doctor, next, /http\S+\/compte\/adresse#[\w-]+/);

  await page.goto(link);
  await expect(page).toHaveURL(/\/compte\/adresse$/);
  await expect(title(doctor, 'Nouvelle adresse e-mail')).toBeVisible();
  await lookAtAccounts(doctor, 'new-address');
  expect((await me(doctor)).email).toBe(former);
  await page.getByRole('button', { name: 'Confirmer cette adresse' }).click();
  await expect(page.getByText('Votre adresse est changée.')).toBeVisible();
  await expect(title(doctor, 'Nouvelle adresse e-mail')).toBeFocused();
  await lookAtAccounts(doctor, 'new-address-done');
  await page.getByRole('link', { name: 'Aller à mon compte' }).click();
  await expect(page.getByRole('region', { name: 'Mes informations' })).toContainText(next);

  await page.goto(link);
  await page.getByRole('button', { name: 'Confirmer cette adresse' }).click();
  await expect(page.getByText('Ce lien a déjà servi ou a expiré', { exact: false })).toBeVisible();
  await page.goto('/compte/adresse');
  await expect(page.getByText('Il manque une partie du lien')).toBeVisible();
});

// AUT-33, AUT-28: « Ce n’est pas moi », then a recovery that goes to its end on a shared computer
test('a recovery is stopped by the link of its notice; another one makes a new key on a shared computer', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  // Elsewhere a recovery waits a day.
  const product = new Product({ RECOVERY_HOURS: '0' });
  await product.start();
  const owner = await open(browser, product, undefined, { locale: 'fr-FR' });
  const email = await arriveWithPasskey(owner, newcomer);
  const other = await open(browser, product, undefined, { locale: 'fr-FR' });
  const { page } = other;
  const ask = async () => {
    await page.goto('/recuperation');
    await page.getByText('Demander à un administrateur').click();
    await page.getByLabel('Adresse e-mail').fill(email);
    await page.getByRole('button', { name: 'Demander la récupération' }).click();
    await expect(page.getByText('Votre demande est transmise.')).toBeVisible();
  };

  await test.step('« Ce n’est pas moi » stops it', async () => {
    await ask();
    await expect(title(other, 'Récupérer mon compte')).toBeFocused();
    await page.goto(await demonstrationLink(other, email, /http\S+\/recuperation\/arret#[\w-]+/));
    await expect(page).toHaveURL(/\/recuperation\/arret$/);
    await expect(title(other, 'Arrêter la récupération')).toBeVisible();
    await lookAtAccounts(other, 'stop-recovery');
    await page.getByRole('button', { name: 'Ce n’est pas moi, arrêter' }).click();
    await expect(page.getByText('La récupération est arrêtée.')).toBeVisible();
    await lookAtAccounts(other, 'stop-recovery-done');
    await page.getByRole('link', { name: 'Se connecter' }).click();
    await expect(title(other, 'Connexion')).toBeFocused();
  });

  const administrator = await open(browser, product, 'administrator');
  await test.step('an accepted one makes the only key, and the computer remembers nobody', async () => {
    await ask();
    const { request } = administrator.context;
    const asked = (await (await request.get('/api/administration/recoveries')).json()) as {
      recoveryId: string;
      state: string;
    }[];
    const waits = asked.find(({ state }) => state === 'asked');
    expect(asked.filter(({ state }) => state === 'asked')).toHaveLength(1);
    const path = `/api/administration/recoveries/${waits?.recoveryId}`;
    expect((await request.post(path, { data: { accepted: true } })).status()).toBe(204);
    const link = await demonstrationLink(other, email, /http\S+\/recuperation\/cle#[\w-]+/);
    await addVirtualAuthenticator(other);
    await page.goto(link);
    await expect(title(other, 'Votre nouvelle clé d’accès')).toBeVisible();
    await page.getByText('Poste partagé', { exact: true }).click();
    await lookAtAccounts(other, 'recovery-key');
    await page.getByRole('button', { name: 'Créer ma clé d’accès' }).click();
    await expect(dashboard(other)).toBeVisible();
    expect(await me(other)).toMatchObject({ email, shared: true });
    const cookies = await other.context.cookies();
    expect(cookies.map(({ name }) => name)).toEqual(['session']);
    expect(cookies[0]?.expires).toBe(-1);
    await owner.page.goto('/compte');
    await expect(owner.page).toHaveURL(/\/connexion/);
  });
  for (const { errors } of [owner, other, administrator]) expect(errors).toEqual([]);
  await Promise.all([owner, other, administrator].map(({ context }) => context.close()));
  await product.remove();
});

// REG-8, AUT-28, PA-19
test('on a shared computer nothing that is typed is kept, and the first session is a shared one', async ({
  person,
}) => {
  const doctor = await person();
  const { page } = doctor;
  const email = newAddress();
  const kept = () => page.evaluate(() => sessionStorage.getItem('concertation.kept.registration'));
  await addVirtualAuthenticator(doctor);

  await test.step('on one’s own computer what is typed outlives the page, until it is cleared', async () => {
    await page.goto('/inscription');
    await page.getByRole('button', { name: 'En vous inscrivant manuellement (2)' }).click();
    await page.getByLabel(/^Nom($| \()/).fill('Vasse');
    await page.reload();
    await expect(page.getByLabel(/^Nom($| \()/)).toHaveValue('Vasse');
    await page.getByRole('button', { name: 'Effacer ce que j’ai saisi' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Effacer ce que vous avez saisi ?' });
    await lookAtAccounts(doctor, 'clear');
    await dialog.getByRole('button', { name: 'Effacer' }).click();
    await expect(title(doctor, 'Créez votre compte')).toBeVisible();
    expect(await kept()).toBe(null);
  });

  await test.step('« Poste partagé »: not even until the page is loaded again', async () => {
    await page.getByText('Poste partagé', { exact: true }).click();
    await page.getByRole('button', { name: 'En vous inscrivant manuellement (2)' }).click();
    await page.getByLabel(/^Nom($| \()/).fill('Vasse');
    expect(await kept()).toBe(null);
    await page.reload();
    await expect(title(doctor, 'Créez votre compte')).toBeVisible();
  });

  await test.step('registers there, and confirms there', async () => {
    await registerByHand(doctor, { ...newcomer, email });
    await expect(title(doctor, 'Créez votre compte')).toBeFocused();
    await page.goto(await demonstrationLink(doctor, email, confirmation));
    await page.getByRole('button', { name: 'Confirmer mon inscription' }).click();
    await expect(title(doctor, 'Votre clé d’accès')).toBeFocused();
    await expect(page.getByRole('checkbox', { name: 'Poste partagé' })).toBeChecked();
    await lookAtAccounts(doctor, 'first-passkey-shared');
    await page.getByRole('button', { name: 'Créer ma clé d’accès' }).click();
    await expect(dashboard(doctor)).toBeVisible();
    expect(await me(doctor)).toMatchObject({ email, shared: true });
    expect((await doctor.context.cookies()).map(({ name }) => name)).toEqual(['session']);
  });
});

// product.md 3.4: nobody lands on the page of who was there before
test('where somebody wanted to go is forgotten when somebody else signs in', async ({ person }) => {
  const visitor = await person();
  const { page } = visitor;
  await addVirtualAuthenticator(visitor);
  await proposeNothing(visitor);
  const email = newAddress();

  await test.step('who registers first is led there; somebody else who signs in meanwhile is not', async () => {
    await page.goto('/avis');
    await page.getByRole('link', { name: 'S’inscrire' }).click();
    await registerByHand(visitor, { ...newcomer, email });
    await page.goto('/connexion');
    await signInAs(visitor, /Dr Camille Durand/);
    await expect(dashboard(visitor)).toBeVisible();
    await expect(page).toHaveURL(/\/$/);
    // It was forgotten with them: the newcomer then begins at the home page too.
    await confirmWithPasskey(visitor, await demonstrationLink(visitor, email, confirmation));
    await expect(page).toHaveURL(/\/$/);
  });

  await test.step('a session that ends leads its own person back, and nobody else', async () => {
    for (const [returns, lands] of [
      [/Dr Camille Durand/, /\/avis$/],
      [/Mme Sophie Lambert/, /\/$/],
    ] as const) {
      await visitor.context.request.post('/api/demo/login', { data: { account: 'presenter' } });
      await page.goto('/cohortes');
      await expect(title(visitor, 'Cohortes')).toBeVisible();
      await visitor.context.clearCookies();
      // What is asked next says that the session has ended.
      await page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'Avis' }).click();
      await expect(page).toHaveURL(/\/connexion\?vers=%2Favis$/);
      await signInAs(visitor, returns);
      await expect(page).toHaveURL(lands);
    }
  });
});

// PA-18, PA-19
test('the places and the confidentiality are changed later: colleagues then read the address, or not', async ({
  person,
}) => {
  const doctor = await person();
  const { page } = doctor;
  const email = await arriveWithPasskey(doctor, { ...newcomer, familyName: 'Ouvrard' });
  const colleague = await person('presenter');
  const seen = colleague.page.getByRole('listitem').filter({ hasText: 'Dr Irène Ouvrard' });
  const look = async () => {
    await colleague.page.goto('/confreres');
    await colleague.page.getByRole('searchbox', { name: 'Rechercher un confrère' }).fill('Ouvrard');
    await expect(seen).toBeVisible();
  };
  await look();
  await expect(seen.getByRole('link', { name: email })).toHaveCount(0);

  await page.goto('/compte');
  const panel = page.getByRole('region', { name: 'Mes informations' });
  for (const place of ['Patients', 'Confrères', 'Avis', 'Staff', 'Cohortes'])
    await panel.getByText(place, { exact: true }).click();
  await panel.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(panel.getByText('Cochez un service au moins.')).toBeVisible();
  await panel.getByText('Staff', { exact: true }).click();
  await panel.getByText('Tous les professionnels inscrits').last().click();
  await lookAtAccounts(doctor, 'choices');
  await panel.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Vos informations sont enregistrées.')).toBeVisible();
  const places = page.getByRole('navigation', { name: 'Navigation principale' });
  await expect(places.getByRole('link')).toHaveText(['Staff']);
  // The others stay reachable by their address.
  await page.goto('/cohortes');
  await expect(title(doctor, 'Cohortes')).toBeVisible();

  await look();
  await expect(seen.getByRole('link', { name: email })).toHaveAttribute('href', `mailto:${email}`);
  await lookAtAccounts(colleague, 'colleague-address');
});

// PA-10, PA-12, PA-13: what is said of cards where Pro Santé Connect is on
test('with Pro Santé Connect, cards are spoken of at the entrance and in the assistant', async ({ person }) => {
  const visitor = await person();
  const { page } = visitor;
  await page.route('**/api/configuration', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), proSanteConnect: true } });
  });
  const computer = 'il est préférable de le faire depuis un ordinateur si vous souhaitez utiliser votre carte CPS';
  await page.goto('/connexion');
  await expect(page.getByText(computer, { exact: false })).toBeVisible();
  await expect(page.getByText('je m’identifie avec Pro Santé Connect', { exact: false })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'S’identifier par adresse e-mail' })).toBeVisible();
  await expect(page.getByText('Je ne possède ni carte CPS, ni e-CPS', { exact: false })).toBeVisible();
  await lookAtAccounts(visitor, 'sign-in-card');
  await page.getByRole('link', { name: 'S’inscrire' }).click();
  await expect(page.getByText(computer, { exact: false })).toBeVisible();
  await expect(
    page.getByText('mon inscription peut demander une étape supplémentaire', { exact: false }),
  ).toBeVisible();
  await lookAtAccounts(visitor, 'choice-card');
});

// PSC-10: who has only Pro Santé Connect is not stuck before what engages
test('an account with Pro Santé Connect alone proves in another window, and what was asked for goes on', async ({
  person,
}) => {
  const doctor = await person();
  const { page } = doctor;
  await arriveWithPasskey(doctor, newcomer);
  await page.route('**/api/passkeys', (route) => route.fulfill({ json: [] }));
  await page.route('**/api/account/ways-in', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), proSanteConnect: true } });
  });
  let refused = 0;
  await page.route('**/api/account/profile', (route) => {
    if (route.request().method() !== 'PATCH' || refused++ > 0) return route.continue();
    return route.fulfill({ status: 403, json: { code: 'proof_needed', message: '', requestId: 'essai', details: {} } });
  });
  await page.goto('/compte');
  await page.getByRole('textbox', { name: 'Profession' }).fill('Médecin coordonnateur');
  await page.getByRole('region', { name: 'Mes informations' }).getByRole('button', { name: 'Enregistrer' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Confirmez que c’est bien vous' });
  const away = dialog.getByRole('link', { name: 'Continuer avec Pro Santé Connect' });
  await expect(away).toHaveAttribute('href', '/api/pro-sante-connect/start?purpose=prove');
  await expect(dialog.getByRole('button', { name: 'Confirmer avec ma clé d’accès' })).toHaveCount(0);
  await lookAtAccounts(doctor, 'proof-card');
  // The provider itself is played by the server's tests: here is the page on which it ends.
  const other = await doctor.context.newPage();
  await other.goto('/identite-confirmee?psc=refused');
  await expect(other.getByText('Pro Santé Connect n’a pas confirmé votre identité')).toBeVisible();
  await expect(dialog).toBeVisible();
  await other.goto('/identite-confirmee');
  await expect(other.getByText('C’est confirmé.')).toBeVisible();
  await expect(page.getByText('Vos informations sont enregistrées.')).toBeVisible();
  await other.close();
});
