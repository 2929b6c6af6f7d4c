import { Alert, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formAddress } from '../api/calls';
import { PdfLink } from '../components/pdf-link';
import { VersionInput } from './version-input';
import type { InputsProps } from './inputs-props';
import { DraftEntries } from './draft-entries';
import { AssignmentInput } from './assignment-input';
import { ChecklistInput } from './checklist-input';
import { ClosingInput, GivenBack } from './closing-input';
import { ConsultationInput } from './consultation-input';
import { Decided } from './decided';
import { DifferenceInput } from './difference-input';
import { ApologyInput, ExtensionInput } from './extension-input';
import { AskedQuestion, OpinionInput } from './opinion-input';
import { PaymentInput, PaymentProofInput } from './payment-inputs';
import { RerouteInput } from './reroute-input';
import { NotedInput } from './noted-input';
import { OriginalsInput } from './originals-input';
import { PackageInput } from './package-input';
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
    case 'withdrawal':
      return (
        <>
          <GivenBack dossier={dossier} />
          {note(t('withdrawal.why'))}
        </>
      );
    case 'closing':
      return (
        <>
          <ClosingInput {...props} />
          {note(t('input.note'))}
        </>
      );
    case 'payment':
      return (
        <>
          <PaymentInput {...props} />
          {note(t('payment.note'))}
        </>
      );
    case 'payment-proof':
      return (
        <>
          <PaymentProofInput {...props} />
          {note(t('input.note'))}
        </>
      );
    case 'consultation':
      return (
        <>
          <ConsultationInput {...props} />
          {note(t('input.note'))}
        </>
      );
    case 'opinion':
      return <OpinionInput {...props} />;
    case 'note':
      return (
        <Textarea
          id="act-note"
          label={t(possible.event === 'objectToDraft' ? 'input.draftWrong' : 'input.opinion')}
          minRows={3}
          maxLength={4000}
          value={input.note ?? ''}
          error={attempted && !input.note?.trim() ? t('gap.note') : undefined}
          onChange={(event) => onChange({ ...input, note: event.currentTarget.value || undefined })}
        />
      );
    case 'extension':
      return (
        <>
          <ExtensionInput {...props} />
          {note(t('input.reasonNote'))}
        </>
      );
    case 'apology':
      return (
        <>
          <ApologyInput {...props} />
          {note(t('input.reasonNote'))}
        </>
      );
    case 'reroute':
      return (
        <>
          <RerouteInput {...props} />
          {note(t('input.reasonNote'))}
        </>
      );
    case 'difference':
      return <DifferenceInput {...props} />;
    case 'version':
      return <VersionInput {...props} />;
    case 'assignment':
      return <AssignmentInput {...props} />;
    case 'reason':
      return (
        <>
          {possible.event === 'declineConsultation' ? <AskedQuestion dossier={dossier} /> : <Decided {...props} />}
          <ReasonInput {...props} />
          {note(t('input.reasonNote'))}
          {possible.event === 'returnHandover' && dossier.handovers.at(-1)?.package && (
            <details>
              <summary>{t('marks.also')}</summary>
              <SupplementInput {...props} marks />
            </details>
          )}
        </>
      );
    case 'marks':
      return (
        <>
          <SupplementInput {...props} marks />
          {note(t('input.note'))}
        </>
      );
    case 'supplement':
      return (
        <>
          {possible.event === 'proposeSupplement' && <Alert color="orange">{t('proposal.countsLate')}</Alert>}
          <SupplementInput {...props} />
          {note(t('input.note'))}
        </>
      );
    case 'finding':
      return (
        <>
          <MeetsInput {...props} label={t('input.meets')} yes={t('input.meetsYes')} no={t('input.meetsNo')} />
          <NotedInput {...props} />
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
          <PackageInput {...props} />
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
          <DraftEntries {...props} />
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
    case 'correction':
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
      return (
        <>
          <Decided {...props} />
          {note(t('input.note'))}
        </>
      );
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
