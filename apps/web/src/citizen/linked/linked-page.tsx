import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { dateTime } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { CitizenPage } from '../page';
import { myGroupQuery } from '../queries';
import { SignedIn } from '../signed-in';
import { LinkedMemberCard } from './linked-member';

const route = getRouteApi('/cong-dan/lien-thong/$id');

/** A linked filing: all its procedures, where each is, who has it, until when. */
export function LinkedPage() {
  const { id } = route.useParams();
  return <SignedIn>{() => <Group id={id} />}</SignedIn>;
}

function Group({ id }: { id: string }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const { data: group, error } = useQuery(myGroupQuery(id));
  return (
    <CitizenPage title={group ? pick(group.name) : t('linked.title')} back={{ label: t('home'), to: '/cong-dan' }}>
      {error && <ProblemNotice error={error} />}
      {!group && !error && <Loading />}
      {group && (
        <>
          <div className="card good">
            <p>{t('linked.number')}</p>
            <p className="big number">{group.filingNumber}</p>
            <p>{t('linked.filedAt', { at: dateTime(group.filedAt) })}</p>
            {group.dueAt && <p>{t('linked.due', { at: dateTime(group.dueAt) })}</p>}
          </div>
          <p>{t('linked.about')}</p>
          <h2>{t('linked.members')}</h2>
          <ol className="plain-list">
            {group.members.map((member) => (
              <LinkedMemberCard key={member.key} groupId={group.id} member={member} />
            ))}
          </ol>
        </>
      )}
    </CitizenPage>
  );
}
