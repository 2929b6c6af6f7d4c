import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { previewVersionMove } from '../api/calls';
import type { VersionMove } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { useLocalized } from '../shell/localized';
import { dateTime, shortDate } from '../shell/format';
import type { InputsProps } from './inputs-props';

/** The version a dossier is moved to, what that changes, and why. */
export function VersionInput({ dossier, input, onChange, attempted }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const versions = dossier.laterVersions.filter(({ refusal }) => refusal === undefined);
  const to = input.toVersion ?? 0;
  const preview = useQuery({ queryKey: ['version-move', dossier.id, dossier.version, to], queryFn: () => previewVersionMove(dossier.id, to), enabled: to > 0, retry: false });
  return (
    <>
      <Select
        id="act-toVersion"
        label={t('version.to')}
        data={versions.map(({ version, effectiveFrom }) => ({ value: String(version), label: t('version.one', { version, from: shortDate(effectiveFrom) }) }))}
        value={to > 0 ? String(to) : null}
        allowDeselect={false}
        onChange={(value) => onChange({ ...input, toVersion: value === null ? undefined : Number(value) })}
      />
      {preview.data && <BeforeAndAfter move={preview.data} />}
      {preview.isError && <ProblemNotice error={preview.error} />}
      <Textarea
        id="act-note"
        label={t('version.why')}
        minRows={2}
        maxLength={4000}
        value={input.note ?? ''}
        error={attempted && !input.note?.trim() ? t('gap.note') : undefined}
        onChange={(event) => onChange({ ...input, note: event.currentTarget.value || undefined })}
      />
    </>
  );
}

/** A dossier as it is and as it would be: where it stands, its way, and the answers and papers that change. */
export function BeforeAndAfter({ move: { before, after, dueAt, answers, components } }: { move: VersionMove }) {
  const { t } = useTranslation('dossiers');
  const local = useLocalized();
  const steps = (side: VersionMove['before']): string => side.steps.map(({ name }) => local(name)).join(' → ');
  const rows: Array<[string, string, string]> = [
    [t('version.state'), local(before.state), local(after.state)],
    [t('version.status'), local(before.status), local(after.status)],
    [t('version.steps'), steps(before), steps(after)],
    ...[...answers, ...components].map(({ label, before: old, after: now }): [string, string, string] => [local(label), old ? local(old) : '–', now ? local(now) : '–']),
  ];
  return (
    <div role="status">
      <table className="shares">
        <caption>{dueAt === undefined ? t('version.clockWaits') : t('version.promiseStays', { due: dateTime(dueAt) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('version.what')}</th>
            <th scope="col">{t('version.side', { version: before.version })}</th>
            <th scope="col">{t('version.side', { version: after.version })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, old, now]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{old}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
