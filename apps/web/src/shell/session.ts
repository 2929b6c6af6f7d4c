import { type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { getSession } from '../api/calls';
import type { Session } from '../api/types';
import { keep, kept } from './kept';

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: getSession, staleTime: 60_000, retry: 1 });

/** The session of a page that stands behind a guard: it is already loaded. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Who used this tab last. */
const PERSON = 'session.person';

/** Forgets everything loaded for the person who leaves, and puts the new session in its place. */
export function useReplaceSession(): (session: Session) => void {
  const queries = useQueryClient();
  return (session) => {
    const person = `${session.name} ${session.posts?.map((post) => post.unitId).join(' ')}`;
    // What another officer left unfinished in this tab is theirs: it waits among their drafts on the desk.
    if (kept(PERSON, person) !== person) sessionStorage.clear();
    if (session.kind !== 'anonymous') keep(PERSON, person);
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
  };
}

export const may = (session: Session, permission: string): boolean => session.permissions?.includes(permission) ?? false;

/** Provincial units carry the province's code ("p75"), communal ones the commune's ("c26068"). */
export const sitsAtProvince = (session: Session): boolean => session.posts?.some((post) => /^p\d/.test(post.unitId)) ?? false;

/** The page a person starts on: citizens their own area, administrators theirs, the province its review list, clerks the counter. */
export function homeOf(session: Session): string {
  if (session.kind === 'anonymous') return '/dang-nhap';
  if (session.kind === 'citizen') return '/cong-dan';
  if (may(session, 'admin.read') && !may(session, 'dossier.read')) return '/quan-tri';
  if (sitsAtProvince(session)) return '/tham-dinh';
  return may(session, 'dossier.file') ? '/quay' : '/ho-so';
}

/** Guard of the staff areas: whoever is not signed in as an officer signs in first and comes back. */
export async function requireOfficer(queries: QueryClient, href: string): Promise<void> {
  const session = await queries.ensureQueryData(sessionQuery);
  if (session.kind !== 'officer') throw redirect({ to: '/dang-nhap', search: { return: href } });
}
