import { NativeSelect, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { may, useSession } from '../../shell/session';
import { CardsTable, StateBadge } from '../cards-table';
import { type Conflict, exportAddress, type Rule, rulesQuery } from './calls';
import { DifferenceTable } from './differences';
import { usePlaces } from './places';
import { stateOn, useRuleWords } from './rule-words';
import './local-rules.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/quy-dinh');

/** The rules of a province and its communes: what has to be reviewed, what waits, what is in force and what was. */
export function RulesPage() {
  const { t } = useTranslation('localRules');
  usePageTitle(t('title'));
  const session = useSession();
  const places = usePlaces();
  const { donvi: unit = places[0]?.value } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery({ ...rulesQuery(unit ?? ''), enabled: unit !== undefined });
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p>{t('about')}</p>
      <div className="rules-pick">
        <NativeSelect lang="vi" label={t('place')} data={places} value={unit ?? ''} onChange={(event) => void navigate({ search: { donvi: event.currentTarget.value } })} />
        {may(session, 'local-rule.propose') && (
          <Link to="/quan-tri/quy-dinh/de-xuat" search={{ donvi: unit }}>
            {t('propose')}
          </Link>
        )}
        {unit !== undefined && <a href={exportAddress(unit)}>{t('export')}</a>}
      </div>
      {query.isError && <LoadFault error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.isError && <Loading lines={6} />}
      {query.data && (
        <>
          <Conflicts conflicts={query.data.conflicts} />
          <Records records={query.data.records} />
        </>
      )}
    </>
  );
}

/** Rules a new national version puts in question. */
function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t } = useTranslation('localRules');
  const pick = useLocalized();
  if (conflicts.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="conflicts">
      <h2 id="conflicts">{t('conflicts.title', { count: conflicts.length })}</h2>
      <p>{t('conflicts.about')}</p>
      {conflicts.map((conflict) => (
        <section key={conflict.rule} aria-labelledby={`conflict-${conflict.rule}`}>
          <h3 id={`conflict-${conflict.rule}`}>{t('conflicts.heading', { name: pick(conflict.procedureName), decision: conflict.decision.number, unit: conflict.unitName })}</h3>
          <p>
            {t('conflicts.version', { version: conflict.version, from: shortDate(conflict.from) })}
            {conflict.lostExemptions.length > 0 && <strong> {t('conflicts.lost', { names: conflict.lostExemptions.join('; ') })}</strong>}
          </p>
          <DifferenceTable differences={conflict.differences} caption={t('conflicts.caption')} />
          <p>
            <Link to="/quan-tri/quy-dinh/$id" params={{ id: conflict.rule }}>
              {t('conflicts.decide')}
            </Link>
          </p>
        </section>
      ))}
    </section>
  );
}

function Records({ records }: { records: readonly Rule[] }) {
  const { t } = useTranslation('localRules');
  const pick = useLocalized();
  const words = useRuleWords();
  const places = usePlaces();
  const [today] = useState(() => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10));
  const names = (communes: readonly string[]) => communes.map((id) => places.find(({ value }) => value === id)?.label ?? id).join(', ');
  return (
    <section className="panel" aria-labelledby="records">
      <h2 id="records">{t('list.title')}</h2>
      {records.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <CardsTable
          caption={t('list.title')}
          className="rules-table"
          rows={records}
          rowKey={({ id }) => id}
          columns={[
            {
              title: t('list.rule'),
              cell: ({ id, code, procedureName, unitName, communes }) => (
                <>
                  <Link to="/quan-tri/quy-dinh/$id" params={{ id }}>
                    {`${code} ${pick(procedureName)}`}
                  </Link>
                  <span className="under">
                    <span lang="vi">{unitName}</span>
                    {communes.length > 0 && `, ${t('list.communes', { names: names(communes) })}`}
                  </span>
                </>
              ),
            },
            {
              title: t('list.what'),
              cell: (rule) => (
                <ul className="plain-list">
                  {[...new Set(words.what(rule))].map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ),
            },
            { title: t('list.period'), number: true, cell: words.period },
            { title: t('list.decision'), quoted: true, cell: words.decision },
            { title: t('list.state'), cell: (rule) => <StateBadge state={stateOn(rule, today)} word={t(`state.${stateOn(rule, today)}`)} /> },
          ]}
        />
      )}
    </section>
  );
}
