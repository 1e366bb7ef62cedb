import { useRead } from '../../api/index.ts';

/**
 * The address of a page of the general site, where one signs in: a path when this is that site, a whole address from a
 * portal’s sub-domain, which has no session.
 */
export function useSite(): (path: string) => string {
  const { data } = useRead('readConfiguration');
  const elsewhere = data && data.origin !== window.location.origin;
  return (path) => (elsewhere ? data.origin + path : path);
}
