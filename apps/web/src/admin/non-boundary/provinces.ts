import { useSession } from '../../shell/session';

/** The province a person has a post in; nothing for who works in a commune. */
export function useProvince(): string | undefined {
  const session = useSession();
  return (session.posts ?? []).map(({ unitId }) => unitId).find((unitId) => /^p\d{2}$/.test(unitId));
}
