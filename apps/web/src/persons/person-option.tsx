import type { PersonRow } from '../api/types';
import { shortDate } from '../shell/format';

/** Somebody in a list of what a search found: enough to choose by, and no more. */
export function PersonOption({ person }: { person: PersonRow }) {
  return (
    <span className="search-option" lang="vi">
      <strong>{person.fullName}</strong> · {shortDate(person.birthDate)}
      <br />
      <small>
        {person.maskedPersonalId} · {person.address}
      </small>
    </span>
  );
}
