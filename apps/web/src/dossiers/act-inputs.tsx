import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formAddress } from '../api/calls';
import { PdfLink } from '../components/pdf-link';
import type { InputsProps } from './inputs-props';
import { ChecklistInput } from './checklist-input';
import { OriginalsInput } from './originals-input';
import { ReasonInput } from './reason-input';
import { SupplementInput } from './supplement-input';
import { SupplyInput } from './supply-input';

/** The inputs an act needs, by the kind of data the desk named. An act of a kind unknown here still takes a note. */
export function ActInputs(props: InputsProps) {
  const { t } = useTranslation('dossiers');
  const { possible, dossier, input, onChange, attempted } = props;
  const note = (label: string, id?: string) => (
    <Textarea id={id} label={label} value={input.note ?? ''} maxLength={4000} onChange={(event) => onChange({ ...input, note: event.currentTarget.value || undefined })} />
  );
  switch (possible.data) {
    case 'reason':
      return (
        <>
          <ReasonInput {...props} />
          {note(t('input.reasonNote'))}
        </>
      );
    case 'supplement':
      return (
        <>
          <SupplementInput {...props} />
          {note(t('input.note'))}
        </>
      );
    case 'finding':
      return (
        <>
          <MeetsInput {...props} label={t('input.meets')} yes={t('input.meetsYes')} no={t('input.meetsNo')} />
          {note(input.meets === false ? t('input.finding') : t('input.findingOptional'), 'act-finding')}
        </>
      );
    case 'minutes':
      return (
        <>
          <MeetsInput {...props} label={t('input.objections')} yes={t('input.objectionsNone')} no={t('input.objectionsSome')} />
          {note(input.meets === false ? t('input.objection') : t('input.note'), 'act-objection')}
        </>
      );
    case 'handover':
      return (
        <>
          <OriginalsInput {...props} />
          {note(t('input.note'))}
        </>
      );
    case 'draft':
      return (
        <Stack gap={4}>
          <Text>{t('input.draft')}</Text>
          <div>
            <PdfLink href={formAddress(dossier.id, 'result')}>{t('papers.draft')}</PdfLink>
          </div>
          {note(t('input.note'))}
        </Stack>
      );
    case 'checklist':
      return (
        <>
          <ChecklistInput {...props} />
          {note(t('input.note'))}
        </>
      );
    case 'supply':
      return <SupplyInput {...props} />;
    case 'return':
      return (
        <>
          <TextInput
            id="act-recipient"
            label={t('input.recipient')}
            description={t('input.recipientHelp')}
            value={input.recipient ?? ''}
            maxLength={200}
            autoComplete="off"
            error={attempted && !input.recipient?.trim() ? t('gap.recipient') : undefined}
            onChange={(event) => onChange({ ...input, recipient: event.currentTarget.value })}
          />
          {note(t('input.note'))}
        </>
      );
    default:
      return note(t('input.note'));
  }
}

function MeetsInput({ input, onChange, attempted, label, yes, no }: InputsProps & { label: string; yes: string; no: string }) {
  const { t } = useTranslation('dossiers');
  return (
    <Radio.Group
      label={label}
      value={input.meets === undefined ? '' : String(input.meets)}
      onChange={(value) => onChange({ ...input, meets: value === 'true' })}
      error={attempted && input.meets === undefined ? t('gap.meets') : undefined}
    >
      <Stack gap={6} mt={4}>
        <Radio id="act-meets" value="true" label={yes} />
        <Radio value="false" label={no} />
      </Stack>
    </Radio.Group>
  );
}
