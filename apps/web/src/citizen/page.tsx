import { Link } from '@tanstack/react-router';
import { ChevronLeftIcon } from '@radix-ui/react-icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePageTitle } from '../shell/page-title';
import './citizen.css';
import './messages';

interface PageProps {
  title: string;
  /** A way back: a link to an address, or a step of the browser's own history kept by the page. */
  back?: { label: string; to: string; search?: Record<string, string | undefined> };
  /** Changes with each step of one address, so that the heading is focused and read again. */
  focusKey?: string;
  above?: ReactNode;
  children: ReactNode;
}

/** One page of the citizen's area: way back, one heading, one topic. */
export function CitizenPage({ title, back, focusKey, above, children }: PageProps) {
  usePageTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(focusKey);
  useEffect(() => {
    if (before.current === focusKey) return;
    before.current = focusKey;
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [focusKey]);
  return (
    <div className="citizen">
      {back && (
        <Link to={back.to} search={back.search ?? {}} className="back">
          <ChevronLeftIcon aria-hidden /> {back.label}
        </Link>
      )}
      {above}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
