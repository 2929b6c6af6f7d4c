import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paperAddress, reprintPaper } from '../api/calls';
import { ProblemNotice } from '../components/problem-notice';
import { dossierKey } from './use-act';

/** Prints a paper once more. The reprint is counted, marked and stays among the papers, so that it can be told from what was issued. */
export function ReprintButton({ dossierId, paperId, title }: { dossierId: string; paperId: string; title: string }) {
  const { t } = useTranslation('dossiers');
  const queries = useQueryClient();
  const reprint = useMutation({
    mutationFn: () => reprintPaper(dossierId, paperId),
    onSuccess: async ({ paperId: reprintId }) => {
      window.open(paperAddress(dossierId, reprintId), '_blank', 'noopener');
      await queries.invalidateQueries({ queryKey: dossierKey(dossierId) });
    },
  });
  return (
    <>
      <Button variant="subtle" size="compact-sm" aria-label={t('papers.reprintOf', { title })} loading={reprint.isPending} onClick={() => reprint.mutate()}>
        {t('papers.reprint')}
      </Button>
      {reprint.error && <ProblemNotice error={reprint.error} />}
    </>
  );
}
