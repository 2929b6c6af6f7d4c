import { Button, Group, NativeSelect, TextInput, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import { DateInput } from '../forms/date-input';
import { useLocalized } from '../shell/localized';
import { usePageTitle } from '../shell/page-title';
import { LINES, REGISTERS, type RegisterFilter, type RegisterName, readRegister } from './calls';
import { ExportPanel } from './export-panel';
import './messages';
import './registers.css';
import { RegisterTable } from './register-table';
import { VoidList } from './void-list';

const EMPTY: RegisterFilter = { register: 'dossiers', from: '', to: '', asOfDay: '', unit: '', holder: '', procedure: '' };

/** The books of the desk: read on the screen, printed, exported; numbers that are not to be used are voided here. */
export function RegistersPage() {
  const { t } = useTranslation('registers');
  const pick = useLocalized();
  usePageTitle(t('title'));
  const [filter, setFilter] = useState(EMPTY);
  const [offset, setOffset] = useState(0);
  const query = useQuery({ queryKey: ['registers', filter, offset], queryFn: () => readRegister(filter, offset), placeholderData: keepPreviousData, staleTime: 0 });
  const set = (change: Partial<RegisterFilter>) => {
    setFilter({ ...filter, ...change });
    setOffset(0);
  };
  const page = query.data;
  const units = page?.units.map(({ id, name }) => (
    <option key={id} value={id} lang="vi">
      {name}
    </option>
  ));
  return (
    <>
      <Title order={1}>{t('title')}</Title>
      <p>{t('about')}</p>
      <div className="panel register-filter" role="search" aria-label={t('filter')}>
        <NativeSelect label={t('register')} value={filter.register} onChange={(event) => set({ register: event.currentTarget.value as RegisterName })} data={REGISTERS.map((value) => ({ value, label: t(`names.${value}`) }))} />
        <DateInput label={t('from')} value={filter.from} onChange={(from) => set({ from })} />
        <DateInput label={t('to')} value={filter.to} onChange={(to) => set({ to })} />
        <DateInput label={t('asOf')} value={filter.asOfDay} onChange={(asOfDay) => set({ asOfDay })} />
        <NativeSelect label={t('unit')} value={filter.unit} onChange={(event) => set({ unit: event.currentTarget.value })}>
          <option value="">{t('allUnits')}</option>
          {units}
        </NativeSelect>
        <NativeSelect label={t('holder')} value={filter.holder} onChange={(event) => set({ holder: event.currentTarget.value })}>
          <option value="">{t('anyHolder')}</option>
          {units}
        </NativeSelect>
        <TextInput label={t('procedure')} value={filter.procedure} placeholder="2.000815" onChange={(event) => set({ procedure: event.currentTarget.value.trim() })} autoComplete="off" spellCheck={false} />
      </div>
      {query.isError ? (
        <LoadFault error={query.error} onRetry={() => void query.refetch()} />
      ) : !page ? (
        <Loading lines={8} />
      ) : (
        <section className="panel" aria-labelledby="register-title">
          <h2 id="register-title">
            {pick(page.title)} <span className="under register-count">{t('lines', { count: page.total })}</span>
          </h2>
          {page.rows.length === 0 ? <EmptyState text={t('none')} /> : <RegisterTable page={page} />}
          <Group mt="sm" aria-label={t('pages')} role="group">
            <Button variant="default" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - LINES))}>
              {t('earlier')}
            </Button>
            <span className="number">{t('shown', { first: Math.min(offset + 1, page.total), last: Math.min(offset + LINES, page.total), total: page.total })}</span>
            <Button variant="default" disabled={offset + LINES >= page.total} onClick={() => setOffset(offset + LINES)}>
              {t('later')}
            </Button>
          </Group>
        </section>
      )}
      <ExportPanel filter={filter} />
      <VoidList />
    </>
  );
}
