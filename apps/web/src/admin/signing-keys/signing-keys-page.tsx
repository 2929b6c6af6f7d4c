import { Badge, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { Quoting } from '../../components/quoting';
import { dateTime, shortDate } from '../../shell/format';
import { usePageTitle } from '../../shell/page-title';
import { CardsTable, WhoAndWhen, type Column } from '../cards-table';
import { signingKeysQuery, type SigningKey } from './calls';
import './messages';
import './signing-keys.css';

/** So long before its end somebody should get the next certificate. */
const SOON_DAYS = 30;

/** The own key, and those of the units one answers for and of their leaders. */
export function SigningKeysPage() {
  const { t } = useTranslation('signingKeys');
  usePageTitle(t('title'));
  const query = useQuery(signingKeysQuery);
  if (query.isError) return <LoadFault error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { own, keys } = query.data;
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p>{t('about')}</p>
      <section className="panel" aria-labelledby="own-key">
        <h2 id="own-key">{t('own')}</h2>
        {own ? <Keys caption={t('own')} keys={[own]} /> : <p>{t('none')}</p>}
      </section>
      <section className="panel" aria-labelledby="all-keys">
        <h2 id="all-keys">{t('all')}</h2>
        {keys.length === 0 ? <EmptyState text={t('empty')} /> : <Keys caption={t('all')} keys={keys} />}
      </section>
    </>
  );
}

function Keys({ caption, keys }: { caption: string; keys: readonly SigningKey[] }) {
  const { t } = useTranslation('signingKeys');
  const columns: ReadonlyArray<Column<SigningKey>> = [
    {
      title: t('owner'),
      cell: ({ ownerName, kind }) => (
        <>
          <span lang="vi">{ownerName}</span> <span className="under">{t(`kind.${kind}`)}</span>
        </>
      ),
    },
    {
      title: t('subject'),
      cell: ({ subject, issuer }) => (
        <>
          {subject} <span className="under">{issuer}</span>
        </>
      ),
      quoted: true,
    },
    { title: t('where'), cell: ({ provider }) => t(`provider.${provider}`) },
    { title: t('until'), cell: ({ validUntil }) => shortDate(validUntil), number: true, className: 'signing-key-date' },
    { title: t('state'), cell: (key) => <Standing signingKey={key} /> },
    { title: t('added'), cell: ({ addedBy, addedAt }) => <WhoAndWhen who={addedBy} at={addedAt} /> },
  ];
  return <CardsTable className="signing-keys" caption={caption} columns={columns} rows={keys} rowKey={({ id }) => id} />;
}

/** How a key stands, as a word with a colour; of a revoked one also why. */
function Standing({ signingKey: { daysLeft, revoked } }: { signingKey: SigningKey }) {
  const { t } = useTranslation('signingKeys');
  const standing = revoked ? 'revoked' : daysLeft < 0 ? 'ended' : daysLeft < SOON_DAYS ? 'soon' : 'inForce';
  const colours = { inForce: 'green', soon: 'orange', ended: 'red', revoked: 'gray' } as const;
  return (
    <>
      <Badge color={colours[standing]} variant="light">
        {t(`standing.${standing}`, { days: daysLeft })}
      </Badge>
      {revoked && (
        <span className="under">
          <Quoting text={t('revoked', { reason: revoked.reason, by: revoked.by, at: dateTime(revoked.at) })} quotes={[revoked.reason, revoked.by]} />
        </span>
      )}
    </>
  );
}
