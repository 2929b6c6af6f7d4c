import { Button, Group, NativeSelect, Progress, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../components/problem-notice';
import { dateTime } from '../shell/format';
import { useLanguage, useLocalized } from '../shell/localized';
import { type RegisterExport, type RegisterFilter, listExports, orderExport } from './calls';

const isUnderWay = ({ state }: RegisterExport): boolean => state === 'waiting' || state === 'running';

/** Orders the register as a file and shows how far it is; whoever is in it can read why. */
export function ExportPanel({ filter }: { filter: RegisterFilter }) {
  const { t } = useTranslation('registers');
  const screen = useLanguage();
  const queries = useQueryClient();
  const [format, setFormat] = useState<'pdf' | 'xlsx'>('xlsx');
  const [heads, setHeads] = useState<'vi' | 'en'>('vi');
  const [purpose, setPurpose] = useState('');
  const [attempted, setAttempted] = useState(false);
  const exports = useQuery({ queryKey: ['register-exports'], queryFn: listExports, refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 700 : false) });
  const order = useMutation({
    mutationFn: () => orderExport(filter, { format, language: heads, purpose }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['register-exports'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (purpose.trim() !== '') order.mutate();
  };
  return (
    <section className="panel" aria-labelledby="export-title">
      <h2 id="export-title">{t('export.title')}</h2>
      <p>{t('export.about')}</p>
      {order.isError && <ProblemNotice error={order.error} />}
      <form onSubmit={submit} noValidate className="register-filter" lang={screen}>
        <NativeSelect label={t('export.format')} value={format} onChange={(event) => setFormat(event.currentTarget.value as 'pdf')} data={[{ value: 'xlsx', label: t('export.xlsx') }, { value: 'pdf', label: t('export.pdf') }]} />
        <NativeSelect label={t('export.heads')} value={heads} onChange={(event) => setHeads(event.currentTarget.value as 'vi')} data={[{ value: 'vi', label: t('export.vi') }, { value: 'en', label: t('export.en') }]} />
        <TextInput label={t('export.purpose')} value={purpose} maxLength={300} onChange={(event) => setPurpose(event.currentTarget.value)} error={attempted && purpose.trim() === '' ? t('export.purposeMissing') : undefined} autoComplete="off" />
        <Group>
          <Button type="submit" loading={order.isPending}>
            {t('export.order')}
          </Button>
        </Group>
      </form>
      <ul className="register-exports">
        {exports.data?.map((each) => (
          <li key={each.id}>
            <ExportLine each={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExportLine({ each }: { each: RegisterExport }) {
  const { t } = useTranslation('registers');
  const pick = useLocalized();
  const { id, title, format, askedAt, state, rowsDone, rowsTotal } = each;
  const share = rowsTotal ? Math.round((rowsDone * 100) / rowsTotal) : 0;
  return (
    <>
      <span>
        {pick(title)}, {format.toUpperCase()}, <span className="number">{dateTime(askedAt)}</span>:{' '}
        {state === 'done' ? (
          <a href={`/api/register-exports/${id}/file`} download>
            {t('export.fetch', { count: rowsTotal ?? 0 })}
          </a>
        ) : (
          <span role="status">{t(`states.${state as 'waiting'}`, { done: rowsDone, total: rowsTotal ?? 0 })}</span>
        )}
      </span>
      {isUnderWay(each) && <Progress value={share} aria-label={t('export.progress')} mt={4} />}
    </>
  );
}
