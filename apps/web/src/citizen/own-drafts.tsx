import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../shell/format';
import { draftsQuery } from './queries';

/** Drafts of the same procedure, to go on with instead of beginning again. */
export function OwnDrafts({ procedureCode }: { procedureCode: string }) {
  const { t } = useTranslation('citizen');
  const { data = [] } = useQuery(draftsQuery);
  return data
    .filter((draft) => draft.procedureCode === procedureCode)
    .map((draft) => (
      <p key={draft.id}>
        <Link to="/cong-dan/nop/$draftId" params={{ draftId: draft.id }} className="link">
          {t('procedure.goOn', { at: dateTime(draft.savedAt) })}
        </Link>
      </p>
    ));
}
