import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paperAddress, reprintReceipt } from '../api/calls';
import { ProblemNotice } from '../components/problem-notice';
import { dossierKey } from './use-act';

/** Prints the receipt once more. The reprint is counted, marked and stays among the papers, so the person's slip can be told apart. */
export function ReprintButton({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation('dossiers');
  const queries = useQueryClient();
  const reprint = useMutation({
    mutationFn: () => reprintReceipt(dossierId),
    onSuccess: async ({ paperId }) => {
      window.open(paperAddress(dossierId, paperId), '_blank', 'noopener');
      await queries.invalidateQueries({ queryKey: dossierKey(dossierId) });
    },
  });
  return (
    <>
      <Button variant="default" size="xs" loading={reprint.isPending} onClick={() => reprint.mutate()}>
        {t('papers.reprint')}
      </Button>
      {reprint.error && <ProblemNotice error={reprint.error} />}
    </>
  );
}
