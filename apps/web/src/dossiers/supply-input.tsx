import { Button, FileButton, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getProcedure, uploadToDossier } from '../api/calls';
import type { StoredFile, Supplement } from '../api/types';
import { Loading } from '../components/loading';
import { PaperDetailsInputs } from '../components/paper-details';
import { ProblemNotice } from '../components/problem-notice';
import { FieldInput } from '../forms/field-input';
import { nameOf, readForm } from '../forms/form-schema';
import { useLocalized } from '../shell/localized';
import type { InputsProps } from './inputs-props';

type Line = Supplement['items'][number];

/** Taking in at the counter what a supplement request asked, or putting right what the province marked: exactly its papers and answers, nothing else. */
export function SupplyInput({ possible, dossier, input, onChange, problem }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const correcting = possible.data === 'correction';
  const asked = correcting ? dossier.marks : dossier.supplements.findLast((supplement) => !supplement.answeredAt)?.items ?? [];
  const procedure = useQuery({ queryKey: ['procedure', dossier.procedureCode], queryFn: () => getProcedure(dossier.procedureCode), staleTime: 300_000 });
  if (procedure.isPending) return <Loading />;
  const fields = readForm(procedure.data?.form ?? {}).flatMap((group) => group.fields);
  return (
    <Stack gap="sm">
      {asked.map((line) => {
        const field = line.target === 'field' ? fields.find((one) => one.name === nameOf(line.key)) : undefined;
        return (
          <div key={line.target + line.key} className="supplement-line">
            {line.target === 'component' && <SuppliedPaper dossierId={dossier.id} line={line} input={input} onChange={onChange} problem={problem} />}
            {field && (
              <FieldInput
                field={field}
                idPrefix="supply"
                value={input.answers?.[line.key]}
                onChange={(value) => onChange({ ...input, answers: { ...input.answers, [line.key]: value } })}
              />
            )}
            <Why line={line} />
          </div>
        );
      })}
      <Textarea label={t(correcting ? 'marks.note' : 'input.note')} value={input.note ?? ''} maxLength={4000} onChange={(event) => onChange({ ...input, note: event.currentTarget.value || undefined })} />
    </Stack>
  );
}

function Why({ line }: { line: Line }) {
  const pick = useLocalized();
  return <Text c="dimmed">{[pick(line.reason), line.note, line.basis].filter(Boolean).join(' · ')}</Text>;
}

function SuppliedPaper({ dossierId, line, input, onChange, problem }: { dossierId: string; line: Line } & Pick<InputsProps, 'input' | 'onChange' | 'problem'>) {
  const { t } = useTranslation('dossiers');
  const [sent, setSent] = useState<StoredFile[]>([]);
  const present = input.components?.find((component) => component.key === line.key);
  const others = (input.components ?? []).filter((component) => component.key !== line.key);
  const send = useMutation({
    mutationFn: (file: File) => uploadToDossier(dossierId, line.key, file),
    onSuccess: (file) => {
      setSent([...sent, file]);
      onChange({ ...input, components: [...others, { key: line.key, state: 'passed', ...present, fileIds: [...(present?.fileIds ?? []), file.id] }] });
    },
  });
  const brought = present?.state === 'passed';
  return (
    <>
      <strong lang="vi">{line.name}</strong>
      <div className="radio-row">
        <Button
          size="compact-md"
          variant={brought ? 'filled' : 'default'}
          aria-pressed={brought}
          onClick={() => onChange({ ...input, components: brought ? others : [...others, { key: line.key, state: 'passed', kind: 'original' }] })}
        >
          {t('input.broughtPaper')}
        </Button>
        <FileButton onChange={(file) => file && send.mutate(file)} accept="application/pdf,image/jpeg,image/png">
          {(props) => (
            <Button {...props} size="compact-md" variant="default" loading={send.isPending}>
              {t('input.addFile')}
            </Button>
          )}
        </FileButton>
        <span>{sent.map((file) => file.name).join(', ')}</span>
      </div>
      {send.isError && <ProblemNotice error={send.error} />}
      {present && (present.fileIds?.length ?? 0) > 0 && (
        <PaperDetailsInputs componentKey={line.key} name={line.name} value={present.paper} problem={problem} onChange={(paper) => onChange({ ...input, components: [...others, { ...present, paper }] })} />
      )}
    </>
  );
}
