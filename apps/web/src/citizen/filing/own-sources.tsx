import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SourceKey } from '../../api/types';
import { ProblemNotice } from '../../components/problem-notice';
import type { FormGroup } from '../../forms/form-schema';
import { newId } from '../../shell/ids';
import { SourceList } from '../../sources/source-list';
import { askOwnSource, listOwnSources } from '../calls';
import type { Filing } from './filing-state';

interface OwnSourcesProps {
  draftId: string;
  procedureCode: string;
  group: FormGroup;
  filing: Filing;
}

/** National sources that could answer questions of this page: asked only when the person wants it; what comes is then a statement to confirm. */
export function OwnSources({ draftId, procedureCode, group, filing }: OwnSourcesProps) {
  const { t } = useTranslation('sources');
  const queries = useQueryClient();
  const about = { caseId: draftId, procedureCode, declaration: { ...filing.answers } };
  const list = useQuery({ queryKey: ['citizen', 'sources', about], queryFn: () => listOwnSources(about), placeholderData: (before) => before });
  const asking = useMutation({
    mutationFn: ({ source, agreed }: { source: SourceKey; agreed: boolean }) => askOwnSource({ ...about, source, agreed, queryId: newId() }),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['citizen', 'sources'] }), queries.invalidateQueries({ queryKey: ['citizen', 'assess'] })]),
  });
  const pointers = new Set(group.fields.map(({ name }) => `/${name}`));
  const sources = (list.data ?? []).flatMap((source) => {
    const fields = source.fields.filter(({ pointer }) => pointers.has(pointer));
    return fields.length === 0 ? [] : [{ ...source, fields }];
  });
  if (sources.length === 0) return null;
  return (
    <details className="own-sources">
      <summary>{t('open')}</summary>
      <p className="quiet">{t('introOwn')}</p>
      {asking.isError && <ProblemNotice error={asking.error} />}
      <SourceList sources={sources} isOwn asking={asking.isPending ? asking.variables.source : undefined} onAsk={(source, agreed) => asking.mutate({ source, agreed })} />
    </details>
  );
}
