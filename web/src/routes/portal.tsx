import { useParams } from 'react-router';
import { HelpContacts } from '../features/organisations/index.ts';
import { PortalScreen } from '../features/portal/index.ts';
import { PublicFrame } from './public-frame.tsx';

/** A portal, also as the first page of its sub-domain. */
export function Portal({ slug }: { slug: string }) {
  return (
    <PublicFrame>
      <PortalScreen key={slug} slug={slug} help={<HelpContacts slug={slug} />} />
    </PublicFrame>
  );
}

/** `/portail/:slug` */
export function PortalPage() {
  const { slug = '' } = useParams();
  return <Portal slug={slug} />;
}
