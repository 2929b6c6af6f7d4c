import { Button, Group, TextInput, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findDossiers, listDossiers } from '../api/calls';
import type { DossierList } from '../api/types';
import { Batch } from '../batch/batch';
import { TickAll } from '../batch/ticks';
import { useSelection } from '../batch/use-selection';
import { EmptyState, LoadFault } from '../components/empty-state';
import { LateBy } from '../components/late-by';
import { Loading } from '../components/loading';
import { usePageTitle } from '../shell/page-title';
import { LISTS, NARROWINGS, type ListName, type Narrowing } from '../shell/lists';
import { DossierTable } from './dossier-table';
import './dossiers.css';
import './messages';

const route = getRouteApi('/staff/ho-so');
const PAGE = 50;

/** How the desk is asked for each narrowing. */
const NARROWED = { none: {}, me: { lead: 'me' }, nobody: { lead: 'nobody' }, alarms: { alarms: 'open' } } as const;

/** The work lists: what waits for me, what my unit holds, what is on its way to us, everything we may see. */
export function ListPage() {
  const { t } = useTranslation('dossiers');
  usePageTitle(t('title'));
  const { list = 'mine', page = 1, only, lateBy } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const query = useQuery({
    // What is searched for may be a name or a number: it stays out of the address.
    queryKey: text ? ['dossiers', 'find', text] : ['dossiers', list, page, only, lateBy],
    queryFn: () => (text ? findDossiers(text) : listDossiers({ list, offset: (page - 1) * PAGE, limit: PAGE, ...NARROWED[only ?? 'none'], ...(lateBy ? { lateBy } : {}) })),
    placeholderData: keepPreviousData,
  });
  const selection = useSelection(text ? `find ${text}` : `${list} ${only} ${lateBy}`, query.data?.rows ?? []);
  const search = (event: FormEvent) => {
    event.preventDefault();
    setText(typed.trim().normalize('NFC'));
  };
  const clear = () => {
    setTyped('');
    setText('');
  };
  return (
    <>
      <div className="list-head">
        <Title order={1}>{t('title')}</Title>
        <form onSubmit={search} role="search" className="list-search">
          <TextInput id="find" label={t('find.label')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} autoComplete="off" spellCheck={false} maxLength={120} />
          <Button type="submit" variant="default">
            {t('find.submit')}
          </Button>
        </form>
      </div>
      {text ? (
        <Group gap="sm" mb="sm" role="status">
          <span>{t('find.shown', { text })}</span>
          <Button size="compact-sm" variant="default" onClick={clear}>
            {t('find.clear')}
          </Button>
        </Group>
      ) : (
        <ListTabs present={list} counts={query.data?.counts} />
      )}
      <div className="panel">
        {!text && (
          <div className="narrowing-bar">
            <Narrowings list={list} present={only} counts={query.data?.counts} />
            <LateBy units={query.data?.lateBy} present={lateBy} onChange={(unit) => void navigate({ search: { list, only, lateBy: unit } })} />
          </div>
        )}
        {query.isError ? (
          <LoadFault error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Loading lines={8} />
        ) : query.data.rows.length === 0 ? (
          <EmptyState text={text ? t('empty.noMatch') : (only ?? lateBy) ? t('empty.narrowed') : t(`empty.${list}`)} action={text ? { label: t('find.clear'), onClick: clear } : undefined} />
        ) : (
          <>
            <TickAll rows={query.data.rows} selection={selection} />
            <DossierTable rows={query.data.rows} selection={selection} caption={text ? t('find.shown', { text }) : t(`list.${list}`)} />
            {!text && <Pages page={page} list={list} only={only} lateBy={lateBy} total={query.data.total} />}
          </>
        )}
        <Batch selection={selection} to="/ho-so/$id" />
      </div>
    </>
  );
}

function ListTabs({ present, counts }: { present: ListName; counts: DossierList['counts'] | undefined }) {
  const { t } = useTranslation('dossiers');
  return (
    <nav className="list-tabs" aria-label={t('lists')}>
      {LISTS.map((name) => (
        <Link key={name} to="/ho-so" search={{ list: name }} aria-current={name === present ? 'page' : undefined} activeProps={{}} inactiveProps={{}}>
          {t(`list.${name}`)} {counts && <span className="count number">{counts[name]}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** The list as it is, and what it may be narrowed to; the counts come from the same question as the rows. */
function Narrowings({ list, present, counts }: { list: ListName; present: Narrowing | undefined; counts: DossierList['counts'] | undefined }) {
  const { t } = useTranslation('dossiers');
  const count = counts && { me: counts.assignedToMe, nobody: counts.unassigned, alarms: counts.alarms };
  return (
    <nav className="narrowings" aria-label={t('only.label')}>
      {([undefined, ...NARROWINGS] as const).map((name) => (
        <Link key={name ?? 'none'} to="/ho-so" search={{ list, only: name }} aria-current={name === present ? 'true' : undefined} activeProps={{}} inactiveProps={{}}>
          {t(`only.${name ?? 'none'}`)} {name && count && <span className="count number">{count[name]}</span>}
        </Link>
      ))}
    </nav>
  );
}

function Pages({ page, list, only, lateBy, total }: { page: number; list: ListName; only: Narrowing | undefined; lateBy: string | undefined; total: number }) {
  const { t } = useTranslation('dossiers');
  const last = Math.max(1, Math.ceil(total / PAGE));
  if (last === 1) return null;
  return (
    <nav className="pages" aria-label={t('pages.label')}>
      {page > 1 && (
        <Link to="/ho-so" search={{ list, only, lateBy, page: page - 1 }}>
          {t('pages.previous')}
        </Link>
      )}
      <span>{t('pages.present', { page, last })}</span>
      {page < last && (
        <Link to="/ho-so" search={{ list, only, lateBy, page: page + 1 }}>
          {t('pages.next')}
        </Link>
      )}
    </nav>
  );
}
