import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment, Draft, FieldFault, Procedure } from '../../api/types';
import { ErrorSummary, type FieldError } from '../../components/error-summary';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { inputIdOf } from '../../forms/field-input';
import { nameOf, readForm } from '../../forms/form-schema';
import { useLocalized } from '../../shell/localized';
import { CitizenPage } from '../page';
import { communesQuery, meQuery } from '../queries';
import { CheckStep } from './check-step';
import { DeliveryStep } from './delivery-step';
import { CHECK, DELIVERY, isEmail, isPhone, missingPapers, PAPERS, stepsOf } from './filing-state';
import { OnBehalfOf, OnBehalfOfNote } from './on-behalf-of';
import { paperInputId, PapersStep } from './papers-step';
import { FIELD_PREFIX, QuestionsStep } from './questions-step';
import { SavedNote } from './saved-note';
import { topicFaults, withoutRepeats } from './step-faults';
import { SubmitPart } from './submit-part';
import { useAssessment, useFiling } from './use-filing';

const route = getRouteApi('/cong-dan/nop/$draftId');

interface FilingStepsProps {
  draft: Draft;
  who: string;
  procedure: Procedure;
  form: Record<string, unknown>;
}

/** One topic per page: back, heading, questions, go on. The step stands in the address, so the browser's own back works. */
export function FilingSteps({ draft, who, procedure, form }: FilingStepsProps) {
  const { t } = useTranslation(['citizen', 'common']);
  const pick = useLocalized();
  const navigate = route.useNavigate();
  const { buoc, sua } = route.useSearch();
  const groups = useMemo(() => readForm(form), [form]);
  const { filing, change, files, changeFiles, saved, save, finish } = useFiling(draft, who);
  const { assessment, choices, error, refetch, ask } = useAssessment(draft.procedureCode, filing, draft.id);
  const { data: me } = useQuery(meQuery);
  const { data: communes = [] } = useQuery(communesQuery);
  const [attempt, setAttempt] = useState(0);
  const [checking, setChecking] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const steps = stepsOf(groups, assessment);
  const step = steps.find((one) => one === (buoc ?? filing.step)) ?? steps[0] ?? CHECK;
  const at = steps.indexOf(step);
  const group = groups.find((one) => one.key === step);

  const communeId = filing.communeId ?? communes.find((one) => one.id === me?.communeId)?.id ?? communes[0]?.id;
  const deliveryFaults = {
    phone: filing.phone.trim() !== '' && !isPhone(filing.phone) ? t('delivery.phoneWrong') : undefined,
    email: filing.email.trim() !== '' && !isEmail(filing.email) ? t('delivery.emailWrong') : undefined,
  };

  useEffect(() => {
    setAttempt(0);
    setProblem(undefined);
  }, [step]);

  const faultsOf = (name: string, judged: Assessment): FieldFault[] => {
    const topic = groups.find((one) => one.key === name);
    return topic ? topicFaults(topic, filing, judged) : [];
  };
  const errorsOf = (name: string, judged: Assessment): FieldError[] => {
    if (name === PAPERS) {
      return missingPapers(filing, files, judged).map((key) => ({
        inputId: paperInputId(key),
        message: t('papers.missing', { name: pick(judged.components.find((one) => one.key === key)?.name) }),
      }));
    }
    if (name === DELIVERY) return Object.entries(deliveryFaults).flatMap(([inputId, message]) => (message ? [{ inputId, message }] : []));
    return withoutRepeats(faultsOf(name, judged)).map((fault) => ({ inputId: inputIdOf(FIELD_PREFIX, nameOf(fault.pointer)), message: pick(fault) }));
  };
  const shown = attempt > 0 && assessment ? errorsOf(step, assessment) : [];

  const goOn = async () => {
    setChecking(true);
    setProblem(undefined);
    try {
      const judged = await ask();
      setAttempt((before) => before + 1);
      if (errorsOf(step, judged).length > 0) return;
      const order = stepsOf(groups, judged);
      const next = sua ? CHECK : (order[order.indexOf(step) + 1] ?? CHECK);
      change({ ...filing, step: next });
      void save();
      await navigate({ search: { buoc: next } });
    } catch (reason) {
      setProblem(reason);
    } finally {
      setChecking(false);
    }
  };

  const title = step === PAPERS ? t('papers.title') : step === DELIVERY ? t('delivery.title') : step === CHECK ? t('check.title') : pick(group?.title);
  const back = at === 0 && !sua ? { label: t('home'), to: '/cong-dan' } : { label: t('back'), to: `/cong-dan/nop/${draft.id}`, search: { buoc: sua ? CHECK : steps[at - 1] } };
  return (
    <CitizenPage title={title} back={back} focusKey={step} above={<p className="quiet">{`${pick(procedure.name)} · ${t('filing.step', { step: at + 1, of: steps.length })}`}</p>}>
      {error && !assessment && (
        <ProblemNotice error={error}>
          <button type="button" className="link" onClick={() => void refetch()}>
            {t('common:retry')}
          </button>
        </ProblemNotice>
      )}
      {!assessment && !error && <Loading />}
      {assessment && step === CHECK && (
        <>
          <OnBehalfOfNote filing={filing} actsFor={me?.actsFor ?? []} />
          <CheckStep draftId={draft.id} groups={groups} filing={filing} files={files} assessment={assessment} />
          <SubmitPart
            draft={draft}
            filing={{ ...filing, communeId }}
            files={files}
            groups={groups}
            ask={ask}
            incomplete={(judged) => steps.filter((one) => one !== CHECK && errorsOf(one, judged).length > 0)}
            titleOf={(one) => (one === PAPERS ? t('papers.title') : one === DELIVERY ? t('delivery.title') : pick(groups.find((each) => each.key === one)?.title))}
            onFiled={finish}
          />
        </>
      )}
      {assessment && step !== CHECK && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void goOn();
          }}
        >
          <ErrorSummary errors={shown} attempt={attempt} />
          {problem !== undefined && <ProblemNotice error={problem} />}
          {at === 0 && procedure.forOrganisations && <OnBehalfOf filing={filing} actsFor={me?.actsFor ?? []} onChange={change} />}
          {group && <QuestionsStep draft={draft} group={group} filing={filing} assessment={assessment} choices={choices} faults={attempt > 0 ? faultsOf(step, assessment) : []} onChange={change} />}
          {step === PAPERS && <PapersStep draftId={draft.id} filing={filing} files={files} assessment={assessment} missing={attempt > 0 ? missingPapers(filing, files, assessment) : []} onChange={change} onFiles={changeFiles} />}
          {step === DELIVERY && <DeliveryStep filing={filing} competence={assessment?.competence} faults={attempt > 0 ? deliveryFaults : {}} onChange={change} />}
          <div className="buttons">
            <button type="submit" className="go" disabled={checking}>
              {t('continue')}
            </button>
          </div>
        </form>
      )}
      <SavedNote saved={saved} />
    </CitizenPage>
  );
}
