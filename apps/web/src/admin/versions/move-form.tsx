import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewVersionMove } from '../../api/calls';
import type { RunRow, SaidOfAll } from '../../batch/use-run';
import { ErrorSummary } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import '../../dossiers/dossiers.css';
import '../../dossiers/messages';
import { BeforeAndAfter } from '../../dossiers/version-input';
import { dateTime, shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { CardsTable } from '../cards-table';
import type { EarlierVersion } from './calls';
import { LaterVersions } from './counts-page';
import './messages';

interface MoveFormProps {
  earlier: EarlierVersion;
  isBusy: boolean;
  onMove: (rows: readonly RunRow[], said: SaidOfAll) => void;
}

/** The dossiers of one earlier version: which of them are moved where and why, and what that changes about one of them. */
export function MoveForm({ earlier: { version, later, total, dossiers }, isBusy, onMove }: MoveFormProps) {
  const { t } = useTranslation('versions');
  const pick = useLocalized();
  const reachable = later.filter(({ refusal }) => refusal === undefined);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState(reachable[0]?.version ?? 0);
  const [note, setNote] = useState('');
  const [attempt, setAttempt] = useState(0);
  const chosen = dossiers.filter(({ id }) => ticked.has(id));
  const ids = { all: `all-${version}`, why: `why-${version}` };
  const faults = [...(chosen.length > 0 ? [] : [{ inputId: ids.all, message: t('noneChosen') }]), ...(note.trim() ? [] : [{ inputId: ids.why, message: t('whyMissing') }])];
  const toggle = (id: string) => setTicked(new Set(ticked.has(id) ? [...ticked].filter((each) => each !== id) : [...ticked, id]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length > 0) return;
    onMove(chosen, { note: note.trim(), toVersion: to });
    setAttempt(0);
  };
  return (
    <section className="panel" aria-labelledby={`earlier-${version}`}>
      <h2 id={`earlier-${version}`}>{t('heading', { version, count: total })}</h2>
      {dossiers.length < total && <p>{t('first', { count: dossiers.length })}</p>}
      <LaterVersions later={later.filter(({ refusal }) => refusal !== undefined)} />
      <form onSubmit={submit} noValidate>
        <ErrorSummary errors={attempt > 0 ? faults : []} attempt={attempt} />
        {reachable.length > 0 && (
          <Checkbox id={ids.all} my="xs" label={t('chooseAll')} checked={chosen.length === dossiers.length} indeterminate={chosen.length > 0 && chosen.length < dossiers.length} onChange={(event) => setTicked(new Set(event.currentTarget.checked ? dossiers.map(({ id }) => id) : []))} />
        )}
        <CardsTable
          caption={t('heading', { version, count: total })}
          rows={dossiers}
          rowKey={({ id }) => id}
          columns={[
            { title: t('code'), number: true, cell: ({ code }) => code },
            ...(reachable.length === 0 ? [] : [{ title: t('choose'), cell: ({ id, code }: EarlierVersion['dossiers'][number]) => <Checkbox aria-label={t('chooseOne', { code })} checked={ticked.has(id)} onChange={() => toggle(id)} /> }]),
            { title: t('where'), cell: ({ state }) => pick(state) },
            { title: t('unit'), quoted: true, cell: ({ unit }) => unit },
            { title: t('due'), number: true, cell: ({ dueAt }) => (dueAt === undefined ? t('noDue') : dateTime(dueAt)) },
          ]}
        />
        {reachable.length > 0 && (
          <div className="admin-form">
            <p role="status">{t('chosen', { count: chosen.length })}</p>
            <NativeSelect label={t('to')} data={reachable.map((each) => ({ value: String(each.version), label: t('laterOne', { version: each.version, from: shortDate(each.effectiveFrom) }) }))} value={String(to)} onChange={(event) => setTo(Number(event.currentTarget.value))} />
            {chosen.length > 0 && <BeforeMoving key={to} rows={chosen} to={to} />}
            <Textarea id={ids.why} label={t('why')} maxLength={4000} value={note} error={attempt > 0 && !note.trim() ? t('whyMissing') : undefined} onChange={(event) => setNote(event.currentTarget.value)} />
            <p>{t('each')}</p>
            <div>
              <Button type="submit" loading={isBusy}>
                {t('move')}
              </Button>
            </div>
          </div>
        )}
      </form>
    </section>
  );
}

/** One of the chosen dossiers before and after: the first, or whichever one asks for. */
function BeforeMoving({ rows, to }: { rows: readonly RunRow[]; to: number }) {
  const { t } = useTranslation('versions');
  const [asked, setAsked] = useState<string>();
  const row = rows.find(({ id }) => id === asked) ?? rows[0]!;
  const preview = useQuery({ queryKey: ['version-move', row.id, row.version, to], queryFn: () => previewVersionMove(row.id, to), retry: false });
  return (
    <>
      <NativeSelect label={t('previewOf')} data={rows.map(({ id, code }) => ({ value: id, label: code }))} value={row.id} onChange={(event) => setAsked(event.currentTarget.value)} />
      {preview.data && <BeforeAndAfter move={preview.data} />}
      {preview.isError && <ProblemNotice error={preview.error} />}
    </>
  );
}
