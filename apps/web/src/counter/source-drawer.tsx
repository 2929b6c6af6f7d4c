import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askSource, listSources } from '../api/calls';
import type { Assessment, Offer, Source, SourceKey } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { toAnswer } from '../forms/answer';
import { differs } from '../forms/differs';
import { DiffersNote, useShown } from '../forms/differs-note';
import { type FormField, type FormGroup, nameOf } from '../forms/form-schema';
import { newId } from '../shell/ids';
import { useLocalized } from '../shell/localized';
import { SourceList } from '../sources/source-list';
import type { Intake, IntakeChange } from './intake-state';

interface SourceDrawerProps {
  intake: Intake;
  change: (change: IntakeChange) => void;
  groups: readonly FormGroup[];
  assessment: Assessment | undefined;
  saveDraft: () => Promise<unknown>;
}

/** The reuse drawer: national sources asked for this intake, each answer read out before it is used. Escape closes it; nothing typed changes by itself. */
export function SourceDrawer(props: SourceDrawerProps) {
  const { t } = useTranslation('sources');
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(false);
  const open = () => {
    setOpened(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <Button size="compact-sm" variant="default" mb={8} onClick={open} aria-haspopup="dialog">
        {t('open')}
      </Button>
      <dialog ref={dialog} className="source-drawer" aria-labelledby="source-drawer-title" onClose={() => setOpened(false)}>
        <div className="source-drawer-head">
          <h2 id="source-drawer-title">{t('title')}</h2>
          <Button size="compact-md" variant="default" onClick={() => dialog.current?.close()}>
            {t('close')}
          </Button>
        </div>
        {opened && <Sources {...props} />}
      </dialog>
    </>
  );
}

function Sources({ intake, change, groups, assessment, saveDraft }: SourceDrawerProps) {
  const { t } = useTranslation('sources');
  const queries = useQueryClient();
  const about = { caseId: intake.dossierId, procedureCode: intake.procedure?.code ?? '', personId: intake.owner?.id ?? '', declaration: { ...intake.answers } };
  const list = useQuery({
    queryKey: ['sources', about],
    queryFn: async () => {
      await saveDraft();
      return listSources(about);
    },
    staleTime: 0,
    placeholderData: (before) => before,
  });
  const asking = useMutation({
    mutationFn: async ({ source, agreed }: { source: SourceKey; agreed: boolean }) => {
      await saveDraft();
      return askSource({ ...about, source, agreed, queryId: newId(), purpose: 'intake' });
    },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['sources'] }), queries.invalidateQueries({ queryKey: ['assess'] })]),
  });
  return (
    <>
      <p>{t(list.data?.length === 0 ? 'nothing' : 'intro')}</p>
      {(asking.error ?? list.error) && <ProblemNotice error={asking.error ?? list.error} />}
      <SourceList
        sources={list.data ?? []}
        asking={asking.isPending ? asking.variables.source : undefined}
        onAsk={(source, agreed) => asking.mutate({ source, agreed })}
        found={(source) => <Found source={source} intake={intake} change={change} groups={groups} offers={assessment?.offers ?? []} />}
      />
    </>
  );
}

interface FoundProps {
  source: Source;
  intake: Intake;
  change: (change: IntakeChange) => void;
  groups: readonly FormGroup[];
  offers: readonly Offer[];
}

/** What a source said, value by value: open ones are used together once they were read out, those that differ one by one. */
function Found({ source, intake, change, groups, offers }: FoundProps) {
  const { t } = useTranslation('sources');
  const pick = useLocalized();
  const shown = useShown();
  const fields = new Map(groups.flatMap((group) => group.fields).map((field) => [field.name, field]));
  const values = offers.filter((offer) => offer.queryId === source.last?.queryId).flatMap((offer) => {
    const field = fields.get(nameOf(offer.pointer));
    return field ? [{ offer, field, state: stateOf(intake, field, offer) }] : [];
  });
  const open = values.filter(({ state }) => state === 'open');
  const decide = (agreed: boolean, decided: readonly { offer: Offer; field: FormField }[]) =>
    change({ type: 'decide', decisions: decided.map(({ offer, field }) => ({ pointer: offer.pointer, agreed, name: field.name, value: agreed ? toAnswer(field, offer.value) : intake.answers[field.name] })) });
  return (
    <>
      <dl className="source-found">
        {values.map(({ offer, field, state }) => (
          <div key={offer.pointer}>
            <dt>{pick(field.label)}</dt>
            <dd>
              <span lang="vi">{shown(offer)}</span>
              {state === 'used' && <span className="source-fields"> · {t('used')}</span>}
              {(state === 'differs' || state === 'kept') && (
                <DiffersDeclared declared={String(intake.answers[field.name])}>
                  <DiffersNote field={field} offer={offer} isKept={state === 'kept'} onUse={() => decide(true, [{ offer, field }])} onKeep={() => decide(false, [{ offer, field }])} />
                </DiffersDeclared>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {open.length > 0 && (
        <Button size="compact-md" mt={8} style={{ height: 'auto', whiteSpace: 'normal' }} onClick={() => decide(true, open)}>
          {t('useAll', { count: open.length })}
        </Button>
      )}
    </>
  );
}

function DiffersDeclared({ declared, children }: { declared: string; children: React.ReactNode }) {
  const { t } = useTranslation('sources');
  return (
    <>
      <p>
        <strong>{t('mismatch')}.</strong> {t('declared')}: <span lang="vi">{declared}</span>
      </p>
      {children}
    </>
  );
}

/** Not decided yet; used as it is; or something else is declared, said to stay or not. */
function stateOf(intake: Intake, field: FormField, offer: Offer): 'open' | 'used' | 'differs' | 'kept' {
  const decision = intake.decisions[offer.pointer];
  if (differs(intake.answers[field.name], offer)) return decision === false ? 'kept' : 'differs';
  return decision === true ? 'used' : 'open';
}
