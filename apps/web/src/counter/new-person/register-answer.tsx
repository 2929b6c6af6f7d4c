import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RegisterAnswer as Answer } from '../../api/types';
import '../../sources/messages';
import { ProblemNotice } from '../../components/problem-notice';

interface RegisterAnswerProps {
  register: { isPending: boolean; error: unknown; data?: Answer | undefined; mutate: () => void };
  mayAsk: boolean;
  hasProcedure: boolean;
  /** Whether what stands in the form is what the register said. */
  isUsed: boolean;
}

/** What the population register says of somebody on no file. Whatever it does, the counter goes on. */
export function RegisterAnswer({ register, mayAsk, hasProcedure, isUsed }: RegisterAnswerProps) {
  const { t } = useTranslation(['persons', 'sources']);
  const { data, error, isPending } = register;
  return (
    <div className="register-answer">
      <p role="status">
        {isPending ? t('persons:register.asking') : isUsed ? t('persons:register.agrees') : data ? (data.identity ? t('persons:register.changed') : `${t(`sources:outcome.${data.outcome}.title`)}. ${t(`sources:outcome.${data.outcome}.do`)}`) : t(hasProcedure ? 'persons:register.mayBeAsked' : 'persons:register.needsProcedure')}
      </p>
      {Boolean(error) && <ProblemNotice error={error} />}
      {!isUsed && (
        <Button size="compact-sm" variant="default" disabled={!mayAsk} loading={isPending} onClick={() => register.mutate()}>
          {t('persons:register.ask')}
        </Button>
      )}
    </div>
  );
}
