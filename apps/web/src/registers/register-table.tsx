import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardsTable, type Column } from '../admin/cards-table';
import '../admin/admin.css';
import { dateTime, shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { may, useSession } from '../shell/session';
import type { RegisterPage, RegisterRow } from './calls';
import { VoidForm } from './void-form';

/** A page of a register; a void number stands struck out with its reason. */
export function RegisterTable({ page }: { page: RegisterPage }) {
  const { t } = useTranslation('registers');
  const pick = useLocalized();
  const session = useSession();
  const [voiding, setVoiding] = useState<RegisterRow>();
  const shown = (kind: string, { text, number }: RegisterRow['cells'][number]) =>
    number !== undefined ? number.toLocaleString('vi-VN') : text === undefined ? '' : kind === 'day' ? shortDate(text) : kind === 'moment' ? dateTime(text) : text;
  const columns: Column<RegisterRow>[] = page.columns.map(({ title, kind, key }, index) => ({
    title: pick(title),
    number: kind !== 'text' || key === 'number' || key === 'code',
    quoted: kind === 'text',
    cell: (row) => {
      const text = shown(kind, row.cells[index] ?? {});
      if (key === 'code') return <Link to="/ho-so/$id" params={{ id: row.dossierId }}>{text}</Link>;
      return row.voided && key !== 'remark' ? <s>{text}</s> : text;
    },
  }));
  const keeps = may(session, 'number.void');
  const acts: Column<RegisterRow>[] = keeps && page.rows.some(({ number }) => number !== undefined) ? [{
    title: t('acts'),
    cell: (row) => row.number && (
      <Button size="compact-sm" variant="subtle" onClick={() => setVoiding(row)}>
        {t('void.open')}
      </Button>
    ),
  }] : [];
  return (
    <>
      {voiding?.number && <VoidForm number={voiding.number} label={voiding.cells[0]?.text ?? ''} onDone={() => setVoiding(undefined)} />}
      <div className="register-table">
        <CardsTable caption={pick(page.title)} columns={[...columns, ...acts]} rows={page.rows} rowKey={(row, index) => (row.number ? `${row.number.series}-${row.number.unitId}-${row.number.value}` : `${row.dossierId}-${index}`)} />
      </div>
    </>
  );
}
