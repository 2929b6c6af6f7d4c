import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierRow, PossibleAct } from '../api/types';
import { useLocalized } from '../shell/localized';
import { AssignmentOfMany } from './assignment-of-many';
import { DraftsOfMany } from './drafts-of-many';
import type { SaidOfAll } from './use-run';

/** So many are named before the rest is only counted. */
const NAMED = 3;

interface BatchFormProps {
  act: PossibleAct;
  rows: readonly DossierRow[];
  onConfirm: (said: SaidOfAll) => void;
  onCancel: () => void;
}

/** The question before one act on many: which act, on how many, what will happen. */
export function BatchForm({ act, rows, onConfirm, onCancel }: BatchFormProps) {
  const { t } = useTranslation(['batch', 'common']);
  const pick = useLocalized();
  const [said, setSaid] = useState<SaidOfAll>({});
  const [attempted, setAttempted] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const label = pick(act.label);
  const isMissingOfficer = act.data === 'assignment' && said.officerId === undefined;
  return (
    <section className="batch-form" aria-labelledby="batch-form-heading">
      <h2 id="batch-form-heading" ref={heading} tabIndex={-1}>
        {t('confirm.title', { label, count: rows.length })}
      </h2>
      <Stack gap="sm">
        <p>
          {rows.slice(0, NAMED).map(({ id, code, ownerName }) => (
            <span key={id} className="batch-named">
              <span className="number">{code}</span> <span lang="vi">{ownerName}</span>
            </span>
          ))}
          {rows.length > NAMED && <span className="batch-named">{t('confirm.more', { count: rows.length - NAMED })}</span>}
        </p>
        {act.data === 'assignment' && <AssignmentOfMany act={act} rows={rows} said={said} onChange={setSaid} attempted={attempted} />}
        {act.event === 'approveAndSign' && <DraftsOfMany rows={rows} />}
        {act.confirm && <p className="act-confirm">{pick(act.confirm)}</p>}
        {act.data === 'handover' && <p>{t('confirm.originals')}</p>}
        <p>{t('confirm.each')}</p>
        <Group gap="xs">
          <Button
            onClick={() => {
              setAttempted(true);
              if (isMissingOfficer) document.getElementById('batch-officer')?.focus();
              else onConfirm(said);
            }}
          >
            {t('confirm.submit', { label, count: rows.length })}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
