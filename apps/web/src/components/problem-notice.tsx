import { Alert } from '@mantine/core';
import { ExclamationTriangleIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, LINE_CUT } from '../api/problem';
import { useLanguage } from '../shell/localized';

interface ProblemNoticeProps {
  error: unknown;
  /** Things to do about it, below the sentence. */
  children?: ReactNode;
}

/** A refusal in place: what happened, what was kept, what to do, and the code to quote. Announced once. */
export function ProblemNotice({ error, children }: ProblemNoticeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { body } = asProblem(error);
  const sent = language === 'en' ? body.detailEn || body.detail : body.detail;
  const sentence = sent || (body.code === LINE_CUT ? t('problem.lineCut') : t('problem.unknown'));
  return (
    <Alert color="red" icon={<ExclamationTriangleIcon aria-hidden />} role="alert">
      {sentence}
      <div className="number">
        {t('problem.code', { code: body.code })}
        {body.requestId && ` · ${t('problem.reference', { id: body.requestId })}`}
      </div>
      {children}
    </Alert>
  );
}
