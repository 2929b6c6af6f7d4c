import { Anchor } from '@mantine/core';
import { FileTextIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './components.css';

/** A paper in its own tab, which the link says. */
export function PdfLink({ href, children }: { href: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Anchor href={href} target="_blank" rel="noopener" size="sm" className="pdf-link">
      <FileTextIcon aria-hidden /> {children}
      <span className="visually-hidden"> ({t('newTab')})</span>
    </Anchor>
  );
}
